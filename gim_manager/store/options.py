"""The options as the database keeps them: only what differs from the default, and who changed what, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from gim_manager.domain.errors import ChangedMeanwhile
from gim_manager.domain.options import Options, find_option, shown_value
from gim_manager.schema.live import mgr_option, mgr_option_history
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import instant, micros

Changes = Mapping[tuple[str, str], str | None]
"""By section and name; None takes the option back to its default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChange:
    """One change of one option; None stands for the default."""

    at: datetime
    by: str
    host: str | None
    section: str
    name: str
    old: str | None
    new: str | None


_ALL = select(mgr_option.c.section, mgr_option.c.name, mgr_option.c.value)
_CHANGED_AT = (
    select(mgr_option_history.c.name, func.max(mgr_option_history.c.changed_at))
    .where(mgr_option_history.c.section == bindparam("section"))
    .group_by(mgr_option_history.c.name)
)
"""Both are asked before every decision, and built once."""


def load(connection: Connection) -> Options:
    """All that is set."""
    return Options(values={(section, name): value for section, name, value in connection.execute(_ALL)})


def change(
    connection: Connection, changes: Changes, *, by: str, host: str | None, now: datetime, keep_unknown: bool = False,
    seen: Changes | None = None,
) -> Options:  # fmt: skip
    """Sets and unsets options, all or none, and says what is set then; what does not differ leaves no trace.

    `keep_unknown` keeps options that nobody declared, as an import does. `seen` is what was set when the person read
    it, None where nothing was. Raises UnknownOption, BadOption, and ChangedMeanwhile where that is no longer so.
    """
    in_turn(connection)
    before = load(connection)
    _ensure_as_seen(connection, before, seen or {})
    after = _changed(before, changes, keep_unknown=keep_unknown)
    differing = {key for key in changes if before.get_raw(*key) != after.get_raw(*key)}
    for section, name in sorted(differing):
        _write(connection, section, name, after.get_raw(section, name))
    if differing:
        moment = {"changed_at": micros(now), "changed_by": by, "changed_host": host}
        history_rows = [
            {
                **moment,
                "section": key[0],
                "name": key[1],
                "old_value": before.get_raw(*key),
                "new_value": after.get_raw(*key),
            }
            for key in sorted(differing)
        ]
        connection.execute(insert(mgr_option_history).values(history_rows))
        note(connection, Topic.OPTIONS)
    return after


def history(
    connection: Connection, section: str | None = None, name: str | None = None, *, limit: int = 1000
) -> tuple[OptionChange, ...]:
    """The changes of one option, of one section or of all, newest first."""
    kept = mgr_option_history.c
    wanted = (
        select(
            kept.changed_at, kept.changed_by, kept.changed_host, kept.section, kept.name, kept.old_value, kept.new_value
        )
        .order_by(kept.id.desc())
        .limit(limit)
    )
    if section is not None:
        wanted = wanted.where(kept.section == section)
    if name is not None:
        wanted = wanted.where(kept.name == name)
    return tuple(
        OptionChange(at=instant(at), by=by, host=host, section=in_section, name=of, old=old, new=new)
        for at, by, host, in_section, of, old, new in connection.execute(wanted)
    )


def changed_at(connection: Connection, section: str) -> dict[str, datetime]:
    """When each option of the section was changed last, by name (R30)."""
    return {name: instant(at) for name, at in connection.execute(_CHANGED_AT, {"section": section})}


def _ensure_as_seen(connection: Connection, before: Options, seen: Changes) -> None:
    """Two people at one option: the second is told, and overwrites nothing that they have not seen."""
    others = [key for key, value in seen.items() if before.get_raw(*key) != value]
    if others:
        raise ChangedMeanwhile([_told(change) for key in others for change in history(connection, *key, limit=1)])


def _told(change: OptionChange) -> str:
    value = "its default" if change.new is None else shown_value(change.section, change.name, change.new)
    return f"{change.by} set [{change.section}] {change.name} to {value}."


def _changed(before: Options, changes: Changes, *, keep_unknown: bool) -> Options:
    unknown = {key: value for key, value in changes.items() if keep_unknown and find_option(*key) is None}
    after = before.changed({key: value for key, value in changes.items() if key not in unknown})
    kept = {key: value for key, value in after.values.items() if key not in unknown}
    return Options(values=kept | {key: value for key, value in unknown.items() if value is not None})


def _write(connection: Connection, section: str, name: str, value: str | None) -> None:
    connection.execute(delete(mgr_option).where(mgr_option.c.section == section, mgr_option.c.name == name))
    if value is not None:
        connection.execute(insert(mgr_option).values(section=section, name=name, value=value))
