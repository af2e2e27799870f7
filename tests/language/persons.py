"""Logins of PostgreSQL with the roles of an Info Mart, for tests of who may do what."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2

from gim_manager.schema.roles import ADMINISTRATOR, OPERATOR, READER, SERVER, VIEWER
from tests.language.postgres import Cluster

PERSONS = {
    "vera": VIEWER, "olga": OPERATOR, "adam": ADMINISTRATOR, "serge": SERVER, "rita": READER, "nobody": None,
}  # fmt: skip
"""Each login with its one role."""


def as_person(url: str, person: str) -> str:
    """The same database for another login."""
    return url.replace("postgres@", f"{person}@")


def make_logins(cluster: Cluster) -> None:
    """The logins, if the cluster does not have them yet; their roles must be there."""
    for person, role in PERSONS.items():
        member = f" IN ROLE {role}" if role else ""
        cluster.execute(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{person}') "
            f"THEN CREATE ROLE {person} LOGIN{member}; END IF; END $$"
        )


@contextmanager
def psql(url: str, person: str) -> Iterator[Any]:
    """A cursor of this login's own, with no program between it and the database; nothing is kept."""
    connection = psycopg2.connect(as_person(url, person).replace("postgresql+psycopg2", "postgresql"))
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.rollback()
        connection.close()
