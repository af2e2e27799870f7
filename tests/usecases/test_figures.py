"""A monitor counts each thing once, from the moment at which it began to look."""

from datetime import timedelta

import pytest

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.errors import Refused
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.rows import micros
from gim_manager.usecases import figures, runs
from gim_manager.usecases.context import Context
from gim_manager.usecases.figures import Tally
from tests.language.stored import stored

MINUTE = timedelta(minutes=1)


def test_what_was_before_is_not_counted_and_what_comes_is_counted_once(context: Context) -> None:
    now = context.now()
    with writing(context.database.manager) as connection:
        stored(connection, Status.COMPLETE, at=now - 5 * MINUTE)
    tally = Tally(now)
    assert tally.read(context).ended == ()
    with writing(context.database.manager) as connection:
        first = stored(connection, Status.COMPLETE, at=now)
    assert [(run.id, run.status) for run in tally.read(context).ended] == [(first.id, Status.COMPLETE)]
    second = tally.read(context)
    assert (second.ended, second.started) == ((), ())


def test_a_run_whose_end_is_committed_late_is_counted(context: Context) -> None:
    now = context.now()
    tally = Tally(now)
    with writing(context.database.manager) as connection:
        stored(connection, Status.COMPLETE, at=now, job=Job.TRANSFORM)
    assert len(tally.read(context).ended) == 1
    with writing(context.database.manager) as connection:
        slow = stored(connection, Status.FAILED, at=now, end_time=micros(now + MINUTE / 2))
    assert [run.id for run in tally.read(context).ended] == [slow.id]


def test_more_than_one_reading_takes_are_all_counted(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST", 3)
    now = context.now()
    tally = Tally(now)
    with writing(context.database.manager) as connection:
        # Several end at one moment, as those of a server that was killed.
        made = {stored(connection, Status.COMPLETE, at=now + step * MINUTE).id for step in (0, 1, 2, 2, 3, 4, 5)}
    counted = [run.id for _ in range(5) for run in tally.read(context).ended]
    assert (len(counted), set(counted)) == (len(made), made)


def test_what_is_open_is_counted_by_job_and_status(context: Context) -> None:
    with writing(context.database.manager) as connection:
        stored(connection, Status.RUNNING)
        stored(connection, Status.SCHEDULED)
        stored(connection, Status.SCHEDULED)
    found = Tally(context.now()).read(context).open_runs
    assert found == {(Job.EXTRACT, Status.RUNNING): 1, (Job.EXTRACT, Status.SCHEDULED): 2}


def test_a_refusal_is_counted_among_the_decisions(context: Context) -> None:
    tally = Tally(context.now())
    assert tally.read(context).decided == {}
    with pytest.raises(Refused):
        runs.start(context, Job.EXPORT, wait_for_server=False)
    assert tally.read(context).decided == {DecisionKind.REFUSE: 1}
    assert tally.read(context).decided == {}
