"""`options`: read, set, export and import the options of this Info Mart."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import Exit
from gim_manager.usecases import option_files
from gim_manager.usecases import options as usecase

app = typer.Typer(no_args_is_help=True, help="The options of this Info Mart.")

Section = Annotated[str, typer.Argument(metavar="SECTION", help="Such as schedule.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Such as etl-frequency.")]
Value = Annotated[str, typer.Argument(metavar="VALUE", help="As `options list` shows it, such as 30, true or 06:30.")]
OneSection = Annotated[str | None, typer.Argument(metavar="SECTION", help="Only this one.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="An INI file: [section], then lines of name = value.")]


@app.command("list")
def list_options(call: typer.Context, section: OneSection = None) -> None:
    """List all options, or those of one section."""
    session: Session = call.obj
    with session.context() as context:
        rows = usecase.listed(context, section)
    if session.json:
        output.emit({"options": [_object(row) for row in rows]})
        return
    output.print_table(("Section", "Name", "Value", ""), (_cells(row) for row in rows))


def _cells(row: usecase.OptionRow) -> tuple[str, ...]:
    return (f"[{row.section}]", row.name, row.value, "" if row.value == row.default else f"default {row.default}")


def _object(row: usecase.OptionRow) -> dict[str, object]:
    return {
        "section": row.section, "name": row.name, "value": row.value, "default": row.default, "effect": row.effect,
        "meaning": row.meaning,
    }  # fmt: skip


@app.command("get")
def get_option(call: typer.Context, section: Section, name: Name) -> None:
    """Print the value of one option."""
    session: Session = call.obj
    with session.context() as context:
        row = usecase.get(context, section, name)
    if session.json:
        output.emit(_object(row))
    else:
        sys.stdout.write(f"{row.value}\n")


@app.command("set", context_settings={"ignore_unknown_options": True})
def set_option(call: typer.Context, section: Section, name: Name, value: Value) -> None:
    """Set one option; it takes effect as its description says."""
    session: Session = call.obj
    with session.context() as context:
        usecase.change(context, {(section, name): value})
        row = usecase.get(context, section, name)
    _tell(session, row)


@app.command("unset")
def unset_option(call: typer.Context, section: Section, name: Name) -> None:
    """Put one option back to its default."""
    session: Session = call.obj
    with session.context() as context:
        row = usecase.get(context, section, name)
        usecase.change(context, {(section, name): None})
    _tell(session, replace(row, value=row.default))


def _tell(session: Session, row: usecase.OptionRow) -> None:
    if session.json:
        output.emit(_object(row))
    else:
        sys.stdout.write(f"[{row.section}] {row.name} = {row.value}\n")


@app.command("history")
def show_history(
    call: typer.Context,
    section: OneSection = None,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this option.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, metavar="N", help="At most so many.")] = 100,
) -> None:
    """List who changed which option when, newest first."""
    session: Session = call.obj
    with session.context() as context:
        changes, zone = usecase.history(context, section, name, limit=limit), context.zone
    if session.json:
        output.emit({"changes": [_change_object(change, zone) for change in changes]})
    elif changes:
        headings = ("Time", "By", "Host", "Section", "Name", "Old", "New")
        output.print_table(headings, (_change_cells(change, zone) for change in changes))
    else:
        sys.stdout.write("Nothing was changed yet.\n")


def _change_object(change: usecase.OptionChange, zone: tzinfo) -> dict[str, object]:
    return {
        "time": output.stamp(change.at, zone), "by": change.by, "host": change.host, "section": change.section,
        "name": change.name, "old": change.old, "new": change.new,
    }  # fmt: skip


def _change_cells(change: usecase.OptionChange, zone: tzinfo) -> tuple[str, ...]:
    told = ("default" if value is None else value for value in (change.old, change.new))
    at = output.stamp(change.at, zone) or ""
    return (at, change.by, change.host or "", f"[{change.section}]", change.name, *told)


@app.command("revert")
def revert_option(
    call: typer.Context,
    section: Section,
    name: Name,
    back: Annotated[int, typer.Option("--back", min=1, max=1000, metavar="N", help="Undo its latest N changes.")] = 1,
) -> None:
    """Give an option the value that it had before its latest change."""
    session: Session = call.obj
    with session.context() as context:
        row = usecase.revert(context, section, name, back=back)
    _tell(session, row)


@app.command("export")
def export_options(call: typer.Context, file: File) -> None:
    """Write all options as an INI file."""
    session: Session = call.obj
    with session.context() as context:
        option_files.export_to(context, file)
    session.say(f"Wrote {file}.")
    if session.json:
        output.emit({"file": str(file)})


@app.command("import")
def import_options(
    call: typer.Context,
    file: File,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, change nothing.")] = False,
) -> None:
    """Take over an INI file, whole or not at all."""
    session: Session = call.obj
    text = option_files.read_text(file)
    with session.context() as context:
        result = usecase.import_ini(context, text, dry_run=dry_run)
    for problem in result.errors:
        session.say(problem)
    for unknown in result.unknown:
        session.say(f"Kept, but not known to this program: {unknown}")
    if session.json:
        output.emit({"changed": list(result.changed), "unknown": list(result.unknown), "errors": list(result.errors)})
    else:
        nothing = "Nothing was changed.\n" if result.errors else "Nothing to change.\n"
        sys.stdout.write("".join(f"{change}\n" for change in result.changed) or nothing)
    if result.errors:
        raise typer.Exit(Exit.USAGE)
