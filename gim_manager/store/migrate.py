"""How a schema comes to be and is brought up to date: whole halves, or step by step, each all or nothing (R29, M05).

Creation may be killed at any moment and begun again: the manager's half comes first, in one transaction, and an empty
Info Mart beside a manager's half that has seen nothing yet is completed under its id. Alembic is imported when there is
something to do, never to find out whether there is.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, insert, inspect, select, text, update

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import ManagerFileLost, NotAnInfoMart, StorageFailed
from gim_manager.domain.timing import to_epoch
from gim_manager.schema.control import ctl_schema_info
from gim_manager.schema.engines import outside, reading, sqlite_file, writing
from gim_manager.schema.live import SCHEMA, mgr_info_mart, mgr_option, mgr_run, mgr_source
from gim_manager.store.clock import database_now
from gim_manager.store.connect import (
    PRODUCT,
    Database,
    connect,
    ensure_manager_of,
    foreign_tables,
    has_table,
    manager_owner,
)
from gim_manager.store.rows import micros
from gim_manager.store.versions import (
    INFO_MART_STEPS,
    MANAGER_STEPS,
    SchemaState,
    info_mart_step,
    manager_step,
    state,
)

__all__ = ["SchemaState", "create", "state", "upgrade"]


def create(url: str, *, application: str = "gim-manager") -> Database:
    """An Info Mart with both halves at this URL: made, completed, or found whole and brought up to date.

    Nothing is changed where it raises: BadUrl, Unreachable, NotAnInfoMart for a database that holds tables of others,
    ManagerFileLost for halves that do not belong together.
    """
    database = connect(url, application=application, must_exist=False)
    own = _id_if_ours(database)
    if own is None:
        own = _id_of_new(database)
        _prepare_files(database)
        _raise_manager(database, own)
        _raise_info_mart(database, own)
    ensure_manager_of(database, own)
    upgrade(database)
    return database


def upgrade(database: Database) -> SchemaState:
    """Brings both halves to this program's steps and says where they stand; refuses a schema that is newer."""
    before = state(database)
    if before.condition is Condition.NEWER:
        raise StorageFailed(database.url, "its schema is newer than this program; use the newer program")
    for step in _steps_after(before.manager, MANAGER_STEPS):
        with writing(database.manager) as connection:
            _migrate(connection, "live", step)
    for step in _steps_after(before.info_mart, INFO_MART_STEPS):
        with writing(database.info_mart) as connection:
            _migrate_info_mart(connection, step)
    return state(database)


def _id_if_ours(database: Database) -> str | None:
    """The id of the Info Mart that is there already; None where there is nothing; raises NotAnInfoMart for others'."""
    if database.file is not None and not database.file.exists():
        return None
    with reading(database.info_mart) as connection:
        if has_table(connection, ctl_schema_info.name):
            row = connection.execute(select(ctl_schema_info.c.info_mart_id, ctl_schema_info.c.product)).first()
            if row is not None and row.product == PRODUCT:
                return str(row.info_mart_id)
        if found := foreign_tables(connection) or _in_the_way(connection):
            raise NotAnInfoMart(database.url, found=found)
    return None


def _in_the_way(connection: Connection) -> str:
    """Tables and views of the names that we are about to use, as words; empty if there are none."""
    from gim_manager.schema.warehouse import INFO_MART, VIEWS

    ours = set(INFO_MART.tables) | {view.name for view in VIEWS} | {"ctl_schema_version"}
    inspector = inspect(connection)
    there = {name for name in (*inspector.get_table_names(), *inspector.get_view_names()) if name.lower() in ours}
    return f"a table or view named {min(there)}" if there else ""


def _id_of_new(database: Database) -> str:
    """A new id, or that of an interrupted creation; raises ManagerFileLost where runs or options are at stake."""
    name, owner = manager_owner(database)
    if owner is None:
        _ensure_no_foreign_schema(database)
        return str(uuid.uuid4())
    with reading(database.manager) as connection:
        used = [connection.scalar(select(table).limit(1)) is not None for table in (mgr_run, mgr_option, mgr_source)]
    if any(used):
        raise ManagerFileLost(name, "belongs to another Info Mart")
    return owner


def _ensure_no_foreign_schema(database: Database) -> None:
    if database.is_local and not sqlite_file(database.manager.url).exists():
        return
    with reading(database.manager) as connection:
        schema = None if database.is_local else SCHEMA
        there = inspect(connection).get_table_names(schema=schema)
    if there:
        where = str(database.manager.url.database) if database.is_local else f"The schema {SCHEMA} of {database.url}"
        raise NotAnInfoMart(where, found=f"the table {min(there)}")


def _prepare_files(database: Database) -> None:
    """Differs from PostgreSQL because these settings of a SQLite file must be made before its first table."""
    if not database.is_local:
        return
    for engine in (database.manager, database.info_mart):
        _prepare_file(engine)


def _prepare_file(engine: Engine) -> None:
    with outside(engine) as connection:
        connection.exec_driver_sql("PRAGMA auto_vacuum = INCREMENTAL")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _raise_manager(database: Database, own: str) -> None:
    with writing(database.manager) as connection:
        if manager_step(connection) is not None:
            return
        if not database.is_local:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
        for step in MANAGER_STEPS:
            _migrate(connection, "live", step)
        connection.execute(insert(mgr_info_mart).values(info_mart_id=own, created_at=micros(database_now(connection))))


def _raise_info_mart(database: Database, own: str) -> None:
    with writing(database.info_mart) as connection:
        if info_mart_step(connection) is not None:
            return
        for step in INFO_MART_STEPS:
            _migrate_info_mart(connection, step)
        connection.execute(
            insert(ctl_schema_info).values(
                info_mart_id=own, product=PRODUCT, schema_version=INFO_MART_STEPS[-1],
                created_ts=to_epoch(database_now(connection)),
            )
        )  # fmt: skip


def _steps_after(step: str | None, steps: Sequence[str]) -> Sequence[str]:
    return steps if step is None else steps[steps.index(step) + 1 :]


def _migrate_info_mart(connection: Connection, step: str) -> None:
    """One step without the views, which stand again after the last: a table cannot be rebuilt under them."""
    from gim_manager.schema.warehouse import drop_views, make_views

    for statement in drop_views(connection.dialect.name):
        connection.exec_driver_sql(statement)
    _migrate(connection, "info_mart", step)
    connection.execute(update(ctl_schema_info).values(schema_version=step))
    if step == INFO_MART_STEPS[-1]:
        for statement in make_views(connection.dialect.name):
            connection.exec_driver_sql(statement)


def _migrate(connection: Connection, history: str, step: str) -> None:
    """One step of a history, in the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    with as_file(files("gim_manager.schema.migrations").joinpath(history)) as folder:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, step)
