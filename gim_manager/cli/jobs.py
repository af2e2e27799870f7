"""`jobs`, `run`, `stop`, `show` and `log`: the job list and what may be done to a run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import BadValue, Exit, Refused
from gim_manager.domain.job import Job, job_named
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import ENDED, Cause, LogLine, Run, Status
from gim_manager.domain.timing import LocalClock, read_time
from gim_manager.presenters import hold, reaggregation, words
from gim_manager.usecases import history, runs
from gim_manager.usecases import status as status_usecase
from gim_manager.usecases.context import Context
from gim_manager.usecases.upgrade import upgraded
from gim_manager.usecases.waiting import Vigil

WATCH_SECONDS = 1.0
"""How long a quiet run is not looked at; a change is seen at once."""

Statuses = Annotated[
    list[str] | None,
    typer.Option(metavar="STATUS", help="Only runs in this state; may be repeated. Canceled ones are shown only so."),
]
Jobs = Annotated[list[str] | None, typer.Option(metavar="JOB", help="Only runs of this job; may be repeated.")]
Since = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Only runs asked for at or after this time, such as 2026-11-23T06:30."),
]
JobName = Annotated[str, typer.Argument(metavar="JOB", help=f"One of {', '.join(Job)}.")]
HandOver = Annotated[
    bool,
    typer.Option(
        "--hand-over",
        help="Where aggregation does not run, start it and hand the parameters over once it does; without, they are "
        "ignored then.",
    ),
]
Parameters = Annotated[str | None, typer.Option(metavar="STR", help="Only Job_AggregateGIM takes parameters.")]
RunId = Annotated[int, typer.Argument(metavar="RUN_ID", help="The Job ID.")]


def list_jobs(
    call: typer.Context,
    status: Statuses = None,
    job: Jobs = None,
    since: Since = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 100,
) -> None:
    """Show the job list, newest first."""
    session: Session = call.obj
    with session.context() as context:
        query = RunQuery(
            statuses=frozenset(_status_named(name) for name in status or ()),
            jobs=frozenset(job_named(name) for name in job or ()),
            since=read_time(since, LocalClock(zone=context.zone)) if since else None,
        )
        found = _first(context, query, limit)
        if session.json:
            output.emit({"runs": [output.run_object(run, context.zone) for run in found]})
        else:
            output.print_runs(found, context.zone, context.now())


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


def run_job(
    call: typer.Context,
    job: JobName,
    parameters: Parameters = None,
    wait: Annotated[bool, typer.Option("--wait", help="Follow the run to its end.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Go on where a rule asks for a confirmation.")] = False,
    hand_over: HandOver = False,
) -> None:
    """Ask for a run of a job."""
    session: Session = call.obj
    wanted = job_named(job)
    with refusals_told(session), session.context(host_engine=wait, any_age=wanted is Job.MIGRATE) as context:
        if wanted is Job.MAINTAIN and not session.json:
            _tell_of_the_hold(session, context)
        if parameters:
            _tell_prediction(session, runs.predict(context, wanted, parameters, hand_over=hand_over))
        asked = upgraded(context, wait_for_server=True) if wanted is Job.MIGRATE else None
        asked = asked or runs.start(context, wanted, parameters=parameters, force=force, hand_over=hand_over)
        ended = follow(session, context, asked) if wait else asked
        show_result(session, context, ended)
    if wait:
        raise typer.Exit(exit_code_of(ended))


@contextmanager
def refusals_told(session: Session) -> Iterator[None]:
    """With --json a request that a rule turns down is a document too."""
    try:
        yield
    except Refused as refusal:
        if session.json:
            output.emit(output.refusal_object(refusal))
        raise


def _tell_of_the_hold(session: Session, context: Context) -> None:
    """R23: before maintenance starts, what it may meet, and how it would run alone."""
    status = status_usecase.read(context)
    meets = hold.before_maintenance(status, context.zone, context.now())
    if meets and status.hold is None:
        session.say(f"{words.plain(meets)} To let it run alone: gim-manager hold --maintain")


def _tell_prediction(session: Session, prediction: Prediction) -> None:
    """Which days a re-aggregation rebuilds, and what becomes of its parameters: before it is asked for (R19, R20)."""
    ignored = prediction.reason if prediction.kind is Answer.IGNORED_PARAMETERS else ""
    for sentence in (prediction.remarks, ignored):
        if sentence:
            session.say(sentence)


def show_result(session: Session, context: Context, run: Run) -> None:
    """The run as it is now, in a line or as a document."""
    if session.json:
        output.emit(output.run_object(run, context.zone))
        return
    told = (str(run.id), run.job.value, words.status_word(run), words.plain(words.note(run)))
    sys.stdout.write("  ".join(part for part in told if part) + "\n")


def exit_code_of(run: Run) -> Exit:
    """0 Complete; 3 Canceled by a rule; 1 all other ends (cli-contract, `run`)."""
    if run.status is Status.COMPLETE:
        return Exit.DONE
    if run.status is Status.CANCELED and run.cause is Cause.RULE:
        return Exit.REFUSED
    return Exit.FAILED


def follow(session: Session, context: Context, run: Run) -> Run:
    """The run at its end; a person sees a line whenever what is known of it changes."""
    told, vigil = "", Vigil(context)
    with history.watch(context) as watch:
        # What was written before the watch began is read once more; what comes later wakes it.
        run = history.run(context, run.id)
        while run.status not in ENDED:
            if not session.json:
                told = _tell_progress(session, run, told)
            vigil.ensure_served(run)
            watch.wait(WATCH_SECONDS)
            run = history.run(context, run.id)
    return run


def _tell_progress(session: Session, run: Run, told: str) -> str:
    percent = words.percent(run.progress) if run.progress is not None else ""
    line = "  ".join(part for part in (words.status_word(run), percent, words.note(run)) if part)
    if line != told:
        session.say(f"{run.id}  {run.job.value}  {words.plain(line)}")
    return line


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
        (run,) = runs.stop(context, (run_id,), reason=reason)
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
