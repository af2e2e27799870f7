"""The options of an Info Mart: read, changed, and taken to and from a file whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.errors import BadValue
from gim_manager.domain.option_file import Key, option_file, read_option_file
from gim_manager.domain.options import CALENDAR, OPTIONS, Option, Options, find_option, is_secret, option
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, findings
from gim_manager.store import options as store_options
from gim_manager.store.options import OptionChange
from gim_manager.usecases.context import Context

__all__ = [
    "Changes", "Imported", "OptionChange", "OptionRow", "change", "export_ini", "get", "history", "import_ini",
    "listed",
]  # fmt: skip

Changes = Mapping[Key, str | None]
_CHANGING = "Changing options"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option as it stands."""

    section: str
    name: str
    value: str
    default: str
    effect: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file would change or has changed; nothing was changed if there are errors."""

    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def listed(context: Context, section: str | None = None) -> tuple[OptionRow, ...]:
    """All options, or those of one section, in the order of their declaration; raises BadValue for no such section."""
    rows = _rows(context.options())
    found = tuple(row for row in rows if section in (None, row.section))
    if not found:
        sections = ", ".join(dict.fromkeys(row.section for row in rows))
        raise BadValue(f"There is no section {section!r}. The sections are {sections}.")
    return found


def get(context: Context, section: str, name: str) -> OptionRow:
    """One option; raises UnknownOption."""
    current = context.options()
    if (section, name) in current.unknown():
        return _foreign(section, name, current.values[section, name])
    return _row(current, option(section, name))


def change(context: Context, changes: Changes) -> None:
    """Set options, or put them back to their default where None; all or none. Raises UnknownOption, BadOption,
    NeedsRole."""
    context.access.ensure(Role.ADMINISTRATOR, _CHANGING)
    with writing(context.database.manager) as connection:
        _write(context, connection, changes)
    context.wake()


def history(
    context: Context, section: str | None = None, name: str | None = None, *, limit: int = 100
) -> tuple[OptionChange, ...]:
    """Who changed what, and when: of one option, of one section or of all; newest first."""
    with reading(context.database.manager) as connection:
        return store_options.history(connection, section, name, limit=limit)


def export_ini(context: Context) -> str:
    """All options as an INI file: section by section, with the value in force; the audit trail tells that they left."""
    with writing(context.database.manager) as connection:
        audit.record(connection, context.act("exported", context.now(), subject="the options"))
    return option_file(((row.section, row.name), row.value) for row in _rows(context.options()))


def import_ini(context: Context, text: str, *, dry_run: bool = False) -> Imported:
    """Take over a file: every error at once, and nothing is changed then; an unknown option is kept and named."""
    if not dry_run:
        context.access.ensure(Role.ADMINISTRATOR, _CHANGING)
    file = read_option_file(text)
    unknown = tuple(f"[{section}] {name}" for section, name in file.unknown)
    if file.problems:
        return Imported(unknown=unknown, errors=file.problems)
    current = context.options()
    changes = {key: value for key, value in file.values.items() if _in_force(current, key) != value}
    if changes and not dry_run:
        with writing(context.database.manager) as connection:
            _write(context, connection, changes, keep_unknown=True)
        context.wake()
    return Imported(changed=tuple(_told(current, key, value) for key, value in changes.items()), unknown=unknown)


def _write(context: Context, connection: Any, changes: Changes, *, keep_unknown: bool = False) -> None:
    now = context.now()
    store_options.change(
        connection, changes, by=context.actor.user, host=context.actor.host, now=now, keep_unknown=keep_unknown
    )
    findings.forget(connection, changes)
    for (section, name), value in changes.items():
        detail = "default" if value is None else _open(section, name, value)
        audit.record(connection, context.act("changed", now, subject=f"[{section}] {name}", detail=detail))


def _open(section: str, name: str, value: str) -> str:
    """The value as everybody may read it who reads the audit trail."""
    return "***" if is_secret(section, name) else value


def _declared(current: Options) -> list[Option]:
    """Every declared option; those of [date-time] again for each calendar that sets any."""
    more = [found for section in current.calendars()[1:] for found in _calendar(section)]
    return [*OPTIONS, *more]


def _calendar(section: str) -> list[Option]:
    named = [find_option(section, declared.name) for declared in OPTIONS if declared.section == CALENDAR]
    return [found for found in named if found is not None]


def _rows(current: Options) -> list[OptionRow]:
    """Every declared option, then what an import kept that nobody declared."""
    foreign = [_foreign(section, name, current.values[section, name]) for section, name in current.unknown()]
    return [*(_row(current, declared) for declared in _declared(current)), *foreign]


def _row(current: Options, declared: Option) -> OptionRow:
    return OptionRow(
        section=declared.section, name=declared.name, value=current.text(declared.section, declared.name),
        default=declared.default, effect=declared.effect, meaning=declared.meaning,
    )  # fmt: skip


def _foreign(section: str, name: str, value: str) -> OptionRow:
    meaning = "Not known to this program; kept as an import brought it."
    return OptionRow(section=section, name=name, value=value, default="", effect="never", meaning=meaning)


def _in_force(current: Options, key: Key) -> str | None:
    """None where it is not set, and where the calendar does not exist that it would make."""
    declared = find_option(*key)
    if declared and (declared.section in current.calendars() or find_option(CALENDAR, declared.name) is None):
        return current.text(*key)
    return current.get_raw(*key)


def _told(current: Options, key: Key, value: str) -> str:
    before = _in_force(current, key)
    return f"[{key[0]}] {key[1]} = {value} (was {'not set' if before is None else before})"
