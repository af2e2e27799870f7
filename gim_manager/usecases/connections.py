"""The saved connections of a profile: URLs by name, their passwords in the keyring, each tried before it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.access import Access
from gim_manager.domain.errors import BadValue, GimError
from gim_manager.host import secrets
from gim_manager.host.settings import Settings
from gim_manager.schema.engines import in_clear, parse_url, with_password, without_password
from gim_manager.store import roles
from gim_manager.store.connect import open_database


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A connection as it may be shown."""

    name: str
    shown_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What came of trying a connection; `problem` is a sentence, None if it works."""

    name: str
    problem: str | None
    access: Access | None = None
    warning: str | None = None
    """What is not as safe as it could be, as a sentence."""


def listed(settings: Settings) -> tuple[Saved, ...]:
    """All, by name."""
    return tuple(Saved(name=name, shown_url=url) for name, url in sorted(settings.connections().items()))


def url_of(settings: Settings, name: str) -> str:
    """The whole URL; raises BadValue for an unknown name, NotPermitted where the keyring does not open.

    Where no password is kept, the URL has none: PGPASSFILE and PGPASSWORD are asked by PostgreSQL's own library.
    """
    return _whole(settings.connection(name), name)


def _whole(url: str, name: str) -> str:
    # The keyring is asked for nothing that needs no password: it may have to be unlocked by hand.
    if url.startswith("sqlite"):
        return url
    kept = secrets.kept_password(name)
    return url if kept is None else with_password(url, kept)


def add(
    settings: Settings, name: str, url: str, *, password: str | None = None, untested: bool = False
) -> Reached:  # fmt: skip
    """Save a connection once it is known to work, or `untested`; a password goes to the keyring, also one in the URL.

    Raises BadUrl, BadValue for no name or one in use, what opening raises, NotPermitted where no keyring keeps the
    password; nothing is saved then.
    """
    if not name.strip() or name.startswith("-"):
        raise BadValue("A connection needs a name of its own.")
    if name in settings.connections():
        raise BadValue(f"There is a saved connection {name!r} already. Remove it first, or choose another name.")
    kept_url, in_url = without_password(url)
    password = in_url if password is None else password
    whole = kept_url if password is None else with_password(kept_url, password)
    reached = Reached(name=name, problem=None) if untested else _reached(name, whole)
    if password is not None:
        secrets.keep_password(name, password)
    try:
        settings.save_connection(name, kept_url)
    except GimError:
        secrets.forget_password(name)
        raise
    return reached


def remove(settings: Settings, name: str) -> None:
    """Forget a connection and its password; raises BadValue for an unknown name."""
    settings.forget_connection(name)
    secrets.forget_password(name)


def test(settings: Settings, name: str) -> Reached:
    """Try a saved connection; raises BadValue for an unknown name."""
    saved = settings.connection(name)
    try:
        return _reached(name, _whole(saved, name))
    except GimError as problem:
        return Reached(name=name, problem=str(problem))


def _reached(name: str, url: str) -> Reached:
    """Raises what opening raises."""
    database = open_database(url)
    try:
        return Reached(name=name, problem=None, access=roles.access(database), warning=in_clear(parse_url(url)))
    finally:
        database.let_go()
