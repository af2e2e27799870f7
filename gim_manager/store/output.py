"""What a run says of itself while it works: its steps and the lines of its log."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from gim_manager.domain.run import LogLine, Step
from gim_manager.schema.dialect import upserting
from gim_manager.schema.live import mgr_log, mgr_step
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import LOG_COLUMNS, STEP_COLUMNS, as_log_line, as_step, micros, of_step

_BATCH = 200
"""Rows a statement: a few parameters each, far below what either database takes."""


def write_steps(connection: Connection, run_id: int, given: Sequence[Step]) -> None:
    """The steps of the run as they are now, all of them, in order; what was written before is replaced."""
    in_turn(connection)
    written = [of_step(run_id, number, step) for number, step in enumerate(given, 1)]
    for start in range(0, len(written), _BATCH):
        new = upserting(connection, mgr_step).values(written[start : start + _BATCH])
        changed = {name: new.excluded[name] for name in mgr_step.c.keys() if name not in ("run_id", "number")}  # noqa: SIM118
        connection.execute(new.on_conflict_do_update(index_elements=["run_id", "number"], set_=changed))
    connection.execute(delete(mgr_step).where(mgr_step.c.run_id == run_id, mgr_step.c.number > len(written)))
    note(connection, Topic.STEPS, run_id)


def steps(connection: Connection, run_id: int) -> tuple[Step, ...]:
    """The steps of a run, in order."""
    found = select(*STEP_COLUMNS).where(mgr_step.c.run_id == run_id).order_by(mgr_step.c.number)
    return tuple(as_step(row) for row in connection.execute(found))


def append_log(connection: Connection, run_id: int, lines: Sequence[LogLine]) -> None:
    """Adds lines to the end of the log; their numbers are given here, those of `lines` are not read."""
    if not lines:
        return
    in_turn(connection)
    last = connection.scalar(select(func.max(mgr_log.c.number)).where(mgr_log.c.run_id == run_id)) or 0
    written = [
        {"run_id": run_id, "number": number, "time": micros(line.time), "level": line.level, "message": line.message}
        for number, line in enumerate(lines, last + 1)
    ]
    for start in range(0, len(written), _BATCH):
        connection.execute(insert(mgr_log).values(written[start : start + _BATCH]))
    note(connection, Topic.LOG, run_id)


def log(connection: Connection, run_id: int, after: int = 0, limit: int = 1000) -> tuple[LogLine, ...]:
    """The lines whose number is above `after`, oldest first, at most `limit`."""
    mine = (mgr_log.c.run_id == run_id, mgr_log.c.number > after)
    found = connection.execute(select(*LOG_COLUMNS).where(*mine).order_by(mgr_log.c.number).limit(limit))
    return tuple(as_log_line(row) for row in found)


def last_lines(connection: Connection, run_id: int, limit: int = 1000) -> tuple[LogLine, ...]:
    """The end of the log, oldest first, at most `limit` lines."""
    newest = select(*LOG_COLUMNS).where(mgr_log.c.run_id == run_id).order_by(mgr_log.c.number.desc()).limit(limit)
    return tuple(as_log_line(row) for row in reversed(connection.execute(newest).all()))
