"""What the end of a worker means for its run (R26, R36): its last word, its exit, what it had committed."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.engine.protocol import Ended, Ending
from gim_manager.engine.workers import Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a run ends."""

    status: Status
    cause: Cause
    error: str | None = None
    rows: int | None = None
    note: str | None = None


def verdict(run: Run, ended: Ended | None, gone: Gone, *, committed: bool, trace: str = "") -> Verdict:
    """`committed`: CTL_ETL_HISTORY has the run, all its data are in. What was done is done, stop or not.

    `trace` says what a worker that left without a word has left behind.
    """
    return _without_word(run, gone, trace, committed=committed) if ended is None else by_word(run, ended)


def by_word(run: Run, ended: Ended) -> Verdict:
    """How a run ends that its worker has spoken of."""
    if ended.ending is Ending.COMPLETE:
        return Verdict(status=Status.COMPLETE, cause=Cause.DONE, rows=ended.rows, note=ended.note)
    if ended.ending is Ending.STOPPED:
        return Verdict(status=Status.STOPPED, cause=stop_cause(run), rows=ended.rows)
    return Verdict(status=Status.FAILED, cause=Cause.ERROR, rows=ended.rows, error=ended.error or "It gave no reason.")


def stop_cause(run: Run) -> Cause:
    """Whether a person or a rule stopped it."""
    return Cause.PERSON if run.stopped_by not in (None, SCHEDULER) else Cause.RULE


def _without_word(run: Run, gone: Gone, trace: str, *, committed: bool) -> Verdict:
    if committed:
        return Verdict(status=Status.COMPLETE, cause=Cause.DONE)
    if run.stop_requested_at is not None:
        note = "ended by force: it reached no safe point in time; what it had committed stays"
        return Verdict(status=Status.STOPPED, cause=stop_cause(run), note=note)
    return Verdict(status=Status.FAILED, cause=Cause.LOST, error=f"Its worker process {ending_of(gone)}. {trace}")


def ending_of(gone: Gone) -> str:
    """How the process ended, as the end of a sentence."""
    last = f"; its last words: {gone.last_words[-1]}" if gone.last_words else ""
    if gone.exit_code < 0:
        return f"was ended from outside ({_signal_name(-gone.exit_code)}){last}"
    return f"ended unexpectedly with exit code {gone.exit_code}{last}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
