"""What the end of a worker comes to."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.engine.protocol import Ended, Ending
from gim_manager.engine.verdict import Verdict, ending_of, verdict
from gim_manager.engine.workers import Gone

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _run(*, stopped_by: str | None = None) -> Run:
    return Run(
        id=1, job=Job.EXTRACT, status=Status.STOPPING if stopped_by else Status.RUNNING, requested_at=NOON,
        requested_by="ada", start_time=NOON, stopped_by=stopped_by, stop_requested_at=NOON if stopped_by else None,
    )  # fmt: skip


def _gone(code: int = 0, *words: str) -> Gone:
    return Gone(token="t", exit_code=code, last_words=words)


@pytest.mark.parametrize("stopped_by", [None, "ada"])
def test_done_is_done_stop_or_not(stopped_by: str | None) -> None:
    end = verdict(
        _run(stopped_by=stopped_by), Ended(ending=Ending.COMPLETE, rows=3, note="x"), _gone(), committed=False
    )
    assert end == Verdict(status=Status.COMPLETE, cause=Cause.DONE, rows=3, note="x")


@pytest.mark.parametrize(("by", "cause"), [("ada", Cause.PERSON), (SCHEDULER, Cause.RULE), (None, Cause.RULE)])
def test_R26_who_stopped_it_is_the_cause(by: str | None, cause: Cause) -> None:
    end = verdict(_run(stopped_by=by), Ended(ending=Ending.STOPPED, rows=3), _gone(), committed=False)
    assert (end.status, end.cause, end.rows) == (Status.STOPPED, cause, 3)


def test_an_error_always_has_words() -> None:
    end = verdict(_run(), Ended(ending=Ending.FAILED), _gone(), committed=False)
    assert (end.status, end.cause) == (Status.FAILED, Cause.ERROR) and end.error


def test_R36_without_a_word_what_was_committed_decides() -> None:
    assert verdict(_run(), None, _gone(1), committed=True).status is Status.COMPLETE
    lost = verdict(_run(), None, _gone(1), committed=False, trace="It had committed nothing.")
    assert (lost.status, lost.cause) == (Status.FAILED, Cause.LOST)
    assert lost.error == "Its worker process ended unexpectedly with exit code 1. It had committed nothing."
    assert verdict(_run(stopped_by="ada"), None, _gone(-9), committed=False).status is Status.STOPPED


def test_an_exit_reads_as_the_end_of_a_sentence() -> None:
    assert ending_of(_gone(-9)) == "was ended from outside (SIGKILL)"
    assert ending_of(_gone(-4711)) == "was ended from outside (signal 4711)"
    assert ending_of(_gone(3, "a", "b")) == "ended unexpectedly with exit code 3; its last words: b"
