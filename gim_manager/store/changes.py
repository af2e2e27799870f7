"""What changed since number n, for whoever looks at these tables from another process; watch.py tells when to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, String, bindparam, delete, func, insert, literal, select, text, true
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate
from sqlalchemy.sql.selectable import Select

from gim_manager.schema.live import SCHEMA, mgr_change
from gim_manager.store.clock import CLOCKS
from gim_manager.store.rows import instant, micros

CHANNEL = "gim_manager"
"""What NOTIFY and LISTEN are about on PostgreSQL; the signal carries no data."""
_TURN = 0x47494D4D4752
"""Key of the advisory lock under which changes are numbered."""


class Topic(StrEnum):
    """What a change is about; RUN, STEPS and LOG name a run."""

    RUN = "run"
    STEPS = "steps"
    LOG = "log"
    OPTIONS = "options"
    SOURCES = "sources"
    SERVER = "server"
    DECISION = "decision"
    HOLD = "hold"
    ALARM = "alarm"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """That something changed; what it is now must be read."""

    number: int
    at: datetime
    topic: Topic
    run_id: int | None


_LATEST = select(func.coalesce(func.max(mgr_change.c.number), 0))
_TAKE_TURN = text(f"SELECT pg_advisory_xact_lock({_TURN})")
# One round trip and yet two statements: the second begins, and sees what was committed, once the turn is taken.
_TAKE_TURN_AND_LOOK = text(f"{_TAKE_TURN.text}; SELECT coalesce(max(number), 0) FROM {SCHEMA}.mgr_change")
_HAS_TURN = "gim_has_turn"


def in_turn(connection: Connection) -> None:
    """Called first by every writer of this room, so that changes become visible in the order of their numbers.

    Differs from PostgreSQL because on SQLite BEGIN IMMEDIATE has taken the one turn already. On PostgreSQL a number
    drawn early and committed late would never be read; the lock ends with the transaction, and with a savepoint inside
    of which it was taken.
    """
    if _waits_for_turn(connection):
        connection.execute(_TAKE_TURN)


def latest_in_turn(connection: Connection) -> int:
    """Takes the turn; the number of the last change, after which nobody else writes one until this transaction ends."""
    return int(connection.scalars(_TAKE_TURN_AND_LOOK if _waits_for_turn(connection) else _LATEST).one())


def _waits_for_turn(connection: Connection) -> bool:
    """Whether the turn has to be taken; who asks takes it."""
    transaction = connection.get_transaction()
    if connection.dialect.name != "postgresql" or connection.info.get(_HAS_TURN) is transaction:
        return False
    connection.info[_HAS_TURN] = transaction
    return True


_ABOUT = bindparam("about", type_=String), bindparam("of_run", type_=BigInteger)
_NOTE = {
    "sqlite": insert(mgr_change).values(at=CLOCKS["sqlite"], topic=_ABOUT[0], run_id=_ABOUT[1]),
    # Wakes in the same statement as it writes.
    "postgresql": insert(mgr_change).from_select(
        ["at", "topic", "run_id"],
        select(CLOCKS["postgresql"], *_ABOUT).select_from(func.pg_notify(CHANNEL, "").alias("told")),
    ),
}


def note(connection: Connection, topic: Topic, run_id: int | None = None) -> None:
    """Writes that something changed, and wakes whoever watches once the transaction commits."""
    in_turn(connection)
    connection.execute(_NOTE[connection.dialect.name], {"about": topic.value, "of_run": run_id})


class Noted:
    """An INSERT or UPDATE that returns one run, and is noted as its change: on PostgreSQL in the same statement."""

    def __init__(self, statement: ReturningInsert[Any] | ReturningUpdate[Any]) -> None:
        """`statement` returns the run's `id` among its columns."""
        self._plain = statement

    @cached_property
    def _noting(self) -> Select[Any]:
        written = self._plain.cte("written")
        woken = written.join(func.pg_notify(CHANNEL, "").alias("woken"), true())
        change = select(CLOCKS["postgresql"], literal(Topic.RUN.value), written.c.id).select_from(woken)
        noted = insert(mgr_change).from_select(["at", "topic", "run_id"], change).cte("noted")
        return select(written).add_cte(noted)

    def execute(self, connection: Connection, given: Mapping[str, Any]) -> Row[Any] | None:
        """The run as it is afterwards; None, and no change, where there was nothing to write. In turn with others."""
        in_turn(connection)
        if connection.dialect.name == "postgresql":
            return connection.execute(self._noting, given).one_or_none()
        row = connection.execute(self._plain, given).one_or_none()
        if row is not None:
            note(connection, Topic.RUN, row.id)
        return row


_ABOVE = (
    select(mgr_change.c.number, mgr_change.c.at, mgr_change.c.topic, mgr_change.c.run_id)
    .where(mgr_change.c.number > bindparam("above"))
    .order_by(mgr_change.c.number)
    .limit(bindparam("most"))
)


def since(connection: Connection, number: int, *, limit: int = 1000) -> tuple[Change, ...]:
    """The changes above this number, oldest first, at most `limit`."""
    return tuple(
        Change(number=found, at=instant(at), topic=Topic(topic), run_id=run_id)
        for found, at, topic, run_id in connection.execute(_ABOVE, {"above": number, "most": limit})
    )


def latest(connection: Connection) -> int:
    """The number of the last change, 0 before the first."""
    return int(connection.scalars(_LATEST).one())


def forget(connection: Connection, *, before: datetime) -> int:
    """Deletes the changes older than this instant but the last, so that `latest` never goes back; returns how many."""
    old = delete(mgr_change).where(mgr_change.c.at < micros(before), mgr_change.c.number < latest(connection))
    return connection.execute(old).rowcount
