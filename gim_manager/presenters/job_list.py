"""What the job list shows of a run, column by column, and what may be asked of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.listing import RunColumn, RunQuery
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import reaggregation, words
from gim_manager.presenters.language import later, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the list."""

    key: str
    title: str
    sample: str
    """The widest usual content, measured in the font in use."""
    order: RunColumn
    meaning: str
    right: bool = False


COLUMNS: tuple[Column, ...] = (
    Column(key="id", title=later("Job ID"), sample="048213", right=True, order=RunColumn.ID,
           meaning=later("The run's number")),
    Column(key="job", title=later("Job"), sample="Job_AggregateGIM", order=RunColumn.JOB, meaning=later("What ran")),
    Column(key="status", title=later("Status"), sample=later("Stopping kill in 10 s 00"), order=RunColumn.STATUS,
           meaning=later("Its state")),
    Column(key="start", title=later("Start time"), sample=later("24 Oct 00:00:00"), right=True,
           order=RunColumn.START_TIME, meaning=later("When it started, or is expected to, in the schedule's zone")),
    Column(key="end", title=later("End time"), sample="≈ 00:00:00", right=True, order=RunColumn.END_TIME,
           meaning=later("When it ended, or is expected to, in the schedule's zone")),
    Column(key="duration", title=later("Duration"), sample="10 m 04 s", right=True, order=RunColumn.DURATION,
           meaning=later("From start to end, or so far")),
    Column(key="rows", title=later("Rows"), sample="10,204,332", right=True, order=RunColumn.ROWS,
           meaning=later("Rows written")),
    Column(key="by", title=later("By"), sample="scheduler", order=RunColumn.BY, meaning=later("Who asked for it")),
    Column(key="note", title=later("Note"), sample="waits for Job_TransformGIM 48213", order=RunColumn.NOTE,
           meaning=later("What the columns cannot say")),
)  # fmt: skip

PERIODS: tuple[tuple[str, timedelta | None], ...] = (
    (later("Any time"), None),
    (later("Last hour"), timedelta(hours=1)),
    (later("Last 36 hours"), timedelta(hours=36)),
    (later("Last 7 days"), timedelta(days=7)),
    (later("Last 30 days"), timedelta(days=30)),
)
"""The choices of the period filter."""

STATUSES: tuple[tuple[str, frozenset[Status]], ...] = (
    (later("Any status"), frozenset()),
    (later("Not ended"), frozenset({Status.SCHEDULED, Status.RUNNING, Status.STOPPING})),
    *((words.STATUS_WORDS[status], frozenset({status})) for status in Status),
)
"""The choices of the status filter; Canceled runs show only if asked for."""

JOBS: tuple[tuple[str, frozenset[Job]], ...] = (
    (later("Any job"), frozenset()),
    *((job.value, frozenset({job})) for job in Job),
)
"""The choices of the job filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the filter row says, by place in its lists; the text as typed."""

    text: str = ""
    status: int = 0
    job: int = 0
    period: int = 0
    order: RunColumn = RunColumn.ID
    descending: bool = True

    @property
    def is_clear(self) -> bool:
        """Whether every run is asked for."""
        return not self.text.strip() and self.status == self.job == self.period == 0

    def cleared(self) -> Filters:
        """The same order, no filter."""
        return Filters(order=self.order, descending=self.descending)

    def sorted_by(self, column: Column) -> Filters:
        """As a click on a header asks: the same column turns round, another begins with its usual direction."""
        if column.order is self.order:
            return replace(self, descending=not self.descending)
        return replace(self, order=column.order, descending=column.right)

    def query(self, now: datetime) -> RunQuery:
        """The question to the database."""
        span = PERIODS[self.period][1]
        return RunQuery(
            statuses=STATUSES[self.status][1],
            jobs=JOBS[self.job][1],
            since=now - span if span else None,
            text=self.text.strip(),
            order=self.order,
            descending=self.descending,
        )


def shows(query: RunQuery, run: Run) -> bool:
    """Whether a changed run still belongs to the list, by state alone: text and time do not drop what is on screen."""
    if not query.statuses:
        return run.status is not Status.CANCELED
    return run.status in query.statuses


def count_sentence(matching: int | None, total: int | None, *, filtered: bool) -> str:
    """`38 of 1,204,332 runs` at the right end of the filters; empty until it is known."""
    if total is None:
        return ""
    if not filtered or matching is None:
        return tr("{n} runs", "", total, one="{n} run")
    return tr("{matching} of {n} runs", "", total, one="{matching} of {n} run", matching=words.count(matching))


def expected_end(run: Run, seen: datetime | None) -> datetime | None:
    """When a Running run will have ended at the pace it had when it was last seen; None where that is a mere guess."""
    if run.status is not Status.RUNNING or (TRAITS[run.job].endless and not run.is_reaggregation):
        return None
    if run.start_time is None or seen is None or not run.progress or run.progress < 0.05:
        return None
    so_far = seen - run.start_time
    return run.start_time + so_far / min(run.progress, 1.0) if so_far >= timedelta(seconds=5) else None


def note(run: Run) -> str:
    """The note column; Job Parameters stand there by their meaning."""
    said = words.note(run)
    return reaggregation.short(said, run.requested_at.year) if run.parameters and said == run.parameters else said


def ticks(runs: Iterable[Run]) -> bool:
    """Whether a digit of the list changes by itself."""
    return any(run.is_active for run in runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Where and when the list is read: what every cell needs beside the run."""

    zone: tzinfo
    now: datetime
    starts: Mapping[int, datetime] = field(default_factory=dict)
    """When runs that wait are expected to start, as far as anybody knows."""

    def start(self, run: Run) -> words.ClockParts | None:
        """When it started."""
        return self._clock(run.start_time)

    def expected_start(self, run: Run) -> words.ClockParts | None:
        """When a waiting run is expected to; None once that has passed, and it waits still."""
        return self._clock(self._due(run))

    def _due(self, run: Run) -> datetime | None:
        due = self.starts.get(run.id)
        return due if due is not None and due > self.now and run.status is Status.SCHEDULED else None

    def end(self, run: Run) -> words.ClockParts | None:
        """When it ended, as `+1 00:19:30` if on a later day than it started."""
        return self._clock(run.end_time, run.start_time)

    def _clock(self, instant: datetime | None, since: datetime | None = None) -> words.ClockParts | None:
        if instant is None:
            return None
        return words.clock_parts(instant, self.zone, today=self.now.astimezone(self.zone).date(), since=since)

    def text(self, run: Run, key: str) -> str:
        """What a cell says, as one plain string: for search, copy and screen readers."""
        return words.plain(_TEXTS[key](run, self))

    def copied(self, run: Run, key: str) -> str:
        """What the clipboard gets: plain values, ISO times, seconds."""
        exact = {
            "start": lambda: words.plain_time(run.start_time, self.zone),
            "end": lambda: words.plain_time(run.end_time, self.zone),
            "duration": lambda: words.plain_seconds(run),
            "rows": lambda: "" if run.rows is None else str(run.rows),
        }
        return exact[key]() if key in exact else self.text(run, key)

    def tip(self, run: Run, key: str) -> str:
        """What a tooltip adds; empty where the cell says it all."""
        if key == "start" and (due := self._due(run)):
            return f"{tr('Expected to start')}\n{words.time_tip(due, self.zone)}"
        if key in ("start", "end"):
            instant = run.start_time if key == "start" else run.end_time
            return words.time_tip(instant, self.zone) if instant else ""
        if key == "note":
            return "\n".join(text for text in (words.full_note(run), run.parameters or "") if text)
        return self.text(run, key) if key in ("job", "by", "status") else ""


_TEXTS: dict[str, Callable[[Run, Wording], str]] = {
    "id": lambda run, _: str(run.id),
    "job": lambda run, _: run.job.value,
    "status": lambda run, wording: words.status_spoken(run, wording.now),
    "start": lambda run, wording: _start(run, wording),
    "end": lambda run, wording: " ".join(part for part in wording.end(run) or () if part),
    "duration": lambda run, wording: words.run_duration(run, wording.now),
    "rows": lambda run, _: "" if run.rows is None else words.count(run.rows),
    "by": lambda run, _: words.asker(run),
    "note": lambda run, _: note(run),
}


def _start(run: Run, wording: Wording) -> str:
    due = wording.expected_start(run)
    time = " ".join(part for part in due or wording.start(run) or () if part)
    return f"{words.EXPECTED} {time}" if due else time


def copied_table(runs: Iterable[Run], columns: Iterable[Column], wording: Wording) -> str:
    """The runs as tab-separated lines below the columns' titles."""
    shown = list(columns)
    lines = ["\t".join(tr(column.title) for column in shown)]
    for run in runs:
        lines.append(
            "\t".join(wording.copied(run, column.key).replace("\t", " ").replace("\n", " ") for column in shown)
        )
    return "\n".join(lines) + "\n"
