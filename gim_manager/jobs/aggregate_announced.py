"""How what the transformation announces in AGR_NOTIFICATION, that facts changed (T12), becomes pending intervals."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, literal, select, union_all, update

from gim_manager.domain.aggregates import HIERARCHIES
from gim_manager.jobs.aggregate_pending import SLOT_SECONDS, insert_pending, subhours
from gim_manager.jobs.work import Work
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import agr_notification

_READS = union_all(
    *(
        select(literal(hierarchy.name).label("hierarchy"), literal(fact).label("fact_name"))
        for hierarchy in HIERARCHIES
        if hierarchy.source is None
        for fact in hierarchy.facts
    )
).subquery("reads")
"""Which hierarchy is made of which fact table."""


def calendar_span(connection: Connection) -> tuple[int, int] | None:
    """The first and the last slot of the calendar, without the one that stands for what has not ended; None when it
    is empty."""
    slot = date_time.c.date_time_key
    known = slot < FOREVER - SLOT_SECONDS
    first, last = (select(edge(slot)).where(known).scalar_subquery() for edge in (func.min, func.max))
    found = connection.execute(select(first, last)).one()
    return None if found[0] is None else (int(found[0]), int(found[1]))


def announced(connection: Connection) -> bool:
    """Whether any fact changed within the calendar since the last time."""
    span = calendar_span(connection)
    if span is None:
        return False
    told = agr_notification.c
    within = select(told.notification_key).where(told.start_date_time_key <= span[1])
    return connection.scalar(within.limit(1)) is not None


def queue_announced(connection: Connection, work: Work) -> None:
    """Turns the notifications of the fact tables into pending SUBHOUR intervals.

    The caller's transaction sees one picture throughout: a notification is deleted only if it has been turned.
    """
    span = calendar_span(connection)
    if span is None:
        return
    told = agr_notification.c
    edges = select(func.min(told.start_date_time_key), func.max(told.end_date_time_key))
    first, until = connection.execute(edges.where(told.fact_name.in_(select(_READS.c.fact_name)))).one()
    if first is not None:
        insert_pending(connection, _slots_told(work, first, min(until, span[1])))
    _warn_of_missing_days(connection, work, *span)
    connection.execute(delete(agr_notification).where(told.end_date_time_key <= span[1]))
    # What lies beyond the calendar waits until the calendar has grown.
    beyond = update(agr_notification).where(told.start_date_time_key <= span[1])
    connection.execute(beyond.values(start_date_time_key=span[1] + SLOT_SECONDS))


def _slots_told(work: Work, first: int, last: int) -> Any:
    told, slot = agr_notification.c, date_time.c.date_time_key
    return (
        subhours(work, _READS.c.hierarchy)
        .select_from(_READS)
        .join(agr_notification, told.fact_name == _READS.c.fact_name)
        .join(date_time, slot.between(told.start_date_time_key, told.end_date_time_key))
        # As numbers, the edges keep either database from reading the whole calendar.
        .where(slot.between(first, last))
    )


def _warn_of_missing_days(connection: Connection, work: Work, first: int, last: int) -> None:
    told = agr_notification.c
    after = select(func.count()).where(told.end_date_time_key > last, told.start_date_time_key <= last)
    if connection.scalar(after):
        work.report.warning("Facts after the last day of the calendar are in no aggregate yet: run Job_MaintainGIM.")
    if connection.scalar(select(func.count()).where(told.start_date_time_key < first)):
        work.report.warning("Facts before the first day of the calendar are in no aggregate: set date-time-start-year.")
