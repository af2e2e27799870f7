"""`sources`: the data sources (IDBs) that Job_ExtractICON reads."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue, Exit
from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source
from gim_manager.usecases import sources as usecase

app = typer.Typer(no_args_is_help=True, help="The data sources (IDBs) of this Info Mart.")

OneName = Annotated[str | None, typer.Argument(metavar="NAME", help="Only this one.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As `sources list` shows it.")]


def roles_named(text: str) -> frozenset[Role]:
    """`ICON_CFG,ICON_CORE` as roles; raises BadValue for an unknown one."""
    try:
        return frozenset(Role(part.strip().upper()) for part in text.split(",") if part.strip())
    except ValueError:
        raise BadValue(f"{text!r} names an unknown role. The roles are {', '.join(Role)}.") from None


@app.command("list")
def list_sources(call: typer.Context) -> None:
    """List the data sources."""
    session: Session = call.obj
    with session.context() as context:
        found = usecase.listed(context)
    if session.json:
        output.emit({"sources": [source_object(source) for source in found]})
        return
    if not found:
        sys.stdout.write("No data source. Add one with: gim-manager sources add NAME URL --role ICON_CFG,ICON_CORE\n")
        return
    output.print_table(("Name", "Roles", "URL"), ((s.name, ",".join(sorted(s.roles)), s.shown_url) for s in found))


def source_object(source: Source) -> dict[str, object]:
    """A data source, its URL without a password."""
    return {"name": source.name, "url": source.shown_url, "roles": sorted(source.roles)}


@app.command("add")
def add_source(
    call: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name of your choice; it stands in every message.")],
    url: Annotated[str, typer.Argument(metavar="URL", help="Where the IDB is.")],
    role: Annotated[str, typer.Option(metavar="ROLES", help=f"Comma-separated, of {', '.join(Role)}.")],
    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A file with the password as its first line, read whenever it is needed."),
    ] = None,
) -> None:
    """Add a data source.

    Without a file its password comes from GIM_MANAGER_SOURCE_<NAME>_PASSWORD or PGPASSFILE, so that a server has it.
    """
    session: Session = call.obj
    session.warn_of_password("the URL of the data source", url)
    file = str(password_file.absolute()) if password_file else None
    with session.context() as context:
        added = usecase.add(context, name=name, url=url, roles=roles_named(role), secret_file=file)
    session.say(f"Added the data source {name}.")
    if session.json:
        output.emit(source_object(added))


@app.command("remove")
def remove_source(call: typer.Context, name: Name) -> None:
    """Forget a data source; what was extracted from it stays."""
    session: Session = call.obj
    with session.context() as context:
        usecase.remove(context, name)
    session.say(f"Removed the data source {name}. What was extracted from it stays.")
    if session.json:
        output.emit({"removed": name})


@app.command("test")
def test_source(call: typer.Context, name: OneName = None) -> None:
    """Try to read the data sources, all or one."""
    session: Session = call.obj
    with session.context() as context:
        results = usecase.test(context, name)
    if session.json:
        output.emit({"sources": [{"name": r.name, "ok": r.problem is None, "problem": r.problem} for r in results]})
    else:
        sys.stdout.write("".join(f"{r.name}: {r.problem or 'can be read'}\n" for r in results))
    if any(result.problem for result in results):
        raise typer.Exit(Exit.FAILED)
