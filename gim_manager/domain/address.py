"""Where an Info Mart on PostgreSQL is: the parts of its URL as a person fills them in, and how safe the way is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from gim_manager.domain.errors import BadUrl
from gim_manager.domain.masking import masked


class Tls(StrEnum):
    """How the way to a server is protected (`sslmode` of libpq), the safest first."""

    VERIFY_FULL = "verify-full"
    VERIFY_CA = "verify-ca"
    REQUIRE = "require"
    PREFER = "prefer"
    ALLOW = "allow"
    DISABLE = "disable"


ENCRYPTED = frozenset({Tls.VERIFY_FULL, Tls.VERIFY_CA, Tls.REQUIRE})
"""With these nothing ever crosses a network in clear."""
_SCHEMES = ("postgres", "postgresql", "postgresql+psycopg2")


def is_here(host: str) -> bool:
    """Whether a host is this computer, so that nothing crosses a network; empty is libpq's own socket."""
    return not host or host.startswith(("/", "127.")) or host in ("localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parts of a URL but its password; `tls` None leaves it to PGSSLMODE, else to libpq, which prefers TLS."""

    host: str = ""
    port: int | None = None
    database: str = ""
    user: str = ""
    tls: Tls | None = None
    root_certificate: str = ""
    more: tuple[tuple[str, str], ...] = ()
    """What else stood in the query, kept as it was."""

    @property
    def url(self) -> str:
        """The same in one line, without a password."""
        host = f"[{self.host}]" if ":" in self.host else quote(self.host)
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        is_socket = self.host.startswith("/")
        port = "" if self.port is None or is_socket else f":{self.port}"
        query = urlencode(tuple(self._query()), safe="/")
        return f"postgresql://{user}{'' if is_socket else host}{port}/{self.database}{f'?{query}' if query else ''}"

    def _query(self) -> Iterator[tuple[str, str]]:
        if self.host.startswith("/"):
            yield "host", self.host
            if self.port is not None:
                yield "port", str(self.port)
        if self.tls is not None:
            yield "sslmode", self.tls.value
        if self.root_certificate:
            yield "sslrootcert", self.root_certificate
        yield from self.more

    @property
    def is_here(self) -> bool:
        """Whether nothing crosses a network, whichever of several hosts answers."""
        elsewhere = [value for key, value in self.more if key in ("host", "hostaddr")]
        return is_here(self.host) and all(map(is_here, elsewhere))

    @property
    def place(self) -> str:
        """host:port/database, as short as it can be told apart."""
        host = self.host or ", ".join(value for key, value in self.more if key == "host") or "localhost"
        return f"{host}{f':{self.port}' if self.port else ''}/{self.database}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A connection to be tried or saved; a password apart goes before that in the URL."""

    url: str = field(repr=False)
    password: str | None = field(default=None, repr=False)
    replaces: str | None = None
    """The saved one that is changed: its password goes on where none is given and the server and user are the same."""
    keeps_password: bool = True
    """False: nothing goes to the keyring, and the password is asked for each time."""


def taken_apart(text: str) -> tuple[Address, str | None]:
    """The parts of a URL of PostgreSQL, also of one that JDBC reads, and its password.

    Raises BadUrl, which never shows the password.
    """
    url = text.strip().removeprefix("jdbc:")
    try:
        parts = urlsplit(url, allow_fragments=False)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadUrl(masked(url), "write %2F, %3F, %40 for a / ? @ in its password, and a number as port") from None
    if parts.scheme not in _SCHEMES:
        raise BadUrl(masked(url), "it does not begin with postgresql://")
    if "@" in parts.path:
        raise BadUrl(masked(url), "write %2F for a / in its password")
    # The host as it was written: a file in its place is not lower case.
    written = _written_host(parts.netloc) if host else ""
    written_as = Address(
        host=written, port=port, database=parts.path.removeprefix("/"), user=unquote(parts.username or "")
    )
    address, in_query = _with_query(written_as, parts.query, masked(url))
    return address, in_query if parts.password is None else unquote(parts.password)


def _written_host(netloc: str) -> str:
    host = netloc.rpartition("@")[2]
    return host[1:].partition("]")[0] if host.startswith("[") else unquote(host.partition(":")[0])


def _with_query(address: Address, query: str, shown: str) -> tuple[Address, str | None]:
    given = parse_qsl(query, keep_blank_values=True)
    single = {key: value for key, value in given if sum(other == key for other, _ in given) == 1}
    if any(key == "sslpassword" for key, _ in given):
        raise BadUrl(shown, "the password of a key cannot be kept; leave sslpassword out of it")
    taken: set[str] = {"sslmode", "sslrootcert", "user", "password"}
    host, port = address.host, address.port
    if not host and "host" in single:
        host = single["host"]
        taken.add("host")
        if port is None and single.get("port", "").isdecimal():
            port = int(single["port"])
            taken.add("port")
    mode = single.get("sslmode")
    if mode is not None and mode not in list(Tls):
        raise BadUrl(shown, f"sslmode is one of {', '.join(Tls)}")
    whole = replace(
        address, host=host, port=port, user=address.user or single.get("user", ""),
        tls=None if mode is None else Tls(mode), root_certificate=single.get("sslrootcert", ""),
        more=tuple((key, value) for key, value in given if key not in taken),
    )  # fmt: skip
    return whole, single.get("password")
