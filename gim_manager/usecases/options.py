"""The options of an Info Mart: read, changed, and taken to and from a file whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gim_manager.domain.access import Access, Role
from gim_manager.domain.conditions import Finding
from gim_manager.domain.errors import BadValue
from gim_manager.domain.option_file import Key, option_file, read_option_file
from gim_manager.domain.options import CALENDAR, OPTIONS, Option, Options, find_option, option, shown_value
from gim_manager.domain.verify import verify
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, findings
from gim_manager.store import options as store_options
from gim_manager.store.options import OptionChange
from gim_manager.usecases.context import Context

__all__ = [
    "Changes", "Imported", "OptionChange", "OptionRow", "Read", "all_declared", "change", "export_ini", "get",
    "history", "import_ini", "listed", "read", "revert", "write",
]  # fmt: skip

Changes = Mapping[Key, str | None]
_CHANGING = "Changing options"
RECENT = 100
"""Changes that are read along with the options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The options at one moment, who changed them lately, and whether whoever asks may change them."""

    options: Options
    recent: tuple[OptionChange, ...] = ()
    """Newest first."""
    access: Access = field(default_factory=Access)


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
    findings: tuple[Finding, ...] = ()
    """What the configuration check says of the options as they are with the file."""


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


def read(context: Context) -> Read:
    """Everything that a page of options shows, read at one moment."""
    with reading(context.database.manager) as connection:
        found, recent = store_options.load(connection), store_options.history(connection, limit=RECENT)
    return Read(options=found, recent=recent, access=context.access)


def change(context: Context, changes: Changes, *, seen: Changes | None = None) -> None:
    """Set options, or put them back to their default where None; all or none. Raises UnknownOption, BadOption,
    NeedsRole.

    `seen` is what was set when the person decided; raises ChangedMeanwhile where that is no longer so.
    """
    context.access.ensure(Role.ADMINISTRATOR, _CHANGING)
    with writing(context.database.manager) as connection:
        write(context, connection, changes, seen=seen)
    context.wake()


def revert(context: Context, section: str, name: str, *, back: int = 1) -> OptionRow:
    """Give an option the value that it had before its latest changes, `back` of them; how it stands then.

    Raises BadValue where there were not so many; BadOption where the value is none any more; NeedsRole.
    """
    context.access.ensure(Role.ADMINISTRATOR, _CHANGING)
    with writing(context.database.manager) as connection:
        changes = store_options.history(connection, section, name, limit=back)
        if len(changes) < back:
            raise BadValue(f"[{section}] {name} was changed {len(changes)} times: nothing lies {back} changes back.")
        write(context, connection, {(section, name): changes[-1].old}, keep_unknown=True)
    context.wake()
    return get(context, section, name)


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
            write(context, connection, changes, keep_unknown=True)
        context.wake()
    return Imported(
        changed=tuple(_told(current, key, value) for key, value in changes.items()), unknown=unknown,
        findings=verify(Options(values={**current.values, **changes})),
    )  # fmt: skip


def write(
    context: Context, connection: Any, changes: Changes, *, keep_unknown: bool = False, seen: Changes | None = None
) -> None:
    """The same in a transaction of the caller's, who has looked at the role and wakes the scheduler."""
    now, actor = context.now(), context.actor
    store_options.change(
        connection, changes, by=actor.user, host=actor.host, now=now, keep_unknown=keep_unknown, seen=seen
    )
    findings.forget(connection, changes)
    for (section, name), value in changes.items():
        detail = "default" if value is None else shown_value(section, name, value)
        audit.record(connection, context.act("changed", now, subject=f"[{section}] {name}", detail=detail))


def all_declared(current: Options) -> list[Option]:
    """Every declared option; those of [date-time] again for each calendar that sets any."""
    more = [found for section in current.calendars()[1:] for found in _calendar(section)]
    return [*OPTIONS, *more]


def _calendar(section: str) -> list[Option]:
    named = [find_option(section, declared.name) for declared in OPTIONS if declared.section == CALENDAR]
    return [found for found in named if found is not None]


def _rows(current: Options) -> list[OptionRow]:
    """Every declared option, then what an import kept that nobody declared."""
    foreign = [_foreign(section, name, current.values[section, name]) for section, name in current.unknown()]
    return [*(_row(current, known) for known in all_declared(current)), *foreign]


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
    was = "not set" if before is None else shown_value(*key, before)
    return f"[{key[0]}] {key[1]} = {shown_value(*key, value)} (was {was})"
