"""Temporary tables under the names of the aggregates: what builds aggregates builds there, and changes nothing.

Both databases look for a name without a schema among a session's temporary tables first. So the very statements of a
re-aggregation fill the shadows, and read those of the level below where there is one; the tables themselves are known
by their schema. The session ends with its shadows: nobody else may ever get it (schema/engines.py, `apart`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Column, ColumnElement, Connection, FromClause, MetaData, Table, delete, insert, or_, select, text
from sqlalchemy.schema import CreateTable

from gim_manager.domain.aggregates import Hierarchy, Level
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending

Set = tuple[Hierarchy, Level]
_SCHEMA = text(
    "SELECT nspname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE c.oid = to_regclass(:name)"
)


@dataclass(slots=True)
class Shadows:
    """The shadows of one session."""

    _real: dict[Set, FromClause] = field(default_factory=dict)
    _built: dict[Set, tuple[int, int]] = field(default_factory=dict)
    """Of each set, from where to where its shadow is what a rebuild makes; elsewhere it holds nothing, or a copy."""

    def make(self, connection: Connection, sets: Iterable[Set]) -> None:
        """Make the shadows of these sets, and of the list of pending intervals; all empty."""
        # Asked before there is a shadow, which would be found in its place.
        schema = _schema(connection)
        real = MetaData()
        for one in sets:
            # With a name of its own: it stands beside its shadow in one statement.
            self._real[one] = TABLES[one].to_metadata(real, schema=schema).alias(f"real_{TABLES[one].name}")
        for table in (agr_pending, *(TABLES[one] for one in self._real)):
            connection.execute(CreateTable(_shadow(table)))

    def real(self, of: Set) -> FromClause:
        """The table that the shadow stands before."""
        return self._real[of]

    def forget_pending(self, connection: Connection) -> None:
        """Nothing is on the list."""
        connection.execute(delete(agr_pending))

    def fill(self, connection: Connection, batch: Batch) -> None:
        """Before a batch is built: its shadow holds what the table does, and what it is added up from is complete."""
        own = batch.hierarchy, batch.level
        self._copy(connection, own, batch, None)
        below = _below(own)
        if below != own and below in self._real:
            self._copy(connection, below, batch, self._built.get(below))

    def built(self, batch: Batch) -> None:
        """The batch is; the ones before it were later."""
        own = batch.hierarchy, batch.level
        self._built[own] = batch.first, max(batch.end, self._built.get(own, (0, 0))[1])

    def _copy(self, connection: Connection, of: Set, batch: Batch, built: tuple[int, int] | None) -> None:
        """What the table holds in the interval of the batch, save where its shadow is built."""
        real, shadow = self._real[of], TABLES[of]
        connection.execute(delete(shadow).where(*_within(shadow, batch, built)))
        held = select(real).where(*_within(real, batch, built))
        connection.execute(insert(shadow).from_select(list(shadow.columns.keys()), held))


def _within(table: FromClause, batch: Batch, built: tuple[int, int] | None) -> tuple[ColumnElement[bool], ...]:
    slot = table.c.date_time_key
    interval = (slot >= batch.first, slot < batch.end)
    return (*interval, or_(slot < built[0], slot >= built[1])) if built else interval


def _below(of: Set) -> Set:
    """What a set is added up from; of what comes from the facts, itself."""
    hierarchy, level = of
    if finer := level.finer:
        return hierarchy, finer
    return (hierarchy.source, level) if hierarchy.source else of


def _schema(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return "main"
    return str(connection.scalar(_SCHEMA, {"name": agr_pending.name}))


def _shadow(table: Table) -> Table:
    """Only for its making: afterwards it is found under the table's name."""
    own = (
        Column(column.name, column.type, primary_key=column.primary_key, nullable=False, autoincrement=False)
        for column in table.columns
    )
    return Table(table.name, MetaData(), *own, prefixes=["TEMPORARY"], postgresql_on_commit="DROP")
