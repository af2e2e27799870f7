"""A stop says what it would do, and does it in the name of whoever stops."""

import pytest

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.schema.engines import writing
from gim_manager.store import runs
from gim_manager.usecases import history, stops
from gim_manager.usecases.context import Context
from tests.language.clock import HandClock
from tests.language.requests import acts, asked
from tests.language.requests import running as running_of


def _asked_by_schedule(context: Context) -> Run:
    now = context.now()
    with writing(context.database.manager) as connection:
        run = runs.request(
            connection, job=Job.AGGREGATE, by="scheduler", host="desk", now=now, launch_key="aggregate/1", due_at=now
        )
        claimed = runs.claim(connection, run.id, server="s", token="t", now=now)
    assert claimed is not None
    return claimed


def test_R26_stop_cancels_what_waits_and_stops_what_runs(context: Context) -> None:
    running, waiting = running_of(context, Job.EXTRACT), asked(context, Job.TRANSFORM)
    stopped, canceled = stops.stop(context, (running.id, waiting.id), reason="lunch")
    assert (stopped.status, stopped.stopped_by, stopped.reason) == (Status.STOPPING, "ada", "lunch")
    assert (canceled.status, canceled.cause) == (Status.CANCELED, Cause.PERSON)
    assert {act for _, act, _ in acts(context)} == {"requested", "stopped", "canceled"}


def test_R26_a_second_stop_kills_now(context: Context, clock: HandClock) -> None:
    run = running_of(context, Job.EXTRACT)
    (first,) = stops.stop(context, (run.id,))
    assert first.kill_at is not None and (first.kill_at - clock.now()).total_seconds() == 10
    clock.turn(1)
    (second,) = stops.stop(context, (run.id,))
    assert second.kill_at == clock.now()


def test_an_unknown_run_stops_none_of_the_others(context: Context) -> None:
    run = running_of(context, Job.EXTRACT)
    with pytest.raises(UnknownRun):
        stops.stop(context, (run.id, 4711))
    assert history.run(context, run.id).status is Status.RUNNING


def test_what_has_ended_stays_as_it_is(context: Context) -> None:
    run = asked(context, Job.EXTRACT)
    stops.stop(context, (run.id,), reason="first")
    (after,) = stops.stop(context, (run.id,), reason="second")
    assert after.reason == "first"


def test_the_effect_of_a_stop_is_told_before_it(context: Context) -> None:
    running, waiting = running_of(context, Job.EXTRACT), asked(context, Job.TRANSFORM)
    first, second = stops.stop_effects(context, (running.id, waiting.id))
    assert "rolled back" in first.sentence and not first.restarts
    assert second.sentence == "It has not started; it is taken back."


def test_R18_the_effect_of_stopping_a_request_is_its_own(context: Context) -> None:
    running = running_of(context, Job.AGGREGATE)
    with writing(context.database.manager) as connection:
        now = context.now()
        request = runs.request(
            connection, job=Job.AGGREGATE, by="ada", host="desk", now=now, parameters="-insertPendingAgg x"
        )
        runs.hand_over(connection, request.id, running.id, "It is next.")
        runs.claim(connection, request.id, server="s", token="t", now=now, part_of=running.id)
    (effect,) = stops.stop_effects(context, (request.id,))
    assert effect.sentence.endswith("Aggregation goes on.") and not effect.restarts


def test_R15_aggregation_that_the_scheduler_keeps_running_starts_again(context: Context) -> None:
    from gim_manager.usecases import demo, options

    options.change(context, {**demo.ALL_DAY, **demo.SET_GOING})
    run = _asked_by_schedule(context)
    (effect,) = stops.stop_effects(context, (run.id,))
    assert effect.restarts
