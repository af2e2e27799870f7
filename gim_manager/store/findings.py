"""What the last check of the surroundings found, for every decision and every window to see (R28)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.job import Job
from gim_manager.schema.live import mgr_finding
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.clock import database_clock

VALID = timedelta(minutes=5)
"""What was found longer ago, by the database's clock, says nothing: the server that looks has gone."""
_COLUMNS = tuple(mgr_finding.c[name] for name in ("level", "section", "option", "jobs", "refuses", "message"))


def current(connection: Connection) -> tuple[Finding, ...]:
    """What was found last, in the order of finding it."""
    return _read(connection, mgr_finding.c.checked_at > database_clock(connection) - VALID // timedelta(microseconds=1))


def replace(connection: Connection, found: Sequence[Finding]) -> None:
    """This was found now, and nothing else; whoever watches is woken only if it differs from what stood there."""
    in_turn(connection)
    before = _read(connection, mgr_finding.c.checked_at > 0)
    connection.execute(delete(mgr_finding))
    if found:
        connection.execute(insert(mgr_finding).values([_row(connection, number, f) for number, f in enumerate(found)]))
    if tuple(found) != before:
        note(connection, Topic.FINDINGS)


def forget(connection: Connection, about: Iterable[tuple[str, str]]) -> None:
    """What was found about these options, by section and name, may be true no longer: what it was found for changed."""
    for section, option in about:
        connection.execute(delete(mgr_finding).where(mgr_finding.c.section == section, mgr_finding.c.option == option))


def _read(connection: Connection, which: ColumnElement[bool]) -> tuple[Finding, ...]:
    found = connection.execute(select(*_COLUMNS).where(which).order_by(mgr_finding.c.number))
    return tuple(_finding(*row) for row in found)


def _finding(level: str, section: str, option: str, jobs: str, refuses: str, message: str) -> Finding:
    return Finding(
        level=Level(level), section=section, option=option, jobs=_jobs(jobs), refuses=_jobs(refuses), message=message
    )


def _row(connection: Connection, number: int, found: Finding) -> dict[str, Any]:
    return {
        "number": number, "checked_at": database_clock(connection), "level": found.level.value,
        "section": found.section, "option": found.option, "jobs": _text(found.jobs), "refuses": _text(found.refuses),
        "message": found.message,
    }  # fmt: skip


def _text(jobs: frozenset[Job]) -> str:
    return ",".join(job.value for job in Job if job in jobs)


def _jobs(text: str) -> frozenset[Job]:
    return frozenset(Job(name) for name in text.split(",") if name)
