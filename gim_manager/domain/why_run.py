"""Why a run is as it is: who asked for it, what held it back, what started, stopped or ended it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Cause, Run, Status

_BEFORE_THE_START = (DecisionKind.HOLD, DecisionKind.MAKE_UP)
_TAKEN_BACK = (DecisionKind.STOP, DecisionKind.DROP)


def story(run: Run, decisions: Sequence[Decision]) -> tuple[Reason, ...]:
    """The life of the run in the order of time; what came last made it what it is. Never empty."""
    told = (*_asked(run), *_held(run, decisions), *_started(run), *_stopping(run, decisions), *_ended(run, decisions))
    return tuple(sorted(told, key=lambda reason: reason.time))


def _asked(run: Run) -> Iterator[Reason]:
    yield Reason(time=run.requested_at, text=f"{run.requested_by} asked for {run.job}.")
    if run.due_at is not None and run.due_at != run.requested_at:
        yield Reason(time=min(run.due_at, run.requested_at), text="It was due.")


def _held(run: Run, decisions: Sequence[Decision]) -> Iterator[Reason]:
    kept = [decision for decision in decisions if decision.kind in _BEFORE_THE_START]
    for decision in kept:
        times = f" ({decision.count} times)" if decision.count > 1 else ""
        yield Reason(time=decision.first_at, rule=decision.rule, text=f"{decision.reason}{times}")
    if run.status is Status.SCHEDULED and not kept:
        yield Reason(time=run.requested_at, text=run.reason or "Waits for a server to start it.")


def _started(run: Run) -> Iterator[Reason]:
    if run.start_time is not None:
        after = f", {run.delay.total_seconds():.1f} s after its time" if run.delay else ""
        yield Reason(time=run.start_time, text=f"Started{f' on {run.server}' if run.server else ''}{after}.")


def _stopping(run: Run, decisions: Sequence[Decision]) -> Iterator[Reason]:
    if run.stop_requested_at is not None:
        text = f"{run.stopped_by or 'A rule'} asked it to stop{_because(run)}"
        yield Reason(time=run.stop_requested_at, rule=_rule(run, decisions), text=text)


def _ended(run: Run, decisions: Sequence[Decision]) -> Iterator[Reason]:
    if run.end_time is None:
        return
    rule, text = None, f"{run.status.value}."
    if run.status in (Status.STOPPED, Status.CANCELED):
        rule, text = _rule(run, decisions), f"{run.status.value} by {run.stopped_by or 'a rule'}{_because(run)}"
    elif run.status is Status.FAILED:
        rule = "R36" if run.cause is Cause.LOST else None
        text = f"{'Lost' if rule else 'Failed'}: {(run.error or 'nothing was said').strip()}"
    yield Reason(time=run.end_time, rule=rule, text=text)


def _rule(run: Run, decisions: Sequence[Decision]) -> str:
    """By which rule it was stopped or canceled: a person's stop is R26."""
    taken = [decision.rule for decision in decisions if decision.kind in _TAKEN_BACK]
    return taken[-1] if taken and run.cause is not Cause.PERSON else "R26"


def _because(run: Run) -> str:
    reason = (run.reason or "").strip()
    return f": {reason}" if reason else "."
