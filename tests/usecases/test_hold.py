"""A hold is begun and ended by a person: refused in words, and always with a line in the audit trail."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from gim_manager.domain.errors import BadValue, NoServer, Refused
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.status import ServerState
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, holds, leases, runs
from gim_manager.usecases import demo, hold, options, status
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock

MINUTE = timedelta(minutes=1)


def _serve(context: Context) -> None:
    with writing(context.database.manager) as connection:
        leases.beat(connection, server="one", host="desk", pid=1, version="1", standing=Standing.RUNNING)
        leases.take(connection, holder="one", lasts=timedelta(seconds=15))


def _of_ben(context: Context) -> Context:
    return Context(database=context.database, actor=Actor(user="ben", host="den"), clock=context.clock)


def _acts(context: Context) -> list[tuple[str, str | None, str, str | None]]:
    with reading(context.database.manager) as connection:
        return [(act.actor, act.host, act.action, act.rule) for act in audit.acts(connection)]


def _maintaining(context: Context) -> tuple[Hold, Run]:
    _serve(context)
    begun = hold.begin(context, maintain=True)
    with writing(context.database.manager) as connection:
        run = holds.begin_maintenance(connection, begun.id, context.now())
    assert run is not None
    return begun, run


def _claimed(context: Context, run: Run) -> None:
    with writing(context.database.manager) as connection:
        runs.claim(connection, run.id, server="one", token="t", now=context.now())


def test_R23_a_hold_lasts_four_hours_unless_said_otherwise(context: Context) -> None:
    begun = hold.begin(context)
    assert (begun.owner, begun.state) == ("ada", HoldState.HELD)
    assert begun.expires - begun.since == timedelta(hours=4)
    assert _acts(context) == [("ada", "desk", "held", None)]
    hold.end(context)
    assert hold.begin(context, minutes=30).expires == context.now() + 30 * MINUTE


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_length_that_makes_no_sense_changes_nothing(context: Context, minutes: int) -> None:
    with pytest.raises(BadValue, match="1 to 1440"):
        hold.begin(context, minutes=minutes)
    assert (hold.listing(context), _acts(context)) == ((), [])


def test_maintenance_without_a_server_is_not_asked_for(context: Context) -> None:
    with pytest.raises(NoServer):
        hold.begin(context, maintain=True)
    assert hold.listing(context) == ()
    _serve(context)
    assert hold.begin(context, maintain=True).state is HoldState.WAITING


def test_R23_a_second_hold_is_refused_and_names_the_owner_of_the_first(context: Context) -> None:
    hold.begin(context)
    with pytest.raises(Refused, match=r"ada holds the schedule already, since 2026-11-23 12:00 and until .* 16:00"):
        hold.begin(_of_ben(context))
    assert _acts(context)[0] == ("ben", "den", "refused", "R23")
    assert len(hold.listing(context)) == 1


def test_a_hold_that_expired_while_no_server_lived_is_no_obstacle(context: Context, clock: HandClock) -> None:
    first = hold.begin(context, minutes=10)
    clock.turn(3600)
    assert status.read(context).hold is None
    hold.begin(context)
    newest, oldest = hold.listing(context)
    assert (newest.state, oldest.state, oldest.ended_at) == (HoldState.HELD, HoldState.ENDED, first.expires)
    assert oldest.ended_by == "scheduler" and oldest.reason and "expired after 10 minutes" in oldest.reason


def test_anybody_ends_a_hold_and_it_is_kept_who(context: Context, clock: HandClock) -> None:
    hold.begin(context)
    clock.turn(60)
    ended = hold.end(_of_ben(context)).hold
    assert ended is not None
    assert (ended.state, ended.ended_by, ended.ended_at) == (HoldState.ENDED, "ben", clock.now())
    assert _acts(context)[0] == ("ben", "den", "resumed", None)


def test_ending_what_is_not_in_force_changes_nothing(context: Context) -> None:
    assert hold.end(context) == hold.EndedHold(hold=None)
    assert _acts(context) == []


def test_R23_its_maintenance_is_taken_back_if_it_waits(context: Context) -> None:
    _, run = _maintaining(context)
    ended = hold.end(context)
    assert ended.hold is not None and (ended.hold.state, ended.stops) == (HoldState.ENDED, None)
    with reading(context.database.manager) as connection:
        after = runs.get(connection, run.id)
    assert (after.status, after.cause, after.reason) == (Status.CANCELED, Cause.PERSON, "ada ended the hold.")


def test_R23_its_maintenance_is_told_to_stop_if_it_runs_and_the_hold_goes_on_until_then(context: Context) -> None:
    _, run = _maintaining(context)
    _claimed(context, run)
    ended = hold.end(_of_ben(context))
    assert ended.hold is not None and ended.stops is not None
    assert (ended.hold.state, ended.stops.status) == (HoldState.RESUMING, Status.STOPPING)
    assert (ended.stops.stopped_by, ended.stops.reason) == ("ben", "ben ended the hold.")
    again = hold.end(context).hold
    assert again is not None and (again.state, again.ended_by) == (HoldState.RESUMING, "ben")


def test_before_it_ends_it_is_known_what_starts_next(context: Context) -> None:
    options.change(context, {**demo.ALL_DAY, **demo.SET_GOING})
    hold.begin(context)
    told = hold.what_starts_next(context)
    assert Job.EXTRACT in [launch.job for launch in told]
    assert hold.end(context).starts == told


def test_the_status_names_the_hold_and_says_paused(context: Context) -> None:
    _serve(context)
    options.change(context, {("schedule", "run-scheduler"): "true"})
    assert status.read(context).server.state is ServerState.RUNNING
    begun = hold.begin(context, maintain=True)
    found = status.read(context)
    assert (found.server.state, found.hold, found.hold_waits_for) == (ServerState.PAUSED, begun, None)
    assert found.suspended and found.next == ()
    options.change(context, {("schedule", "run-scheduler"): "false"})
    hold.end(context)
    assert status.read(context).server.state is ServerState.PAUSED


def test_the_status_says_what_the_hold_waits_for(context: Context) -> None:
    _, run = _maintaining(context)
    _claimed(context, run)
    assert status.read(context).hold_waits_for == f"Job_MaintainGIM {run.id}"


def test_R29_where_the_schema_decides_there_is_nothing_to_hold(context: Context) -> None:
    with writing(context.database.info_mart) as connection:
        connection.execute(delete(ctl_etl_history))
    with pytest.raises(Refused, match="not initialized"):
        hold.begin(context)
    assert (hold.listing(context), hold.end(context).hold) == ((), None)


def test_a_crash_while_it_is_begun_leaves_nothing(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_what: object) -> None:
        raise MemoryError

    monkeypatch.setattr(audit, "record", crash)
    with pytest.raises(MemoryError):
        hold.begin(context)
    assert hold.listing(context) == ()
