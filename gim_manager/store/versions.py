"""Which steps the schema has gone through, and whether that is where this program wants it; needs no Alembic."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, column, select, table, text
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.conditions import Condition
from gim_manager.schema.engines import reading
from gim_manager.schema.live import SCHEMA
from gim_manager.store.connect import Database, has_table
from gim_manager.store.history import was_initialized

INFO_MART_STEPS = ("0001", "0002")
MANAGER_STEPS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""The steps of each half, oldest first; a step names a file in schema/migrations/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaState:
    """Where both halves stand: their last step, None where there is no schema."""

    info_mart: str | None
    manager: str | None
    initialized: bool = False
    """Whether Job_InitializeGIM has ever ended well."""

    @property
    def condition(self) -> Condition:
        """What may run (R29)."""
        halves = ((self.info_mart, INFO_MART_STEPS), (self.manager, MANAGER_STEPS))
        if any(step is None for step, _ in halves):
            return Condition.UNINITIALIZED
        if any(step not in steps for step, steps in halves):
            return Condition.NEWER
        if any(step != steps[-1] for step, steps in halves):
            return Condition.MIGRATION
        return Condition.READY if self.initialized else Condition.UNINITIALIZED


_INITIALIZED = "EXISTS (SELECT 1 FROM ctl_etl_history)"
_MANAGER = text("SELECT version_num FROM mgr_schema_version")
_INFO_MART = text(f"SELECT version_num, {_INITIALIZED} FROM ctl_schema_version")
_BOTH = text(
    f"SELECT of_mart.version_num, of_manager.version_num, {_INITIALIZED} "
    f"FROM ctl_schema_version AS of_mart, {SCHEMA}.mgr_schema_version AS of_manager"
)


def state(database: Database) -> SchemaState:
    """How the schema of an opened Info Mart stands."""
    try:
        return _of_whole_schema(database)
    except DBAPIError:
        # A table is missing; which one says where the schema stands.
        return _piece_by_piece(database)


def _of_whole_schema(database: Database) -> SchemaState:
    """As few statements as there are files: a scheduler asks every second."""
    if not database.is_local:
        with reading(database.manager) as connection:
            info_mart, manager, initialized = connection.execute(_BOTH).one_or_none() or (None, None, False)
        return SchemaState(info_mart=info_mart, manager=manager, initialized=bool(initialized))
    with reading(database.manager) as connection:
        manager = connection.scalar(_MANAGER)
    with reading(database.info_mart) as connection:
        info_mart, initialized = connection.execute(_INFO_MART).one_or_none() or (None, False)
    return SchemaState(info_mart=info_mart, manager=manager, initialized=bool(initialized))


def _piece_by_piece(database: Database) -> SchemaState:
    with reading(database.manager) as connection:
        manager = manager_step(connection)
    with reading(database.info_mart) as connection:
        info_mart = info_mart_step(connection)
        initialized = info_mart is not None and was_initialized(connection)
    return SchemaState(info_mart=info_mart, manager=manager, initialized=initialized)


def info_mart_step(connection: Connection) -> str | None:
    """The last step of the Info Mart's half; None if it has none."""
    return _step(connection, "ctl_schema_version", None)


def manager_step(connection: Connection) -> str | None:
    """The last step of the manager's half; None if it has none."""
    return _step(connection, "mgr_schema_version", None if connection.dialect.name == "sqlite" else SCHEMA)


def _step(connection: Connection, name: str, schema: str | None) -> str | None:
    if not has_table(connection, name, schema=schema):
        return None
    found: str | None = connection.scalar(select(column("version_num")).select_from(table(name, schema=schema)))
    return found
