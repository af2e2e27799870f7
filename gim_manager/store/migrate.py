"""How a schema comes to be, and how one step brings it on; who may take a step is asked elsewhere (M05).

Creation may be killed at any moment and begun again: the manager's half comes first, in one transaction, and an empty
Info Mart beside a manager's half that has seen nothing yet is completed under its id. Alembic is imported when there is
something to do, never to find out whether there is.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, insert, inspect, literal, select, text, update

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import ManagerFileLost, NotAnInfoMart, OlderSchema
from gim_manager.domain.timing import to_epoch
from gim_manager.schema.control import ctl_schema_info
from gim_manager.schema.engines import outside, own, reading, writing
from gim_manager.schema.live import SCHEMA, mgr_info_mart, mgr_option, mgr_run, mgr_source
from gim_manager.schema.urls import sqlite_file
from gim_manager.store import roles, versions
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
from gim_manager.store.versions import ensure_not_newer, info_mart_step, manager_step, wanted

Progress = Callable[[float, str], None]
"""How much is done, 0.0 to 1.0, and what is at hand; what it raises gives up the whole."""


def create(url: str, *, application: str = "gim-manager") -> Database:
    """An Info Mart with both halves at this URL: made, completed, or found whole.

    Nothing is changed where it raises: BadUrl, Unreachable, NotAnInfoMart for a database that holds tables of others,
    ManagerFileLost for halves that do not belong together, OlderSchema or NewerSchema for that of another program.
    """
    database = connect(url, application=application, must_exist=False, owns=True)
    own = _id_if_ours(database)
    if own is None:
        own = _id_of_new(database)
        _prepare_files(database)
        _raise_manager(database, own)
        _raise_info_mart(database, own)
    ensure_manager_of(database, own)
    found = ensure_not_newer(database)
    if found.condition is Condition.MIGRATION:
        raise OlderSchema(database.url, found=found.words, known=wanted().words)
    return database


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
        kept = (select(literal(1)).select_from(table).limit(1) for table in (mgr_run, mgr_option, mgr_source))
        is_used = any(connection.scalar(one) for one in kept)
    if is_used:
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
        is_new = manager_step(connection) is None
        if is_new and not database.is_local:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
        bring_manager_up(connection)
        if is_new:
            made = insert(mgr_info_mart).values(info_mart_id=own, created_at=micros(database_now(connection)))
            connection.execute(made)


def _raise_info_mart(database: Database, own: str) -> None:
    with writing(database.info_mart) as connection:
        if info_mart_step(connection) is not None:
            return
        for step in versions.INFO_MART_STEPS:
            bring_info_mart_up(connection, step)
        connection.execute(
            insert(ctl_schema_info).values(
                info_mart_id=own, product=PRODUCT, schema_version=versions.INFO_MART_STEPS[-1],
                created_ts=to_epoch(database_now(connection)),
            )
        )  # fmt: skip


def bring_manager_up(connection: Connection, progress: Progress = lambda _done, _words: None) -> None:
    """Every step that the manager's tables lack, in the transaction of this connection, as the tables' owner; raises
    what `progress` raises before each, and once more before all is committed."""
    own(connection)
    steps = _steps_after(manager_step(connection), versions.MANAGER_STEPS)
    for done, step in enumerate(steps):
        progress(done / len(steps), f"Step {step}")
        _migrate(connection, "live", step)
    roles.refresh(connection)
    progress(1.0, "")


def missing_steps(info_mart: Engine) -> tuple[str, ...]:
    """The steps that the Info Mart's half lacks, in order."""
    with reading(info_mart) as connection:
        return _steps_after(info_mart_step(connection), versions.INFO_MART_STEPS)


def _steps_after(step: str | None, steps: tuple[str, ...]) -> tuple[str, ...]:
    return steps if step is None else steps[steps.index(step) + 1 :]


def bring_info_mart_up(connection: Connection, step: str) -> None:
    """One step without the views, which stand again after the last: a table cannot be rebuilt under them."""
    from gim_manager.schema.warehouse import drop_views, make_views

    for statement in drop_views(connection.dialect.name):
        connection.exec_driver_sql(statement)
    _migrate(connection, "info_mart", step)
    connection.execute(update(ctl_schema_info).values(schema_version=step))
    if step == versions.INFO_MART_STEPS[-1]:
        for statement in make_views(connection.dialect.name):
            connection.exec_driver_sql(statement)
        roles.refresh(connection)


def _migrate(connection: Connection, history: str, step: str) -> None:
    """One step of a history, in the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    with as_file(files("gim_manager.schema.migrations").joinpath(history)) as folder:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, step)
