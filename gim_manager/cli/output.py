"""How the command line shows things: JSON by the contract, or a table for a person."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gim_manager.domain.errors import Refused
from gim_manager.domain.run import LogLine, Run, Step
from gim_manager.presenters import words
from gim_manager.presenters.status_document import launch_object, stamp

__all__ = [
    "Json", "duration_seconds", "emit", "emit_line", "launch_object", "line_object", "print_runs", "print_table",
    "refusal_object", "run_object", "stamp", "step_object",
]  # fmt: skip

Json = Mapping[str, object]


def emit(document: Json) -> None:
    """One JSON document, the only thing on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=_ascii_only(), indent=2) + "\n")


def emit_line(document: Json) -> None:
    """One JSON object of a stream, on a line of its own."""
    sys.stdout.write(json.dumps(document, ensure_ascii=_ascii_only()) + "\n")
    sys.stdout.flush()


def _ascii_only() -> bool:
    """A stream that cannot take every character, as a pipe on Windows, gets them escaped: nothing is lost."""
    return (sys.stdout.encoding or "").replace("-", "").lower() != "utf8"


def run_object(run: Run, zone: tzinfo) -> dict[str, object]:
    """A run by the contract: absent values are null, never missing."""
    return {
        "id": run.id,
        "job": run.job.value,
        "status": run.status.value,
        "cause": run.cause.value if run.cause else None,
        "parameters": run.parameters,
        "launch_key": run.launch_key,
        "cycle": run.cycle,
        "part_of": run.part_of,
        "due_at": stamp(run.due_at, zone),
        "requested_at": stamp(run.requested_at, zone),
        "requested_by": run.requested_by,
        "start_time": stamp(run.start_time, zone),
        "end_time": stamp(run.end_time, zone),
        "duration_seconds": duration_seconds(run),
        "reason": run.reason,
        "error": run.error,
        "progress": run.progress,
        "rows": run.rows,
        "server": run.server,
        "stopped_by": run.stopped_by,
    }


def duration_seconds(run: Run) -> float | None:
    """Seconds from start to end, to the millisecond; None while it has not ended."""
    if run.start_time is None or run.end_time is None:
        return None
    return round((run.end_time - run.start_time).total_seconds(), 3)


def refusal_object(refusal: Refused) -> dict[str, object]:
    """A request that a rule turned down."""
    return {"refused": True, "rule": refusal.rule, "reason": refusal.reason}


def step_object(step: Step, zone: tzinfo) -> dict[str, object]:
    """A step of `show --json`."""
    return {
        "name": step.name,
        "status": step.status.value,
        "start_time": stamp(step.start_time, zone),
        "end_time": stamp(step.end_time, zone),
        "rows": step.rows,
    }


def line_object(line: LogLine, zone: tzinfo) -> dict[str, object]:
    """A line of `log --json`."""
    return {"time": stamp(line.time, zone), "level": line.level, "message": line.message}


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[str] = frozenset()) -> None:
    """A table for a person: fitted to a terminal; into a file or a pipe every column whole."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in right else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(words.plain(cell)) for cell in row))
    console = Console(file=sys.stdout, highlight=False)
    if console.is_terminal:
        console.print(table)
    else:
        _print_whole(console, table)


def _print_whole(console: Console, table: Table) -> None:
    """As wide as its content: what reads a pipe has no screen to fit, and wants no blanks at the ends of lines."""
    width = table.__rich_measure__(console, console.options.update(max_width=_ANY_WIDTH)).maximum
    lines = console.render_lines(table, console.options.update(width=width))
    for line in lines:
        sys.stdout.write("".join(segment.text for segment in line).rstrip() + "\n")


_ANY_WIDTH = 1_000_000


def print_runs(runs: Sequence[Run], zone: tzinfo, now: datetime) -> None:
    """The job list for a person, or the sentence that there is none."""
    if not runs:
        sys.stdout.write("No run matches.\n")
        return
    headings = ("Job ID", "Job", "Status", "Start time", "End time", "Duration", "Rows", "By", "Note")
    print_table(headings, (_cells(run, zone, now) for run in runs), right=frozenset({"Job ID", "Duration", "Rows"}))


def _cells(run: Run, zone: tzinfo, now: datetime) -> tuple[str, ...]:
    today = now.astimezone(zone).date()
    return (
        str(run.id),
        run.job.value,
        words.status_word(run),
        words.clock_time(run.start_time, zone, today=today) if run.start_time else "",
        words.clock_time(run.end_time, zone, today=today) if run.end_time else "",
        words.duration(_elapsed(run, now)) if run.start_time else "",
        words.count(run.rows) if run.rows is not None else "",
        run.requested_by,
        words.note(run),
    )


def _elapsed(run: Run, now: datetime) -> float:
    assert run.start_time is not None
    return ((run.end_time or now) - run.start_time).total_seconds()
