"""How a driver's error becomes a sentence on which a person can act."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import GimError, NotPermitted, StorageFailed, Unreachable
from gim_manager.schema.urls import shown

ERRORS: Counter[str] = Counter()
"""How often, since this program began, a database did not do what it was asked to, by the name of the error."""

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
    # A person knows the server, and no driver.
    where = shown(url.set(drivername=url.get_backend_name()))
    if getattr(error.orig, "pgcode", None) == _NOT_PERMITTED:
        return NotPermitted(f"{where}: {text}")
    for sign, why in _STORAGE.items():
        if sign in lower:
            return StorageFailed(where, why)
    if url.drivername != "sqlite" and (
        error.connection_invalidated or _any(_UNREACHABLE, lower) or _lost_at_login(error, lower)
    ):
        return Unreachable(where, text)
    return None


def _any(signs: tuple[str, ...], lower: str) -> bool:
    return any(sign in lower for sign in signs)


def _lost_at_login(error: DBAPIError, lower: str) -> bool:
    # No SQLSTATE means that the session never began: then these words are about the login, not about a statement.
    return getattr(error.orig, "pgcode", None) is None and _any(_PASSWORD, lower)
