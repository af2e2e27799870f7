"""What an option file would change, worded before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.conditions import Level
from gim_manager.presenters import words
from gim_manager.usecases.options import Imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the report: a glyph, its colour, and a sentence."""

    icon: str
    token: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """The dry run of an import."""

    title: str
    consequence: str
    lines: tuple[Line, ...]
    button: str
    can_import: bool


def view(found: Imported, name: str) -> ImportView:
    """Every error at once, or every change; `name` is that of the file."""
    if found.errors:
        errors = words.counted(len(found.errors), "error")
        return ImportView(
            title=f"{name} cannot be imported", consequence=f"It has {errors}. Nothing was changed.",
            lines=tuple(Line(icon="failed", token="failed", text=error) for error in found.errors),
            button="Import", can_import=False,
        )  # fmt: skip
    changes = words.counted(len(found.changed), "change")
    if not found.changed:
        title, consequence = f"{name} changes nothing", "Every value in it is the one that is set."
    else:
        title, consequence = f"Import {changes} from {name}?", "All of them are written at once, or none."
    return ImportView(
        title=title, consequence=consequence, lines=_lines(found),
        button=f"Import {changes}" if found.changed else "Import", can_import=bool(found.changed),
    )  # fmt: skip


def _lines(found: Imported) -> tuple[Line, ...]:
    tokens = {Level.ERROR: ("failed", "failed")}
    wrong = [
        Line(icon=icon, token=token, text=f"With this file: {finding.message}")
        for finding in sorted(found.findings, key=lambda finding: finding.level is not Level.ERROR)
        for icon, token in [tokens.get(finding.level, ("warning", "stopping"))]
    ]
    kept = [
        Line(icon="info", token="text2", text=f"{name} is not known to this program: it is kept, and nothing reads it")
        for name in found.unknown
    ]
    return (*wrong, *(Line(icon="", token="text", text=change) for change in found.changed), *kept)
