"""`audit`: who did what, when, where and why, and the hash by which it can be proved later."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import Exit
from gim_manager.usecases import trail as usecase

OneRun = Annotated[int | None, typer.Option("--run", metavar="RUN_ID", help="Only what was done to this run.")]
Limit = Annotated[int, typer.Option(metavar="N", min=1, max=10_000, help="As many lines at the most.")]


def audit(call: typer.Context, run_id: OneRun = None, limit: Limit = 100) -> None:
    """Show the audit trail, newest first.

    The hash of the newest row ends it: who keeps that elsewhere can prove later that no row up to it was changed. Exit
    code 1 if a row is not as it was recorded.
    """
    session: Session = call.obj
    with session.context() as context:
        told = usecase.told(context, run_id=run_id, limit=limit)
        zone = context.zone
    if session.json:
        output.emit({"acts": [_object(act, zone) for act in told.acts], "trail": _trail(told.trail)})
    elif not told.acts:
        sys.stdout.write("Nothing is recorded.\n")
    else:
        output.print_table(("Time", "Who", "Host", "Did", "To", "Run", "Why"), _rows(told.acts, zone))
        sys.stdout.write(f"{told.trail.rows} rows; the hash of row {told.trail.head_id} is {told.trail.head_hash}\n")
    if told.trail.broken:
        sys.stderr.write(f"{told.trail.broken}\n")
        raise typer.Exit(Exit.FAILED)


def _object(act: usecase.Act, zone: tzinfo) -> dict[str, object]:
    return {
        "time": output.stamp(act.at, zone), "actor": act.actor, "os_user": act.os_user, "db_user": act.db_user,
        "host": act.host, "action": act.action, "subject": act.subject, "run_id": act.run_id, "rule": act.rule,
        "reason": act.reason, "detail": act.detail,
    }  # fmt: skip


def _trail(trail: usecase.Trail) -> dict[str, object]:
    return {"rows": trail.rows, "head_id": trail.head_id, "head_hash": trail.head_hash, "broken": trail.broken}


def _rows(acts: Iterable[usecase.Act], zone: tzinfo) -> Iterable[tuple[str, ...]]:
    for act in acts:
        why = " ".join(word for word in (act.rule, act.reason, act.detail) if word)
        run = "" if act.run_id is None else str(act.run_id)
        yield (
            f"{act.at.astimezone(zone):%Y-%m-%d %H:%M:%S}", act.actor, act.host or "", act.action, act.subject or "",
            run, why,
        )  # fmt: skip
