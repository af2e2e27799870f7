"""`backup` and `restore`: an Info Mart kept in files, and brought back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.usecases import backup as usecase
from gim_manager.usecases.backup import Kept

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup; on SQLite with the manager's file beside it.")]


def backup(call: typer.Context, file: File) -> None:
    """Keep the Info Mart in a file, while it is used.

    On SQLite an Info Mart of its own, checked before it appears under its name. On PostgreSQL what pg_dump writes.
    """
    session: Session = call.obj
    with session.context() as context:
        kept = usecase.back_up(context, file, progress=session.progress)
    _tell(session, kept, "Kept in")


def restore(
    call: typer.Context,
    file: File,
    over: Annotated[bool, typer.Option("--over", help="Replace what is there; all that it holds is lost.")] = False,
) -> None:
    """Bring a backup back to the database that --db names.

    What is there is replaced only with --over, and never while a server lives on it. On PostgreSQL the database must
    be empty; roles are not in a backup: give them again with init --roles.
    """
    session: Session = call.obj
    kept = usecase.restore(session.url, file, over=over, progress=session.progress)
    _tell(session, kept, "Restored from" if file in kept.files else "Restored to")


def _tell(session: Session, kept: Kept, how: str) -> None:
    if session.json:
        output.emit({"files": [str(file) for file in kept.files], "bytes": kept.bytes})
    else:
        sys.stdout.write(f"{how} {' and '.join(map(str, kept.files))}, {kept.bytes} bytes.\n")
