"""The Aggregates page in words: each set's cell, each day of the strip, each job's trend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from gim_manager.domain.aggregate_board import Board, Cell, Day, DayState, Mark, Trend
from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Level
from gim_manager.domain.reaggregation import COMMAND
from gim_manager.presenters import words
from gim_manager.presenters.language import later, tr

_MONTHS_IN_QUARTER = 3

NO_AGGREGATES = later("No aggregate is built yet. Job_AggregateGIM builds them from the facts.")
OLDER = later("Of a schema that is older than this program nothing is shown here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One set as two short lines, and whole in a sentence."""

    above: str
    """The newest interval."""
    below: str
    """How many intervals wait, or how many rows there are."""
    token: str
    """Of the second line."""
    icon: str
    sentence: str
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day of the strip; `height` is its share of the busiest day's facts."""

    day: date
    state: DayState
    height: float
    is_aggregated: bool
    is_pending: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """One job's line: points as (seconds since the axis began, seconds it took)."""

    name: str
    points: tuple[tuple[float, float], ...]
    p95: float | None
    latest: str
    usual: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A change of an option on the axis."""

    at: float
    sentence: str


def grid(board: Board, now: datetime) -> tuple[tuple[CellView, ...], ...]:
    """A row a hierarchy, a column a level; empty of an older schema."""
    if not board.cells:
        return ()
    return tuple(tuple(cell_view(board.cell(h, level), board.zone, now) for level in LEVELS) for h in HIERARCHIES)


def cell_view(cell: Cell, zone: tzinfo, now: datetime) -> CellView:
    """The words of one set."""
    waits = cell.waiting
    below = tr("{n} pending", "", waits.number) if waits else rows(cell) if cell.newest else ""
    return CellView(
        above=interval(cell.newest, cell.level, zone, now) if cell.newest else tr("no rows"), below=below, cell=cell,
        token="stopping" if cell.is_late else "text2", icon="warning" if cell.is_late else "",
        sentence=sentence(cell, zone, now),
    )  # fmt: skip


def rows(cell: Cell) -> str:
    """`1,204 rows`; an estimate begins with ≈."""
    told = tr("{n} rows", "", cell.rows, one="{n} row")
    return f"{words.EXPECTED}{words.NARROW}{told}" if cell.is_estimate else told


def interval(newest: datetime, level: Level, zone: tzinfo, now: datetime) -> str:
    """The name of an interval by its level: `24 Oct 10:15`, `24 Oct`, `Oct 2026`, `Q4 2026`, `2026`."""
    local, today = newest.astimezone(zone), now.astimezone(zone).date()
    if level in (Level.SUBHOUR, Level.HOUR):
        return words.clock_time(newest, zone, today=today, seconds=False)
    if level is Level.DAY:
        return words.day(local.date(), today=today)
    if level is Level.MONTH:
        return f"{words.month(local.date())} {local.year}"
    quarter = (local.month - 1) // _MONTHS_IN_QUARTER + 1
    return f"Q{quarter} {local.year}" if level is Level.QUARTER else str(local.year)


def sentence(cell: Cell, zone: tzinfo, now: datetime) -> str:
    """All that is known of one set."""
    today = now.astimezone(zone).date()
    parts = [f"{cell.hierarchy.name} {cell.level}: {rows(cell)}"]
    newest = interval(cell.newest, cell.level, zone, now) if cell.newest else ""
    parts.append(tr("newest {interval}", interval=newest) if newest else tr("never built"))
    if cell.waiting:
        since = words.clock_time(cell.waiting.since, zone, today=today, seconds=False)
        one = "{n} interval pending since {since}"
        told = tr("{n} intervals pending since {since}", "", cell.waiting.number, one=one, since=since)
        parts.append(tr("{pending}, late", pending=told) if cell.is_late else told)
    else:
        parts.append(tr("nothing pending"))
    if cell.rebuilt_at:
        parts.append(tr("last rebuilt {at}", at=words.clock_time(cell.rebuilt_at, zone, today=today, seconds=False)))
    else:
        parts.append(tr("never rebuilt on request"))
    return " · ".join(parts)


_STATE_WORDS = {
    DayState.PURGED: later("facts purged, cannot be rebuilt"),
    DayState.NOT_LOADED: later("not loaded"),
    DayState.EMPTY: later("no facts"),
}


def strip(board: Board) -> tuple[DayView, ...]:
    """The days, oldest first."""
    most = max((one.facts for one in board.days), default=0) or 1
    return tuple(
        DayView(
            day=one.day, state=one.state, height=one.facts / most, is_aggregated=one.is_aggregated,
            is_pending=one.is_pending, sentence=day_sentence(one),
        )
        for one in board.days
    )  # fmt: skip


def day_sentence(one: Day) -> str:
    """`Sat 24 Oct 2026: 41,208 facts, aggregated`."""
    facts = tr(_STATE_WORDS.get(one.state, "")) or tr("{n} facts", "", one.facts, one="{n} fact")
    made = (
        tr("aggregates pending") if one.is_pending else tr("aggregated") if one.is_aggregated else tr("no aggregates")
    )
    return f"{words.full_day(one.day)}: {facts}, {made}"


def span_sentence(chosen: tuple[DayView, ...]) -> str:
    """What a re-aggregation of the chosen days would find (R20)."""
    if not chosen:
        return tr("Choose days in the strip to re-aggregate them.")
    lost = sum(one.state in (DayState.PURGED, DayState.NOT_LOADED) for one in chosen)
    days = tr("{n} days", "", len(chosen), one="{n} day")
    span = tr("{first} 00:00 to {last} 24:00", first=chosen[0].day, last=chosen[-1].day)
    if not lost:
        return tr("{days}, {span}: can be rebuilt from their facts.", days=days, span=span)
    one = "{days}, {span}: of {n} day there are no facts to rebuild from."
    return tr(
        "{days}, {span}: of {n} days there are no facts to rebuild from.", "", lost, one=one, days=days, span=span
    )


def facts_sentence(chosen: tuple[DayView, ...]) -> str:
    """Whether the chosen days can be rebuilt (R20), where the range itself is told beside it."""
    if not chosen:
        return tr("Choose days in the strip to re-aggregate them.")
    days = tr("{n} days", "", len(chosen), one="{n} day")
    lost = sum(one.state in (DayState.PURGED, DayState.NOT_LOADED) for one in chosen)
    if not lost:
        return tr("{days}, the facts to rebuild from are there.", days=days)
    one = "{days}, of {n} day there are no facts to rebuild from."
    return tr("{days}, of {n} days there are no facts to rebuild from.", "", lost, one=one, days=days)


def parameters(cell: Cell | None, first: date | None, last: date | None, today: date) -> str:
    """The Job Parameters of a re-aggregation of this set over these days; all sets and today unless chosen."""
    asked = f"{cell.hierarchy.name}-{cell.level}" if cell else "ALLSETS"
    return f"{COMMAND} {asked}:{first or today}:{last or first or today}"


def trend_views(board: Board) -> tuple[TrendView, ...]:
    """A line a job, in the order of the jobs."""
    return tuple(_trend(board, trend) for trend in board.trends)


def _trend(board: Board, trend: Trend) -> TrendView:
    latest = words.duration(trend.runs[-1].length.total_seconds())
    usual = f"P95 {words.duration(trend.p95.total_seconds())}" if trend.p95 else tr("too few runs for a P95")
    return TrendView(
        name=trend.job.value, latest=latest, usual=usual,
        points=tuple((_seconds(board, run.at), run.length.total_seconds()) for run in trend.runs),
        p95=trend.p95.total_seconds() if trend.p95 else None,
        sentence=words.plain(tr(
            "{job}: {n} runs, latest {latest}, {usual}", "", len(trend.runs),
            one="{job}: {n} run, latest {latest}, {usual}", job=trend.job.value, latest=latest, usual=usual,
        )),
    )  # fmt: skip


def mark_views(board: Board, zone: tzinfo) -> tuple[MarkView, ...]:
    """The changes of options, each with a sentence."""
    return tuple(MarkView(at=_seconds(board, mark.at), sentence=_changed(mark, board, zone)) for mark in board.marks)


def _changed(mark: Mark, board: Board, zone: tzinfo) -> str:
    at = words.clock_time(mark.at, zone, today=board.at.astimezone(zone).date(), seconds=False)
    return tr(
        "{at}: {by} set {option} to {value}",
        at=at,
        by=mark.by,
        option=mark.option,
        value=mark.value or tr("its default"),
    )


def _seconds(board: Board, at: datetime) -> float:
    return (at - (board.since or at)).total_seconds()


def length(board: Board) -> float:
    """Seconds that the axis of the trends is long."""
    return _seconds(board, board.at)


def late_sentence(board: Board) -> str:
    """How the whole stands, in a line."""
    late = [cell for cell in board.cells if cell.is_late]
    waiting = sum(cell.waiting.number for cell in board.cells if cell.waiting)
    if not board.cells:
        return OLDER
    if not any(cell.newest for cell in board.cells):
        return NO_AGGREGATES
    if late:
        since = min(cell.waiting.since for cell in late if cell.waiting)
        today = board.at.astimezone(board.zone).date()
        begun = words.clock_time(since, board.zone, today=today, seconds=False)
        pending = tr("{n} intervals", "", waiting, one="{n} interval")
        one = "{n} set late: {intervals} pending since {begun}"
        return tr(
            "{n} sets late: {intervals} pending since {begun}", "", len(late), one=one, intervals=pending, begun=begun
        )
    if waiting:
        return tr("{n} intervals pending, none late", "", waiting, one="{n} interval pending, none late")
    return tr("All aggregates agree with the facts")
