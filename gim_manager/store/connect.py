"""The one name that outsiders hold for an Info Mart and its manager's tables: a URL becomes a Database, or an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, inspect, select, text

from gim_manager.domain.access import RECORDING
from gim_manager.domain.errors import BadUrl, ManagerFileLost, NotAnInfoMart, ReadOnly
from gim_manager.host.drives import is_on_network
from gim_manager.schema.control import ctl_schema_info
from gim_manager.schema.engines import let_own, make_engine, only_reading, outside, reading
from gim_manager.schema.live import SCHEMA, mgr_info_mart
from gim_manager.schema.urls import parse_url, shown, sqlite_file
from gim_manager.store.pooler import ensure_sessions

PRODUCT = "GIM Manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Both halves of one Info Mart."""

    url: str
    """As it may be shown: without its password."""
    secret_url: str = field(repr=False)
    """With its password: for a worker's standard input, never for a screen, a log or an argument."""
    kind: str
    """`sqlite` or `postgresql`."""
    info_mart: Engine = field(repr=False)
    manager: Engine = field(repr=False)
    """On PostgreSQL its tables are found in the schema gim_manager by translation: statements of Core only."""
    owns: bool = False
    """Sessions are those of the tables' owner, where that is a role that nobody logs in as (schema/roles.py)."""

    @property
    def is_local(self) -> bool:
        """Whether only this computer can reach it (SQLite)."""
        return self.kind == "sqlite"

    @property
    def is_recording(self) -> bool:
        """Whether it is a recording, in which nothing can be written."""
        return self.is_local and is_recording(self.info_mart.url)

    @property
    def file(self) -> Path | None:
        """The Info Mart's file on SQLite."""
        return sqlite_file(self.info_mart.url) if self.is_local else None

    def let_go(self) -> None:
        """Close the connections that are kept; the next use makes new ones."""
        self.info_mart.dispose()
        self.manager.dispose()


PATIENCE = 10
"""Seconds that whoever is not a job waits for another session's lock, on either database."""


def keeping(database: Database, *, application: str = "gim-manager") -> Database:
    """The same Info Mart for a server, which asks it all day: on SQLite, too, connections are kept until `let_go`."""
    return connect(database.secret_url, application=application, keeps=True, owns=database.owns)


def beside(database: Database, *, application: str, seconds: int) -> Database:
    """The same Info Mart for whoever looks at a server from beside: PostgreSQL gives up each of its statements after
    so many seconds. Connections are kept until `let_go`."""
    kept = keeping(database, application=application)

    def limit(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = '{seconds}s'")
        connection.commit()

    if not kept.is_local:
        event.listen(kept.info_mart, "connect", limit)
    return kept


def open_database(
    url: str, *, application: str = "gim-manager", patience: int | None = PATIENCE, keeps: bool = False,
    owns: bool = False,
) -> Database:  # fmt: skip
    """The Info Mart at this URL, known to be one of ours and whole.

    `application` is what PostgreSQL shows of our sessions; `patience` as for make_engine, `keeps` as for connect,
    `owns` as Database says it. Raises BadUrl, Unreachable, NotAnInfoMart, ManagerFileLost.
    """
    database = connect(url, application=application, patience=patience, keeps=keeps, owns=owns)
    if not database.is_local:
        ensure_sessions(database.manager)
    with reading(database.info_mart) as connection:
        info_mart_id = info_mart_of(connection, database.url)
    ensure_manager_of(database, info_mart_id)
    return database


def ensure_writes(database: Database) -> None:
    """Raises ReadOnly where PostgreSQL begins no transaction that may write."""
    if database.is_local:
        return
    with outside(database.manager) as connection:
        if connection.scalar(text("SHOW transaction_read_only")) == "on":
            raise ReadOnly(database.url)


def connect(
    url: str, *, application: str = "gim-manager", must_exist: bool = True, patience: int | None = PATIENCE,
    keeps: bool = False, owns: bool = False,
) -> Database:  # fmt: skip
    """Both halves unseen: whether they are there, and ours, is not asked. Raises BadUrl, Unreachable.

    A server `keeps` connections to the Info Mart, and the aggregation while it is at work; other jobs leave temporary
    tables in their session. Those to the manager's tables are always kept on PostgreSQL; on SQLite they would hold a
    file that others move or copy.
    """
    parsed = _local_only(parse_url(url))
    known: dict[str, Any] = {"application": application, "patience": patience}
    if is_recording(parsed):
        return _recording(parsed, must_exist=must_exist)
    info_mart = make_engine(parsed, must_exist=must_exist, keeps=keeps, **known)
    if parsed.get_backend_name() == "sqlite":
        # Whether the manager's file is there is asked later, by an error that says what is lost.
        manager = make_engine(manager_url(parsed), must_exist=False, creates=not must_exist, keeps=keeps, **known)
    else:
        shared = info_mart if keeps else make_engine(parsed, keeps=True, **known)
        for engine in {info_mart, shared} if owns else ():
            let_own(engine)
        manager = shared.execution_options(schema_translate_map={None: SCHEMA})
    return Database(
        url=shown(parsed),
        secret_url=parsed.render_as_string(hide_password=False),
        kind=parsed.get_backend_name(),
        info_mart=info_mart,
        manager=manager,
        owns=owns,
    )


def _recording(url: URL, *, must_exist: bool) -> Database:
    if not must_exist:
        raise BadUrl(shown(url), f"files that end with {RECORDING} are recordings, which are only read")
    both = only_reading(url)
    return Database(url=shown(url), secret_url=shown(url), kind="sqlite", info_mart=both, manager=both)


def manager_url(url: URL) -> URL:
    """Where the manager's tables are: `<stem>.manager.sqlite` beside a file, the same PostgreSQL database otherwise."""
    if url.get_backend_name() != "sqlite" or is_recording(url):
        return url
    file = sqlite_file(url)
    return url.set(database=str(file.with_name(f"{file.stem}.manager.sqlite")))


def is_recording(url: URL) -> bool:
    """Whether the URL names a recording."""
    return url.get_backend_name() == "sqlite" and sqlite_file(url).suffix == RECORDING


def _local_only(url: URL) -> URL:
    if url.get_backend_name() == "sqlite" and is_on_network(sqlite_file(url)):
        raise BadUrl(
            shown(url), "the file lies on a network drive, where SQLite damages files; use a local disk or PostgreSQL"
        )
    return url


def info_mart_of(connection: Connection, where: str) -> str:
    """The id of the Info Mart that this connection reaches; raises NotAnInfoMart."""
    if not has_table(connection, ctl_schema_info.name):
        raise NotAnInfoMart(where, found=foreign_tables(connection))
    found = connection.scalar(select(ctl_schema_info.c.info_mart_id))
    if found is None:
        raise NotAnInfoMart(where)
    return str(found)


def has_table(connection: Connection, name: str, *, schema: str | None = None) -> bool:
    """Whether a table of exactly this name is there."""
    return inspect(connection).has_table(name, schema=schema)


def holds_anything(database: Database) -> bool:
    """Whether there is any table at all in either half."""
    if database.file is not None and not database.file.exists():
        return sqlite_file(database.manager.url).exists()
    with reading(database.info_mart) as connection:
        names = inspect(connection).get_table_names()
        more = [] if database.is_local else inspect(connection).get_table_names(schema=SCHEMA)
    return bool(names or more)


def foreign_tables(connection: Connection) -> str:
    """Tables of a real Info Mart, in any case, as words; empty if there are none (cli-contract, init)."""
    names = sorted(inspect(connection).get_table_names())
    telling = [name for name in names if name.lower() == "ctl_audit_log" or name.lower().startswith("gidb_")]
    if not telling:
        return ""
    more = f" and {len(telling) - 2} more" if len(telling) > 2 else ""
    return f"the table{'s' if len(telling) > 1 else ''} {', '.join(telling[:2])}{more}"


def ensure_manager_of(database: Database, info_mart_id: str) -> None:
    """The manager's half is there and belongs to this Info Mart; raises ManagerFileLost, changes nothing."""
    name, found = manager_owner(database)
    if found is None:
        raise ManagerFileLost(name, "is missing")
    if found != info_mart_id:
        raise ManagerFileLost(name, "belongs to another Info Mart")


def manager_owner(database: Database) -> tuple[str, str | None]:
    """What a person calls the manager's half, and the id of its Info Mart, None if it is missing."""
    schema = None if database.is_local else SCHEMA
    name = str(sqlite_file(database.manager.url)) if database.is_local else f"The schema {SCHEMA} of {database.url}"
    if database.is_local and not sqlite_file(database.manager.url).is_file():
        return name, None
    with reading(database.manager) as connection:
        if not has_table(connection, mgr_info_mart.name, schema=schema):
            return name, None
        return name, connection.scalar(select(mgr_info_mart.c.info_mart_id))
