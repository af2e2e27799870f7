"""`record` and `replay`: the flight recorder's file, written and looked at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import faces, output
from gim_manager.cli.session import Session
from gim_manager.domain.timing import LocalClock, read_time
from gim_manager.presenters.status_document import stamp
from gim_manager.usecases import recording as usecase


def record(
    call: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; its name ends with .gimrec.")],
    since: Annotated[str | None, typer.Option(metavar="TIME", help="From when on; a week back unless said.")] = None,
) -> None:
    """Write what happened lately into one file, for support.

    Runs, decisions, options, holds, servers and how far the data are; pseudonyms in the place of persons, computers
    and sources. No passwords, no data of the contact centre, no logs.
    """
    session: Session = call.obj
    with session.context() as context:
        began = read_time(since, LocalClock(zone=context.zone)) if since else None
        made = usecase.record(context, file, since=began, progress=session.progress)
        if session.json:
            told = {"file": str(made.file), "since": stamp(made.since, context.zone)}
            output.emit({**told, "rows": made.rows, "bytes": made.bytes})
        else:
            sys.stdout.write(f"{made.file}: {made.rows} rows since {stamp(made.since, context.zone)}\n")


def replay(
    call: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A recording.")],
    _command: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]…", help="Any command, in the place of the window.")
    ] = None,
) -> None:
    """Open a recording, or carry out a command on it.

    Such as: replay night.gimrec jobs --status Failed. Nothing in a recording can be changed, and its clock stands.
    """
    session: Session = call.obj
    faces.open_window(Session(db=recording_url(file), profile=session.profile))


def recording_url(file: Path) -> str:
    """The URL of a recording."""
    return f"sqlite:///{file.absolute().as_posix()}"
