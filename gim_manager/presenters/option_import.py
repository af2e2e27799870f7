"""What an option file would change, worded before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.conditions import Level
from gim_manager.presenters.language import retold, tr
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
        return ImportView(
            title=tr("{name} cannot be imported", name=name),
            consequence=tr(
                "It has {n} errors. Nothing was changed.", "", len(found.errors),
                one="It has {n} error. Nothing was changed.",
            ),
            lines=tuple(Line(icon="failed", token="failed", text=retold(error)) for error in found.errors),
            button=tr("Import"), can_import=False,
        )  # fmt: skip
    number = len(found.changed)
    if not found.changed:
        title, consequence = tr("{name} changes nothing", name=name), tr("Every value in it is the one that is set.")
    else:
        title = tr("Import {n} changes from {name}?", "", number, one="Import {n} change from {name}?", name=name)
        consequence = tr("All of them are written at once, or none.")
    return ImportView(
        title=title, consequence=consequence, lines=_lines(found),
        button=tr("Import {n} changes", "", number, one="Import {n} change") if number else tr("Import"),
        can_import=bool(number),
    )  # fmt: skip


def _lines(found: Imported) -> tuple[Line, ...]:
    tokens = {Level.ERROR: ("failed", "failed")}
    wrong = [
        Line(icon=icon, token=token, text=tr("With this file: {message}", message=retold(finding.message)))
        for finding in sorted(found.findings, key=lambda finding: finding.level is not Level.ERROR)
        for icon, token in [tokens.get(finding.level, ("warning", "stopping"))]
    ]
    kept = [
        Line(
            icon="info",
            token="text2",
            text=tr("{name} is not known to this program: it is kept, and nothing reads it", name=name),
        )
        for name in found.unknown
    ]
    return (*wrong, *(Line(icon="", token="text", text=retold(change)) for change in found.changed), *kept)
