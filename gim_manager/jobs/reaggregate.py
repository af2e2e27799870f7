"""A re-aggregation: the sets that a person asked for, deleted and built anew over a range of days (R18, R20, A07).

One transaction a set and day, newest first, or a set and interval above the day: whoever reads meanwhile sees the old
or the new. How far each set has come is a mark in the same transaction, so that whatever ends the run, the next goes on
where it was. Only the levels asked for are built here; those above them are queued as they are for any change. What it
changes is kept, to be undone (undo.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, not_, select, update

from gim_manager.domain.aggregates import Hierarchy, Level
from gim_manager.domain.reaggregation import Flavor, Reaggregation, calendar_clock
from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch
from gim_manager.domain.undo import Undoing, read_request
from gim_manager.jobs import audit, kept_rows
from gim_manager.jobs.aggregate_build import build_batch
from gim_manager.jobs.aggregate_grid import purged_to
from gim_manager.jobs.aggregate_pending import WITHIN_A_DAY, Stretch, queue_asked, transaction
from gim_manager.jobs.day_seals import break_within
from gim_manager.jobs.undo import undo
from gim_manager.jobs.work import Handed, StepReport, Work
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import ctl_mark
from gim_manager.schema.dialect import insert_or_ignore

_MARK = "reaggregation"
"""The first word of the marks: `reaggregation 12 H_QUEUE HOUR`; VALUE is the slot down to which the set is rebuilt,
VALUE2 how many rows that made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One set over the whole range, in seconds UTC; the `place`-th `of` so many."""

    request: Handed
    hierarchy: Hierarchy
    level: Level
    flavor: Flavor | None
    first: int
    until: int
    place: int
    of: int

    @property
    def name(self) -> str:
        return f"{self.hierarchy.name} {self.level}"

    @property
    def mark(self) -> str:
        return f"{_MARK} {self.request.run_id} {self.name}"

    def tell(self, step: StepReport, down_to: int, rows: int, clock: LocalClock) -> None:
        """How far the set has come, and with it the request."""
        part = (self.until - down_to) / (self.until - self.first)
        step.rows(rows)
        step.progress(part)
        day = clock.local_date(from_epoch(down_to))
        self.request.report.progress((self.place + part) / self.of, f"{self.name}, down to {day}")


def run(work: Work, request: Handed, *, keep_up: Callable[[], None]) -> None:
    """Works the request to its end; `keep_up` builds what the facts ask for, before each transaction of the request.

    Raises BadParameters, CannotUndo, and Stopped if the request or the whole run is told to stop.
    """
    request.stop.check()
    asked = read_request(request.parameters)
    if isinstance(asked, Undoing):
        undo(work, request, asked.run_id, keep_up=keep_up)
    else:
        _rebuild(work, request, asked, keep_up)


def _rebuild(work: Work, request: Handed, asked: Reaggregation, keep_up: Callable[[], None]) -> None:
    clock = calendar_clock(work.options)
    tasks = _tasks(request, asked, clock)
    _begin(work, request, tasks)
    request.report.planned([task.name for task in tasks])
    request.report.info(f"Rebuilds {asked.span} ({clock.zone}): {', '.join(task.name for task in tasks)}.")
    for task in tasks:
        with request.report.step(task.name) as step:
            down_to = task.until
            while down_to > task.first:
                keep_up()
                request.stop.check()
                with transaction(work) as connection, request.stop.cancels(connection):
                    down_to, rows = _advance(connection, work, task)
                task.tell(step, down_to, rows, clock)
        request.report.info(f"{task.name} is rebuilt: {rows} rows.")
    request.report.progress(1.0, f"{asked.span} rebuilt")


def _tasks(request: Handed, asked: Reaggregation, clock: LocalClock) -> tuple[_Task, ...]:
    first, until = (to_epoch(edge) for edge in asked.range(clock))
    return tuple(
        _Task(
            request=request, hierarchy=hierarchy, level=level, flavor=asked.flavor, first=first, until=until,
            place=place, of=len(asked.sets),
        )
        for place, (hierarchy, level) in enumerate(asked.sets)
    )  # fmt: skip


def _begin(work: Work, request: Handed, tasks: Iterable[_Task]) -> None:
    """Marks the sets that have none yet, and forgets the requests before, which have all ended."""
    with transaction(work) as connection:
        own = ctl_mark.c.name.like(f"{_MARK} {request.run_id} %")
        connection.execute(delete(ctl_mark).where(ctl_mark.c.name.like(f"{_MARK} %"), not_(own)))
        kept_rows.begin(connection, request.run_id, to_epoch(work.now()))
        audit_key = audit.begin(connection, work)
        for task in tasks:
            break_within(connection, task.first, task.until)
            mark = {"name": task.mark, "value": task.until, "value2": "0", "update_audit_key": audit_key}
            connection.execute(insert_or_ignore(connection, ctl_mark).values(mark))
            if _is_protected(connection, task, task.first):
                request.report.warning(f"{task.name}: the days whose facts were purged keep the aggregates they have.")
        audit.finish(connection, audit_key, rows=0)


def _is_protected(connection: Connection, task: _Task, slot: int) -> bool:
    """Whether what begins at a slot could not be built again, and nobody has said to go on regardless (R20)."""
    from_facts = task.level is Level.SUBHOUR and not task.request.forced
    return from_facts and slot < purged_to(connection, task.hierarchy)


def _advance(connection: Connection, work: Work, task: _Task) -> tuple[int, int]:
    """Rebuilds what comes next of a set: down to where it is rebuilt now, and how many rows that has made in all."""
    mark = ctl_mark.c
    until, made = connection.execute(select(mark.value, mark.value2).where(mark.name == task.mark)).one()
    stretch = _next(connection, task, until)
    rows = int(made or 0)
    if stretch:
        batch = queue_asked(connection, work, stretch)
        kept_rows.set_aside(connection, batch)
        rows += build_batch(connection, work, batch)
        kept_rows.keep(connection, task.request.run_id, batch)
    down_to = stretch.first if stretch else task.first
    connection.execute(update(ctl_mark).where(mark.name == task.mark).values(value=down_to, value2=str(rows)))
    return down_to, rows


def _next(connection: Connection, task: _Task, until: int) -> Stretch | None:
    """The latest day or interval that is not rebuilt yet; None if nothing is left that may be."""
    slot, level = date_time.c.date_time_key, "day" if task.level in WITHIN_A_DAY else task.level.lower()
    left = select(func.max(slot)).where(slot >= task.first, slot < until).scalar_subquery()
    begins = connection.scalar(select(date_time.c[f"date_time_{level}_key"]).where(slot == left))
    if begins is None:
        return None
    first = max(int(begins), task.first)
    if _is_protected(connection, task, first):
        return None
    return Stretch(hierarchy=task.hierarchy, level=task.level, flavor=task.flavor, first=first, until=until)
