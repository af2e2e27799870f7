"""Who did what, when, where and why; a request that was refused stands nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from gim_manager.schema.live import mgr_audit
from gim_manager.store.rows import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the audit trail."""

    at: datetime
    actor: str
    action: str
    """One word: requested, refused, stopped, canceled, changed, …"""
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
    wanted = (
        select(mgr_audit.c.at, *(mgr_audit.c[name] for name in _FIELDS)).order_by(mgr_audit.c.id.desc()).limit(limit)
    )
    if run_id is not None:
        wanted = wanted.where(mgr_audit.c.run_id == run_id)
    return tuple(
        Act(at=instant(at), actor=actor, action=action, host=host, subject=subject, run_id=of, rule=rule, reason=reason,
            detail=detail)
        for at, actor, action, host, subject, of, rule, reason, detail in connection.execute(wanted)
    )  # fmt: skip
