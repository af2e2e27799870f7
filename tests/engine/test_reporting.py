"""What a job tells, gathered: steps with their states, totals, lines; nothing twice."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain.run import Status
from gim_manager.engine.reporting import MOST_LINES, Reporter
from gim_manager.jobs.work import Stopped

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def reporter() -> Reporter:
    return Reporter(lambda: NOON)


def test_a_step_is_running_inside_and_complete_after(reporter: Reporter) -> None:
    with reporter.step("G_CALL") as step:
        step.rows(5)
        told = reporter.take()
        assert told is not None and told.steps is not None
        assert [(s.name, s.status, s.rows) for s in told.steps] == [("G_CALL", Status.RUNNING, 5)]
        assert told.rows == 5
    told = reporter.take()
    assert told is not None and told.steps is not None
    assert told.steps[0].status is Status.COMPLETE and told.steps[0].end_time == NOON


@pytest.mark.parametrize(("error", "status"), [(Stopped, Status.STOPPED), (ValueError, Status.FAILED)])
def test_a_step_that_breaks_off_says_how(reporter: Reporter, error: type[Exception], status: Status) -> None:
    with pytest.raises(error), reporter.step("G_CALL"):
        raise error
    told = reporter.take()
    assert told is not None and told.steps is not None
    assert told.steps[0].status is status


def test_planned_steps_wait_in_order_and_give_the_progress(reporter: Reporter) -> None:
    reporter.planned(["one", "two"])
    with reporter.step("two") as step:
        step.progress(0.5, "chunk 1 of 2")
        told = reporter.take()
    assert told is not None and told.steps is not None
    assert [s.status for s in told.steps] == [Status.SCHEDULED, Status.RUNNING]
    assert told.progress == 0.25


def test_what_the_job_says_of_its_progress_counts_more(reporter: Reporter) -> None:
    reporter.planned(["one", "two"])
    reporter.progress(0.9, "nearly")
    told = reporter.take()
    assert told is not None
    assert (told.progress, told.note) == (0.9, "nearly")


def test_nothing_new_is_nothing_to_tell(reporter: Reporter) -> None:
    assert reporter.take() is None
    reporter.info("hello")
    assert reporter.take() is not None
    assert reporter.take() is None


def test_a_flood_of_lines_is_cut_and_says_so(reporter: Reporter) -> None:
    for number in range(MOST_LINES + 5):
        reporter.warning(f"line {number}")
    told = reporter.take()
    assert told is not None
    assert len(told.lines) == MOST_LINES + 1
    assert told.lines[-1].message == "5 more lines were left out here."


@pytest.mark.parametrize(("level", "kept"), [("debug", 3), ("info", 3), ("warn", 2), ("error", 1)])
def test_lines_of_less_than_the_chosen_level_are_not_kept(reporter: Reporter, level: str, kept: int) -> None:
    reporter.keep_from(level)
    reporter.info("hello")
    reporter.warning("beware")
    reporter.line("ERROR", "help")
    told = reporter.take()
    assert told is not None
    assert len(told.lines) == kept
