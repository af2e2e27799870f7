"""Saved connections as a person fills them in: their parts, what is wrong with them, and how safe the way is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from gim_manager.domain.address import ENCRYPTED, Address, Tls, Wanted, taken_apart
from gim_manager.domain.errors import BadUrl
from gim_manager.presenters.language import later, retold, tr

if TYPE_CHECKING:
    from gim_manager.usecases.connections import Saved

FILE_URL = "sqlite:///"
DEFAULT_PORT = 5432
_PORTS = range(1, 65536)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One connection as its form shows it; `saved_as` is the saved one that it changes, empty for a new one."""

    saved_as: str = ""
    name: str = ""
    is_file: bool = False
    file: str = ""
    host: str = ""
    port: str = ""
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    keeps_password: bool = True
    tls: Tls | None = None
    """None: by the host, or as PGSSLMODE says where `leaves_tls`."""
    leaves_tls: bool = False
    """It was saved without a mode; nothing but the person's choice changes that."""
    root_certificate: str = ""
    more: tuple[tuple[str, str], ...] = ()
    fault: str = ""
    """Why a URL could not be taken apart."""

    @property
    def address(self) -> Address:
        """Its parts; of a form without a `problem`."""
        return Address(
            host=self.host.strip(), port=int(self.port) if self.port.strip() else None, database=self.database.strip(),
            user=self.user.strip(), tls=self.mode, root_certificate=self.root_certificate.strip(), more=self.more,
        )  # fmt: skip

    @property
    def is_here(self) -> bool:
        """Whether nothing crosses a network."""
        return self.is_file or Address(host=self.host.strip(), more=self.more).is_here

    @property
    def mode(self) -> Tls | None:
        """The mode of TLS in force: for another computer the safest, unless somebody chose."""
        if self.tls is not None or self.leaves_tls:
            return self.tls
        return Tls.PREFER if self.is_here else Tls.VERIFY_FULL

    def is_like(self, other: Draft) -> bool:
        """Whether both are the same but for the password, which may be typed each time."""
        return replace(self, password="", keeps_password=True) == replace(other, password="", keeps_password=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A saved connection in lists and menus."""

    name: str
    place: str


MEANINGS: dict[Tls | None, str] = {
    Tls.VERIFY_FULL: later("Encrypted, and the server proves that it is the host named here."),
    Tls.VERIFY_CA: later("Encrypted, and an authority that you trust vouches for the server, whatever its name."),
    Tls.REQUIRE: later("Encrypted, but the server proves nothing: another could stand in its place."),
    Tls.PREFER: later("Encrypted if the server offers it, else in clear."),
    Tls.ALLOW: later("In clear, unless the server insists on encryption."),
    Tls.DISABLE: later("Always in clear."),
    None: later("As PGSSLMODE says; without it encrypted only if the server offers it."),
}
NOT_SAID = later("not said")
_IN_CLEAR = later(
    "The password and the data may cross the network in clear. Choose verify-full, or require where the server has no "
    "certificate that can be verified."
)


def rows(saved: tuple[Saved, ...]) -> tuple[Row, ...]:
    """What each is, in their order."""
    return tuple(Row(name=one.name, place=place(one.shown_url)) for one in saved)


def place(url: str) -> str:
    """A file's path, or host:port/database and the user."""
    if url.startswith("sqlite"):
        return url.removeprefix(FILE_URL)
    try:
        address, _ = taken_apart(url)
    except BadUrl:
        return url
    return f"{address.place}, {address.user}" if address.user else address.place


def draft_of(saved: Saved) -> Draft:
    """The form of a saved connection."""
    known = Draft(saved_as=saved.name, name=saved.name)
    if saved.shown_url.startswith("sqlite"):
        return replace(known, is_file=True, file=saved.shown_url.removeprefix(FILE_URL))
    filled = pasted(known, saved.shown_url)
    return replace(filled, leaves_tls=filled.tls is None)


def is_url(text: str) -> bool:
    """Whether a text in the host's field is a whole URL."""
    return "://" in text


def pasted(draft: Draft, text: str) -> Draft:
    """The form after a URL was put into the host's field; one that cannot be understood leaves nothing of it there."""
    url = text.strip()
    if url.startswith(FILE_URL):
        return replace(draft, is_file=True, file=url.removeprefix(FILE_URL), host="", fault="")
    try:
        address, password = taken_apart(url)
    except BadUrl as error:
        return replace(draft, host="", fault=retold(str(error)))
    return replace(
        draft, host=address.host, port=str(address.port or ""), database=address.database, user=address.user,
        password=draft.password if password is None else password, tls=address.tls, leaves_tls=False,
        root_certificate=address.root_certificate, more=address.more, fault="",
    )  # fmt: skip


def problem(draft: Draft) -> str:
    """What is missing or wrong before anything can be tried, as a sentence; empty if nothing is."""
    if draft.fault:
        return draft.fault
    if draft.is_file:
        return "" if draft.file.strip() else tr("Choose the file of the Info Mart.")
    port = draft.port.strip()
    if port and not (port.isascii() and port.isdecimal() and int(port) in _PORTS):
        return tr("The port is a number from 1 to 65535.")
    if not draft.database.strip():
        return tr("Name the database.")
    if set("?/@") & set(draft.database):
        return tr("A database whose name holds ? / or @ cannot be named in a URL.")
    return ""


def warning(draft: Draft) -> str:
    """A sentence where the password may cross a network in clear."""
    return "" if draft.is_here or draft.mode in ENCRYPTED else tr(_IN_CLEAR)


def suggested_name(draft: Draft) -> str:
    """The name where nobody gives one."""
    if draft.is_file:
        return PurePath(draft.file.strip()).stem
    database, host = draft.database.strip(), draft.host.strip()
    return tr("{database} at {host}", database=database, host=host) if host and database else database


def name_of(draft: Draft) -> str:
    """The name under which it is saved."""
    return draft.name.strip() or suggested_name(draft)


def wanted(draft: Draft) -> Wanted:
    """What to try, open or save; of a form without a `problem`."""
    replaces = draft.saved_as or None
    if draft.is_file:
        return Wanted(url=f"{FILE_URL}{draft.file.strip()}", replaces=replaces)
    return Wanted(
        url=draft.address.url, password=draft.password or None, replaces=replaces, keeps_password=draft.keeps_password
    )


def without_keeping(asked: Wanted) -> Wanted:
    """The same, its password kept nowhere."""
    return replace(asked, keeps_password=False)
