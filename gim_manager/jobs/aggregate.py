"""Job_AggregateGIM: keeps the aggregate tables equal to the facts, newest first, until it is told to stop (A01-A07).

Facts that changed are announced in AGR_NOTIFICATION (T12). They become pending intervals; those of a day are built in
one transaction for all hierarchies, SUBHOUR from the facts, every other level from the level below it, so a reader sees
an interval either old or new. Re-aggregations that are handed to the run are worked between the facts' own intervals
(reaggregate.py).
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import Connection

from gim_manager.domain.aggregates import HIERARCHIES
from gim_manager.jobs import aggregate_announced, aggregate_grid, aggregate_pending, reaggregate
from gim_manager.jobs.aggregate_build import build_due
from gim_manager.jobs.aggregate_pending import Due
from gim_manager.jobs.day_seals import DaySeals, break_pending
from gim_manager.jobs.work import Outcome, StepReport, Stopped, Work
from gim_manager.schema.engines import reading

IDLE_SECONDS = 5.0
"""How long it sleeps when nothing is pending and nobody wakes it."""

MANY = 1000
"""Pending intervals of which PostgreSQL is told."""

NOT_HONOURED = {
    ("agg", "writer-schedule"): "one writer builds all, what is recent before what is older or asked for again.",
}
"""Options that are known and kept, and that nothing reads yet (A06); a run says so of those that are set."""


def run(work: Work) -> Outcome:
    """Drains what is pending and waits for more; ends only by being told to stop (Stopped), or by an error."""
    for section, name in NOT_HONOURED:
        if work.options.get_raw(section, name) is not None:
            work.report.warning(f"[{section}] {name} has no effect in this version: {NOT_HONOURED[section, name]}")
    with ExitStack() as stack:
        steps = {one.name: stack.enter_context(work.report.step(one.name)) for one in HIERARCHIES}
        _follow(work, steps, dict.fromkeys(steps, 0))


def _follow(work: Work, steps: dict[str, StepReport], built: dict[str, int]) -> NoReturn:
    seals, is_news = DaySeals(work), True
    while True:
        try:
            is_news = drain(work, steps, built) or is_news
        except Stopped:
            # Whoever waits until all is built and then stops the run is to find it sealed.
            seals.keep(is_news=True)
            raise
        if (given := work.handed()) is not None:
            with given as request:
                work.report.info(f"Works re-aggregation {request.run_id}: {request.parameters}")
                reaggregate.run(work, request, keep_up=lambda: keep_up(work, steps, built))
            is_news = True
            continue
        seals.keep(is_news=is_news)
        is_news = False
        work.report.progress(None, "follows the facts")
        # Who sleeps holds no file that others move, and no session.
        work.info_mart.dispose()
        if work.stop.wait(IDLE_SECONDS):
            work.stop.check()


def keep_up(work: Work, steps: dict[str, StepReport], built: dict[str, int]) -> None:
    """Builds until nothing is pending if facts have changed. What a request alone has queued can wait until it comes
    there itself, or has ended."""
    work.stop.check()
    with reading(work.info_mart) as connection:
        has_news = _has_news(connection, work)
    if has_news:
        drain(work, steps, built)


def drain(work: Work, steps: dict[str, StepReport], built: dict[str, int]) -> bool:
    """Builds until nothing is pending; adds the rows written to `built`, by hierarchy. Whether there was anything."""
    is_news = False
    while True:
        work.stop.check()
        ahead = _look_ahead(work)
        if ahead.has_news:
            take_in(work)
            is_news = True
            continue
        if ahead.due is None:
            return is_news
        is_news = True
        work.report.progress(None, f"follows the facts · {ahead.waiting} intervals pending")
        for name, rows in build(work, ahead.due).items():
            built[name] += rows
            steps[name].rows(built[name])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """What is to be done next."""

    has_news: bool
    """Facts were announced, or other intervals are asked for."""
    due: Due | None
    waiting: int
    """How many intervals are pending in all."""


def _look_ahead(work: Work) -> _Ahead:
    with reading(work.info_mart) as connection:
        has_news = _has_news(connection, work)
        due, waiting = aggregate_pending.newest(connection, work)
        return _Ahead(has_news=has_news, due=due, waiting=waiting)


def _has_news(connection: Connection, work: Work) -> bool:
    return aggregate_announced.announced(connection) or bool(aggregate_grid.changed(connection, work))


def take_in(work: Work) -> None:
    """Queues the intervals that changed facts were announced for, or all if other intervals are asked for."""
    with aggregate_pending.transaction(work) as connection:
        if connection.dialect.name == "postgresql":
            # Differs from PostgreSQL because SQLite's writer is alone: here a fact may be announced between two
            # statements, and the last, which deletes, must not see what the first have not.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        aggregate_grid.renew(connection, work, aggregate_grid.changed(connection, work))
        aggregate_announced.queue_announced(connection, work)
        break_pending(connection)
        _tell_of_many(connection)


def _tell_of_many(connection: Connection) -> None:
    if connection.dialect.name == "postgresql" and aggregate_pending.waiting(connection) > MANY:
        # Differs from PostgreSQL because SQLite keeps the order of its joins: here a list that grew from nothing to
        # thousands would be taken for an empty one, and every fact compared with all of it.
        connection.exec_driver_sql("ANALYZE agr_pending")


def build(work: Work, due: Due) -> dict[str, int]:
    """Builds what is due in one transaction; the rows written, by hierarchy."""
    with aggregate_pending.transaction(work) as connection:
        return build_due(connection, work, due)
