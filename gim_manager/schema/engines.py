"""How a database URL becomes connections, on either database, and how a driver's error becomes a sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError, InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from gim_manager.domain.address import ENCRYPTED, is_here
from gim_manager.domain.errors import BadUrl, GimError, NotPermitted, StorageFailed, Unreachable
from gim_manager.domain.masking import masked

_POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg2"})
_KEEPING_NONE: dict[str, Any] = {"poolclass": NullPool}
_KEEPING: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 2, "max_overflow": -1, "pool_use_lifo": True}
"""Two idle connections; whoever needs more at one moment gets them. Making one costs more than a decision asks."""
BUSY_MILLISECONDS = 10_000
"""How long a connection to SQLite waits for another's lock."""
IDLE_SECONDS = 8
"""How long a session that is no job's may leave a transaction open and say nothing: less than a lease lasts."""
_READ = "gim_read"
_OUTSIDE = "gim_outside"
_AFTER = "gim_after"


ERRORS: Counter[str] = Counter()
"""How often, since this program began, a database did not do what it was asked to, by the name of the error."""


def parse_url(text: str) -> URL:
    """The URL of an Info Mart or IDB, with its driver named (cli-contract, --db); raises BadUrl."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise BadUrl(masked(text), "it is not a URL") from None
    shown = masked(url.render_as_string(hide_password=True))
    if url.drivername in _POSTGRESQL:
        if not url.database:
            raise BadUrl(shown, "it names no database")
        if "@" in (url.host or ""):
            raise BadUrl(masked(text), "an @ in its password is written %40")
        return _one_password(url.set(drivername="postgresql+psycopg2"))
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        if not url.database or url.database == ":memory:" or url.host:
            raise BadUrl(shown, "it names no file (an absolute path has four slashes)")
        return url.set(drivername="sqlite")
    raise BadUrl(shown, f"{url.drivername} is not a database that this program knows")


def _one_password(url: URL) -> URL:
    """`?password=` in the place where every password is hidden."""
    given = url.query.get("password")
    if given is None:
        return url
    return url.difference_update_query(["password"]).set(password=given if isinstance(given, str) else given[-1])


def without_password(text: str) -> tuple[str, str | None]:
    """The URL as it may be kept, and the password that was in it; raises BadUrl, also for one with a second password."""
    url = parse_url(text)
    if "sslpassword" in url.query:
        raise BadUrl(shown(url), "the password of a key cannot be kept; leave sslpassword out of it")
    kept = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, url.query)
    return kept.render_as_string(), None if url.password is None else str(url.password)


def with_password(text: str, password: str) -> str:
    """The same URL with this password."""
    return parse_url(text).set(password=password).render_as_string(hide_password=False)


def in_clear(url: URL) -> str | None:
    """A sentence if password and data may cross a network unencrypted; None if they cannot."""
    host = str(url.query.get("host") or url.host or os.environ.get("PGHOST") or "")
    mode = str(url.query.get("sslmode") or os.environ.get("PGSSLMODE") or "prefer")
    if url.drivername == "sqlite" or is_here(host) or mode in ENCRYPTED:
        return None
    return (
        f"The password and the data of {shown(url)} may cross the network in clear. Add ?sslmode=verify-full to its URL, "
        "or sslmode=require where the server has no certificate that can be verified."
    )


def is_same_server(one: str, other: str) -> bool:
    """Whether both URLs lead the same user to the same server of PostgreSQL."""
    mine, theirs = parse_url(one), parse_url(other)
    if mine.drivername == "sqlite" or (mine.username, mine.host, mine.port) != (
        theirs.username,
        theirs.host,
        theirs.port,
    ):
        return False
    return all(mine.query.get(key) == theirs.query.get(key) for key in ("host", "hostaddr", "port"))


def shown(url: URL) -> str:
    """The URL as screens and logs may show it: without its password."""
    return masked(url.render_as_string(hide_password=True))


def sqlite_file(url: URL) -> Path:
    """The file of a SQLite URL."""
    return Path(str(url.database))


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
    event.listen(engine, "before_cursor_execute", _in_one_message, retval=True)
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


def after(statement: str) -> dict[str, Any]:
    """Execution options of a statement that goes behind this one, which has no parameters, in the same message: as it
    begins when this one has ended it sees what was committed up to then. On PostgreSQL alone."""
    return {_AFTER: statement}


def _in_one_message(
    _connection: Connection, _cursor: object, statement: str, parameters: Any, context: Any, _many: bool
) -> tuple[str, Any]:
    first = context.execution_options.get(_AFTER) if context is not None else None
    return (f"{first}; {statement}" if first else statement), parameters


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


_UNREACHABLE = ("could not connect", "connection refused", "could not translate", "timeout expired", "server closed",
                "connection timed out", "no route to host", "terminating connection", "connection to server",
                "the database system is", "too many clients", "remaining connection slots",
                "too many connections", "no more connections allowed", "query_wait_timeout", "connection already closed")  # fmt: skip
_PASSWORD = ("password authentication failed", "no password supplied", "no pg_hba.conf entry", "does not exist")
_NOT_PERMITTED = "42501"
"""SQLSTATE insufficient_privilege."""
_STORAGE = {
    "disk is full": "the disk is full; free some space and try again",
    "no space left": "the disk is full; free some space and try again",
    "readonly database": "the file cannot be written (it is read-only)",
    "read-only": "the database is read-only: a standby, or default_transaction_read_only is on; connect to the primary",
    "during recovery": "the database is a standby, which only reads; connect to the primary",
    "database is locked": "another program keeps it locked; close that program and try again",
    "statement timeout": "a statement took longer than the database allows (statement_timeout); "
    "find out what holds it up, or allow more time to this user",
    "lock timeout": "another session keeps a table locked; end that session and try again",
    "unable to open database file": "the file cannot be opened (missing folder or missing permission)",
    "file is not a database": "this file is not a SQLite database",
    "disk i/o error": "the disk reports an error, as a full one does",
    "malformed": "the file is damaged; restore it from a backup",
}


def as_sentence(error: DBAPIError, url: URL) -> GimError | None:
    """The error that a person can act on, counted in ERRORS, or None where the driver's error is a bug of ours."""
    told = _as_sentence(error, url)
    if told is not None:
        ERRORS[type(told).__name__] += 1
    return told


def _as_sentence(error: DBAPIError, url: URL) -> GimError | None:
    text = str(error.orig).strip().splitlines()[0] if error.orig and str(error.orig).strip() else str(error)
    lower = text.lower()
    if getattr(error.orig, "pgcode", None) == _NOT_PERMITTED:
        return NotPermitted(f"{shown(url)}: {text}")
    for sign, why in _STORAGE.items():
        if sign in lower:
            return StorageFailed(shown(url), why)
    if url.drivername != "sqlite" and (
        error.connection_invalidated or _any(_UNREACHABLE, lower) or _lost_at_login(error, lower)
    ):
        return Unreachable(shown(url), text)
    return None


def _any(signs: tuple[str, ...], lower: str) -> bool:
    return any(sign in lower for sign in signs)


def _lost_at_login(error: DBAPIError, lower: str) -> bool:
    # No SQLSTATE means that the session never began: then these words are about the login, not about a statement.
    return getattr(error.orig, "pgcode", None) is None and _any(_PASSWORD, lower)
