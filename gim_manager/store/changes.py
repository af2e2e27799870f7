"""What changed since number n, for whoever looks at these tables from another process; watch.py tells when to look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Row,
    String,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    true,
)
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate
from sqlalchemy.sql.selectable import FromClause, Select

from gim_manager.schema.engines import at_once
from gim_manager.schema.live import mgr_change
from gim_manager.schema.messages import KEPT, after
from gim_manager.store.clock import CLOCKS
from gim_manager.store.rows import instant, micros

CHANNEL = "gim_manager"
"""What NOTIFY and LISTEN are about on PostgreSQL; the signal says who wrote, so that one can leave out one's own."""
_TELL = func.pg_notify(CHANNEL, func.current_setting("application_name"))
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


_LATEST = select(func.coalesce(func.max(mgr_change.c.number), 0)).execution_options(**KEPT)
_TAKE_TURN = f"SELECT pg_advisory_xact_lock({_TURN})"
_HAS_TURN = "gim_has_turn"


def in_turn(connection: Connection) -> None:
    """Called first by every writer of this room, so that changes become visible in the order of their numbers.

    Differs from PostgreSQL because on SQLite BEGIN IMMEDIATE has taken the one turn already. On PostgreSQL a number
    drawn early and committed late would never be read; the lock ends with the transaction, and with a savepoint inside
    of which it was taken.
    """
    if _waits_for_turn(connection):
        connection.exec_driver_sql(_TAKE_TURN)


def latest_in_turn(connection: Connection) -> int:
    """Takes the turn; the number of the last change, after which nobody else writes one until this transaction ends."""
    return int(connection.scalars(_LATEST, execution_options=_in_turn_first(connection)).one())


def _in_turn_first(connection: Connection) -> dict[str, Any]:
    """Execution options of a statement that is the first in turn: the turn is taken before it, in the same message."""
    return after(_TAKE_TURN) if _waits_for_turn(connection) else {}


def _waits_for_turn(connection: Connection) -> bool:
    """Whether the turn has to be taken; who asks takes it."""
    if connection.dialect.name != "postgresql":
        return False
    # A statement that is a transaction by itself has none here, and none before it had the turn for it.
    transaction = connection.get_transaction()
    if transaction is not None and connection.info.get(_HAS_TURN) is transaction:
        return False
    connection.info[_HAS_TURN] = transaction
    return True


_ABOUT = bindparam("about", type_=String), bindparam("of_run", type_=BigInteger)
_NOTE = {
    "sqlite": insert(mgr_change).values(at=CLOCKS["sqlite"], topic=_ABOUT[0], run_id=_ABOUT[1]),
    # Wakes in the same statement as it writes.
    "postgresql": insert(mgr_change).from_select(
        ["at", "topic", "run_id"],
        select(CLOCKS["postgresql"], *_ABOUT).select_from(_TELL.alias("told")),
    ),
}


def note(connection: Connection, topic: Topic, run_id: int | None = None) -> None:
    """Writes that something changed, and wakes whoever watches once the transaction commits."""
    in_turn(connection)
    connection.execute(_NOTE[connection.dialect.name], {"about": topic.value, "of_run": run_id})


UNCHANGED = _LATEST.scalar_subquery() == bindparam("known_change")
"""Whether the number of the last change is still the one that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """In the place of a connection: whoever knows the tables writes one thing if all is still so, in a transaction and
    a message of its own."""

    engine: Engine
    only_if: tuple[ColumnElement[bool], ...] = ()
    """Constants, for which a statement is built once."""
    given: Mapping[str, Any] | None = None
    """What they compare with."""

    @property
    def dialect(self) -> Dialect:
        """The database's."""
        return self.engine.dialect


class Noted:
    """An INSERT or UPDATE that returns one run, and is noted as its change: on PostgreSQL in the same statement."""

    def __init__(
        self, build: Callable[..., ReturningInsert[Any] | ReturningUpdate[Any]],
        *, also: Callable[[ColumnElement[int]], FromClause] | None = None,
    ) -> None:  # fmt: skip
        """`build` takes conditions, all of which must hold for it to write; it returns the run's `id` among others.
        With `also`, which is given that id, a function is called in the same statement, on PostgreSQL alone."""
        self._plain = cache(build)
        self._also = also
        self._noting = cache(self._with_change)

    def _with_change(self, *only_if: ColumnElement[bool]) -> Select[Any]:
        written = self._plain(*only_if).cte("written")
        woken = written.join(_TELL.alias("woken"), true())
        if self._also is not None:
            woken = woken.join(self._also(written.c.id), true())
        change = select(CLOCKS["postgresql"], literal(Topic.RUN.value), written.c.id).select_from(woken)
        noted = insert(mgr_change).from_select(["at", "topic", "run_id"], change).cte("noted")
        return select(written).add_cte(noted).execution_options(**KEPT)

    def execute(self, connection: Connection | AtOnce, given: Mapping[str, Any]) -> Row[Any] | None:
        """The run as it is afterwards; None, and no change, where there was nothing to write. In turn with others."""
        if isinstance(connection, AtOnce):
            with at_once(connection.engine) as alone:
                return self._execute(alone, {**given, **(connection.given or {})}, *connection.only_if)
        return self._execute(connection, given)

    def _execute(
        self, connection: Connection, given: Mapping[str, Any], *only_if: ColumnElement[bool]
    ) -> Row[Any] | None:
        if connection.dialect.name == "postgresql":
            first = _in_turn_first(connection)
            return connection.execute(self._noting(*only_if), given, execution_options=first).one_or_none()
        row = connection.execute(self._plain(*only_if), given).one_or_none()
        if row is not None:
            note(connection, Topic.RUN, row.id)
        return row


_ABOVE = (
    select(mgr_change.c.number, mgr_change.c.at, mgr_change.c.topic, mgr_change.c.run_id)
    .where(mgr_change.c.number > bindparam("above"))
    .order_by(mgr_change.c.number)
    .limit(bindparam("most", type_=BigInteger))
    .execution_options(**KEPT)
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
