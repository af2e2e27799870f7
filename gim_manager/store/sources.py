"""The data sources of this Info Mart: which IDBs are read, for which roles, and by which key their rows are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import BadValue, GimError
from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source
from gim_manager.host.secrets import source_password
from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.live import mgr_source, mgr_source_secret
from gim_manager.schema.urls import parse_url, shown
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.connect import has_table
from gim_manager.store.rows import micros


def _active(url: ColumnElement[str]) -> Select[Any]:
    columns = (mgr_source.c.data_source_key, mgr_source.c.name, url, mgr_source.c.roles, mgr_source.c.secret_file)
    return select(*columns).where(mgr_source.c.active == 1).order_by(mgr_source.c.data_source_key)


_SHOWN = _active(mgr_source.c.url)
_WHOLE = _active(func.coalesce(mgr_source_secret.c.url, mgr_source.c.url)).select_from(
    mgr_source.outerjoin(mgr_source_secret, mgr_source_secret.c.name == mgr_source.c.name)
)


def sources(connection: Connection) -> tuple[Source, ...]:
    """The sources that are read, by key; with their passwords, from the URL, the environment or a file.

    For servers and administrators: the database refuses the passwords to everybody else. Raises BadValue when a
    password file cannot be read.
    """
    return tuple(_source(*row) for row in connection.execute(_WHOLE))


def known(connection: Connection) -> tuple[Source, ...]:
    """The same without passwords: for whoever asks what is known of them and reads none."""
    return tuple(_source(key, name, url, roles, None) for key, name, url, roles, _ in connection.execute(_SHOWN))


def add(
    connection: Connection, *, name: str, url: str, roles: Iterable[Role], now: datetime,
    secret_file: str | None = None, pair: str | None = None,
) -> Source:  # fmt: skip
    """Stores a source under a key that no other ever had; one that was removed comes back under its own.

    Raises BadUrl for a URL that cannot be read, BadValue for no name, no role or a name in use.
    """
    in_turn(connection)
    wanted = frozenset(roles)
    if not name.strip() or not wanted:
        raise BadValue("A data source needs a name and at least one role.")
    kept = connection.execute(
        select(mgr_source.c.data_source_key, mgr_source.c.active).where(mgr_source.c.name == name)
    )
    known = kept.one_or_none()
    parsed = parse_url(url)
    whole = parsed.render_as_string(hide_password=False)
    if known is not None and known.active:
        raise BadValue(f"There is a data source {name!r} already. Remove it first, or choose another name.")
    values: dict[str, Any] = {
        "url": shown(parsed), "roles": ",".join(sorted(wanted)), "secret_file": secret_file, "pair": pair, "active": 1,
    }  # fmt: skip
    if known is None:
        key = int(connection.scalar(select(func.max(mgr_source.c.data_source_key))) or 0) + 1
        connection.execute(insert(mgr_source).values(name=name, data_source_key=key, created_at=micros(now), **values))
    else:
        key = known.data_source_key
        connection.execute(update(mgr_source).where(mgr_source.c.name == name).values(**values))
    _keep_secret(connection, name, whole if whole != values["url"] else None)
    note(connection, Topic.SOURCES)
    return _source(key, name, whole, values["roles"], secret_file)


def _keep_secret(connection: Connection, name: str, url: str | None) -> None:
    """The whole URL where not everybody reads it; None takes away what was kept."""
    connection.execute(delete(mgr_source_secret).where(mgr_source_secret.c.name == name))
    if url is not None:
        connection.execute(insert(mgr_source_secret).values(name=name, url=url))


def remove(connection: Connection, name: str) -> None:
    """The source is read no more; what came from it stays, and so does its key. Raises BadValue for an unknown name."""
    in_turn(connection)
    gone = update(mgr_source).where(mgr_source.c.name == name, mgr_source.c.active == 1).values(active=0)
    if connection.execute(gone).rowcount == 0:
        raise BadValue(f"There is no data source {name!r}. List them with: gim-manager sources list")
    _keep_secret(connection, name, None)
    note(connection, Topic.SOURCES)


def problem(source: Source) -> str | None:
    """Why this source cannot be read, as a sentence; None if it can. G_PROV_CONTROL is what every IDB has (X02)."""
    try:
        with reading(make_engine(parse_url(source.url))) as connection:
            is_idb = has_table(connection, "g_prov_control")
    except GimError as error:
        return str(error)
    except DBAPIError as error:
        return f"{source.shown_url}: {error.orig}"
    return None if is_idb else f"{source.shown_url} is no IDB: it has no table G_PROV_CONTROL."


def _source(key: int, name: str, url: str, roles: str, secret_file: str | None) -> Source:
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql" and parsed.password is None:
        parsed = parsed.set(password=source_password(name, secret_file))
    return Source(
        key=key, name=name, url=parsed.render_as_string(hide_password=False), shown_url=shown(parsed),
        roles=frozenset(Role(role) for role in roles.split(",")),
    )  # fmt: skip
