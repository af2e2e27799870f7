"""What a re-aggregation would change, by its own statements on shadows of the aggregates (shadows.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine, FromClause, func, select

from gim_manager.domain.aggregates import Fold
from gim_manager.domain.reaggregation import Reaggregation, calendar_clock
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay
from gim_manager.domain.timing import LocalClock, from_epoch
from gim_manager.jobs.aggregate_build import build_batch
from gim_manager.jobs.aggregate_pending import Batch, queue_asked
from gim_manager.jobs.differences import columns, is_missing, keys
from gim_manager.jobs.shadows import Shadows
from gim_manager.jobs.stretches import Task, is_protected, next_stretch, tasks
from gim_manager.jobs.work import Settings
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.engines import apart, breathe

Tell = Callable[[float, str], None]
"""How much is done, 0.0 to 1.0, and what is at hand; what it raises gives the preview up."""


def preview(info_mart: Engine, settings: Settings, asked: Reaggregation, *, forced: bool, tell: Tell) -> RebuildPreview:
    """Rebuilds the request in a session of its own, which writes nothing but shadows."""
    clock = calendar_clock(settings.options)
    shadows, found, protected = Shadows(), list[SetDay](), list[str]()
    with apart(info_mart, lambda connection: shadows.make(connection, asked.sets)) as connection:
        for task in tasks(asked, clock, forced=forced):
            until = task.until
            while until > task.first:
                tell((task.place + task.done(until)) / task.of, f"{task.name}, {_day(until - 1, clock)}")
                until = _advance(_Place(connection, settings, shadows, task, clock), until, found)
                breathe(connection)
            if is_protected(connection, task, task.first):
                protected.append(task.name)
    return RebuildPreview(found=tuple(found), protected=tuple(protected))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and by what a set is rebuilt."""

    connection: Connection
    settings: Settings
    shadows: Shadows
    task: Task
    clock: LocalClock


def _advance(place: _Place, until: int, found: list[SetDay]) -> int:
    """Rebuilds what comes next of a set; down to where that is now."""
    stretch = next_stretch(place.connection, place.task, until)
    if stretch is None:
        return place.task.first
    place.shadows.forget_pending(place.connection)
    batch = queue_asked(place.connection, place.settings, stretch)
    place.shadows.fill(place.connection, batch)
    build_batch(place.connection, place.settings, batch)
    place.shadows.built(batch)
    found.append(_compared(place, batch))
    return stretch.first


def _compared(place: _Place, batch: Batch) -> SetDay:
    hierarchy, level = batch.hierarchy, batch.level
    real, shadow = place.shadows.real((hierarchy, level)), TABLES[hierarchy, level]
    connection = place.connection
    rows, before = _summed(connection, real, batch)
    made, after = _summed(connection, shadow, batch)
    lost = _count(connection, real, batch, is_missing(real, shadow, columns(hierarchy)))
    new = _count(connection, shadow, batch, is_missing(shadow, real, columns(hierarchy))) if lost or made != rows else 0
    removed = _count(connection, real, batch, is_missing(real, shadow, keys(hierarchy))) if lost else 0
    measures = [
        MeasureChange(name=measure.name, before=was, after=will)
        for measure, was, will in zip(hierarchy.measures, before, after, strict=True)
    ]
    return SetDay(
        hierarchy=hierarchy.name, level=level, day=_day(batch.first, place.clock), rows=rows,
        changed=lost - removed, removed=removed, added=new - (lost - removed), main=measures[0],
        others=tuple(measure for measure in measures[1:] if measure.by),
    )  # fmt: skip


def _within(table: FromClause, batch: Batch) -> tuple[ColumnElement[bool], ...]:
    slot = table.c.date_time_key
    return slot >= batch.first, slot < batch.end


def _summed(connection: Connection, table: FromClause, batch: Batch) -> tuple[int, Iterable[int]]:
    """How many rows the interval has, and what they come to in each measure."""
    folds = (
        func.coalesce((func.max if measure.fold is Fold.MAX else func.sum)(table.c[measure.name]), 0)
        for measure in batch.hierarchy.measures
    )
    rows, *values = connection.execute(select(func.count(), *folds).where(*_within(table, batch))).one()
    return rows, [int(value) for value in values]


def _count(connection: Connection, table: FromClause, batch: Batch, chosen: ColumnElement[bool]) -> int:
    return int(connection.scalar(select(func.count()).select_from(table).where(*_within(table, batch), chosen)) or 0)


def _day(slot: int, clock: LocalClock) -> date:
    return clock.local_date(from_epoch(slot))
