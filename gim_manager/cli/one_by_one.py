"""`one-by-one`: run the jobs one by one, as the guide describes it, with the schedule switched off meanwhile."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from gim_manager.cli import output
from gim_manager.cli.run import exit_code_of, follow, refusals_told, show_result
from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue
from gim_manager.domain.one_by_one import SECTION
from gim_manager.presenters import one_by_one as words
from gim_manager.presenters.words import plain
from gim_manager.usecases import one_by_one as usecase
from gim_manager.usecases.context import Context
from gim_manager.usecases.one_by_one import Stand

app = typer.Typer(help="Run the jobs one by one, as the guide describes it.")

Wait = Annotated[bool, typer.Option("--wait", help="Follow the run to its end.")]
Skip = Annotated[bool, typer.Option("--skip", help="Pass this job over.")]
Again = Annotated[bool, typer.Option("--again", help="Run the latest job once more.")]


@app.command("start")
def start(call: typer.Context) -> None:
    """Switch off what must be off, and remember what it was."""
    session: Session = call.obj
    with refusals_told(session), session.context() as context:
        usecase.begin(context)
        _show(session, context)


@app.command("next")
def proceed(call: typer.Context, wait: Wait = False, skip: Skip = False, again: Again = False) -> None:
    """Run the next job: extraction, transformation, aggregation, maintenance."""
    session: Session = call.obj
    if skip and (again or wait):
        raise BadValue("--skip stands alone: nothing is run.")
    with refusals_told(session), session.context(host_engine=wait) as context:
        if skip:
            usecase.skip(context)
            _show(session, context)
            return
        asked = usecase.repeat(context) if again else usecase.proceed(context)
        ended = follow(session, context, asked) if wait else asked
        show_result(session, context, ended)
    if wait:
        raise typer.Exit(exit_code_of(ended))


@app.command("end")
def end(call: typer.Context) -> None:
    """Put back what was switched off, whoever began it."""
    session: Session = call.obj
    with session.context() as context:
        outcome = usecase.end(context)
    if session.json:
        output.emit({"put_back": words.put_back_object(outcome.put_back), "left": list(outcome.left)})
    else:
        sys.stdout.write(f"{words.ended(outcome)}\n")


@app.command("status")
def status(call: typer.Context) -> None:
    """Show how far it is, and what its end puts back."""
    session: Session = call.obj
    with session.context() as context:
        _show(session, context)


def _show(session: Session, context: Context) -> None:
    stand = usecase.stand(context)
    if session.json:
        output.emit({"one_by_one": None if stand is None else _object(context, stand)})
    elif stand is None:
        sys.stdout.write("Nobody runs jobs one by one.\n")
    else:
        shown = words.sheet(stand, context.zone, context.now())
        sys.stdout.write(f"{shown.headline}\n{shown.off}\n{shown.end}\n\n")
        rows = ((row.number, row.job.value, str(row.run_id or ""), plain(row.outcome)) for row in shown.rows)
        output.print_table(words.HEADINGS, rows)


def _object(context: Context, stand: Stand) -> dict[str, Any]:
    procedure, following = stand.procedure, stand.procedure.next
    return {
        "owner": procedure.owner,
        "since": output.stamp(procedure.since, context.zone),
        "switched_off": words.put_back_object({(SECTION, name): was for name, was in procedure.put_back.items()}),
        "next": following.job.value if following else None,
        "waits_for": stand.obstacle,
        "steps": [
            {
                "job": step.job.value,
                "run": step.run_id,
                "status": stand.runs[step.job].status.value if step.job in stand.runs else None,
                "skipped": step.is_skipped,
            }
            for step in procedure.steps
        ],
    }
