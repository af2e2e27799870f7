"""One run in detail: who it is, its steps, and why it is as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.ahead import STARTS
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Cause, LogLine, Run, Status, Step
from gim_manager.domain.why_run import story
from gim_manager.presenters import reaggregation, words
from gim_manager.presenters.language import retold, tr
from gim_manager.presenters.why import time

MOST_LINES = 8
"""Of an error; its log has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The run on one line: number, job, and how it came to be."""

    number: str
    job: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step, in columns."""

    name: str
    status: Status
    word: str
    """Empty while a bar says more."""
    share: float | None
    percent: str
    rows: str
    duration: str
    note: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact and when it was, `≈` before what is expected; and the rule that it follows from."""

    time: str
    fact: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One sentence, then what supports it."""

    status: Status | None
    """None of a moment at which nothing ran."""
    cause: Cause | None
    sentence: str
    evidence: tuple[Evidence, ...]


def identity(run: Run, zone: tzinfo, now: datetime) -> Identity:
    """`48213 Job_TransformGIM started 10:37:08 by the cycle of 10:30 on etlsrv-02`."""
    today = now.astimezone(zone).date()
    at = words.clock_time(run.start_time or run.requested_at, zone, today=today)
    if run.start_time is None:
        story = tr("asked for {at} by {person}", at=at, person=words.asker(run))
    elif run.server:
        story = tr("started {at} by {person} on {server}", at=at, person=words.asker(run), server=run.server)
    else:
        story = tr("started {at} by {person}", at=at, person=words.asker(run))
    return Identity(number=str(run.id), job=run.job.value, story=story)


def step_lines(steps: Sequence[Step], now: datetime) -> tuple[StepLine, ...]:
    """The steps in order; those planned and not begun are quiet."""
    return tuple(_step_line(step, now) for step in steps)


def _step_line(step: Step, now: datetime) -> StepLine:
    runs = step.status in (Status.RUNNING, Status.STOPPING)
    share = step.progress if runs else None
    waits = step.status is Status.SCHEDULED
    taken = ((step.end_time or now) - step.start_time).total_seconds() if step.start_time else None
    return StepLine(
        name=retold(step.name), status=step.status, share=share, waits=waits,
        word="" if share is not None else tr("Waits") if waits else words.status_name(step.status),
        percent=words.percent(share) if share is not None else "",
        rows=tr("{n} rows", "", step.rows, one="{n} row") if step.rows is not None else "",
        duration="" if taken is None else words.duration(max(0.0, taken), whole=runs),
        note=retold(step.note or ""),
    )  # fmt: skip


def why(run: Run, zone: tzinfo, now: datetime, told: Sequence[Reason] | None = None) -> Why:
    """One sentence of what the run is, then its life as it is kept; before that is read, as far as the run tells it."""
    expected = next((reason.time for reason in told or () if reason.text == STARTS and reason.expected), None)
    starts = words.expected(expected, zone, today=now.astimezone(zone).date()) if expected else ""
    evidence = (*_life(run, zone, now, story(run, ()) if told is None else told), *_so_far(run, now), *_untimed(run))
    return Why(status=run.status, cause=run.cause, sentence=_sentence(run, starts), evidence=evidence)


def _sentence(run: Run, starts: str) -> str:
    reason = retold(words.first_line(run.reason or ""))
    if run.status is Status.SCHEDULED:
        waits = words.capital(reason) if reason else tr("Waits to be started")
        return tr("{waits}; expected to start at {time}", waits=waits.rstrip("."), time=starts) if starts else waits
    if run.status is Status.STOPPING:
        if run.stopped_by:
            return tr("Stopping: told to by {person}", person=run.stopped_by)
        return tr("Stopping: {reason}", reason=reason) if reason else tr("Stopping")
    if run.status is Status.FAILED:
        return words.capital(words.note(run)) or tr("Failed without a word")
    if run.status in (Status.STOPPED, Status.CANCELED):
        said = words.stopped_note(run)
        word = words.status_word(run)
        if run.cause is Cause.PERSON and run.stopped_by:
            return f"{word} {said}"
        return f"{word}: {said}" if said else word
    if run.status is Status.RUNNING:
        return tr("Runs") if run.progress is None else tr("Runs, {percent} done", percent=words.percent(run.progress))
    return tr("Ended well")


def _life(run: Run, zone: tzinfo, now: datetime, told: Sequence[Reason]) -> Iterator[Evidence]:
    for reason in told:
        lines = [line.strip() for line in retold(reason.text).splitlines()[:MOST_LINES]]
        if run.start_time is not None and reason.time == run.end_time:
            lines.append(tr("It took {run_duration}.", run_duration=words.run_duration(run, now)))
        fact = ("\n" if len(lines) > 2 else " ").join(lines)
        yield Evidence(time=time(reason, zone, now), fact=fact, rule=reason.rule or "")


def _so_far(run: Run, now: datetime) -> Iterator[Evidence]:
    """How far it is, while it runs."""
    if run.start_time is None or run.end_time is not None:
        return
    parts = [words.status_detail(run, now), words.run_duration(run, now)]
    if run.rows is not None:
        parts.append(tr("{n} rows", "", run.rows, one="{n} row"))
    yield Evidence(time=tr("now"), fact=" · ".join(part for part in parts if part))


def _untimed(run: Run) -> Iterator[Evidence]:
    """What has no time of its own: why it started late, its parameters."""
    if run.reason and run.status is Status.RUNNING:
        yield Evidence(time="", fact=words.capital(retold(words.first_line(run.reason))))
    if run.parameters:
        yield Evidence(time="", fact=tr("Job Parameters: {parameters}", parameters=run.parameters))
    if rebuilt := reaggregation.span(run):
        yield Evidence(time="", fact=tr("Rebuilds {rebuilt}", rebuilt=rebuilt))


def log_text(lines: Sequence[LogLine], zone: tzinfo) -> str:
    """Log lines for reading: time, the level only if it is not INFO, the message."""
    return "\n".join(
        f"{line.time.astimezone(zone):%H:%M:%S}  {'' if line.level == 'INFO' else line.level + '  '}{line.message}"
        for line in lines
    )
