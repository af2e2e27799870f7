"""Why: from what was kept, and from what the scheduler would do."""

from datetime import timedelta

import pytest

from gim_manager.domain import ahead
from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import writing
from gim_manager.store import leases, runs
from gim_manager.store.rows import micros
from gim_manager.usecases import options, stops, why
from gim_manager.usecases import runs as asking
from gim_manager.usecases.context import Context
from tests.language.clock import START, HandClock
from tests.language.stored import stored

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def _set(context: Context, **schedule: str) -> None:
    options.change(context, {("schedule", name.replace("_", "-")): value for name, value in schedule.items()})


def _running(context: Context, job: Job) -> int:
    with writing(context.database.manager) as connection:
        return stored(connection, Status.RUNNING, job=job, at=context.now()).id


def test_a_waiting_run_says_what_holds_it_back_and_when_it_is_expected(context: Context, clock: HandClock) -> None:
    running = _running(context, Job.TRANSFORM)
    clock.turn(60)
    waiting = asking.start(context, Job.TRANSFORM, wait_for_server=False)
    told = why.of_run_ahead(context, waiting.id).answers
    assert (told[0].rule, told[0].text) == ("R21", f"Waits for Job_TransformGIM {running} to end.")
    assert [(reason.time, reason.text) for reason in told if reason.expected] == [
        (START + 5 * MINUTE, f"Job_TransformGIM {running} is expected to end."),
        (START + 5 * MINUTE, "It is expected to start."), (START + 10 * MINUTE, "It is expected to end."),
    ]  # fmt: skip
    quick = why.of_run(context, waiting.id)
    assert quick.story[0].text == "ada asked for Job_TransformGIM."
    assert not any(reason.expected for reason in quick.answers)


def test_an_ended_run_says_what_ended_it(context: Context, clock: HandClock) -> None:
    run_id = _running(context, Job.EXPORT)
    stops.stop(context, (run_id,), reason="lunch")
    clock.turn(2)
    with writing(context.database.manager) as connection:
        runs.finish(
            connection, run_id, status=Status.STOPPED, cause=Cause.PERSON, now=context.now(), token="token"
        )  # fmt: skip
    first = why.of_run_ahead(context, run_id).answers[0]
    assert (first.rule, first.text) == ("R26", "Stopped by ada: lunch")


def test_a_run_that_does_not_exist_is_refused(context: Context) -> None:
    with pytest.raises(UnknownRun):
        why.of_run(context, 99)


def test_a_past_moment_is_told_from_what_was_kept(context: Context, clock: HandClock) -> None:
    _set(context, run_scheduler="false")
    with writing(context.database.manager) as connection:
        ran = stored(connection, Status.COMPLETE, job=Job.EXPORT, at=START, end_time=micros(START + 5 * MINUTE))
    clock.turn(3600)
    (reason,) = why.at_time(context, START + 2 * MINUTE, Job.EXPORT)
    assert reason.text == f"Job_ExportGIM {ran.id} ran from {START:%H:%M:%S} to {START + 5 * MINUTE:%H:%M:%S}."


@pytest.mark.parametrize("job", [None, *Job])
@pytest.mark.parametrize("hours", [-24 * 365, -1, 0, 1, 30, 24 * 365 * 50])
def test_there_is_an_answer_for_every_moment(context: Context, job: Job | None, hours: int) -> None:
    _set(context, run_scheduler="true", run_aggregates="true")
    told = why.at_time(context, START + hours * HOUR, job)
    assert told and all(reason.text.endswith(".") for reason in told)


def test_a_moment_to_come_is_played_ahead(context: Context) -> None:
    _set(context, run_scheduler="true", etl_start_time="00:00", etl_end_time="00:00", run_maintain="false")
    with writing(context.database.manager) as connection:
        leases.take(connection, holder="s", lasts=timedelta(seconds=10))
        for minutes in (2, 4, 6):
            stored(
                connection, Status.COMPLETE, at=START - 48 * HOUR, end_time=micros(START - 48 * HOUR + minutes * MINUTE)
            )
    midnight = START.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=30)
    first = why.at_time(context, midnight, Job.EXTRACT)[0]
    assert (first.expected, first.text) == (True, "Job_ExtractICON is expected to run from 00:00:00 to 00:04:00.")


def test_a_moment_to_come_is_computed_from_what_was_read(context: Context) -> None:
    _set(context, run_scheduler="true", timezone="GMT", etl_start_time="06:00", etl_end_time="22:00")
    asked = why.to_come(context, START + HOUR)
    assert ahead.why_to_come(asked, Job.EXTRACT) == why.at_time(context, START + HOUR, Job.EXTRACT)
    assert why.was(context, START, Job.EXTRACT) == why.at_time(context, START, Job.EXTRACT)
