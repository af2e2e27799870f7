"""The job list as a CSV file: plain values, one run a line, under the names that `jobs --json` has."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import tzinfo
from typing import TextIO

from gim_manager.domain.run import Run
from gim_manager.presenters import words

_FIELDS: dict[str, Callable[[Run, tzinfo], str]] = {
    "id": lambda run, _: str(run.id),
    "job": lambda run, _: run.job.value,
    "status": lambda run, _: run.status.value,
    "cause": lambda run, _: run.cause.value if run.cause else "",
    "start_time": lambda run, zone: words.plain_time(run.start_time, zone),
    "end_time": lambda run, zone: words.plain_time(run.end_time, zone),
    "duration_seconds": lambda run, _: words.plain_seconds(run),
    "rows": lambda run, _: "" if run.rows is None else str(run.rows),
    "requested_by": lambda run, _: run.requested_by,
    "requested_at": lambda run, zone: words.plain_time(run.requested_at, zone),
    "parameters": lambda run, _: run.parameters or "",
    "reason": lambda run, _: run.reason or "",
    "error": lambda run, _: run.error or "",
    "stopped_by": lambda run, _: run.stopped_by or "",
    "server": lambda run, _: run.server or "",
}
"""In the order of the columns; times are ISO 8601 in the schedule's zone."""


def write_head(file: TextIO) -> None:
    """The names of the columns."""
    csv.writer(file).writerow(_FIELDS)


def write_runs(file: TextIO, runs: Iterable[Run], zone: tzinfo) -> None:
    """A line a run."""
    csv.writer(file).writerows([field(run, zone) for field in _FIELDS.values()] for run in runs)
