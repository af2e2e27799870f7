"""A re-aggregation: the sets that a person asked for, deleted and built anew over a range of days (R18, R20, A07).

One transaction a set and day, newest first, or a set and interval above the day: whoever reads meanwhile sees the old
or the new. How far each set has come is a mark in the same transaction, so that whatever ends the run, the next goes on
where it was. Only the levels asked for are built here; those above them are queued as they are for any change. What it
changes is kept, to be undone (undo.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, not_, select, update

from gim_manager.domain.reaggregation import Reaggregation, calendar_clock
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.domain.undo import Undoing, read_request
from gim_manager.jobs import audit, kept_rows
from gim_manager.jobs.aggregate_build import build_batch
from gim_manager.jobs.aggregate_pending import queue_asked, transaction
from gim_manager.jobs.day_seals import break_within
from gim_manager.jobs.stretches import Task, is_protected, next_stretch, tasks
from gim_manager.jobs.undo import undo
from gim_manager.jobs.work import Handed, Work
from gim_manager.schema.control import ctl_mark
from gim_manager.schema.dialect import insert_or_ignore

_MARK = "reaggregation"
"""The first word of the marks: `reaggregation 12 H_QUEUE HOUR`; VALUE is the slot down to which the set is rebuilt,
VALUE2 how many rows that made."""


def run(work: Work, request: Handed, *, keep_up: Callable[[], None]) -> None:
    """Works the request to its end; `keep_up` builds what the facts ask for, before each transaction of the request.

    Raises BadParameters, CannotUndo, and Stopped if the request or the whole run is told to stop.
    """
    request.stop.check()
    asked = read_request(request.parameters)
    if isinstance(asked, Undoing):
        undo(work, request, asked.run_id, keep_up=keep_up)
    else:
        rebuild(work, request, asked, keep_up=keep_up)


def rebuild(work: Work, request: Handed, asked: Reaggregation, *, keep_up: Callable[[], None]) -> None:
    """The same of parameters that were understood."""
    clock = calendar_clock(work.options)
    sets = tasks(asked, clock, forced=request.forced)
    _begin(work, request, sets)
    request.report.planned([task.name for task in sets])
    request.report.info(f"Rebuilds {asked.span} ({clock.zone}): {', '.join(task.name for task in sets)}.")
    for task in sets:
        with request.report.step(task.name) as step:
            down_to = task.until
            while down_to > task.first:
                keep_up()
                request.stop.check()
                with transaction(work) as connection, request.stop.cancels(connection):
                    down_to, rows = _advance(connection, work, request, task)
                step.rows(rows)
                step.progress(task.done(down_to))
                day = clock.local_date(from_epoch(down_to))
                part = (task.place + task.done(down_to)) / task.of
                request.report.progress(part, f"{task.name}, down to {day}")
        request.report.info(f"{task.name} is rebuilt: {rows} rows.")
    with transaction(work) as connection:
        kept_rows.tell_planner(connection, request.run_id)
    request.report.progress(1.0, f"{asked.span} rebuilt")


def _mark(request: Handed, task: Task) -> str:
    return f"{_MARK} {request.run_id} {task.name}"


def _begin(work: Work, request: Handed, sets: Iterable[Task]) -> None:
    """Marks the sets that have none yet, and forgets the requests before, which have all ended."""
    with transaction(work) as connection:
        own = ctl_mark.c.name.like(f"{_MARK} {request.run_id} %")
        connection.execute(delete(ctl_mark).where(ctl_mark.c.name.like(f"{_MARK} %"), not_(own)))
        kept_rows.begin(connection, request.run_id, to_epoch(work.now()))
        audit_key = audit.begin(connection, work)
        for task in sets:
            break_within(connection, task.first, task.until)
            mark = {"name": _mark(request, task), "value": task.until, "value2": "0", "update_audit_key": audit_key}
            connection.execute(insert_or_ignore(connection, ctl_mark).values(mark))
            if is_protected(connection, task, task.first):
                request.report.warning(f"{task.name}: the days whose facts were purged keep the aggregates they have.")
        audit.finish(connection, audit_key, rows=0)


def _advance(connection: Connection, work: Work, request: Handed, task: Task) -> tuple[int, int]:
    """Rebuilds what comes next of a set: down to where it is rebuilt now, and how many rows that has made in all."""
    mark, name = ctl_mark.c, _mark(request, task)
    until, made = connection.execute(select(mark.value, mark.value2).where(mark.name == name)).one()
    stretch = next_stretch(connection, task, until)
    rows = int(made or 0)
    if stretch:
        batch = queue_asked(connection, work, stretch)
        before = kept_rows.set_aside(connection, batch)
        rows += build_batch(connection, work, batch)
        kept_rows.keep(connection, request.run_id, batch, before=before)
    down_to = stretch.first if stretch else task.first
    connection.execute(update(ctl_mark).where(mark.name == name).values(value=down_to, value2=str(rows)))
    return down_to, rows
