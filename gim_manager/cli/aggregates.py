"""`aggregates`: each aggregate set with its rows, newest interval and what waits, and the days that can be rebuilt."""

from __future__ import annotations

import sys
from datetime import datetime, tzinfo

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.aggregate_board import Board, Cell, Day, DayState, Trend
from gim_manager.domain.coverage import named
from gim_manager.presenters import aggregates, words
from gim_manager.presenters.status_document import stamp
from gim_manager.usecases.aggregates import Aggregates


def show_aggregates(call: typer.Context) -> None:
    """Show each aggregate set and what waits for it.

    Then the days that have facts; with --json also each job's last runs, to see how long they take.
    """
    session: Session = call.obj
    with session.context() as context:
        board = Aggregates(context).read()
        if session.json:
            output.emit(board_object(board))
        else:
            _print(board)


def _print(board: Board) -> None:
    rows = (_cells(cell, board.zone, board.at) for cell in board.cells)
    heads = ("Hierarchy", "Level", "Rows", "Newest", "Pending", "Late", "Last rebuilt")
    output.print_table(heads, rows, right=frozenset({"Rows", "Pending"}))
    sys.stdout.write(f"\n{aggregates.late_sentence(board)}.\n")
    for state, label in ((DayState.FACTS, "With facts"), (DayState.PURGED, "Purged"), (DayState.EMPTY, "No facts")):
        if found := [one.day for one in board.days if one.state is state]:
            sys.stdout.write(f"{label:<12}{named(found)}\n")
    if stale := [one.day for one in board.days if one.is_pending]:
        sys.stdout.write(f"{'Pending':<12}{named(stale)}\n")


def _cells(cell: Cell, zone: tzinfo, now: datetime) -> tuple[str, ...]:
    return (
        cell.hierarchy.name,
        cell.level.value,
        words.count(cell.rows) if not cell.is_estimate else f"{words.EXPECTED} {words.count(cell.rows)}",
        aggregates.interval(cell.newest, cell.level, zone, now) if cell.newest else "",
        words.count(cell.waiting.number) if cell.waiting else "",
        "late" if cell.is_late else "",
        stamp(cell.rebuilt_at, zone) or "",
    )


def board_object(board: Board) -> dict[str, object]:
    """The document; times in the calendar's zone."""
    zone = board.zone
    return {
        "sets": [_set(cell, zone) for cell in board.cells],
        "days": [_day(one) for one in board.days],
        "trends": [_trend(trend, zone) for trend in board.trends],
        "option_changes": [
            {"time": stamp(mark.at, zone), "by": mark.by, "option": mark.option, "value": mark.value or None}
            for mark in board.marks
        ],
    }


def _set(cell: Cell, zone: tzinfo) -> dict[str, object]:
    return {
        "hierarchy": cell.hierarchy.name, "level": cell.level.value, "rows": cell.rows,
        "rows_estimated": cell.is_estimate, "newest": stamp(cell.newest, zone),
        "pending": cell.waiting.number if cell.waiting else 0,
        "pending_since": stamp(cell.waiting.since, zone) if cell.waiting else None, "late": cell.is_late,
        "rebuilt": stamp(cell.rebuilt_at, zone),
    }  # fmt: skip


def _day(one: Day) -> dict[str, object]:
    return {
        "day": one.day.isoformat(), "state": one.state.value, "facts": one.facts, "aggregated": one.is_aggregated,
        "pending": one.is_pending,
    }  # fmt: skip


def _trend(trend: Trend, zone: tzinfo) -> dict[str, object]:
    return {
        "job": trend.job.value,
        "p95_seconds": trend.p95.total_seconds() if trend.p95 else None,
        "runs": [
            {"id": run.run_id, "start_time": stamp(run.at, zone), "duration_seconds": run.length.total_seconds()}
            for run in trend.runs
        ],
    }
