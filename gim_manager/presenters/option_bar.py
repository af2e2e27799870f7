"""What may be applied of the drafts, and what keeps them from being applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gim_manager.domain.option_file import Key
from gim_manager.presenters import words
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
        apply_text=f"Apply {words.counted(number, 'change')}" if number else "Apply",
        can_apply=bool(number) and not (obstacle or found.blocking or found.overtaken) and not why_not_change(sheet),
        can_discard=bool(number),
    )  # fmt: skip


def _states(sheet: Sheet, found: Judged, obstacle: str, done: str) -> Iterator[tuple[str, str, str]]:
    """What is worth saying, the worst first."""
    counted = words.counted(len(sheet.drafts), "change")
    if why := why_not_change(sheet):
        yield "lock", "text2", f"Changing options {why}"
    if obstacle:
        yield "warning", "stopping", f"{counted}: {obstacle}" if sheet.drafts else obstacle[:1].upper() + obstacle[1:]
    if sheet.drafts and found.blocking:
        names = " and ".join(_named(found.blocking))
        errors = words.counted(len(found.blocking), "error")
        is_are = "is" if len(found.blocking) == 1 else "are"
        yield "failed", "failed", f"{counted}, {errors}: nothing can be applied until {names} {is_are} right"
    if found.overtaken:
        names = " and ".join(_named(found.overtaken))
        yield "warning", "stopping", f"{counted}: decide first what becomes of {names}, which others have changed"
    if sheet.drafts:
        yield "", "text2", f"{counted}, not applied yet"
    yield ("check", "complete", done) if done else ("", "text2", "No changes")


def _named(keys: tuple[Key, ...]) -> tuple[str, ...]:
    """The first two by name, the rest by number."""
    names = tuple(dict.fromkeys(name for _, name in keys))
    return names if len(names) <= 2 else (names[0], f"{len(names) - 1} more")
