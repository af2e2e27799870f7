"""The job list, page by page, in any order, from the database's indexes: no page costs more than its own rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, tuple_

from gim_manager.domain.listing import Cursor, RunColumn, RunPage, RunQuery
from gim_manager.domain.run import ENDED, Status
from gim_manager.schema.live import mgr_run
from gim_manager.store import texts
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros
from gim_manager.store.texts import Found

_SORTED: dict[RunColumn, ColumnElement[Any]] = {
    RunColumn.ID: mgr_run.c.id,
    RunColumn.JOB: mgr_run.c.job,
    RunColumn.STATUS: mgr_run.c.status,
    RunColumn.START_TIME: mgr_run.c.start_time,
    RunColumn.END_TIME: mgr_run.c.end_time,
    RunColumn.DURATION: mgr_run.c.end_time - mgr_run.c.start_time,
    RunColumn.ROWS: mgr_run.c.rows,
    RunColumn.BY: mgr_run.c.requested_by,
    RunColumn.NOTE: mgr_run.c.noted,
}
"""Each has an index together with the run's number."""
_NULLABLE = frozenset({
    RunColumn.START_TIME, RunColumn.END_TIME, RunColumn.DURATION, RunColumn.ROWS, RunColumn.NOTE,
})  # fmt: skip
_LEAST: dict[RunColumn, str | int] = {RunColumn.NOTE: ""}
_BELOW_ALL = -(1 << 62)
_OPEN = frozenset(Status) - ENDED
_WITHOUT: dict[RunColumn, frozenset[Status]] = {
    RunColumn.START_TIME: frozenset({Status.SCHEDULED, Status.CANCELED}),
    RunColumn.END_TIME: _OPEN,
    RunColumn.DURATION: _OPEN | {Status.CANCELED},
}
"""The states in which a value may be missing, by the CHECKs of mgr_run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of the list that one index scan reads: the rows with a value, or those without."""

    of_null: bool
    after: Cursor | None


def page(connection: Connection, query: RunQuery, after: Cursor | None = None, limit: int = 200) -> RunPage:
    """The rows that follow `after`, at most `limit`.

    Equal values are told apart by number, in the direction of the list. A missing value counts as the largest (what has
    not ended ends last) on both databases; each of the two stretches is read by itself, because no index of SQLite
    gives nulls last.
    """
    rows: list[Row[Any]] = []
    found = _found(connection, query)
    # One row more than asked for tells whether there is a next page.
    for stretch in _stretches(query, after):
        if len(rows) <= limit:
            rows += connection.execute(_read(query, stretch, found).limit(limit + 1 - len(rows))).all()
    shown = rows[:limit]
    following = Cursor(value=shown[-1][-1], run_id=shown[-1][0]) if len(rows) > limit and shown else None
    return RunPage(runs=tuple(as_run(row[:-1]) for row in shown), next=following)


def count(connection: Connection, query: RunQuery) -> int:
    """How many runs the list has; exact, from an index alone unless text is searched."""
    found = _found(connection, query)
    wanted = _filtered(select(func.count()).select_from(mgr_run).where(_of_status(query)), query, found)
    return int(connection.scalar(wanted) or 0)


def _found(connection: Connection, query: RunQuery) -> Found | None:
    text = query.text.strip()
    return texts.find(connection, text) if text else None


def _stretches(query: RunQuery, after: Cursor | None) -> list[_Stretch]:
    if query.order not in _NULLABLE:
        return [_Stretch(of_null=False, after=after)]
    order = [True, False] if query.descending else [False, True]
    if after is not None:
        order = order[order.index(after.value is None) :]
    return [_Stretch(of_null=of_null, after=after if place == 0 else None) for place, of_null in enumerate(order)]


def _read(query: RunQuery, stretch: _Stretch, found: Found | None) -> Select[Any]:
    value: ColumnElement[Any] = _SORTED[query.order]
    number: ColumnElement[int] = mgr_run.c.id
    wanted = _filtered(
        select(*RUN_COLUMNS, value.label("sorted_by")).where(_of_status_in(stretch, query)), query, found
    )
    if query.order in _NULLABLE:
        # A range, where *is not null* would say the same: SQLite would read all that is null first.
        some = value > _LEAST.get(query.order, _BELOW_ALL)
        wanted = wanted.where(value.is_(None) if stretch.of_null else some)
    if stretch.after is not None:
        wanted = wanted.where(_beyond(query, stretch.after))
    if found is not None and found.are_few:
        # Behind an offset no planner looks at the order while it looks for the rows.
        few = wanted.offset(0).subquery()
        wanted, value, number = select(few), few.c.sorted_by, few.c.id
    keys = [number] if stretch.of_null or query.order is RunColumn.ID else [value, number]
    return wanted.order_by(*(key.desc() if query.descending else key.asc() for key in keys))


def _beyond(query: RunQuery, after: Cursor) -> ColumnElement[bool]:
    if after.value is None or query.order is RunColumn.ID:
        return mgr_run.c.id < after.run_id if query.descending else mgr_run.c.id > after.run_id
    here = tuple_(_SORTED[query.order], mgr_run.c.id)
    last = tuple_(after.value, after.run_id)
    return here < last if query.descending else here > last


def _filtered(wanted: Select[Any], query: RunQuery, found: Found | None) -> Select[Any]:
    if query.jobs:
        wanted = wanted.where(mgr_run.c.job.in_(sorted(query.jobs)))
    if query.since is not None:
        wanted = wanted.where(mgr_run.c.requested_at >= micros(query.since))
    return wanted if found is None else wanted.where(found.runs)


def _of_status(query: RunQuery) -> ColumnElement[bool]:
    if not query.statuses:
        return mgr_run.c.status != Status.CANCELED.value
    return mgr_run.c.status.in_(sorted(query.statuses))


def _of_status_in(stretch: _Stretch, query: RunQuery) -> ColumnElement[bool]:
    """The same for one stretch, said so that no planner reads more than it must.

    Where many rows may match it is *none of the others*, which is no reason to read the index of states and sort what
    it finds there. Without a value there can only be a few states, which are named.
    """
    if stretch.of_null and query.order in _WITHOUT:
        wanted = query.statuses or frozenset(Status) - {Status.CANCELED}
        return mgr_run.c.status.in_(sorted(wanted & _WITHOUT[query.order]))
    few = query.statuses <= _OPEN or (query.order is RunColumn.ID and Status.COMPLETE not in query.statuses)
    if not query.statuses or few:
        return _of_status(query)
    return mgr_run.c.status.not_in(sorted(set(Status) - query.statuses))
