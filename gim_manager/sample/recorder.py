"""What ICON writes of each event: rows with their keys, and the sequence numbers that say in which order they came."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.icon import (
    AGENT_STATE_CHANGE,
    AgentState,
    CallType,
    HistoryChange,
    PartyCause,
    PartyRole,
    PartyState,
    QueueCause,
)
from gim_manager.sample.centre import SWITCH, TENANT, Device, Person
from gim_manager.sample.counters import Counters
from gim_manager.sample.records import (
    COLUMNS,
    GCC_SESSION,
    GLS_SESSION,
    GUD_SESSION,
    Call,
    Interaction,
    Leg,
    Record,
    Row,
    Session,
    SessionPhone,
    Stay,
    when,
)

TO_AGENT = 2
"""RTARGETTYPESELECTED: an agent (ours)."""
ROUTED = 1
"""G_ROUTE_RESULT.RESULT of a call that was routed (ours)."""


@dataclass(slots=True, kw_only=True)
class Written:
    """What is to be written: rows by table, and the keys of rows that stand already and are written anew."""

    rows: dict[str, list[Row]]
    again: dict[str, list[int]]


class Recorder:
    """ICON at work: every method is an event of the switch, told at its moment and in order."""

    def __init__(self, site: str, counters: Counters) -> None:
        self.counters = counters
        self.pending = 0
        self._site = site
        self._open: dict[Record, None] = {}
        self._rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
        self._again: dict[str, list[int]] = {}

    def interaction(self, root: Interaction | None, moment: int) -> Interaction:
        """An interaction begins; `root` is the customer's own, for a consultation."""
        made = Interaction(self._key("g_ir"), self._gcc(), moment)
        made.irid = f"{self._site}I{made.id:08X}"
        made.root = root or made
        made.rootcallid = root.rootcallid if root else ""
        self._open[made] = None
        return made

    def call(
        self, interaction: Interaction, type_: CallType, moment: int, ani: str, dnis: str, *, parent: Call | None = None
    ) -> Call:
        """A call begins."""
        made = Call(self._key("g_call"), self._gcc(), moment)
        made.callid = f"{self._site}C{made.id:08X}"
        made.interaction, made.type, made.ani, made.dnis, made.parent = interaction, type_, ani, dnis, parent
        made.merged_into = made.mergetype = None
        made.steps = 0
        interaction.rootcallid = interaction.rootcallid or made.callid
        self._open[made] = None
        return made

    def end_call(
        self, call: Call, moment: int, *, merged_into: Call | None = None, mergetype: int | None = None
    ) -> None:
        """A call ends, and its interaction with it."""
        call.merged_into, call.mergetype = merged_into, mergetype
        self._end(call, moment, self._gcc())
        self._end(call.interaction, moment, self._gcc())

    def leg(
        self, call: Call, role: PartyRole, state: PartyState, moment: int, who: Device | Person | None,
        *, moved_from: Leg | None = None,
    ) -> Leg:  # fmt: skip
        """A party joins a call: a queue, an agent, or (None) a customer; `moved_from` is its leg on a merged call."""
        made = Leg(self._key("g_party"), self._gcc(), moment)
        made.partyid = f"{self._site}P{made.id:08X}"
        made.guid = moved_from.guid if moved_from else made.partyid
        made.call, made.role, made.parent = call, role, moved_from
        made.person = who if isinstance(who, Person) else None
        made.device = who.phone if isinstance(who, Person) else who
        made.dn = made.device.dn if made.device else (call.dnis if call.type == CallType.OUTBOUND else call.ani)
        made.state, made.prevstate, made.cause = state, PartyState.NULL, PartyCause.NONE
        made.since, made.seconds, made.steps = moment, [0] * len(PartyState), 0
        made.been = 1 << state
        self._open[made] = None
        self._history(made, HistoryChange.CREATED, moment, None)
        return made

    def leg_state(self, leg: Leg, state: PartyState, moment: int) -> None:
        """A party changes its state."""
        before = leg.since
        self._turn(leg, state, moment)
        leg.useq = self._history(leg, HistoryChange.STATE_CHANGED, moment, before)

    def end_leg(self, leg: Leg, cause: PartyCause, moment: int) -> None:
        """A party leaves the call."""
        before, leg.cause = leg.since, cause
        self._turn(leg, PartyState.NULL, moment)
        self._end(leg, moment, self._history(leg, HistoryChange.TERMINATED, moment, before))

    def stay(self, device: Device, leg: Leg, moment: int) -> Stay:
        """A call enters a virtual queue, while it is at the routing point `leg`."""
        made = Stay(self._key("g_virtual_queue"), self._gcc(), moment)
        made.vqid = f"{self._site}Q{made.id:08X}"
        made.device, made.call, made.leg, made.cause = device, leg.call, leg, QueueCause.NONE
        self._open[made] = None
        return made

    def end_stay(self, stay: Stay, cause: QueueCause, moment: int) -> None:
        """A call leaves a virtual queue."""
        stay.cause = cause
        self._end(stay, moment, self._gcc())

    def routed(self, leg: Leg, stay: Stay, target: Person, skill: str, moment: int) -> None:
        """The strategy at the routing point has chosen an agent."""
        call, number, seq = leg.call, self._key("g_route_result"), self._gcc()
        assert leg.device is not None
        self._add("g_route_result", (
            number, call.callid, f"{call.id:016x}", leg.partyid, call.interaction.irid, leg.device.id, target.employee,
            TO_AGENT, target.employee, "Resources", "Skill routing", skill, ROUTED, stay.vqid, when(moment), moment,
            GCC_SESSION, seq, seq,
        ))  # fmt: skip

    def user_data(self, leg: Leg, name: str, value: str, moment: int, *, updated: bool = False) -> None:
        """A value is attached to the call, or changed, by this party."""
        call, device, person = leg.call, leg.device, leg.person
        call.steps += 1
        seq = self.counters.gud = self.counters.gud + 1
        self._add("g_userdata_history", (
            self._key("g_userdata_history"), call.callid, leg.partyid, device.id if device else None,
            person.id if person else None, TENANT, SWITCH, leg.steps, call.steps, 2 if updated else 1, name, value,
            when(moment), moment, GUD_SESSION, seq, seq,
        ))  # fmt: skip

    def login(self, person: Person, moment: int) -> tuple[Session, list[SessionPhone]]:
        """An agent logs in on every telephone of the place."""
        made = Session(self._key("g_login_session"), self._gls(), moment)
        made.sessionid = f"{self._site}S{made.id:08X}"
        made.person, made.steps = person, 0
        self._open[made] = None
        return made, [self._phone(made, device, moment) for device in (person.phone, person.position) if device]

    def logout(self, session: Session, phones: list[SessionPhone], moment: int) -> None:
        """An agent logs out."""
        for record in (*phones, session):
            self._end(record, moment, self._gls())

    def agent_state(
        self, session: Session, state: AgentState, before: AgentState, since: int, moment: int, call: Call | None
    ) -> None:
        """An agent changes from `before`, held `since`, to `state`; `call` is what an after-call work is for."""
        session.steps += 1
        seq, who = self._gls(), session.person
        self._add("g_agent_state_history", (
            self._key("g_agent_state_history"), session.sessionid, who.id, AGENT_STATE_CHANGE, state, before,
            session.steps, 0, who.phone.id, call.callid if call else None, when(moment), moment, when(since), since,
            GLS_SESSION, seq, seq,
        ))  # fmt: skip

    def reason(self, session: Session, reason: str, *, hardware: bool, began: int, moment: int) -> None:
        """The reason for not being ready has ended."""
        seq, who = self._gls(), session.person
        name = "ReasonCode" if hardware else "Reasons/Desktop"
        self._add("g_agent_state_rc", (
            self._key("g_agent_state_rc"), session.sessionid, who.id, who.phone.id, AgentState.NOT_READY, 0,
            int(hardware), name, reason, session.steps, when(began), began, when(moment), moment, GLS_SESSION, seq, seq,
        ))  # fmt: skip

    def take(self, *, all_: bool) -> Written:
        """What has ended since the last time; with `all_` also what is still under way, as it stands now."""
        if all_:
            for record in self._open:
                self._show(record)
        taken = Written(rows={table: rows for table, rows in self._rows.items() if rows}, again=self._again)
        self._rows, self._again, self.pending = {table: [] for table in COLUMNS}, {}, 0
        return taken

    def _show(self, record: Record) -> None:
        if record.shown == record.useq:
            return
        if record.shown >= 0:
            self._again.setdefault(record.table, []).append(record.id)
        record.shown = record.useq
        self._add(record.table, record.row())

    def _add(self, table: str, row: Row) -> None:
        self._rows[table].append(row)
        self.pending += 1

    def _end(self, record: Record, moment: int, useq: int) -> None:
        record.stopped = record.changed = moment
        record.useq = useq
        self._show(record)
        del self._open[record]

    def _turn(self, leg: Leg, state: PartyState, moment: int) -> None:
        leg.seconds[leg.state] += moment - leg.since
        leg.been |= 1 << state
        leg.prevstate, leg.state, leg.since, leg.changed = leg.state, state, moment, moment

    def _history(self, leg: Leg, change: HistoryChange, moment: int, before: int | None) -> int:
        call, seq = leg.call, self._gcc()
        leg.steps += 1
        call.steps += 1
        self._add("g_party_history", (
            self._key("g_party_history"), leg.partyid, call.callid, leg.steps, call.steps, change, leg.state,
            leg.prevstate, leg.cause, when(moment), moment, when(before), before, GCC_SESSION, seq, seq,
        ))  # fmt: skip
        return seq

    def _phone(self, session: Session, device: Device, moment: int) -> SessionPhone:
        made = SessionPhone(self._key("gx_session_endpoint"), self._gls(), moment)
        made.session, made.device = session, device
        self._open[made] = None
        return made

    def _key(self, table: str) -> int:
        key = self.counters.keys[table] = self.counters.keys[table] + 1
        return key

    def _gcc(self) -> int:
        self.counters.gcc += 1
        return self.counters.gcc

    def _gls(self) -> int:
        self.counters.gls += 1
        return self.counters.gls
