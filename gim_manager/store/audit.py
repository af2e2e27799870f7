"""Who did what, when, where and why; a request that was refused stands nowhere else.

Each row bears the hash of the one before it (schema/trail.py), so that a row which was changed, taken away or put in
between is found. Whoever owns the tables could make the whole chain anew: that is found by who kept the hash of its
head elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    TableValuedAlias,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from gim_manager.schema.live import SCHEMA, mgr_audit, mgr_audit_chain
from gim_manager.schema.trail import CHAINED, FORGET, RECORD, link
from gim_manager.store.changes import in_turn
from gim_manager.store.rows import instant, micros

REPAIRED = "repaired"
"""The act of a server that found something which must hold and did not (R38)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the audit trail."""

    at: datetime
    """On PostgreSQL the database's own clock says it, whatever is given here."""
    actor: str
    """On PostgreSQL the login, whatever is given here, unless it is that of a server or of the owner."""
    action: str
    """One word: requested, refused, stopped, canceled, changed, repaired, …"""
    host: str | None = None
    subject: str | None = None
    """A job, an option, a source."""
    run_id: int | None = None
    rule: str | None = None
    reason: str | None = None
    detail: str | None = None
    os_user: str | None = None
    """How the actor's computer calls them."""
    db_user: str | None = None
    """How the database calls them: written by PostgreSQL itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """What a look at the whole trail has found."""

    rows: int
    head_id: int
    """The number of the newest row, 0 before the first."""
    head_hash: str
    """Who keeps this elsewhere can prove later that no row up to here was changed."""
    broken: str | None = None
    """A sentence that names the first row which is not as it was recorded; None if all are."""


_GIVEN = ("actor", "os_user", "host", "action", "subject", "run_id", "rule", "reason", "detail")
_FIELDS = ("actor", "action", "host", "subject", "run_id", "rule", "reason", "detail", "os_user", "db_user")
_RECORD = text(f"SELECT {RECORD}({', '.join(f':{name}' for name in _GIVEN)})")
_FUNCTION = RECORD.removeprefix(f"{SCHEMA}.")
_FORGET = text(f"SELECT {FORGET}(:before)")


def record(connection: Connection, act: Act) -> None:
    """Writes one line; never changed, never taken back."""
    in_turn(connection)
    given = {name: getattr(act, name) for name in _GIVEN}
    if connection.dialect.name == "postgresql":
        connection.execute(_RECORD, given)
    else:
        _append(connection, micros(act.at), given)


def recorded(run_id: ColumnElement[int]) -> FromClause:
    """The writing of one line about a run as a part of another statement of PostgreSQL, given what `recording` says."""
    given = (run_id if name == "run_id" else bindparam(f"act_{name}", type_=mgr_audit.c[name].type) for name in _GIVEN)
    written: TableValuedAlias = getattr(getattr(func, SCHEMA), _FUNCTION)(*given).table_valued("line")
    return written.lateral()


def recording(act: Act) -> dict[str, Any]:
    """The parameters of `recorded`."""
    return {f"act_{name}": getattr(act, name) for name in _GIVEN if name != "run_id"}


def _append(connection: Connection, at: int, given: dict[str, Any]) -> None:
    """Differs from PostgreSQL because there a function of the owner's does this, and asks the database who and when."""
    head_id, head_hash = connection.execute(select(mgr_audit_chain.c.head_id, mgr_audit_chain.c.head_hash)).one()
    row: dict[str, Any] = {"id": head_id + 1, "at": at, "db_user": None, **given}
    row["hash"] = link(head_hash, tuple(row[name] for name in CHAINED))
    connection.execute(insert(mgr_audit).values(row))
    connection.execute(update(mgr_audit_chain).values(head_id=row["id"], head_hash=row["hash"]))


def forget(connection: Connection, *, before: datetime) -> None:
    """Deletes the oldest rows up to the first that is not older than this instant; the chain then begins after them."""
    in_turn(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(_FORGET, {"before": micros(before)})
        return
    kept = select(func.min(mgr_audit.c.id)).where(mgr_audit.c.at >= micros(before))
    bound = connection.scalar(kept)
    last = select(mgr_audit.c.id, mgr_audit.c.hash).order_by(mgr_audit.c.id.desc()).limit(1)
    row = connection.execute(last if bound is None else last.where(mgr_audit.c.id < bound)).one_or_none()
    if row is not None:
        connection.execute(update(mgr_audit_chain).values(pruned_id=row.id, pruned_hash=row.hash))
        connection.execute(delete(mgr_audit).where(mgr_audit.c.id <= row.id))


def acts(connection: Connection, *, run_id: int | None = None, limit: int = 200) -> tuple[Act, ...]:
    """The latest acts, or those upon one run; newest first."""
    return _read(connection, *(() if run_id is None else (mgr_audit.c.run_id == run_id,)), limit=limit)


def repairs(connection: Connection, since: datetime) -> tuple[Act, ...]:
    """What servers found wrong and put right since an instant (R38); newest first."""
    return _read(connection, mgr_audit.c.action == REPAIRED, mgr_audit.c.at >= micros(since), limit=20)


def verify(connection: Connection) -> Trail:
    """Goes through the whole trail, oldest first, within one transaction of the caller's."""
    chain = connection.execute(select(mgr_audit_chain)).one_or_none()
    if chain is None:
        return Trail(rows=0, head_id=0, head_hash="", broken="The audit trail has lost its beginning and its end.")
    count, number, before = 0, chain.pruned_id, chain.pruned_hash
    for row in _whole(connection):
        if link(before, row[:-1]) != row.hash:
            told = (
                f"Row {row.id} of the audit trail ({instant(row.at):%Y-%m-%d %H:%M:%S} UTC, {row.actor}, {row.action})"
            )
            broken = f"{told} was changed, or a row before it was taken away or put in."
            return Trail(rows=count, head_id=number, head_hash=before, broken=broken)
        count, number, before = count + 1, row.id, row.hash
    if (number, before) != (chain.head_id, chain.head_hash):
        short = (
            f"The audit trail ends with row {number}, but row {chain.head_id} was recorded last: its end is missing."
        )
        return Trail(rows=count, head_id=number, head_hash=before, broken=short)
    return Trail(rows=count, head_id=number, head_hash=before)


_AT_ONCE = 2000


def _whole(connection: Connection) -> Iterator[Any]:
    """Every row by number, a few thousand in memory at a time."""
    columns = [mgr_audit.c[name] for name in (*CHAINED, "hash")]
    above = -1
    while rows := _after(connection, columns, above):
        yield from rows
        above = rows[-1].id


def _after(connection: Connection, columns: Sequence[ColumnElement[Any]], above: int) -> Sequence[Any]:
    wanted = select(*columns).where(mgr_audit.c.id > above).order_by(mgr_audit.c.id).limit(_AT_ONCE)
    return connection.execute(wanted).all()


def _read(connection: Connection, *which: ColumnElement[bool], limit: int) -> tuple[Act, ...]:
    wanted = select(mgr_audit.c.at, *(mgr_audit.c[name] for name in _FIELDS)).where(*which)
    found = connection.execute(wanted.order_by(mgr_audit.c.id.desc()).limit(limit))
    return tuple(Act(at=instant(at), **dict(zip(_FIELDS, rest, strict=True))) for at, *rest in found)
