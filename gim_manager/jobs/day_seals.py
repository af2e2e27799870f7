"""CTL_DAY_SEAL: which days the aggregation has sealed, what speaks for and against it, and how a seal is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Table, and_, delete, exists, func, insert, select

from gim_manager.domain.aggregates import HIERARCHIES, Level
from gim_manager.domain.icon import Provider
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import calendar_clock
from gim_manager.domain.seal import Evidence, Span, objections
from gim_manager.domain.source import Source
from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch
from gim_manager.jobs import marks
from gim_manager.jobs.aggregate_grid import ever_built
from gim_manager.jobs.aggregate_pending import SLOT_SECONDS
from gim_manager.jobs.extract_marks import heard
from gim_manager.jobs.work import Work
from gim_manager.schema.control import (
    agr_notification,
    agr_pending,
    ctl_audit_log,
    ctl_day_seal,
    ctl_etl_history,
    ctl_transform_todo,
)
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.facts import FACTS

LOOKED_BACK = 35
"""Days that are sealed in arrears: an Info Mart that stood still for a month is closed when it goes on."""
BREATH = timedelta(minutes=1)
"""How often a run that has nothing to build looks whether a day can be sealed."""
_WITHIN_A_DAY = (Level.SUBHOUR.value, Level.HOUR.value, Level.DAY.value)


def evidence(connection: Connection, clock: LocalClock, sources: Iterable[Source], days: Sequence[date]) -> Evidence:
    """What the Info Mart tells of these days, which are in order; of sources only if a day is not sealed."""
    sealed = _sealed(connection, days)
    first, until = _edges(clock, days)
    waiting = () if all(day in sealed for day in days) else sources
    to_compute = connection.scalar(select(func.min(ctl_transform_todo.c.ts)))
    return Evidence(
        clock=clock, first=_first(connection), cycle_began=_cycle_began(connection),
        heard={source.name: at for source in waiting if (at := _slowest(connection, source)) is not None},
        untransformed=_untransformed(connection), stale=_stale(connection, first, until),
        to_compute=None if to_compute is None else from_epoch(to_compute),
        never_built=tuple(one.name for one in HIERARCHIES if not ever_built(connection, one)), sealed=sealed,
    )  # fmt: skip


def _edges(clock: LocalClock, days: Sequence[date]) -> tuple[int, int]:
    edges = (days[0], days[-1] + timedelta(days=1))
    first, until = (to_epoch(clock.instant(day, timedelta())) for day in edges)
    return first, until


def _first(connection: Connection) -> datetime | None:
    """The oldest fact; where all are gone, or were not recorded, the log still tells of those that were written."""
    slots = [connection.scalar(select(func.min(table.c.start_date_time_key))) for table in FACTS]
    known = [slot for slot in slots if slot is not None]
    if not known:
        log = ctl_audit_log.c
        written = select(func.min(log.min_start_date_time_key)).where(log.data_source_key.is_(None))
        known = [slot for slot in [connection.scalar(written.where(log.max_chunk_ts.is_not(None)))] if slot]
    return from_epoch(min(known)) if known else None


def _sealed(connection: Connection, days: Sequence[date]) -> dict[date, datetime]:
    seal = ctl_day_seal.c
    within = select(seal.day, seal.sealed_ts).where(seal.day.between(str(days[0]), str(days[-1])))
    return {date.fromisoformat(day): from_epoch(ts) for day, ts in connection.execute(within)}


def _cycle_began(connection: Connection) -> datetime | None:
    done = ctl_etl_history.c
    latest = select(func.max(done.start_ts)).where(done.job_name == Job.TRANSFORM.value).scalar_subquery()
    before = select(func.max(done.start_ts)).where(done.job_name == Job.EXTRACT.value, done.end_ts <= latest)
    began = connection.scalar(before)
    return None if began is None else from_epoch(began)


def _slowest(connection: Connection, source: Source) -> datetime | None:
    """As an alarm of a late source counts: configuration may rest, and who never told anything may not be in use."""
    told = [
        one.until for one in heard(connection, source) if one.provider is not Provider.CFG and one.until is not None
    ]
    return from_epoch(min(told)) if told else None


def _untransformed(connection: Connection) -> tuple[Span, ...]:
    log = ctl_audit_log.c
    unread = select(log.min_start_date_time_key, log.max_start_date_time_key).where(
        log.audit_key >= marks.read(connection, marks.TRANSFORM), log.data_source_key.is_not(None), log.row_count > 0,
        log.max_start_date_time_key > 0,
    )  # fmt: skip
    return _spans(connection.execute(unread.distinct()), SLOT_SECONDS)


def _stale(connection: Connection, first: int, until: int) -> tuple[Span, ...]:
    waits, told = agr_pending.c, agr_notification.c
    pending = select(waits.date_time_key, waits.date_time_next_key).where(
        waits.agg_level.in_(_WITHIN_A_DAY), waits.date_time_key < until, waits.date_time_next_key > first
    )
    announced = select(told.start_date_time_key, told.end_date_time_key).where(
        told.start_date_time_key < until, told.end_date_time_key >= first
    )
    built = _spans(connection.execute(pending.distinct()), 0)
    return (*built, *_spans(connection.execute(announced.distinct()), SLOT_SECONDS))


def _spans(rows: Iterable[Sequence[int]], longer: int) -> tuple[Span, ...]:
    return tuple((from_epoch(first), from_epoch(last + longer)) for first, last in rows)


class DaySeals:
    """Seals what has become final, for one run of the aggregation."""

    def __init__(self, work: Work) -> None:
        """Looks at the first occasion."""
        self._work = work
        self._looked_at: datetime | None = None

    def keep(self, *, is_news: bool) -> None:
        """Seals days that have become final since; at once after news, else once in a while. Breaks the seal of a day
        that is final no longer."""
        now = self._work.now()
        if not is_news and self._looked_at is not None and now - self._looked_at < BREATH:
            return
        self._looked_at = now
        clock = calendar_clock(self._work.options)
        today = clock.local_date(now)
        days = [today - timedelta(days=number) for number in range(LOOKED_BACK, 0, -1)]
        with reading(self._work.info_mart) as connection:
            known = evidence(connection, clock, self._work.sources, days)
        final = {day for day in days if not any(objections(day, known, now))}
        if final != set(known.sealed):
            self._write(known, final - set(known.sealed), set(known.sealed) - final, now)

    def _write(self, known: Evidence, new: Iterable[date], broken: Iterable[date], now: datetime) -> None:
        rows: list[dict[str, object]] = []
        for day in sorted(new):
            begins, ends = known.span(day)
            row = {"day": str(day), "start_ts": to_epoch(begins), "end_ts": to_epoch(ends)}
            rows.append(row | {"sealed_ts": to_epoch(now)})
        # Not cut short by a stop: it takes no time, and whoever stops a run that has built all is to find it sealed.
        with self._work.turn(), writing(self._work.info_mart) as connection:
            connection.execute(delete(ctl_day_seal).where(ctl_day_seal.c.day.in_([str(day) for day in broken])))
            if rows:
                connection.execute(insert(ctl_day_seal).values(rows))
        for row in rows:
            self._work.report.info(f"{row['day']} is final.")


def break_within(connection: Connection, first: int, until: int) -> None:
    """Breaks the seals of the days that a re-aggregation of `[first, until)` touches, in the caller's transaction."""
    seal = ctl_day_seal.c
    connection.execute(delete(ctl_day_seal).where(seal.start_ts < until, seal.end_ts > first))


def break_at(connection: Connection, kept: Table, run_id: int) -> None:
    """Breaks the seals of the days of which rows of this run are kept, in the caller's transaction."""
    seal, own = ctl_day_seal.c, (kept.c.run_id == run_id, kept.c.agg_level.in_(_WITHIN_A_DAY))
    within = and_(kept.c.date_time_key >= seal.start_ts, kept.c.date_time_key < seal.end_ts)
    connection.execute(delete(ctl_day_seal).where(exists().where(*own, within)))


def break_pending(connection: Connection) -> None:
    """Breaks the seals of the days within which something waits to be built, in the caller's transaction."""
    seal, waits = ctl_day_seal.c, agr_pending.c
    overlaps = and_(waits.date_time_key < seal.end_ts, waits.date_time_next_key > seal.start_ts)
    waiting = exists().where(overlaps, waits.agg_level.in_(_WITHIN_A_DAY))
    connection.execute(delete(ctl_day_seal).where(waiting))
