"""`status`: the server, what comes next, how far each source has come."""

from __future__ import annotations

import sys
from datetime import tzinfo

import typer

from gim_manager.cli import hold, output, seal
from gim_manager.cli.session import Session
from gim_manager.domain.status import EtlStatus, SourceMark
from gim_manager.presenters import words
from gim_manager.presenters.status_document import status_object
from gim_manager.usecases import status as usecase


def show_status(call: typer.Context) -> None:
    """Show the server, what comes next, how far the data are."""
    session: Session = call.obj
    with session.context(any_age=True) as context:
        status = usecase.read(context)
        if session.json:
            output.emit(status_object(status, context.zone))
        else:
            _print(status, context.zone)


def _print(status: EtlStatus, zone: tzinfo) -> None:
    server = status.server
    where = f" on {server.host}" if server.host else ""
    schedule = "launches jobs" if status.scheduling else "suspended (run-scheduler is false)"
    if status.hold:
        schedule = hold.sentence(status.hold, status.hold_waits_for, zone)
    aggregation = "running" if status.aggregate_running else "not running"
    transformed = output.stamp(status.transform_max_time, zone)
    lines = [
        f"Server        {server.state.value}{where}",
        f"Schedule      {schedule}, zone {status.zone}",
        f"Running now   {', '.join(f'{run.job.value} {run.id}' for run in status.running) or 'nothing'}",
        f"Waiting       {', '.join(f'{run.job.value} {run.id}' for run in status.waiting) or 'nothing'}",
        f"Transformed   {f'to {transformed}' if transformed else 'nothing yet'}",
        f"Aggregation   {aggregation}, {status.aggregate_pending} intervals pending",
    ]
    if status.seal:
        lines.append(f"{'Final' if status.seal.is_final else 'Not final':<14}{seal.told(status.seal, zone)}")
    lines += [f"Next          {launch.job.value} {output.stamp(launch.time, zone)}" for launch in status.next]
    lines += [f"Error         {error.message}" for error in status.errors]
    lines += [f"Warning       {warning}" for warning in status.warnings]
    sys.stdout.write("\n".join(lines) + "\n")
    if status.extract:
        rows = (_mark_cells(mark, zone) for mark in status.extract)
        output.print_table(("Source", "Table", "Extracted to", "Lag"), rows, right=frozenset({"Lag"}))


def _mark_cells(mark: SourceMark, zone: tzinfo) -> tuple[str, ...]:
    lag = "" if mark.lag_seconds is None else words.duration(mark.lag_seconds)
    return (mark.data_source, mark.table, output.stamp(mark.max_time, zone) or "", lag)
