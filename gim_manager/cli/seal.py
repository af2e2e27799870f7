"""`seal`: for each day whether it is final, and if not, what is missing."""

from __future__ import annotations

import sys
from datetime import date, tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import Exit
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.timing import read_day
from gim_manager.presenters.status_document import seal_object, stamp
from gim_manager.usecases import seal as usecase


def seal(
    call: typer.Context,
    day: Annotated[str | None, typer.Option(metavar="DAY", help="Only this day, YYYY-MM-DD.")] = None,
) -> None:
    """Show which days are final.

    All of a final day is extracted, transformed and aggregated, and no source is late. With --day the exit code is 1
    while that day is not final.
    """
    session: Session = call.obj
    named: date | None = read_day(day) if day else None
    with session.context() as context:
        found = usecase.read(context, named)
        if session.json:
            output.emit({"days": [seal_object(one, context.zone) for one in found]})
        else:
            _print(found, context.zone)
    if named and not found[0].is_final:
        raise typer.Exit(Exit.FAILED)


def _print(found: tuple[DaySeal, ...], zone: tzinfo) -> None:
    for one in found:
        sys.stdout.write(f"{'final' if one.is_final else 'not final':<11}{told(one, zone)}\n")


def told(seal: DaySeal, zone: tzinfo) -> str:
    """The day, and since when it is final or what is missing."""
    return f"{seal.day} {f'since {stamp(seal.since, zone)}' if seal.is_final else ' '.join(seal.missing)}"
