"""`reaggregation preview` and `reaggregation undo`: what a re-aggregation would change, and what it has, put back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.run import exit_code_of, follow, refusals_told, show_result
from gim_manager.cli.session import Session
from gim_manager.domain.job import Job
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay
from gim_manager.domain.undo import Changed, Undoable, Undoing
from gim_manager.presenters import rebuild_preview as presenter
from gim_manager.presenters import undo as undo_presenter
from gim_manager.usecases import rebuild_preview as preview_usecase
from gim_manager.usecases import runs, undo

app = typer.Typer(help="What a re-aggregation would change, and undoing one.", no_args_is_help=True)


@app.command("preview")
def preview(
    call: typer.Context,
    parameters: Annotated[
        str, typer.Option(metavar="STR", help="As Job_AggregateGIM takes them: '-insertPendingAgg …'.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Also of days whose facts were purged.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Also the sets and days that would stay as they are.")] = False,
) -> None:
    """Tell what a re-aggregation would change, by set and day; nothing is changed."""
    session: Session = call.obj
    told = ""

    def progress(_done: float, at_hand: str) -> None:
        nonlocal told
        if at_hand != told and not session.json:
            told = at_hand
            session.say(at_hand)

    with refusals_told(session), session.context() as context:
        found = preview_usecase.preview(context, parameters, force=force, progress=progress)
    shown = found.found if every else found.differing
    if session.json:
        output.emit(preview_object(found, shown))
        return
    sys.stdout.write(f"{presenter.sentence(found)}\n")
    if shown:
        output.print_table(presenter.HEADINGS, map(presenter.row, shown), right=presenter.NUMBERS)


@app.command("undo")
def undo_run(
    call: typer.Context,
    run_id: Annotated[int, typer.Argument(metavar="RUN_ID", help="The Job ID of a re-aggregation, or of an undoing.")],
    look: Annotated[bool, typer.Option("--look", help="Only tell what would be put back.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Follow the run to its end.")] = False,
) -> None:
    """Put back the rows that a re-aggregation has changed.

    It is a run of its own, which can be undone in turn. If any of it was built again since, that is told and nothing is
    touched; what is kept goes with the next maintenance.
    """
    session: Session = call.obj
    with refusals_told(session), session.context(host_engine=wait and not look) as context:
        found = undo.look(context, run_id)
        if look:
            _tell(session, found)
            return
        if not found.why:
            session.say(undo_presenter.sentence(found))
        run = runs.start(context, Job.AGGREGATE, parameters=Undoing(run_id=run_id).parameters)
        ended = follow(session, context, run) if wait else run
        show_result(session, context, ended)
    if wait:
        raise typer.Exit(exit_code_of(ended))


def _tell(session: Session, found: Undoable) -> None:
    if session.json:
        output.emit(undo_object(found))
        return
    sys.stdout.write(f"{undo_presenter.sentence(found)}\n")
    if found.kept.sets:
        rows = map(undo_presenter.row, found.kept.sets)
        output.print_table(undo_presenter.HEADINGS, rows, right=undo_presenter.NUMBERS)


def preview_object(found: RebuildPreview, shown: tuple[SetDay, ...]) -> dict[str, object]:
    """The totals, and a row a set and day.

    `protected` are the sets of which purged days are left alone, `options_of` is the run by whose options it is
    computed where others are set by now.
    """
    total = found.totals
    counts = {"rows": total.rows, "added": total.added, "removed": total.removed, "changed": total.changed}
    return {
        "total": counts, "protected": list(found.protected), "options_of": found.options_of,
        "sets": [_set_object(one) for one in shown],
    }  # fmt: skip


def _set_object(one: SetDay) -> dict[str, object]:
    return {
        "hierarchy": one.hierarchy, "level": one.level.value, "day": one.day.isoformat(), "rows": one.rows,
        "added": one.added, "removed": one.removed, "changed": one.changed,
        "measures": [_measure_object(measure) for measure in (one.main, *one.others)],
    }  # fmt: skip


def _measure_object(measure: MeasureChange) -> dict[str, object]:
    return {"name": measure.name.upper(), "before": measure.before, "after": measure.after}


def undo_object(found: Undoable) -> dict[str, object]:
    """What would be put back; `why` is null where it can be."""
    return {
        "run_id": found.kept.run_id, "can_undo": not found.why, "why": found.why or None, "rows": found.kept.rows,
        "sets": [_changed_object(one) for one in found.kept.sets],
    }  # fmt: skip


def _changed_object(one: Changed) -> dict[str, object]:
    return {
        "hierarchy": one.hierarchy, "level": one.level.value, "first": one.first.isoformat(),
        "last": one.last.isoformat(), "changed": one.changed, "added": one.added, "removed": one.removed,
    }  # fmt: skip
