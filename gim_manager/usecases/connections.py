"""The saved connections of a profile: URLs by name, their passwords in the keyring, each tried before it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.access import Access
from gim_manager.domain.address import Wanted
from gim_manager.domain.errors import BadValue, GimError
from gim_manager.host import secrets
from gim_manager.host.settings import Settings
from gim_manager.schema.urls import in_clear, is_same_server, parse_url, with_password, without_password
from gim_manager.store import roles, versions
from gim_manager.store.connect import open_database
from gim_manager.store.link import Link, read_link
from gim_manager.store.versions import SchemaState


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
    link: Link | None = None
    schema: SchemaState | None = None


def listed(settings: Settings) -> tuple[Saved, ...]:
    """All, by name."""
    return tuple(Saved(name=name, shown_url=url) for name, url in sorted(settings.connections().items()))


def last_used_first(settings: Settings) -> tuple[Saved, ...]:
    """All, those that were never opened by name at the end."""
    used = settings.used()
    return tuple(sorted(listed(settings), key=lambda one: used.index(one.name) if one.name in used else len(used)))


def url_of(settings: Settings, name: str) -> str:
    """The whole URL; raises BadValue for an unknown name, NoKeyring where the keyring does not open.

    Where no password is kept, the URL has none: PGPASSFILE and PGPASSWORD are asked by PostgreSQL's own library.
    """
    return _whole(settings.connection(name), name)


def _whole(url: str, name: str) -> str:
    # The keyring is asked for nothing that needs no password: it may have to be unlocked by hand.
    return url if url.startswith("sqlite") else _joined(url, secrets.kept_password(name))


def save(settings: Settings, name: str, wanted: Wanted, *, untested: bool = False) -> Reached:
    """Save a connection once it is known to work, or `untested`; a password goes to the keyring, also one in the URL.

    Raises BadUrl, BadValue for no name or one in use, what opening raises, NoKeyring where no keyring keeps the
    password; nothing is saved then.
    """
    if not name.strip() or name.startswith("-"):
        raise BadValue("A connection needs a name of its own.")
    if name != wanted.replaces and name in settings.connections():
        raise BadValue(f"There is a saved connection {name!r} already. Remove it first, or choose another name.")
    url, password = _apart(settings, wanted)
    reached = Reached(name=name, problem=None) if untested else _reached(name, _joined(url, password))
    _keep(settings, name, url, password if wanted.keeps_password else None, wanted.replaces)
    return reached


def _keep(settings: Settings, name: str, url: str, password: str | None, replaces: str | None) -> None:
    before = secrets.kept_password(name) if name == replaces and password is not None else None
    if password is not None:
        secrets.keep_password(name, password)
    try:
        settings.save_connection(name, url, replaces=replaces)
    except GimError:
        if before is not None:
            secrets.keep_password(name, before)
        elif password is not None:
            secrets.forget_password(name)
        raise
    if replaces is not None and (name != replaces or password is None):
        secrets.forget_password(replaces)


def tried(settings: Settings, wanted: Wanted) -> Reached:
    """Try what is not saved yet; raises BadUrl and what opening raises."""
    return _reached(wanted.replaces or "", whole_url(settings, wanted))


def whole_url(settings: Settings, wanted: Wanted) -> str:
    """What `tried` tries, to be opened; raises BadUrl, NoKeyring where the keyring does not open."""
    return _joined(*_apart(settings, wanted))


def _apart(settings: Settings, wanted: Wanted) -> tuple[str, str | None]:
    """The URL as it is kept, and its password; a kept one is shown to no other server and no other user's is tried."""
    url, in_url = without_password(wanted.url)
    password = in_url if wanted.password is None else wanted.password
    if password is None and wanted.replaces is not None and is_same_server(url, settings.connection(wanted.replaces)):
        password = secrets.kept_password(wanted.replaces)
    return url, password


def _joined(url: str, password: str | None) -> str:
    return url if password is None else with_password(url, password)


def note_use(settings: Settings, name: str) -> None:
    """It was opened: the last used stands first; raises StorageFailed."""
    settings.note_use(name)


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
        return Reached(
            name=name, problem=None, access=roles.access(database), warning=in_clear(parse_url(url)),
            link=read_link(database), schema=versions.state(database),
        )  # fmt: skip
    finally:
        database.let_go()
