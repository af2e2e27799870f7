"""A URL becomes a Database, or one sentence with the right exit code."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import BadUrl, Exit, NotAnInfoMart, StorageFailed, Unreachable
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.urls import parse_url
from gim_manager.store import changes, connect
from gim_manager.store.connect import Database, open_database
from tests.language import postgres
from tests.language.stored import stored


def test_a_database_says_what_it_is(database: Database) -> None:
    assert database.is_local == (database.kind == "sqlite")
    assert (database.file is not None) == database.is_local
    with reading(database.manager) as connection:
        assert changes.latest(connection) == 0


def test_the_password_is_shown_nowhere(postgresql_database: Database) -> None:
    with_password = postgresql_database.secret_url.replace("postgres@", "postgres:open-sesame@")
    database = open_database(with_password)
    assert "open-sesame" in database.secret_url
    assert "open-sesame" not in f"{database.url} {database!r}"


@pytest.mark.parametrize(
    "url", ["", "nonsense", "oracle://x/y", "sqlite://", "postgresql://host", "sqlite:///:memory:"]
)
def test_a_url_that_cannot_be_read_is_refused_in_words(url: str) -> None:
    with pytest.raises(BadUrl, match="cannot be used") as refusal:
        open_database(url)
    assert refusal.value.exit_code is Exit.USAGE


def test_a_missing_file_is_unreachable_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="there is no such file") as refusal:
        open_database(f"sqlite:///{tmp_path}/nothing.sqlite")
    assert refusal.value.exit_code is Exit.UNREACHABLE
    assert not list(tmp_path.iterdir())


def test_an_empty_database_is_no_info_mart(postgresql_url: str) -> None:
    with pytest.raises(NotAnInfoMart, match="gim-manager init"):
        open_database(postgresql_url)


def test_a_file_on_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "is_on_network", lambda path: True)
    with pytest.raises(BadUrl, match="network drive"):
        open_database(f"sqlite:///{tmp_path}/mart.sqlite")


def test_the_manager_lies_beside_a_file_and_in_the_database_of_a_server() -> None:
    assert str(connect.manager_url(parse_url("sqlite:////data/foo.sqlite"))) == "sqlite:////data/foo.manager.sqlite"
    url = parse_url("postgresql://ada@host/mart")
    assert connect.manager_url(url) == url


def test_a_wrong_password_is_unreachable(postgres_cluster: postgres.Cluster) -> None:
    """A role that the cluster trusts from nowhere stands for a password that it does not take."""
    with pytest.raises(Unreachable, match="does not exist") as refusal:
        open_database(postgres_cluster.url().replace("postgres@", "nobody_at_all:wrong@"))
    assert refusal.value.exit_code is Exit.UNREACHABLE


def test_a_server_that_vanishes_is_unreachable() -> None:
    from gim_manager.store.migrate import create

    with postgres.cluster() as server:
        database = create(server.url())
    with pytest.raises(Unreachable), reading(database.manager) as connection:
        connection.execute(text("SELECT 1"))
    with pytest.raises(Unreachable):
        open_database(server.url())


WRITES = """
import os, sys
from gim_manager.domain.errors import GimError
from gim_manager.schema.engines import writing
from gim_manager.store import changes
from gim_manager.store.connect import open_database
open_database(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with writing(open_database(sys.argv[1]).manager) as connection:
        changes.note(connection, changes.Topic.RUN)
except GimError as error:
    print(type(error).__name__, error)
"""


def test_a_read_only_file_is_told_and_stays_as_it_is(sqlite_database: Database, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("another user is needed, to whom the file belongs not")
    for parent in (tmp_path, *tmp_path.parents[:3]):
        parent.chmod(0o755)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.sqlite")}
    for path in tmp_path.glob("*.sqlite"):
        path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        answer = subprocess.run(
            [sys.executable, "-c", WRITES, sqlite_database.secret_url], check=True, capture_output=True, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
    finally:
        tmp_path.chmod(0o755)
    assert answer.stdout.startswith(StorageFailed.__name__), answer
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.sqlite")} == before


def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    class Struck(Exception):
        pass

    with pytest.raises(Struck), writing(database.manager) as connection:
        from gim_manager.domain.run import Status

        stored(connection, Status.RUNNING)
        raise Struck
    with reading(database.manager) as connection:
        from gim_manager.store import runs

        assert runs.open_runs(connection) == ()
