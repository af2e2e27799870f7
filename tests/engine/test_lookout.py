"""The server looks at its surroundings by itself, and what it found keeps from starting what needs what is missing."""

from pathlib import Path

import pytest
from sqlalchemy import text

from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.engine.lookout import LOOK_SECONDS, SOONER_SECONDS, Lookout
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.urls import parse_url
from gim_manager.store import findings, options, sources
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.server import HandServer

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def idb(tmp_path: Path, database: Database, clock: HandClock) -> Path:
    """A data source for all roles; it is stored, and it is there."""
    file = tmp_path / "idb.sqlite"
    with writing(make_engine(parse_url(f"sqlite:///{file}"), must_exist=False)) as connection:
        connection.execute(text("CREATE TABLE g_prov_control (seqcurrent INTEGER)"))
    with writing(database.manager) as connection:
        sources.add(connection, name="idb", url=f"sqlite:///{file}", roles=Role, now=clock.now())
    return file


@pytest.fixture
def lookout(server: HandServer, idb: Path) -> Lookout:
    """That of a server which leads; its clock is the database's but for days, of which it tells."""
    server.turn()
    return Lookout(server.database, server.clock, server.loop.guard, host="desk", leads=lambda: server.loop.leads)


def _told(database: Database) -> list[str]:
    with reading(database.manager) as connection:
        return [found.message for found in findings.current(connection) if "The clock of" not in found.message]


def _set(database: Database, clock: HandClock, section: str, name: str, value: str) -> None:
    with writing(database.manager) as connection:
        options.change(connection, {(section, name): value}, by="ada", host=None, now=clock.now())


def test_R28_a_source_that_vanishes_holds_the_extraction_until_it_is_back(
    server: HandServer, lookout: Lookout, idb: Path
) -> None:
    lookout.turn()
    assert _told(server.database) == []
    gone = idb.rename(idb.with_name("away.sqlite"))
    server.clock.turn(LOOK_SECONDS)
    lookout.turn()
    (told,) = _told(server.database)
    assert told.startswith("The data source idb: ") and "no such file" in told

    held, other = server.asked(Job.EXTRACT, parameters="tells"), server.asked(Job.TRANSFORM, parameters="tells")
    server.ended(other.id)
    waiting = server.run(held.id)
    assert waiting.status is Status.SCHEDULED
    assert waiting.reason and told in waiting.reason and "Job_ExtractICON" in waiting.reason

    gone.rename(idb)
    server.clock.turn(SOONER_SECONDS)
    lookout.turn()
    assert _told(server.database) == []
    assert server.ended(held.id).status is Status.COMPLETE


def test_R28_it_looks_every_minute_and_sooner_while_a_job_is_kept_from_starting(
    lookout: Lookout, clock: HandClock, idb: Path
) -> None:
    def looks_after(seconds: float) -> bool:
        clock.turn(seconds)
        return lookout.turn(told=False)

    assert [looks_after(seconds) for seconds in (0, 0, LOOK_SECONDS - 1, 1)] == [True, False, False, True]
    idb.unlink()
    assert [looks_after(seconds) for seconds in (LOOK_SECONDS, SOONER_SECONDS - 1, 1)] == [True, False, True]


def test_R28_it_looks_at_once_when_it_is_told_that_options_or_sources_change(
    lookout: Lookout, database: Database, clock: HandClock, idb: Path
) -> None:
    lookout.turn()
    _set(database, clock, "gim-export", "output-directory", str(idb))
    assert not lookout.turn(told=False), "it is not asked whether anything has"
    assert lookout.turn() and _told(database) == []
    _set(database, clock, "schedule", "run-export", "true")
    assert lookout.turn()
    assert _told(database) == [
        f"output-directory {idb} on desk: it is a file, not a folder. Set it to a folder in which the server may write."
    ]
    with writing(database.manager) as connection:
        sources.remove(connection, "idb")
    assert lookout.turn()
    assert "There is no data source." in _told(database)[0]


def test_R35_a_server_that_does_not_lead_keeps_nothing(database: Database, clock: HandClock) -> None:
    lookout = Lookout(database, clock, lambda _connection: False, host="desk", leads=lambda: False)
    assert not lookout.turn()
    assert _told(database) == []


def test_what_was_found_for_options_of_before_is_not_kept(
    lookout: Lookout, database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gim_manager.engine import lookout as module

    real = module.look

    def slow(*given):
        found = real(*given)
        with writing(database.manager) as connection:
            sources.remove(connection, "idb")
        return found

    monkeypatch.setattr(module, "look", slow)
    lookout.turn()
    monkeypatch.setattr(module, "look", real)
    assert _told(database) == [] and not lookout.has_looked
    lookout.turn()
    assert "There is no data source." in _told(database)[0]
