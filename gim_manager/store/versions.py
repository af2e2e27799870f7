"""Which steps the schema has gone through, and whether that is where this program wants it; needs no Alembic."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, column, event, select, table, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError

from gim_manager import __version__
from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import GimError, NewerSchema, OlderSchema
from gim_manager.domain.job import Job
from gim_manager.schema.engines import reading
from gim_manager.schema.live import SCHEMA
from gim_manager.schema.sentences import as_sentence
from gim_manager.store.connect import Database, has_table
from gim_manager.store.history import was_initialized

INFO_MART_STEPS = ("0001", "0002", "0003", "0004", "0005")
MANAGER_STEPS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
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

    @property
    def manager_is_older(self) -> bool:
        """Whether the manager's tables are of an older program: then nothing but older.py may touch them."""
        return self.manager in MANAGER_STEPS[:-1]

    @property
    def words(self) -> str:
        """The version of the schema, for a sentence."""
        return (
            f"version {self.info_mart or 'none'} of the Info Mart and {self.manager or 'none'} of the manager's tables"
        )

    @property
    def key(self) -> str:
        """The same for a key: both steps."""
        return f"{self.info_mart}-{self.manager}"


def wanted() -> SchemaState:
    """The schema of this program."""
    return SchemaState(info_mart=INFO_MART_STEPS[-1], manager=MANAGER_STEPS[-1])


def ensure_not_newer(database: Database) -> SchemaState:
    """How the schema stands; raises NewerSchema (R29)."""
    return _refuse_newer(database, state(database))


def _refuse_newer(database: Database, found: SchemaState) -> SchemaState:
    if found.condition is Condition.NEWER:
        raise NewerSchema(database.url, found=found.words, known=f"{wanted().words} (it is {__version__})")
    return found


def ensure_readable(database: Database) -> SchemaState:
    """The same; raises OlderSchema, too, where today's statements do not fit the manager's tables."""
    found = ensure_not_newer(database)
    if found.manager_is_older:
        raise OlderSchema(database.url, found=found.words, known=wanted().words)
    return found


def ensure_current(database: Database) -> None:
    """Raises OlderSchema or NewerSchema where either half is of another version."""
    found = ensure_not_newer(database)
    if found.condition is Condition.MIGRATION:
        raise OlderSchema(database.url, found=found.words, known=wanted().words)


def explain_errors(database: Database) -> None:
    """From now on a statement that fails because somebody migrated the schema meanwhile says so: NewerSchema (R29)."""

    def explain(failed: ExceptionContext) -> None:
        error = failed.sqlalchemy_exception
        asks_for_version = "schema_version" in (failed.statement or "")
        if failed.is_disconnect or asks_for_version or not isinstance(error, DBAPIError):
            return
        if as_sentence(error, database.info_mart.url) is None:
            _ensure_not_newer_now(database)

    for dialect in {id(engine.dialect): engine.dialect for engine in (database.info_mart, database.manager)}.values():
        event.listen(dialect, "handle_error", explain)


def _ensure_not_newer_now(database: Database) -> None:
    try:
        # Nothing but the versions is asked: what else may be missing would bring us here again, and again.
        found = _steps(database)
    except GimError:
        # Nothing can be said of the version now: the error that was met stands.
        return
    _refuse_newer(database, found)


_INITIALIZED = f"EXISTS (SELECT 1 FROM ctl_etl_history WHERE job_name <> '{Job.MIGRATE.value}')"
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
    """As few statements as there are files: a scheduler asks all day."""
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
    found = _steps(database)
    if found.info_mart is None:
        return found
    with reading(database.info_mart) as connection:
        return replace(found, initialized=was_initialized(connection))


def _steps(database: Database) -> SchemaState:
    with reading(database.manager) as connection:
        manager = manager_step(connection)
    with reading(database.info_mart) as connection:
        return SchemaState(info_mart=info_mart_step(connection), manager=manager)


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
