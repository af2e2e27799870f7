"""Who did what, when, where and why; a request that was refused stands nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select

from gim_manager.schema.live import mgr_audit
from gim_manager.store.rows import instant, micros

REPAIRED = "repaired"
"""The act of a server that found something which must hold and did not (R38)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the audit trail."""

    at: datetime
    actor: str
    action: str
    """One word: requested, refused, stopped, canceled, changed, repaired, …"""
    host: str | None = None
    subject: str | None = None
    """A job, an option, a source."""
    run_id: int | None = None
    rule: str | None = None
    reason: str | None = None
    detail: str | None = None


_FIELDS = ("actor", "action", "host", "subject", "run_id", "rule", "reason", "detail")


def record(connection: Connection, act: Act) -> None:
    """Writes one line; never changed, never taken back."""
    connection.execute(insert(mgr_audit).values(at=micros(act.at), **{name: getattr(act, name) for name in _FIELDS}))


def acts(connection: Connection, *, run_id: int | None = None, limit: int = 200) -> tuple[Act, ...]:
    """The latest acts, or those upon one run; newest first."""
    return _read(connection, *(() if run_id is None else (mgr_audit.c.run_id == run_id,)), limit=limit)


def repairs(connection: Connection, since: datetime) -> tuple[Act, ...]:
    """What servers found wrong and put right since an instant (R38); newest first."""
    return _read(connection, mgr_audit.c.action == REPAIRED, mgr_audit.c.at >= micros(since), limit=20)


def _read(connection: Connection, *which: ColumnElement[bool], limit: int) -> tuple[Act, ...]:
    wanted = select(mgr_audit.c.at, *(mgr_audit.c[name] for name in _FIELDS)).where(*which)
    found = connection.execute(wanted.order_by(mgr_audit.c.id.desc()).limit(limit))
    return tuple(
        Act(at=instant(at), actor=actor, action=action, host=host, subject=subject, run_id=of, rule=rule, reason=reason,
            detail=detail)
        for at, actor, action, host, subject, of, rule, reason, detail in found
    )  # fmt: skip
