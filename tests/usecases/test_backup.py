"""A backup and its way back, on both databases."""

from pathlib import Path

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import BadValue, NotPermitted, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import open_database
from gim_manager.usecases import backup, runs
from gim_manager.usecases.context import Actor, Context
from tests.language.postgres import Cluster
from tests.language.template import initialized


def _quiet(_done: float, _words: str) -> None:
    """Nobody looks on."""


@pytest.fixture
def elsewhere(context: Context, tmp_path: Path, request: pytest.FixtureRequest):
    """An empty place of the same kind of database."""
    if context.database.is_local:
        yield f"sqlite:///{(tmp_path / 'restored.sqlite').as_posix()}"
        return
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    with cluster.database("restored") as url:
        yield url


def _kept(context: Context, tmp_path: Path) -> Path:
    runs.start(context, Job.EXTRACT, wait_for_server=False)
    file = tmp_path / "kept.sqlite"
    kept = backup.back_up(context, file, progress=_quiet)
    assert kept.files[0] == file
    assert kept.bytes >= file.stat().st_size
    return file


def test_what_was_kept_is_there_again(context: Context, tmp_path: Path, elsewhere: str) -> None:
    file = _kept(context, tmp_path)
    backup.restore(elsewhere, file, over=False, progress=_quiet)
    found = Context(database=open_database(elsewhere), actor=context.actor)
    assert [run.job for run in found.world(found.now()).runs] == [Job.EXTRACT]


def test_what_is_there_is_replaced_only_if_told(context: Context, tmp_path: Path, elsewhere: str) -> None:
    file = _kept(context, tmp_path)
    backup.restore(elsewhere, file, over=False, progress=_quiet)
    with pytest.raises(BadValue, match="is not empty"):
        backup.restore(elsewhere, file, over=False, progress=_quiet)
    if context.database.is_local:
        backup.restore(elsewhere, file, over=True, progress=_quiet)
    else:
        with pytest.raises(BadValue, match="make one with createdb"):
            backup.restore(elsewhere, file, over=True, progress=_quiet)


def test_nothing_is_replaced_under_a_server(sqlite_url: str, tmp_path: Path) -> None:
    context = Context(database=initialized(sqlite_url), actor=Actor(user="ada", host="desk"))
    file, elsewhere = _kept(context, tmp_path), f"sqlite:///{(tmp_path / 'restored.sqlite').as_posix()}"
    backup.restore(elsewhere, file, over=False, progress=_quiet)
    with writing(open_database(elsewhere).manager) as connection:
        leases.beat(connection, server="one", host="desk", pid=1, version="1", standing=Standing.RUNNING)
    with pytest.raises(Refused, match="The server one lives on it"):
        backup.restore(elsewhere, file, over=True, progress=_quiet)


def test_files_that_are_there_are_left_alone(context: Context, tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    file.write_text("a letter")
    with pytest.raises(BadValue, match="is there already"):
        backup.back_up(context, file, progress=_quiet)
    with pytest.raises(BadValue, match="There is no file"):
        backup.restore("sqlite:///x.sqlite", tmp_path / "nowhere", over=False, progress=_quiet)


def test_only_an_administrator_makes_one(context: Context, tmp_path: Path) -> None:
    context.access = Access(role=Role.OPERATOR, knows_persons=True)
    with pytest.raises(NotPermitted):
        backup.back_up(context, tmp_path / "kept.sqlite", progress=_quiet)
