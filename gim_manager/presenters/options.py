"""The Options page in words: its sections, its rows, what the inspector says, and what may be applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.option import Kind, Option
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import Options, find_option
from gim_manager.presenters import option_words
from gim_manager.presenters.access import why_not
from gim_manager.presenters.language import retold, tr
from gim_manager.presenters.option_groups import FOREIGN, grouped
from gim_manager.presenters.option_sheet import Judged, Sheet
from gim_manager.usecases.options import all_declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Options of one section under one subject."""

    subject: str
    keys: tuple[Key, ...]


def layout(options: Options) -> Mapping[str, tuple[Group, ...]]:
    """By section, in the order of declaration: every option, and behind them what an import kept."""
    by_section: dict[str, list[Option]] = {}
    for declared in all_declared(options):
        by_section.setdefault(declared.section, []).append(declared)
    found = {
        section: [
            Group(subject=tr(subject), keys=tuple((section, option.name) for option in members))
            for subject, members in grouped(section, declared)
        ]
        for section, declared in by_section.items()
    }
    for section, name in options.unknown():
        groups = found.setdefault(section, [])
        kept = groups.pop().keys if groups and groups[-1].subject == tr(FOREIGN) else ()
        groups.append(Group(subject=tr(FOREIGN), keys=(*kept, (section, name))))
    return {section: tuple(groups) for section, groups in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of the options is shown."""

    text: str = ""
    changed_only: bool = False
    not_default: bool = False

    def shows(self, sheet: Sheet, key: Key) -> bool:
        """Whether this option is: every word of the search stands in its section, name, value or meaning."""
        if self.changed_only and key not in sheet.drafts:
            return False
        if self.not_default and key not in sheet.drafts and sheet.stored.get_raw(*key) is None:
            return False
        return all(word in _searched(sheet, key) for word in self.text.casefold().split())


def _searched(sheet: Sheet, key: Key) -> str:
    declared = find_option(*key)
    meaning = "" if declared is None else f"{declared.meaning} {retold(declared.meaning)}"
    shown = "" if declared is not None and declared.is_secret else sheet.text(key)
    return f"{key[0]} {key[1]} {shown} {meaning}".casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section of the list at the left."""

    name: str
    changes: int
    has_error: bool
    is_shown: bool
    """Whether the filter leaves anything of it."""

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        changes = tr("{n} changes", "", self.changes, one="{n} change") if self.changes else ""
        return ", ".join(filter(None, (self.name, changes, tr("with an error") if self.has_error else "")))


def sections(
    sheet: Sheet, found: Judged, filtered: Filter, groups: Mapping[str, tuple[Group, ...]]
) -> tuple[SectionView, ...]:
    """Every section."""
    return tuple(
        SectionView(
            name=section, changes=sum(key[0] == section for key in sheet.drafts),
            has_error=any(key[0] == section for key in found.errors),
            is_shown=any(filtered.shows(sheet, key) for group in of_section for key in group.keys),
        )
        for section, of_section in groups.items()
    )  # fmt: skip


CHANGED, WRONG, WARNED, OVERTAKEN, PLAIN = "changed", "wrong", "warned", "overtaken", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One option as its row shows it."""

    key: Key
    text: str
    """What the editor holds."""
    tone: str
    """How it is marked: `changed`, `wrong`, `warned`, `overtaken` or not at all."""
    is_changed: bool
    note: str
    """What stands behind the editor, quietly."""
    sentence: str
    """What is wrong, in the colour of the tone; empty if nothing is."""
    tip: str
    editable: bool

    @property
    def spoken(self) -> str:
        """For a screen reader: what stands behind the editor."""
        state = tr("changed") if self.is_changed else ""
        return ", ".join(part for part in (state, self.sentence, self.note) if part)


def row(sheet: Sheet, found: Judged, key: Key, now: datetime) -> Row:
    """The row of one option."""
    declared, text = find_option(*key), sheet.text(key)
    if declared and declared.is_secret and why_not_change(sheet):
        text = ""
    tone, whole = _trouble(sheet, found, key)
    sentence = whole
    if declared and tone == WRONG and key in found.unreadable:
        sentence = tr("takes {valid}", valid=retold(declared.valid))
    elif declared and tone in (WRONG, WARNED):
        sentence = option_words.short(declared, retold(whole), text)
    changed = key in sheet.drafts
    note = _note(sheet, key, declared, now)
    return Row(
        key=key, text=text, tone=tone or (CHANGED if changed else PLAIN), is_changed=changed, note=note,
        sentence=sentence, tip=retold(whole) or note, editable=declared is not None and not why_not_change(sheet),
    )  # fmt: skip


def editor_of(key: Key) -> Option:
    """What the editor is made from; what nobody declared is a text."""
    section, name = key
    foreign = Option(section=section, name=name, default="", kind=Kind.TEXT, effect="", meaning=tr(FOREIGN))
    return find_option(section, name) or foreign


def why_not_change(sheet: Sheet) -> str:
    """Why whoever looks may not change options; empty if they may."""
    return why_not(sheet.read.access, "options")


def _trouble(sheet: Sheet, found: Judged, key: Key) -> tuple[str, str]:
    if key in found.errors:
        return WRONG, found.errors[key]
    if key in found.overtaken:
        return OVERTAKEN, overtaken(sheet, key)
    return (WARNED, found.warnings[key]) if key in found.warnings else (PLAIN, "")


def overtaken(sheet: Sheet, key: Key) -> str:
    """Who changed it meanwhile, and to what."""
    declared, change = find_option(*key), sheet.latest(key)
    value = option_words.value(declared, sheet.stored.get_raw(*key))
    who = change.by if change else tr("another person")
    return tr("{who} set it to {value} meanwhile", who=who, value=value)


def _note(sheet: Sheet, key: Key, declared: Option | None, now: datetime) -> str:
    if declared is None:
        return tr("kept from an import, read by nothing")
    if declared.is_secret and why_not_change(sheet):
        return tr("for administrators to see")
    parts = [_about(sheet, key, declared, now)]
    if key in sheet.drafts:
        parts.append(tr("was {value}", value=option_words.value(declared, sheet.in_force(key))))
    parts.append(option_words.default(declared))
    return " · ".join(part for part in parts if part)


def _about(sheet: Sheet, key: Key, declared: Option, now: datetime) -> str:
    if key == ("schedule", "etl-end-time") and _crosses_midnight(sheet):
        return tr("next day")
    return option_words.about(declared, sheet.text(key), now)


def _crosses_midnight(sheet: Sheet) -> bool:
    start, end = (sheet.text(("schedule", name)).strip().zfill(5) for name in ("etl-start-time", "etl-end-time"))
    return end <= start


def is_wide(kind: Kind) -> bool:
    """Whether the editor takes more room than a time or a number."""
    return kind in _WIDE


_WIDE = frozenset({Kind.TEXT, Kind.PATH, Kind.ORDER, Kind.STEPS, Kind.PATTERN})
