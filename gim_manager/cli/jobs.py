"""`jobs`, `stop`, `show` and `log`: the job list, and what is known of a run or may be done to it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.run import WATCH_SECONDS, follow, show_result
from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import job_named
from gim_manager.domain.listing import Cursor, RunPage, RunQuery
from gim_manager.domain.run import ENDED, LogLine, Run, Status
from gim_manager.domain.timing import LocalClock, read_time
from gim_manager.presenters import files, reaggregation, words
from gim_manager.presenters.run_export import export
from gim_manager.usecases import history, stops
from gim_manager.usecases.context import Context

Statuses = Annotated[
    list[str] | None,
    typer.Option(metavar="STATUS", help="Only runs in this state; may be repeated. Canceled ones are shown only so."),
]
Jobs = Annotated[list[str] | None, typer.Option(metavar="JOB", help="Only runs of this job; may be repeated.")]
Since = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Only runs asked for at or after this time, such as 2026-11-23T06:30."),
]
RunId = Annotated[int, typer.Argument(metavar="RUN_ID", help="The Job ID.")]


def list_jobs(
    call: typer.Context,
    status: Statuses = None,
    job: Jobs = None,
    since: Since = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 100,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all of them into a CSV file instead.")] = None,
) -> None:
    """Show the job list, newest first."""
    session: Session = call.obj
    with session.context() as context:
        query = RunQuery(
            statuses=frozenset(_status_named(name) for name in status or ()),
            jobs=frozenset(job_named(name) for name in job or ()),
            since=read_time(since, LocalClock(zone=context.zone)) if since else None,
        )
        if csv is not None:
            _write_csv(session, context, query, csv)
            return
        found = _first(context, query, limit)
        if session.json:
            output.emit({"runs": [output.run_object(run, context.zone) for run in found]})
        else:
            output.print_runs(found, context.zone, context.now())


def _write_csv(session: Session, context: Context, query: RunQuery, file: Path) -> None:
    written = export(_Lister(context), query, context.zone, file, lambda _done, _words: None)
    if session.json:
        output.emit({"file": str(file), "runs": written})
    else:
        session.say(files.exported(written, file))


class _Lister:
    """The runs of a context."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def page(self, query: RunQuery, after: Cursor | None, limit: int) -> RunPage:
        """Rows of the list."""
        return history.page(self._context, query, after, limit)

    def count(self, query: RunQuery) -> int:
        """How many rows the whole list has."""
        return history.count(self._context, query)


def _first(context: Context, query: RunQuery, limit: int) -> list[Run]:
    found: list[Run] = []
    page = history.page(context, query, limit=min(limit, 1000))
    found.extend(page.runs)
    while page.next is not None and len(found) < limit:
        page = history.page(context, query, after=page.next, limit=min(limit - len(found), 1000))
        found.extend(page.runs)
    return found


def _status_named(name: str) -> Status:
    for status in Status:
        if status.value.casefold() == name.casefold():
            return status
    raise BadValue(f"There is no status {name!r}. They are {', '.join(status.value for status in Status)}.")


def stop_run(
    call: typer.Context,
    run_id: RunId,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it stays on the run.")] = "",
    wait: Annotated[bool, typer.Option("--wait", help="Return when it has ended.")] = False,
) -> None:
    """Stop a Running run, cancel a Scheduled one."""
    session: Session = call.obj
    with session.context() as context:
        if history.run(context, run_id).status in ENDED:
            session.say(f"Run {run_id} has ended already; nothing to stop.")
        (run,) = stops.stop(context, (run_id,), reason=reason)
        show_result(session, context, follow(session, context, run) if wait else run)


def show_run(call: typer.Context, run_id: RunId) -> None:
    """Show one run with its steps."""
    session: Session = call.obj
    with session.context() as context:
        run, steps = history.run(context, run_id), history.steps(context, run_id)
        if session.json:
            shown = output.run_object(run, context.zone)
            output.emit({**shown, "steps": [output.step_object(step, context.zone) for step in steps]})
            return
        for name, value in output.run_object(run, context.zone).items():
            if value is not None:
                sys.stdout.write(f"{name:17} {value}\n")
        if rebuilt := reaggregation.span(run):
            sys.stdout.write(f"{'rebuilds':17} {rebuilt}\n")
        if steps:
            rows = ((s.name, s.status.value, words.count(s.rows) if s.rows is not None else "") for s in steps)
            output.print_table(("Step", "Status", "Rows"), rows, right=frozenset({"Rows"}))


def show_log(
    call: typer.Context,
    run_id: RunId,
    follow: Annotated[bool, typer.Option("--follow", help="Go on until the run has ended.")] = False,
) -> None:
    """Show the log lines of a run."""
    session: Session = call.obj
    with session.context() as context:
        if session.json and not follow:
            lines = _all_lines(context, run_id)
            output.emit({"lines": [output.line_object(line, context.zone) for line in lines]})
            return
        _stream(context, run_id, _line_writer(session, context), follow=follow)


def _all_lines(context: Context, run_id: int) -> list[LogLine]:
    collected: list[LogLine] = []
    _stream(context, run_id, collected.append, follow=False)
    return collected


def _line_writer(session: Session, context: Context) -> Callable[[LogLine], None]:
    def write(line: LogLine) -> None:
        if session.json:
            output.emit_line(output.line_object(line, context.zone))
        else:
            level = "" if line.level == "INFO" else f"{line.level} "
            sys.stdout.write(f"{line.time.astimezone(context.zone):%H:%M:%S}  {level}{line.message}\n")
            sys.stdout.flush()

    return write


def _stream(context: Context, run_id: int, write: Callable[[LogLine], None], *, follow: bool) -> None:
    last = 0
    with history.watch(context) if follow else nullcontext() as watch:
        while True:
            # The state is read before the lines: a run seen ended has written its last line.
            ended = history.run(context, run_id).status in ENDED
            lines = history.log(context, run_id, after=last)
            for line in lines:
                write(line)
                last = line.number
            if not lines and (ended or watch is None):
                return
            if not lines and watch is not None:
                watch.wait(WATCH_SECONDS)
