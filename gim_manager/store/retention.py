"""What of the manager's own past is old enough to go: ended runs with all that they said, decisions, acts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, or_, select

from gim_manager.domain.run import ENDED
from gim_manager.schema.live import mgr_decision, mgr_hold, mgr_log, mgr_one_by_one, mgr_run, mgr_step
from gim_manager.store import audit, changes, duties, texts
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import micros

BATCH = 500
"""Runs a transaction: short enough that no heartbeat waits for it."""


def forget_runs(connection: Connection, *, before: datetime, limit: int = BATCH) -> int:
    """Deletes up to `limit` runs that ended before this instant, with their steps, lines and decisions; how many.

    Called again until it returns less than `limit`, each time in a transaction of its own. What is open always stays.
    """
    in_turn(connection)
    ended = mgr_run.c.status.in_(sorted(ENDED))
    old = (
        select(mgr_run.c.id, mgr_run.c.text_id)
        .where(ended, mgr_run.c.end_time < micros(before))
        .order_by(mgr_run.c.end_time)
        .limit(limit)
    )
    said = {run_id: text_id for run_id, text_id in connection.execute(old)}
    ids = list(said)
    if not ids:
        return 0
    for of_run in (mgr_step.c.run_id, mgr_log.c.run_id, mgr_decision.c.run_id, mgr_run.c.id):
        connection.execute(delete(of_run.table).where(of_run.in_(ids)))
    texts.forget(connection, said.values())
    note(connection, Topic.RUN)
    return len(ids)


def forget_output(connection: Connection, *, before: datetime, limit: int = BATCH) -> int:
    """Deletes the steps and lines of up to `limit` runs that ended before this instant and stay in the list; how many.

    Called like `forget_runs`.
    """
    in_turn(connection)
    ended = and_(mgr_run.c.status.in_(sorted(ENDED)), mgr_run.c.end_time < micros(before))
    said = or_(
        *(exists(select(of_run).where(of_run == mgr_run.c.id)) for of_run in (mgr_step.c.run_id, mgr_log.c.run_id))
    )
    ids = list(connection.scalars(select(mgr_run.c.id).where(ended, said).order_by(mgr_run.c.end_time).limit(limit)))
    for of_run in (mgr_step.c.run_id, mgr_log.c.run_id) if ids else ():
        connection.execute(delete(of_run.table).where(of_run.in_(ids)))
    return len(ids)


def forget_rest(connection: Connection, *, before: datetime, acts_before: datetime, changes_before: datetime) -> None:
    """Deletes decisions and holds older than `before`, acts of the audit trail older than theirs, and changes that all
    have long seen."""
    in_turn(connection)
    connection.execute(delete(mgr_decision).where(mgr_decision.c.last_at < micros(before)))
    for kept in (mgr_hold, mgr_one_by_one):
        connection.execute(delete(kept).where(kept.c.ended_at < micros(before)))
    audit.forget(connection, before=acts_before)
    duties.forget(connection, before=before)
    changes.forget(connection, before=changes_before)
