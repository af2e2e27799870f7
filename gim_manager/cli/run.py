"""`run`: ask for a run of a job, or for the same as an earlier one; follow it to its end, and what that comes to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import BadValue, Exit, Refused
from gim_manager.domain.job import Job, job_named
from gim_manager.domain.run import ENDED, Cause, Run, Status
from gim_manager.presenters import hold, words
from gim_manager.usecases import history, runs
from gim_manager.usecases import status as status_usecase
from gim_manager.usecases.context import Context
from gim_manager.usecases.upgrade import upgraded
from gim_manager.usecases.waiting import Vigil

WATCH_SECONDS = 1.0
"""How long a quiet run is not looked at; a change is seen at once."""

JobName = Annotated[
    str | None, typer.Argument(metavar="JOB", help=f"One of {', '.join(Job)}. Not needed with --again.")
]
HandOver = Annotated[
    bool,
    typer.Option(
        "--hand-over",
        help="Where aggregation does not run, start it and hand the parameters over once it does; without, they are "
        "ignored then.",
    ),
]
Parameters = Annotated[str | None, typer.Option(metavar="STR", help="Only Job_AggregateGIM takes parameters.")]
Again = Annotated[
    int | None, typer.Option("--again", metavar="RUN_ID", help="The job and the parameters of this run once more.")
]


def run_job(
    call: typer.Context,
    job: JobName = None,
    parameters: Parameters = None,
    wait: Annotated[bool, typer.Option("--wait", help="Follow the run to its end.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Go on where a rule asks for a confirmation.")] = False,
    hand_over: HandOver = False,
    again: Again = None,
) -> None:
    """Ask for a run of a job, or of an earlier one again."""
    session: Session = call.obj
    if (job is None) == (again is None) or (again is not None and parameters is not None):
        raise BadValue("Name a JOB, with its --parameters if it takes any, or an earlier run: --again RUN_ID.")
    named = job_named(job) if job is not None else None
    with refusals_told(session), session.context(host_engine=wait, any_age=named is Job.MIGRATE) as context:
        wanted, given = (named, parameters) if named else _same_as(context, again or 0)
        asked = _asked(session, context, wanted, given, force=force, hand_over=hand_over)
        ended = follow(session, context, asked) if wait else asked
        show_result(session, context, ended)
    if wait:
        raise typer.Exit(exit_code_of(ended))


def _same_as(context: Context, run_id: int) -> tuple[Job, str | None]:
    earlier = history.run(context, run_id)
    return earlier.job, earlier.parameters


def _asked(
    session: Session, context: Context, job: Job, parameters: str | None, *, force: bool, hand_over: bool
) -> Run:
    if job is Job.MAINTAIN and not session.json:
        _tell_of_the_hold(session, context)
    if parameters:
        _tell_prediction(session, runs.predict(context, job, parameters, hand_over=hand_over))
    upgrade = upgraded(context, wait_for_server=True) if job is Job.MIGRATE else None
    return upgrade or runs.start(context, job, parameters=parameters, force=force, hand_over=hand_over)


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
