"""One hold is in force at a time; each step is taken once, whoever tries it again."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from gim_manager.domain.conditions import Condition
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes, decisions, holds, runs, snapshot
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from tests.language.server import has_completed
from tests.language.stored import NOON

HOUR = timedelta(hours=1)


def _begun(connection, *, maintain: bool = True) -> Hold:
    return holds.begin(connection, owner="ada", host="desk", now=NOON, expires=NOON + 4 * HOUR, maintain=maintain)


def test_a_hold_is_as_it_was_asked_for_and_is_in_force(database: Database) -> None:
    with writing(database.manager) as connection:
        assert holds.in_force(connection) is None
        hold = _begun(connection, maintain=False)
        assert holds.in_force(connection) == hold
        assert [change.topic for change in changes.since(connection, 0)][-1] is Topic.HOLD
    assert hold == Hold(id=hold.id, owner="ada", host="desk", since=NOON, expires=NOON + 4 * HOUR, state=HoldState.HELD)


def test_the_database_refuses_a_second_one_in_force(database: Database) -> None:
    with writing(database.manager) as connection:
        first = _begun(connection)
    with pytest.raises(IntegrityError), writing(database.manager) as connection:
        _begun(connection)
    with writing(database.manager) as connection:
        holds.end(connection, first.id, at=NOON, by="ada", reason="Done.")
        assert _begun(connection).id > first.id


def test_what_it_waits_for_is_told_once(database: Database) -> None:
    with writing(database.manager) as connection:
        hold = _begun(connection)
        assert holds.tell(connection, hold.id, "Waits for a run.")
        assert not holds.tell(connection, hold.id, "Waits for a run.")


def test_R23_maintenance_is_asked_for_once_in_its_owners_name(database: Database) -> None:
    with writing(database.manager) as connection:
        hold = _begun(connection)
        run = holds.begin_maintenance(connection, hold.id, NOON)
        assert run is not None
        assert (run.job, run.status, run.requested_by) == (Job.MAINTAIN, Status.SCHEDULED, "ada")
        assert holds.begin_maintenance(connection, hold.id, NOON) is None
        assert not holds.tell(connection, hold.id, "Too late.")
        now_maintaining = holds.in_force(connection)
        assert runs.open_runs(connection) == (run,)
    assert now_maintaining is not None
    assert (now_maintaining.state, now_maintaining.run_id) == (HoldState.MAINTAINING, run.id)


def test_no_maintenance_is_asked_for_without_a_hold_that_wants_it(database: Database) -> None:
    with writing(database.manager) as connection:
        held = _begun(connection, maintain=False)
        assert holds.begin_maintenance(connection, held.id, NOON) is None
        holds.end(connection, held.id, at=NOON, by="ada", reason="Done.")
        assert holds.begin_maintenance(connection, held.id, NOON) is None
        assert runs.open_runs(connection) == ()


def test_who_ended_it_first_has_ended_it(database: Database) -> None:
    with writing(database.manager) as connection:
        hold = _begun(connection)
        assert holds.resume(connection, hold.id, by="ben", reason="Enough.") is None
        holds.begin_maintenance(connection, hold.id, NOON)
        assert holds.resume(connection, hold.id, by="ben", reason="Enough.") is not None
        ended = holds.end(connection, hold.id, at=NOON + HOUR, by="scheduler", reason="Its run has ended.")
        assert ended is not None
        assert (ended.state, ended.ended_at, ended.ended_by) == (HoldState.ENDED, NOON + HOUR, "ben")
        assert holds.end(connection, hold.id, at=NOON, by="ada", reason="Again.") is None
        assert holds.listed(connection, limit=5) == (ended,)


def test_R01_the_last_end_is_known_unless_it_lies_ahead(database: Database) -> None:
    with writing(database.manager) as connection:
        assert holds.current(connection, NOON) == (None, None)
        for hours in (1, 2):
            holds.end(connection, _begun(connection).id, at=NOON + hours * HOUR, by="ada", reason="Done.")
        assert holds.current(connection, NOON + 3 * HOUR) == (None, NOON + 2 * HOUR)
        assert holds.current(connection, NOON + HOUR) == (None, NOON + HOUR)
        hold = _begun(connection)
        assert holds.current(connection, NOON + 3 * HOUR) == (hold, NOON + 2 * HOUR)


@pytest.fixture
def _initialized(database: Database) -> None:
    has_completed(database, 0)


@pytest.mark.usefixtures("_initialized")
def test_the_world_knows_the_hold_and_what_it_keeps_back(database: Database) -> None:
    with writing(database.manager) as connection:
        hold = _begun(connection)
        for kind, key in ((DecisionKind.HOLD, "kept back"), (DecisionKind.DROP, "dropped")):
            decisions.record(
                connection, kind=kind, job=Job.EXTRACT, rule="R23", reason="Held.", now=NOON, launch_key=key
            )
    world = snapshot.read(database, NOON)
    assert (world.hold, world.held, world.resumed_at) == (hold, {"kept back": "Held."}, None)
    assert "dropped" in world.made and "kept back" not in world.made
    with writing(database.manager) as connection:
        holds.end(connection, hold.id, at=NOON, by="ada", reason="Done.")
    world = snapshot.read(database, NOON)
    assert (world.hold, world.held, world.resumed_at) == (None, {"kept back": "Held."}, NOON)


def test_R29_where_the_schema_decides_nobody_asks_for_holds(database: Database) -> None:
    with writing(database.manager) as connection:
        _begun(connection)
    world = snapshot.read(database, NOON)
    assert (world.condition, world.hold) == (Condition.UNINITIALIZED, None)


def test_what_was_kept_back_and_then_dropped_counts_as_made(database: Database) -> None:
    with writing(database.manager) as connection:
        for kind in (DecisionKind.HOLD, DecisionKind.DROP):
            decisions.record(
                connection, kind=kind, job=Job.EXTRACT, rule="R23", reason="Held.", now=NOON, launch_key="key"
            )
        assert decisions.dropped_keys(connection, NOON) == {"key"}
        assert decisions.held_keys(connection, NOON) == {}
    with reading(database.manager) as connection:
        (kept,) = decisions.at_time(connection, Job.EXTRACT, NOON, around=HOUR)
    assert (kept.kind, kept.count) == (DecisionKind.DROP, 2)


def test_the_holds_of_a_time_are_those_that_it_meets(database: Database) -> None:
    found = []
    for hours in (0, 3, 6):
        with writing(database.manager) as connection:
            began = NOON + timedelta(hours=hours)
            made = holds.begin(
                connection, owner="ada", host="desk", now=began, expires=began + timedelta(hours=4), maintain=False
            )
            found.append(made.id)
            if hours < 6:
                holds.end(connection, made.id, at=began + timedelta(hours=1), by="ada", reason="done")
    with writing(database.manager) as connection:
        met = holds.between(connection, NOON + timedelta(minutes=30), NOON + timedelta(hours=3, minutes=1))
        later = holds.between(connection, NOON + timedelta(days=1), NOON + timedelta(days=2))
    assert [hold.id for hold in met] == found[:2]
    assert [hold.id for hold in later] == found[2:]
