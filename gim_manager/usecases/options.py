"""The options of an Info Mart: read, changed, and taken to and from a file whole or not at all."""

from __future__ import annotations

import configparser
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gim_manager.domain.errors import BadValue
from gim_manager.domain.options import CALENDAR, OPTIONS, Option, Options, find_option, option
from gim_manager.schema.engines import writing
from gim_manager.store import audit
from gim_manager.store import options as store_options
from gim_manager.usecases.context import Context

Changes = Mapping[tuple[str, str], str | None]


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
    current = context.options()
    found = tuple(_row(current, declared) for declared in _declared(current) if section in (None, declared.section))
    if not found:
        raise BadValue(f"There is no section {section!r}. The sections are {', '.join(_sections(current))}.")
    return found


def get(context: Context, section: str, name: str) -> OptionRow:
    """One option; raises UnknownOption."""
    return _row(context.options(), option(section, name))


def change(context: Context, changes: Changes) -> None:
    """Set options, or put them back to their default where None; all or none. Raises UnknownOption, BadOption."""
    with writing(context.database.manager) as connection:
        _write(context, connection, changes)
    context.wake()


def export_ini(context: Context) -> str:
    """All options as an INI file: section by section, with the value in force."""
    current = context.options()
    file = _parser()
    for row in (_row(current, declared) for declared in _declared(current)):
        _put(file, row.section, row.name, row.value)
    for section, name in current.unknown():
        _put(file, section, name, current.get_raw(section, name) or "")
    text = io.StringIO()
    file.write(text)
    return text.getvalue()


def import_ini(context: Context, text: str, *, dry_run: bool = False) -> Imported:
    """Take over a file: every error at once, and nothing is changed then; an unknown option is kept and named."""
    file = _parser()
    try:
        file.read_string(text)
    except configparser.Error as error:
        return Imported(errors=(f"The file is no INI file: {' '.join(str(error).split())}",))
    given = {(section, name): value for section in file.sections() for name, value in file.items(section)}
    unknown = tuple(f"[{section}] {name}" for section, name in given if find_option(section, name) is None)
    errors = tuple(problem for key, value in given.items() if (problem := _problem(key, value)))
    if errors:
        return Imported(unknown=unknown, errors=errors)
    current = context.options()
    changes = {key: value for key, value in given.items() if _differs(current, key, value)}
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
    for (section, name), value in changes.items():
        audit.record(connection, audit.Act(
            at=now, actor=context.actor.user, host=context.actor.host, action="changed", subject=f"[{section}] {name}",
            detail="default" if value is None else value,
        ))  # fmt: skip


def _declared(current: Options) -> list[Option]:
    """Every declared option; those of [date-time] again for each calendar that sets any."""
    more = [found for section in current.calendars()[1:] for found in _calendar(section)]
    return [*OPTIONS, *more]


def _calendar(section: str) -> list[Option]:
    named = [find_option(section, declared.name) for declared in OPTIONS if declared.section == CALENDAR]
    return [found for found in named if found is not None]


def _sections(current: Options) -> list[str]:
    return list(dict.fromkeys(declared.section for declared in _declared(current)))


def _row(current: Options, declared: Option) -> OptionRow:
    return OptionRow(
        section=declared.section, name=declared.name, value=current.text(declared.section, declared.name),
        default=declared.default, effect=declared.effect, meaning=declared.meaning,
    )  # fmt: skip


def _parser() -> configparser.RawConfigParser:
    """Names keep their case, a per cent sign is a per cent sign, and no section lends its values to others."""
    file = configparser.RawConfigParser(default_section="", delimiters=("=",), strict=True)
    file.optionxform = str  # type: ignore[assignment,method-assign]
    return file


def _put(file: configparser.RawConfigParser, section: str, name: str, value: str) -> None:
    if not file.has_section(section):
        file.add_section(section)
    file.set(section, name, value)


def _problem(key: tuple[str, str], value: str) -> str | None:
    declared = find_option(*key)
    if declared is None:
        return None
    try:
        declared.checked(value)
    except BadValue as error:
        return str(error)
    return None


def _differs(current: Options, key: tuple[str, str], value: str) -> bool:
    declared = find_option(*key)
    if declared is None:
        return current.get_raw(*key) != value
    return current.text(*key) != declared.checked(value)


def _told(current: Options, key: tuple[str, str], value: str) -> str:
    before = current.text(*key) if find_option(*key) else current.get_raw(*key) or "not set"
    return f"[{key[0]}] {key[1]} = {value} (was {before})"
