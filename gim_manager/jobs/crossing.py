"""The ways from a source to the Info Mart, one for each pair of databases, and whose fault an error on the way is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import GimError, SourceUnreadable
from gim_manager.jobs.extract_chunk import Chunk
from gim_manager.jobs.work import Stop
from gim_manager.schema.engines import reading
from gim_manager.schema.sentences import as_sentence


class Crossing(Protocol):
    """A way that the rows of one source take."""

    mart: Engine
    """The Info Mart, as this way needs it opened."""

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """Copies the chunk within the transaction of `connection`; how many rows were new or changed.

        Memory is bounded whatever the chunk (X06). Raises SourceUnreadable where the source is at fault."""


class _OfTheMart(Exception):
    """An error of the Info Mart on its way out through what blames the source."""

    def __init__(self, error: DBAPIError) -> None:
        self.error = error


@contextmanager
def source_reading(name: str, engine: Engine) -> Iterator[Connection]:
    """A connection that reads the source `name`; what goes wrong inside is the source's fault, save `in_the_mart`."""
    try:
        with blaming(name, engine), reading(engine) as connection:
            yield connection
    except _OfTheMart as wrapped:
        raise wrapped.error from None


@contextmanager
def in_the_mart() -> Iterator[None]:
    """While rows of an open source are written: what goes wrong here is not the source's fault."""
    try:
        yield
    except DBAPIError as error:
        raise _OfTheMart(error) from error


@contextmanager
def blaming(name: str, engine: Engine) -> Iterator[None]:
    """Turns errors of the source's database into SourceUnreadable, for X04 to skip it."""
    try:
        yield
    except SourceUnreadable:
        raise
    except GimError as error:
        raise SourceUnreadable(name, str(error)) from error
    except DBAPIError as error:
        told = as_sentence(error, engine.url)
        raise SourceUnreadable(name, str(told) if told else first_line(error)) from error


def first_line(error: DBAPIError) -> str:
    """What the driver says, without the statement."""
    return str(error.orig).strip().partition("\n")[0]


@contextmanager
def driver_errors(connection: Connection, statement: str) -> Iterator[None]:
    """Errors of a bare cursor, as SQLAlchemy would raise them."""
    dbapi = connection.dialect.loaded_dbapi
    try:
        yield
    except dbapi.Error as error:
        raise DBAPIError.instance(statement, None, error, dbapi.Error, dialect=connection.dialect) from error
