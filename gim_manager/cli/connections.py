"""`connections`: saved connections, by whose names the Info Mart is chosen with --connection."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.address import Wanted
from gim_manager.domain.errors import Exit
from gim_manager.usecases import connections as usecase

app = typer.Typer(no_args_is_help=True, help="Saved connections: --connection NAME instead of --db URL.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="As `connections list` shows it.")]


@app.command("list")
def list_connections(call: typer.Context) -> None:
    """List the saved connections."""
    session: Session = call.obj
    found = usecase.listed(session.settings)
    if session.json:
        output.emit({"connections": [{"name": saved.name, "url": saved.shown_url} for saved in found]})
        return
    if not found:
        sys.stdout.write("No connection is saved. Save one with: gim-manager connections add NAME URL\n")
        return
    output.print_table(("Name", "URL"), ((saved.name, saved.shown_url) for saved in found))


@app.command("add")
def add_connection(
    call: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name of your choice.")],
    url: Annotated[str, typer.Argument(metavar="URL", help="sqlite:///PATH or postgresql://USER@HOST/NAME.")],
    ask_password: Annotated[
        bool, typer.Option("--ask-password", help="Ask for the password; read from standard input where nobody types.")
    ] = False,
    untested: Annotated[bool, typer.Option("--untested", help="Save it although it may not work now.")] = False,
) -> None:
    """Save a connection, once it is known to work.

    Its password goes to the operating system's keyring. Where there is none, leave the password out, and give it by
    PGPASSFILE.
    """
    session: Session = call.obj
    session.warn_of_password("the URL of the connection", url)
    password = _asked() if ask_password else None
    reached = usecase.save(session.settings, name, Wanted(url=url, password=password), untested=untested)
    if reached.warning:
        session.say(f"Warning: {reached.warning}")
    session.say(f"Saved the connection {name}.")
    if session.json:
        output.emit(_object(reached))


def _asked() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


@app.command("remove")
def remove_connection(call: typer.Context, name: Name) -> None:
    """Forget a connection and its password."""
    session: Session = call.obj
    usecase.remove(session.settings, name)
    session.say(f"Removed the connection {name}.")
    if session.json:
        output.emit({"removed": name})


@app.command("test")
def test_connection(
    call: typer.Context, name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this one.")] = None
) -> None:
    """Try the saved connections, all or one: whether each works, and which role it finds."""
    session: Session = call.obj
    names = [saved.name for saved in usecase.listed(session.settings)] if name is None else [name]
    results = [usecase.test(session.settings, each) for each in names]
    if session.json:
        output.emit({"connections": [_object(reached) for reached in results]})
    else:
        sys.stdout.write("".join(f"{reached.name}: {_told(reached)}\n" for reached in results))
    if any(reached.problem for reached in results):
        raise typer.Exit(Exit.FAILED)


def _told(reached: usecase.Reached) -> str:
    if reached.access is None:
        return reached.problem or "saved untested"
    works = f"works, with the {reached.access.role} role"
    return works if reached.warning is None else f"{works}. {reached.warning}"


def _object(reached: usecase.Reached) -> dict[str, object]:
    role = str(reached.access.role) if reached.access else None
    return {
        "name": reached.name, "ok": reached.problem is None, "problem": reached.problem, "role": role,
        "warning": reached.warning,
    }  # fmt: skip
