"""What may be applied of the drafts, and what keeps them from being applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gim_manager.domain.option_file import Key
from gim_manager.presenters import words
from gim_manager.presenters.language import tr
from gim_manager.presenters.option_sheet import Judged, Sheet
from gim_manager.presenters.options import why_not_change


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The line below the rows: what stands in the way of applying, at the left, and the buttons."""

    icon: str
    token: str
    text: str
    apply_text: str
    can_apply: bool
    can_discard: bool


def bar(sheet: Sheet, found: Judged, *, obstacle: str = "", done: str = "") -> Bar:
    """`obstacle` keeps the page from writing whatever is drafted; `done` is what was applied just now."""
    number = len(sheet.drafts)
    icon, token, text = next(_states(sheet, found, obstacle, done))
    return Bar(
        icon=icon, token=token, text=text,
        apply_text=tr("Apply {n} changes", "", number, one="Apply {n} change") if number else tr("Apply"),
        can_apply=bool(number) and not (obstacle or found.blocking or found.overtaken) and not why_not_change(sheet),
        can_discard=bool(number),
    )  # fmt: skip


def _states(sheet: Sheet, found: Judged, obstacle: str, done: str) -> Iterator[tuple[str, str, str]]:
    """What is worth saying, the worst first."""
    counted = tr("{n} changes", "", len(sheet.drafts), one="{n} change")
    if why := why_not_change(sheet):
        yield "lock", "text2", tr("Changing options {why}", why=why)
    if obstacle:
        yield "warning", "stopping", f"{counted}: {obstacle}" if sheet.drafts else words.capital(obstacle)
    if sheet.drafts and found.blocking:
        yield "failed", "failed", tr(
            "{counted}, {n} errors: nothing can be applied until {names} are right", "", len(found.blocking),
            one="{counted}, {n} error: nothing can be applied until {names} is right", counted=counted,
            names=words.listed(_named(found.blocking)),
        )  # fmt: skip
    if found.overtaken:
        names = words.listed(_named(found.overtaken))
        yield (
            "warning",
            "stopping",
            tr(
                "{counted}: decide first what becomes of {names}, which others have changed",
                counted=counted,
                names=names,
            ),
        )
    if sheet.drafts:
        yield "", "text2", tr("{counted}, not applied yet", counted=counted)
    yield ("check", "complete", done) if done else ("", "text2", tr("No changes"))


def _named(keys: tuple[Key, ...]) -> tuple[str, ...]:
    """The first two by name, the rest by number."""
    names = tuple(dict.fromkeys(name for _, name in keys))
    return names if len(names) <= 2 else (names[0], tr("{n} more", "", len(names) - 1))
