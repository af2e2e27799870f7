"""How a database URL becomes connections and transactions, on either database."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError, InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from gim_manager.domain.errors import Unreachable
from gim_manager.schema import messages
from gim_manager.schema.sentences import as_sentence
from gim_manager.schema.urls import sqlite_file

_KEEPING_NONE: dict[str, Any] = {"poolclass": NullPool}
_KEEPING: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 2, "max_overflow": -1, "pool_use_lifo": True}
"""Two idle connections; whoever needs more at one moment gets them. Making one costs more than a decision asks."""
BUSY_MILLISECONDS = 10_000
"""How long a connection to SQLite waits for another's lock."""
IDLE_SECONDS = 8
"""How long a session that is no job's may leave a transaction open and say nothing: less than a lease lasts."""
_READ = "gim_read"
_OUTSIDE = "gim_outside"


def make_engine(
    url: URL,
    *,
    application: str = "gim-manager",
    must_exist: bool = True,
    creates: bool | None = None,
    patience: int | None = None,
    keeps: bool = False,
) -> Engine:
    """Connections to this database, on SQLite in WAL mode, on PostgreSQL in UTC; none is kept for the next use unless the
    engine `keeps` some (docs/decisions/0009).

    Raises Unreachable when a SQLite file is missing and `must_exist`. Only where it `creates` (unless said otherwise: where
    the file need not exist) does a connection make a file that is not there. `patience`: how many seconds a statement of
    PostgreSQL waits for a lock of somebody else; for ever unless said. SQLite always waits ten. Who has patience also never
    leaves a transaction open: PostgreSQL ends its session after `IDLE_SECONDS`.
    """
    if url.drivername == "sqlite":
        creates = not must_exist if creates is None else creates
        mode = "rwc" if creates else "rw"
        return _sqlite_engine(url, must_exist=must_exist, mode=mode, keeps=keeps)
    engine = create_engine(
        url,
        **(_KEEPING if keeps else _KEEPING_NONE),
        connect_args={
            "connect_timeout": 5, "application_name": application, "keepalives": 1, "keepalives_idle": 5,
            "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 15000,
        },
    )  # fmt: skip
    event.listen(engine, "connect", _postgresql_session(patience))
    messages.listen(engine)
    if keeps:
        event.listen(engine, "checkin", _at_rest)
        event.listen(engine, "checkout", _is_it_alive(engine))
    return engine


STANDS_STILL = "gim_stands_still"
"""The option of connections to a recording: their present is the moment of it."""


def only_reading(url: URL) -> Engine:
    """Connections to a recording, in which nothing can be written by them; raises Unreachable when it is missing."""
    return _sqlite_engine(url, must_exist=True, mode="ro", keeps=False).execution_options(**{STANDS_STILL: True})


_RESTED = "rested_since"
REST_SECONDS = 1.0
"""A session at rest for less is not asked whether it lives: that would cost as much as what it is wanted for."""


def _is_it_alive(engine: Engine) -> Callable[[Any, ConnectionPoolEntry, object], None]:
    def ask(connection: Any, record: ConnectionPoolEntry, _kept: object) -> None:
        since = record.info.get(_RESTED)
        if since is None or time.monotonic() - since < REST_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except connection.Error as gone:
            # Its neighbours were lost with it.
            raise InvalidatePoolError from gone

    return ask


def _at_rest(connection: Any, record: ConnectionPoolEntry) -> None:
    """After a read the driver would begin READ WRITE, even where the database forbids to write by default."""
    record.info[_RESTED] = time.monotonic()
    # A session that listens begins no transactions; to tell it anything the driver would have to ask the server.
    if connection is not None and not connection.closed and not connection.autocommit:
        connection.readonly = None


def _sqlite_engine(url: URL, *, must_exist: bool, mode: str, keeps: bool) -> Engine:
    path = sqlite_file(url)
    if must_exist and not path.is_file():
        raise Unreachable(str(path), "there is no such file")
    if not path.parent.is_dir():
        raise Unreachable(str(path), f"there is no folder {path.parent}")
    # By itself the driver makes an empty file in the place of one that vanished, and nobody would hear of the loss.
    named = f"file:{quote(path.absolute().as_posix())}?mode={mode}"
    engine = create_engine(
        url, creator=lambda: sqlite3.connect(named, uri=True, timeout=10, check_same_thread=False),
        **(_KEEPING if keeps else _KEEPING_NONE),
    )  # fmt: skip
    if keeps:
        _watch_the_file(engine, path)
    event.listen(engine, "connect", _sqlite_session)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _watch_the_file(engine: Engine, path: Path) -> None:
    """A kept connection is let go once its file is another: it would go on reading one that vanished."""

    def know(_connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identity(path)

    def compare(_connection: sqlite3.Connection, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _identity(path):
            raise DisconnectionError

    event.listen(engine, "connect", know)
    event.listen(engine, "checkout", compare)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _sqlite_session(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions begin too late and commit before DDL: ours begin and end in SQLAlchemy's hands.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


def _sqlite_begin(connection: Connection) -> None:
    # BEGIN IMMEDIATE: a transaction that reads first and writes later cannot be upgraded once another has written.
    options = connection.get_execution_options()
    if not options.get(_OUTSIDE, False):
        connection.exec_driver_sql("BEGIN" if options.get(_READ, False) else "BEGIN IMMEDIATE")


_OWNING = """SELECT set_config('role', o.rolname, {here}) FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner
    WHERE c.oid = to_regclass('ctl_schema_info') AND NOT o.rolcanlogin AND pg_has_role(session_user, o.oid,
        CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)"""


def let_own(engine: Engine) -> None:
    """Makes each session of PostgreSQL that of the tables' owner, where nobody logs in as that and whoever is connected
    may be it (schema/roles.py); what they make is the owner's, too."""

    def take_on(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_OWNING.format(here="false"))
        connection.commit()

    event.listen(engine, "connect", take_on)


def own(connection: Connection) -> None:
    """The same until the transaction of this connection ends."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_OWNING.format(here="true"))


def _postgresql_session(patience: int | None) -> Callable[[Any, object], None]:
    begin = f"SET TIME ZONE 'UTC'; SET lock_timeout = '{patience or 0}s'"
    if patience is not None:
        # Whoever stands still with a transaction open, or is cut off, must not keep others from the lease (R35).
        begin += f"; SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'"

    def set_up(connection: Any, _record: object) -> None:
        # In one message: a transaction would take two more.
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(begin)
        connection.autocommit = False

    return set_up


_READS: dict[str, dict[str, Any]] = {
    "sqlite": {_READ: True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that only reads: one consistent picture, no lock on others. Raises GimError."""
    reads = _READS[engine.dialect.name]
    with _sentences(engine), engine.connect().execution_options(**reads) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that commits at the end, or leaves nothing. Raises GimError."""
    with _sentences(engine), engine.begin() as connection:
        yield connection


@contextmanager
def apart(engine: Engine, made: Callable[[Connection], None]) -> Iterator[Connection]:
    """A session of its own, in a transaction that only reads once `made` has made its temporary tables; they go with it,
    and nobody else ever finds them. Raises GimError."""
    with _sentences(engine), engine.connect() as connection:
        try:
            if engine.dialect.name == "sqlite":
                driver: Any = connection.connection.driver_connection
                # What is made here may be as large as the tables.
                driver.execute("PRAGMA temp_store = FILE")
                made(connection.execution_options(**{_READ: True}))
            else:
                # One transaction, with which the temporary tables end: a pooler may give the session to others after it.
                made(connection.execution_options(isolation_level="REPEATABLE READ"))
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            yield connection
        finally:
            connection.invalidate()


def breathe(connection: Connection) -> None:
    """Between two parts of what is done apart: on SQLite a transaction ends, or its log could not be folded back."""
    if connection.dialect.name == "sqlite":
        connection.commit()


@contextmanager
def at_once(engine: Engine) -> Iterator[Connection]:
    """A connection for one statement that is a transaction by itself, in one message on PostgreSQL. Raises GimError."""
    if engine.dialect.name == "sqlite":
        with writing(engine) as connection:
            yield connection
    else:
        with outside(engine) as connection:
            yield connection


@contextmanager
def glancing(engine: Engine) -> Iterator[Connection]:
    """A connection for one statement that only reads, in one message on PostgreSQL. Raises GimError."""
    with reading(engine) if engine.dialect.name == "sqlite" else outside(engine) as connection:
        yield connection


@contextmanager
def outside(engine: Engine) -> Iterator[Connection]:
    """A connection without a transaction, for what refuses to stand in one: VACUUM, a journal mode. Raises GimError."""
    with _sentences(engine), engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            yield connection.execution_options(**{_OUTSIDE: True})
        else:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def _sentences(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        told = as_sentence(error, engine.url)
        if told is None:
            raise
        raise told from error


@contextmanager
def on_a_kept_session(engine: Engine, where: str, let_go: Callable[[], None]) -> Iterator[None]:
    """What is asked of a driver's own session, which is let go when it breaks; raises Unreachable, which names `where`."""
    try:
        yield
    except engine.dialect.loaded_dbapi.Error as error:
        let_go()
        raise Unreachable(where, str(error).strip() or "the connection was lost") from error
    except DBAPIError as error:
        let_go()
        raise as_sentence(error, engine.url) or error from error


def end_kept(kept: PoolProxiedConnection) -> None:
    """Ends a kept session. It is not handed back to be reset: a dead one would answer with an error."""
    kept.invalidate()
    kept.close()
