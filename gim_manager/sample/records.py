"""The rows that ICON goes on changing while something lasts: a call, a party, a stay, a login; each knows its row."""

from __future__ import annotations

from functools import lru_cache

from gim_manager.domain.icon import MEDIA_VOICE, CallType, EndpointType, PartyCause, PartyRole, PartyState, PartyType
from gim_manager.domain.timing import from_epoch
from gim_manager.sample.centre import SWITCH, TENANT, Device, Person

Value = int | str | None
Row = tuple[Value, ...]

CFG_SESSION, GCC_SESSION, GLS_SESSION, GUD_SESSION = 1, 2, 3, 4
"""DSS_ID of ICON's one connection to each source, and so GSYS_DOMAIN of every row from there."""
ACTIVE, ENDED = 1, 2
"""STATE of a call, an interaction and a login."""


@lru_cache(maxsize=200_000)
def when(seconds: int | None) -> str | None:
    """The wall clock that stands beside an epoch column; text that both databases read as a timestamp."""
    if seconds is None:
        return None
    minutes, second = divmod(seconds % 86_400, 60)
    return f"{_day(seconds // 86_400)} {minutes // 60:02}:{minutes % 60:02}:{second:02}.000000"


@lru_cache(maxsize=64)
def _day(number: int) -> str:
    return from_epoch(number * 86_400).strftime("%Y-%m-%d")


class Record:
    """A row under way: its key, GSYS_SEQ, GSYS_USEQ, and the GSYS_USEQ with which it was last written (-1: never)."""

    __slots__ = ("changed", "id", "seq", "shown", "started", "stopped", "useq")
    table = ""
    columns: tuple[str, ...] = ()
    domain = GCC_SESSION

    def __init__(self, identifier: int, seq: int, started: int) -> None:
        self.id = identifier
        self.seq = self.useq = seq
        self.shown = -1
        self.started = self.changed = started
        self.stopped: int | None = None

    def row(self) -> Row:
        """The row as it stands, in the order of `columns`."""
        return (self.id, *self.content(), *self.times(), self.domain, self.seq, self.useq)

    def content(self) -> Row:
        """What the row says, without its key, times and system columns."""
        raise NotImplementedError

    def times(self) -> Row:
        """CREATED, TERMINATED and LASTCHANGE, each for people and in seconds."""
        started, stopped, changed = self.started, self.stopped, self.changed
        return (when(started), started, when(stopped), stopped, when(changed), changed)

    @property
    def state_of_row(self) -> int:
        """STATE of a row that is either active or ended."""
        return ACTIVE if self.stopped is None else ENDED


SYSTEM = ("gsys_domain", "gsys_seq", "gsys_useq")
SPAN = ("created", "created_ts", "terminated", "terminated_ts", "lastchange", "lastchange_ts")


class Interaction(Record):
    """A row of G_IR."""

    __slots__ = ("irid", "root", "rootcallid")
    table = "g_ir"
    columns = ("id", "irid", "state", "parentirid", "rootcallid", "rootirid", *SPAN, *SYSTEM)

    irid: str
    root: Interaction
    rootcallid: str

    def content(self) -> Row:
        """See Record."""
        parent = None if self.root is self else self.root.irid
        return (self.irid, self.state_of_row, parent, self.rootcallid, self.root.irid)


class Call(Record):
    """A row of G_CALL; `steps` is the CSEQ of its last history row."""

    __slots__ = ("ani", "callid", "dnis", "interaction", "merged_into", "mergetype", "parent", "steps", "type")
    table = "g_call"
    columns = ("id", "callid", "parentcallid", "mergecallid", "mergetype", "connid", "irid", "state", "calltype",
               "mediatype", "tenantid", "switchid", "callani", "calldnis", *SPAN, *SYSTEM)  # fmt: skip

    callid: str
    interaction: Interaction
    type: CallType
    ani: str
    dnis: str
    parent: Call | None
    merged_into: Call | None
    mergetype: int | None
    steps: int

    def content(self) -> Row:
        """See Record."""
        return (
            self.callid, None if self.parent is None else self.parent.callid,
            None if self.merged_into is None else self.merged_into.callid, self.mergetype, f"{self.id:016x}",
            self.interaction.irid, self.state_of_row, self.type, MEDIA_VOICE, TENANT, SWITCH, self.ani, self.dnis,
        )  # fmt: skip


class Leg(Record):
    """A row of G_PARTY: someone's or something's stay on a call; `seconds` are those spent in each PartyState."""

    __slots__ = ("been", "call", "cause", "device", "dn", "guid", "parent", "partyid", "person", "prevstate", "role",
                 "seconds", "since", "state", "steps")  # fmt: skip
    table = "g_party"
    columns = ("id", "partyid", "partyguid", "type", "prole", "parentpartyid", "callid", "state", "prevstate", "cause",
               "endpointdn", "endpointid", "endpointtype", "agentid", "tenantid", *SPAN, *SYSTEM)  # fmt: skip

    partyid: str
    guid: str
    call: Call
    role: PartyRole
    device: Device | None
    """None for a customer."""
    dn: str
    person: Person | None
    parent: Leg | None
    state: PartyState
    prevstate: PartyState
    cause: PartyCause
    since: int
    seconds: list[int]
    been: int
    """A bit for each PartyState that the leg was in, if only for 0 seconds."""
    steps: int

    def content(self) -> Row:
        """See Record."""
        device, person, parent = self.device, self.person, self.parent
        kind: tuple[PartyType, int | None, EndpointType | None] = (PartyType.EXTERNAL, None, None)
        if device is not None:
            kind = (PartyType.INTERNAL, device.id, device.type)
        return (
            self.partyid, self.guid, kind[0], self.role, None if parent is None else parent.partyid, self.call.callid,
            self.state, self.prevstate, self.cause, self.dn, kind[1], kind[2], None if person is None else person.id,
            TENANT,
        )  # fmt: skip


class Stay(Record):
    """A row of G_VIRTUAL_QUEUE."""

    __slots__ = ("call", "cause", "device", "leg", "vqid")
    table = "g_virtual_queue"
    columns = ("id", "vqid", "vqdbid", "callid", "origcallid", "distcallid", "connid", "partyid", "status", "cause",
               *SPAN, *SYSTEM)  # fmt: skip

    vqid: str
    device: Device
    call: Call
    leg: Leg
    cause: int

    def content(self) -> Row:
        """See Record."""
        callid = self.call.callid
        distributed = callid if self.cause == 1 else None
        return (self.vqid, self.device.id, callid, callid, distributed, f"{self.call.id:016x}", self.leg.partyid,
                self.state_of_row, self.cause)  # fmt: skip


class Session(Record):
    """A row of G_LOGIN_SESSION; `steps` is the SEQ of its last state."""

    __slots__ = ("person", "sessionid", "steps")
    table = "g_login_session"
    columns = ("id", "loginsessionid", "agentid", "loginid", "placeid", "state", "primarydeviceid", "tenantid",
               "mediatype", *SPAN, *SYSTEM)  # fmt: skip
    domain = GLS_SESSION

    sessionid: str
    person: Person
    steps: int

    def content(self) -> Row:
        """See Record."""
        who = self.person
        return (self.sessionid, who.id, who.login, who.place, self.state_of_row, who.phone.id, TENANT, MEDIA_VOICE)


class SessionPhone(Record):
    """A row of GX_SESSION_ENDPOINT: a telephone of a login."""

    __slots__ = ("device", "session")
    table = "gx_session_endpoint"
    columns = ("id", "agentid", "endpointid", "endpointtype", "placeid", "loginsessionid", "state", *SPAN, *SYSTEM)
    domain = GLS_SESSION

    session: Session
    device: Device

    def content(self) -> Row:
        """See Record."""
        who = self.session.person
        return (who.id, self.device.id, self.device.type, who.place, self.session.sessionid, self.state_of_row)


MUTABLE: tuple[type[Record], ...] = (Interaction, Call, Leg, Stay, Session, SessionPhone)

HISTORY_COLUMNS = ("phid", "partyid", "callid", "pseq", "cseq", "changetype", "state", "prevstate", "cause", "added",
                   "added_ts", "prevsenter", "prevsenter_ts", *SYSTEM)  # fmt: skip
ROUTE_COLUMNS = ("id", "callid", "connid", "partyid", "irid", "endpointid", "rtargetobjectselected",
                 "rtargettypeselected", "rtargetagentselected", "rtenant", "rstrategyname", "rrequestedskill", "result",
                 "vqid", "added", "added_ts", *SYSTEM)  # fmt: skip
USERDATA_COLUMNS = ("id", "callid", "partyid", "endpointid", "agentid", "tenantid", "switchid", "pseq", "cseq",
                    "changetype", "keyname", "value", "added", "added_ts", *SYSTEM)  # fmt: skip
STATE_COLUMNS = ("id", "loginsessionid", "agentid", "type", "state", "prevstate", "seq", "workmode", "endpointid",
                 "causecallid", "added", "added_ts", "prevsenter", "prevsenter_ts", *SYSTEM)  # fmt: skip
REASON_COLUMNS = ("id", "sessionid", "agentid", "endpointid", "agentstate", "workmode", "hwflag", "keyname", "value",
                  "lseq", "created", "created_ts", "terminated", "terminated_ts", *SYSTEM)  # fmt: skip

COLUMNS: dict[str, tuple[str, ...]] = {
    **{kind.table: kind.columns for kind in MUTABLE},
    "g_party_history": HISTORY_COLUMNS,
    "g_route_result": ROUTE_COLUMNS,
    "g_userdata_history": USERDATA_COLUMNS,
    "g_agent_state_history": STATE_COLUMNS,
    "g_agent_state_rc": REASON_COLUMNS,
}
"""The columns that are written of each table, in the order of its rows."""
