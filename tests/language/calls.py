"""A small language that writes extracted rows of calls: parties, histories, queues, user data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, delete, insert

from gim_manager.domain.icon import (
    CallType,
    EndpointType,
    HistoryChange,
    PartyCause,
    PartyRole,
    PartyState,
    PartyType,
    QueueCause,
)
from gim_manager.domain.job import Job
from gim_manager.jobs import audit, transform
from gim_manager.jobs.work import Work
from gim_manager.schema import dimensions
from gim_manager.schema.engines import writing
from gim_manager.schema.gidb import GIDB
from tests.language.mart import rows_of
from tests.language.work import a_work

T0 = 1_795_392_000
"""Midnight UTC of 2026-11-23; every `at` of a story counts seconds from it."""
TENANT, SWITCH, SOURCE = 1, 101, 1
AGENTS = (201, 202, 203, 204)
"""DBIDs of agents; agent n sits at DN n + 100 and place n + 200."""
QUEUE, OTHER_QUEUE, ROUTING_POINT, VIRTUAL_QUEUE, OTHER_VIRTUAL_QUEUE = 401, 402, 411, 421, 422
GROUP, QUEUE_GROUP, SKILL = 501, 502, 601
Row = dict[str, Any]
_numbers = count(1)


@dataclass
class Idb:
    """Rows by IDB table, as the extraction would bring them."""

    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **values: Any) -> Row:
        """A row with an ID of its own."""
        own = next(iter(GIDB[table].columns)).name
        row = {own: next(_numbers), **values}
        self.rows.setdefault(table, []).append(row)
        return row

    def write(self, engine: Engine, work: Work, tables: Iterable[str] | None = None) -> int:
        """Writes the rows (of these tables) in one audited transaction, replacing older copies; the audit key."""
        with writing(engine) as connection:
            audit_key = audit.begin(connection, work)
            chosen = [name for name in self.rows if tables is None or name in tables]
            rows = sum(_write(connection, name, self.rows[name], audit_key) for name in chosen)
            audit.finish(connection, audit_key, rows=rows)
        return audit_key

    def inbound(self, at: int, **more: Any) -> "Call":
        """A customer's call; the customer is on it from `at` on."""
        call = Call(idb=self, at=at, kind=CallType.INBOUND, **more)
        call.external(at, role=PartyRole.ORIGINATION)
        return call

    def outbound(self, at: int) -> "Call":
        """A call that an agent dials out."""
        return Call(idb=self, at=at, kind=CallType.OUTBOUND)

    def internal(self, at: int) -> "Call":
        """A call between agents."""
        return Call(idb=self, at=at, kind=CallType.INTERNAL)


def _write(connection: Connection, name: str, rows: Sequence[Row], audit_key: int) -> int:
    table = GIDB[name]
    written = {"create_audit_key": audit_key, "update_audit_key": audit_key}
    full = []
    for row in rows:
        known = {column: value for column, value in row.items() if column in table.c}
        full.append(dict.fromkeys(table.c.keys()) | {"data_source_key": SOURCE} | known | written)
        key = and_(*(column == full[-1][column.name] for column in table.primary_key.columns))
        connection.execute(delete(table).where(key))
    connection.execute(insert(table), full)
    return len(full)


@dataclass
class Leg:
    """A party of a story."""

    call: "Call"
    row: Row
    changes: list[tuple[int, PartyState]]

    @property
    def id(self) -> str:
        """Its PARTYID."""
        return str(self.row["partyid"])

    def end(self, at: int, cause: PartyCause = PartyCause.NORMAL) -> "Leg":
        """The party leaves the call."""
        self.row |= {"terminated_ts": T0 + at, "cause": cause, "state": PartyState.NULL}
        self.call.change(self, at, HistoryChange.TERMINATED, PartyState.NULL, cause)
        return self

    def to(self, state: PartyState, at: int) -> "Leg":
        """The party changes its state."""
        self.changes.append((at, state))
        self.call.change(self, at, HistoryChange.STATE_CHANGED, state)
        return self

    def talk(self, at: int) -> "Leg":
        """Connected."""
        return self.to(PartyState.CONNECTED, at)

    def hold(self, at: int) -> "Leg":
        """On hold."""
        return self.to(PartyState.HOLD, at)


class Call:
    """A call with its G_IR; `root` is the call that it is a consultation of."""

    def __init__(self, *, idb: Idb, at: int, kind: CallType, root: "Call | None" = None, ani: str = "4930123") -> None:
        number = next(_numbers)
        self.idb = idb
        self.id = f"call-{number}"
        self.irid = f"ir-{number}"
        self.root = root or self
        self.root_id: str = self.root.root_id if root else self.irid
        self.kind = kind
        self._sequence = count(1)
        self._first = True
        self.ir = idb.add(
            "g_ir", irid=self.irid, state=1, rootcallid=self.root.id, rootirid=self.root_id, created_ts=T0 + at
        )
        self.row = idb.add(
            "g_call",
            callid=self.id,
            irid=self.irid,
            state=1,
            calltype=kind,
            mediatype=1,
            tenantid=TENANT,
            switchid=SWITCH,
            callani=ani,
            calldnis="800100",
            created_ts=T0 + at,
            parentcallid=root.id if root else None,
        )

    def end(self, at: int) -> "Call":
        """The call is over: what is still on it ends with it."""
        for row in self.idb.rows.get("g_party", []):
            if row["callid"] == self.id and row.get("terminated_ts") is None:
                Leg(call=self, row=row, changes=[]).end(at)
        self.row |= {"state": 2, "terminated_ts": T0 + at}
        self.ir |= {"state": 2, "terminated_ts": T0 + at}
        return self

    def merge(self, into: "Call", at: int, *, conference: bool) -> None:
        """A consultation becomes one call with its main call."""
        self.row |= {"mergecallid": into.id, "mergetype": 2 if conference else 1}
        self.end(at)

    def consult(self, at: int) -> "Call":
        """A consultation that somebody on this call begins."""
        return Call(idb=self.idb, at=at, kind=CallType.CONSULT, root=self)

    def external(self, at: int, *, role: PartyRole) -> Leg:
        """The customer."""
        return self._party(at, PartyState.CONNECTED, type=PartyType.EXTERNAL, prole=role, endpointdn="customer")

    def queue(self, dn: int, at: int, until: int, cause: PartyCause = PartyCause.DIVERTED) -> Leg:
        """A stay in an ACD queue."""
        return self._waiting(dn, EndpointType.ACD_QUEUE, PartyRole.QUEUE, at).end(until, cause)

    def routing_point(self, dn: int, at: int, until: int, cause: PartyCause = PartyCause.DIVERTED) -> Leg:
        """A stay at a routing point."""
        return self._waiting(dn, EndpointType.ROUTING_POINT, PartyRole.ROUTING_POINT, at).end(until, cause)

    def _waiting(self, dn: int, kind: EndpointType, role: PartyRole, at: int) -> Leg:
        return self._party(
            at,
            PartyState.QUEUED,
            type=PartyType.INTERNAL,
            prole=role,
            endpointdn=str(dn),
            endpointid=dn,
            endpointtype=kind,
        )

    def virtual_queue(self, dn: int, at: int, until: int, cause: QueueCause, beside: Leg) -> Row:
        """A stay in a virtual queue, during a stay at a routing point."""
        return self.idb.add(
            "g_virtual_queue",
            vqid=f"vq-{next(_numbers)}",
            vqdbid=dn,
            callid=self.id,
            status=2,
            cause=cause,
            partyid=beside.id,
            created_ts=T0 + at,
            terminated_ts=T0 + until,
        )

    def leg(
        self,
        agent: int,
        at: int,
        *,
        state: PartyState = PartyState.ALERTING,
        role: PartyRole = PartyRole.DESTINATION,
        moved_from: Leg | None = None,
    ) -> Leg:
        """An agent on the call; it begins ringing unless told otherwise."""
        moved = {"partyguid": moved_from.row["partyguid"], "parentpartyid": moved_from.id} if moved_from else {}
        return self._party(
            at,
            state,
            type=PartyType.INTERNAL,
            prole=role,
            endpointdn=str(agent + 100),
            endpointid=agent + 100,
            endpointtype=EndpointType.EXTENSION,
            agentid=agent,
            **moved,
        )

    def says(self, key: str, value: str, at: int) -> "Call":
        """A key-value pair is attached."""
        self.idb.add(
            "g_userdata_history",
            callid=self.id,
            changetype=1,
            keyname=key,
            value=value,
            added_ts=T0 + at,
            cseq=next(self._sequence),
        )
        return self

    def change(
        self, leg: Leg, at: int, kind: HistoryChange, state: PartyState, cause: PartyCause = PartyCause.NONE
    ) -> None:
        """A row of G_PARTY_HISTORY."""
        sequence = next(self._sequence)
        self.idb.add(
            "g_party_history",
            partyid=leg.id,
            callid=self.id,
            pseq=sequence,
            cseq=sequence,
            changetype=kind,
            state=state,
            cause=cause,
            added_ts=T0 + at,
        )

    def _party(self, at: int, state: PartyState, **values: Any) -> Leg:
        name = f"party-{next(_numbers)}"
        row = self.idb.add(
            "g_party",
            **({"partyid": name, "partyguid": name, "callid": self.id, "state": state, "tenantid": TENANT} | values),
            created_ts=T0 + at,
        )
        leg = Leg(call=self, row=row, changes=[(at, state)])
        self.change(leg, at, HistoryChange.CREATED, state)
        return leg


def transformed(engine: Engine, *idbs: Idb, options: dict[tuple[str, str], str] | None = None) -> Work:
    """Writes the rows, runs Job_TransformGIM and gives its work back, whose report tells what was done."""
    for idb in idbs:
        idb.write(engine, a_work(engine))
    work = a_work(engine, job=Job.TRANSFORM, options=options)
    transform.run(work)
    return work


def facts(engine: Engine, table: Table) -> list[Row]:
    """The rows of a fact table that count, by their start."""
    valid = [row for row in rows_of(engine, table) if not row["purge_flag"]]
    return sorted(valid, key=lambda row: (row["start_ts"], row["end_ts"], next(iter(row.values()))))


def spelled(engine: Engine, row: Row) -> tuple[str, str, str]:
    """Result, reason and role of a fact, by its TECHNICAL_DESCRIPTOR."""
    described = {one["technical_descriptor_key"]: one for one in rows_of(engine, dimensions.technical_descriptor)}
    one = described[row["technical_descriptor_key"]]
    return one["technical_result_code"], one["result_reason_code"], one["resource_role_code"]


def told(engine: Engine, table: Table, key: int, column: str) -> str:
    """What a dimension's row says in a column."""
    own = next(iter(table.primary_key.columns)).name
    return str(next(row[column] for row in rows_of(engine, table) if row[own] == key))
