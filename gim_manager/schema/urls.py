"""What the URL of a database means: which one, whose password, and how it may be shown."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from gim_manager.domain.address import ENCRYPTED, is_here
from gim_manager.domain.errors import BadUrl
from gim_manager.domain.masking import masked

_POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg2"})


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
