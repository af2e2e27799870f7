"""Job_AggregateGIM: keeps the Aggregate tables equal to the facts, newest first, until it is told to stop (A01-A06).

Facts that changed are announced in AGR_NOTIFICATION (T12). They become pending intervals; each is built whole in one
transaction, SUBHOUR from the facts, every other level from the level below it, so a reader sees an interval either old
or new.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, delete, func, literal, select

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Hierarchy, Level
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import rollup
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Outcome, StepReport, Work
from gim_manager.schema.aggregates import agr_pending
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import agr_notification
from gim_manager.schema.dialect import insert_or_ignore
from gim_manager.schema.engines import reading, writing

IDLE_SECONDS = 5.0
"""How long it sleeps when nothing is pending and nobody wakes it."""

_SPAN = {Level.SUBHOUR: 86_400, Level.HOUR: 7 * 86_400, Level.DAY: 92 * 86_400}
_LONGEST_SPAN = 40 * 366 * 86_400
"""How many seconds of intervals one transaction builds, at most."""

_ORDER = (Level.DAY, Level.HOUR, Level.SUBHOUR, Level.MONTH, Level.QUARTER, Level.YEAR)
"""A day is finished at every fine level before an older one is begun; months and above are built once all days are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pending intervals of one hierarchy and level that are built in one transaction; both keys included."""

    hierarchy: Hierarchy
    level: Level
    first: int
    last: int


def run(work: Work) -> Outcome:
    """Drains what is pending and waits for more; ends only by being told to stop (Stopped), or by an error."""
    with ExitStack() as stack:
        steps = {one.name: stack.enter_context(work.report.step(one.name)) for one in HIERARCHIES}
        built = dict.fromkeys(steps, 0)
        while True:
            drain(work, steps, built)
            work.report.progress(None, "follows the facts")
            if work.stop.wait(IDLE_SECONDS):
                work.stop.check()


def drain(work: Work, steps: dict[str, StepReport], built: dict[str, int]) -> None:
    """Builds until nothing is pending; adds the rows written to `built`, by hierarchy."""
    while True:
        work.stop.check()
        take_in(work)
        batches = [batch for batch in (_next(work, hierarchy) for hierarchy in HIERARCHIES) if batch]
        if not batches:
            return
        work.report.progress(None, f"follows the facts · {_waiting(work)} intervals pending")
        for batch in batches:
            built[batch.hierarchy.name] += build(work, batch)
            steps[batch.hierarchy.name].rows(built[batch.hierarchy.name])


def take_in(work: Work) -> None:
    """Turns the notifications of the fact tables into pending SUBHOUR intervals."""
    with reading(work.info_mart) as connection:
        newest = connection.scalar(select(func.max(agr_notification.c.notification_key)))
    if newest is None:
        return
    with _transaction(work) as connection:
        for hierarchy in HIERARCHIES:
            _queue_slots(connection, work, hierarchy, newest)
        _warn_of_missing_days(connection, work, newest)
        connection.execute(delete(agr_notification).where(agr_notification.c.notification_key <= newest))


def _queue_slots(connection: Connection, work: Work, hierarchy: Hierarchy, newest: int) -> None:
    told = agr_notification.c
    touched = (
        select(literal(hierarchy.name), literal(Level.SUBHOUR.value), _subhour(work), literal(to_epoch(work.now())))
        .join(agr_notification, date_time.c.date_time_key.between(told.start_date_time_key, told.end_date_time_key))
        .where(told.fact_name.in_(hierarchy.facts), told.notification_key <= newest)
        .distinct()
    )
    columns = ["hierarchy", "agg_level", "date_time_key", "queued_ts"]
    connection.execute(insert_or_ignore(connection, agr_pending).from_select(columns, touched))


def _subhour(work: Work) -> Column[Any]:
    return date_time.c.date_time_key if _seconds(work) == 900 else date_time.c.date_time_30int_key


def _seconds(work: Work) -> int:
    return 1800 if work.options.text("agg", "sub-hour-interval") == "30min" else 900


def _warn_of_missing_days(connection: Connection, work: Work, newest: int) -> None:
    # Facts beyond the calendar can be in no interval: that must never pass in silence.
    slot = date_time.c.date_time_key
    known = select(func.max(slot)).where(slot < FOREVER - 86_400).scalar_subquery()
    told = agr_notification.c
    beyond = select(func.count()).where(told.notification_key <= newest, told.end_date_time_key > known)
    if connection.scalar(beyond):
        work.report.warning("Facts beyond the last day of the calendar are in no aggregate: run Job_MaintainGIM.")


def _next(work: Work, hierarchy: Hierarchy) -> Batch | None:
    """The next batch of a hierarchy: its newest intervals, levels in _ORDER."""
    with reading(work.info_mart) as connection:
        newest = {level: _newest(connection, work, hierarchy, level) for level in LEVELS}
    for level in _ORDER:
        last = newest[level]
        if last is not None:
            return Batch(hierarchy=hierarchy, level=level, first=last - _SPAN.get(level, _LONGEST_SPAN) + 1, last=last)
    return None


def _newest(connection: Connection, work: Work, hierarchy: Hierarchy, level: Level) -> int | None:
    waited = to_epoch(work.now()) - _delay(work, level)
    pending = agr_pending.c
    newest: int | None = connection.scalar(
        select(func.max(pending.date_time_key)).where(
            pending.hierarchy == hierarchy.name, pending.agg_level == level.value, pending.queued_ts <= waited
        )
    )
    return newest


def _delay(work: Work, level: Level) -> int:
    if level in (Level.SUBHOUR, Level.HOUR):
        return 0
    return work.options.number("agg", f"agg-level-{level.value.lower()}-delay")


def build(work: Work, batch: Batch) -> int:
    """Builds a batch in one transaction and queues the level above it; the rows written."""
    with _transaction(work) as connection:
        rows = _build_rows(connection, work, batch)
        if batch.level.coarser is not None:
            rollup.queue(connection, batch.hierarchy, batch.level, batch.first, batch.last, to_epoch(work.now()))
        pending = agr_pending.c
        connection.execute(
            delete(agr_pending).where(
                pending.hierarchy == batch.hierarchy.name,
                pending.agg_level == batch.level.value,
                pending.date_time_key.between(batch.first, batch.last),
            )
        )
    return rows


def _build_rows(connection: Connection, work: Work, batch: Batch) -> int:
    if batch.level is not Level.SUBHOUR:
        return rollup.build(connection, batch.hierarchy, batch.level, batch.first, batch.last)
    thresholds = "agg-gim-thld-QUEUE-IXN"
    return script(f"aggregate/{batch.hierarchy.stem}").run(
        connection,
        first=batch.first,
        last=batch.last,
        seconds=_seconds(work),
        short_abandoned=work.options.number(thresholds, "short-abandoned-threshold"),
        accepted_in_time=work.options.number(thresholds, "accepted-threshold"),
        longest=work.options.number("gim-etl", "max-session-duration-in-hours") * 3600 + 900,
    )


def _waiting(work: Work) -> int:
    with reading(work.info_mart) as connection:
        return int(connection.scalar(select(func.count()).select_from(agr_pending)) or 0)


@contextmanager
def _transaction(work: Work) -> Iterator[Connection]:
    with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
        yield connection
