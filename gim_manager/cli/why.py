"""`why`: of a run, and of a moment past or to come."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import job_named
from gim_manager.domain.moment import Reason
from gim_manager.domain.scenario import NOW
from gim_manager.domain.timing import LocalClock, read_time
from gim_manager.presenters import why as presenter
from gim_manager.presenters.rules import RULES, sentence
from gim_manager.usecases import why as usecase
from gim_manager.usecases.context import Context

RunId = Annotated[int | None, typer.Argument(metavar="RUN_ID", help="The Job ID of a run.")]
OneJob = Annotated[str | None, typer.Option("--job", metavar="JOB", help="Only this job.")]
At = Annotated[
    str | None, typer.Option("--at", metavar="TIME", help="A moment, past or to come, such as 2026-11-23T02:30.")
]
Rules = Annotated[bool, typer.Option("--rules", help="What each rule says, in a sentence.")]


def why(call: typer.Context, run_id: RunId = None, job: OneJob = None, at: At = None, rules: Rules = False) -> None:
    """Tell why a run waits or ended so, or what a time held.

    Of a time it says why a job ran then, or did not. Without RUN_ID and --at it is asked about now.
    """
    session: Session = call.obj
    if rules:
        _show_rules(session)
        return
    if run_id is not None and (job or at):
        raise BadValue("Ask about a run by its RUN_ID alone, or about a moment by --at, with --job or without.")
    with session.context() as context:
        told = usecase.of_run_ahead(context, run_id).answers if run_id is not None else _at(context, job, at or NOW)
        _show(session, context, told)


def _show_rules(session: Session) -> None:
    if session.json:
        output.emit({"rules": [{"rule": rule, "sentence": sentence(rule)} for rule in RULES]})
    else:
        sys.stdout.writelines(f"{rule}  {sentence(rule)}\n" for rule in RULES)


def _at(context: Context, job: str | None, at: str) -> Sequence[Reason]:
    wanted = job_named(job) if job else None
    is_now = at.strip().casefold() == NOW
    moment = context.now() if is_now else read_time(at, LocalClock(zone=context.zone))
    return usecase.at_time(context, moment, wanted)


def _show(session: Session, context: Context, told: Sequence[Reason]) -> None:
    if session.json:
        answers = [
            {"time": output.stamp(reason.time, context.zone), "rule": reason.rule, "reason": reason.text}
            for reason in told
        ]
        output.emit({"answers": answers})
    else:
        output.print_table(presenter.HEADINGS, presenter.rows(told, context.zone, context.now()))
