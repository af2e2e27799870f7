"""A hand-made IDB: a few calls written as ICON would, with sequence numbers that can be moved on."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Table, insert, update

from gim_manager.domain.icon import Provider, Role
from gim_manager.domain.source import Source
from gim_manager.schema import idb
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url

START = 1_795_000_000
"""The first call's moment, in seconds UTC: November 2026."""


@dataclass
class AnIdb:
    """One IDB under construction; `publish` writes what was added and tells readers how far it counts."""

    engine: Engine
    name: str = "Berlin"
    key: int = 1
    roles: frozenset[Role] = frozenset({Role.ICON_CFG, Role.ICON_CORE})
    last: int = 0
    ids: int = 0
    at: int = START
    calls: list[str] = field(default_factory=list)
    pending: list[tuple[Table, dict[str, Any]]] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """As the Info Mart's administrator would name it."""
        url = self.engine.url.render_as_string(hide_password=False)
        return Source(key=self.key, name=self.name, url=url, roles=self.roles, shown_url=url)

    def add(self, table: Table, **values: Any) -> int:
        """A row with the next ID and the next sequence number; what is mandatory and not named gets a plain value."""
        self.last += 1
        self.ids += 1
        own_key = next(iter(table.primary_key.columns)).name
        row: dict[str, Any] = {own_key: self.ids, "gsys_seq": self.last, "gsys_useq": 0, "gsys_domain": 1}
        row |= {column.name: _plain(column, self.ids) for column in table.columns if _is_asked(column, row)}
        for name in ("created", "added"):
            if f"{name}_ts" in table.c:
                row |= {f"{name}_ts": self.at, name: _wall(self.at), f"{name}_tcode": 7}
        self.pending.append((table, row | values))
        return int(row[own_key])

    def change(self, table: Table, row_id: int, **values: Any) -> None:
        """Changes a row and gives it the next update number."""
        self.last += 1
        own_key = next(iter(table.primary_key.columns))
        self._write()
        with writing(self.engine) as connection:
            connection.execute(update(table).where(own_key == row_id).values(**values, gsys_useq=self.last))

    def add_call(self, *, seconds: int = 60, **values: Any) -> int:
        """A call of two parties with their histories, ended after `seconds`; the ID of its G_CALL row."""
        guid = f"CALL{self.ids + 1:08d}"
        self.calls.append(guid)
        self.add(idb.g_ir, irid=f"IR{guid}", rootirid=f"IR{guid}", rootcallid=guid, terminated_ts=self.at + seconds)
        call = self.add(idb.g_call, callid=guid, irid=f"IR{guid}", terminated_ts=self.at + seconds, **values)
        for number in (1, 2):
            party = f"PARTY{number}{guid}"
            self.add(idb.g_party, partyid=party, partyguid=party, callid=guid, terminated_ts=self.at + seconds)
            self.add(idb.g_party_history, partyid=party, callid=guid)
        self.add(idb.g_userdata_history, callid=guid, keyname="Reason", value="billing")
        self.at += 30
        return call

    def publish(self, *, current: int | None = None) -> None:
        """Writes G_PROV_CONTROL: all providers count to `current`, by default to the last number given."""
        rows = [
            {"domainid": 1, "providertag": tag.value, "seqcurrent": self.last if current is None else current}
            for tag in Provider
        ]
        self._write()
        with writing(self.engine) as connection:
            connection.execute(idb.g_prov_control.delete())
            connection.execute(insert(idb.g_prov_control), rows)

    def _write(self) -> None:
        """All rows at once: a connection for each would take most of a test's time."""
        alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for table, row in self.pending:
            alike.setdefault((table.name, *sorted(row)), []).append(row)
        with writing(self.engine) as connection:
            for (name, *_), rows in alike.items():
                connection.execute(insert(idb.IDB.tables[name]), rows)
        self.pending.clear()


def an_idb(url: str, *, name: str = "Berlin", key: int = 1, roles: frozenset[Role] | None = None) -> AnIdb:
    """An IDB with its tables and nothing in them; published, so that it can be read."""
    engine = make_engine(parse_url(url), must_exist=False)
    with engine.begin() as connection:
        idb.IDB.create_all(connection)
    made = AnIdb(engine, name=name, key=key)
    made.roles = roles or made.roles
    made.publish()
    return made


def _is_asked(column: Any, row: dict[str, Any]) -> bool:
    return not column.nullable and column.name not in row


def _plain(column: Any, number: int) -> Any:
    return f"{column.name}{number}" if column.type.python_type is str else 1


def _wall(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
