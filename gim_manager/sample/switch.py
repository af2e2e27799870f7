"""The switch: whatever happens on a call is told to ICON and, apart from it, noted in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.agenda import Agenda
from gim_manager.sample.centre import Centre, Device, Person
from gim_manager.sample.ledger import CONSULT_MADE, CONSULT_RECEIVED, JOINED, MADE, RECEIVED, TAKEN_OVER, Ledger
from gim_manager.sample.recorder import Recorder
from gim_manager.sample.records import Call, Leg

_RANG = 1 << PartyState.ALERTING
_TALKED = 1 << PartyState.CONNECTED
_HELD = 1 << PartyState.HOLD


class Switch:
    """Legs on calls, and what the ledger says of an agent's leg once it has ended."""

    def __init__(self, recorder: Recorder, ledger: Ledger) -> None:
        self.recorder = recorder
        self.ledger = ledger

    def agent(
        self, call: Call, person: Person, role: PartyRole, moment: int, *, moved_from: Leg | None = None
    ) -> Leg:  # fmt: skip
        """An agent joins a call: who begins it dials, who was on the consultation is connected, others are rung."""
        state = PartyState.DIALING if role == PartyRole.ORIGINATION else PartyState.ALERTING
        state = PartyState.CONNECTED if moved_from else state
        return self.recorder.leg(call, role, state, moment, person, moved_from=moved_from)

    def queue(self, call: Call, device: Device, role: PartyRole, moment: int) -> Leg:
        """A call enters an ACD queue or a routing point."""
        self.ledger.stay(device.id, moment, entered=1)
        return self.recorder.leg(call, role, PartyState.QUEUED, moment, device)

    def change(self, leg: Leg, state: PartyState, moment: int) -> None:
        """A party is connected, put on hold, retrieved."""
        self.recorder.leg_state(leg, state, moment)

    def end(self, leg: Leg, cause: PartyCause, moment: int) -> None:
        """A party leaves the call."""
        self.recorder.end_leg(leg, cause, moment)
        if leg.person is not None:
            self._note(leg, leg.person)

    def wrapped(self, leg: Leg, seconds: int) -> None:
        """The after-call work for the call of this leg has ended."""
        assert leg.person is not None
        self.ledger.leg(leg.person.id, leg.started, leg.call.type, part_of(leg), wrap=1, wrap_time=seconds)

    def _note(self, leg: Leg, person: Person) -> None:
        rang, talked = bool(leg.been & _RANG), bool(leg.been & _TALKED)
        ringing = leg.seconds[PartyState.ALERTING]
        self.ledger.leg(
            person.id, leg.started, leg.call.type, part_of(leg),
            legs=1,
            offered=int(rang),
            accepted=int(rang and talked),
            notaccepted=int(rang and not talked),
            abandoned_invite=int(rang and leg.cause == PartyCause.ABANDONED),
            dial_time=leg.seconds[PartyState.DIALING],
            ring_time=ringing,
            accepted_ring_time=ringing if talked else 0,
            talk_time=leg.seconds[PartyState.CONNECTED],
            hold=int(bool(leg.been & _HELD)),
            hold_time=leg.seconds[PartyState.HOLD],
        )  # fmt: skip


def part_of(leg: Leg) -> str:
    """How the agent came to be on the call."""
    consulting = leg.call.type == CallType.CONSULT
    if leg.role == PartyRole.ORIGINATION:
        return CONSULT_MADE if consulting else MADE
    if leg.role == PartyRole.CONFERENCE_MEMBER:
        return JOINED
    if leg.parent is not None:
        return TAKEN_OVER
    return CONSULT_RECEIVED if consulting else RECEIVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a day happens: what every part of the simulation has in hand."""

    centre: Centre
    switch: Switch
    agenda: Agenda
    random: Random
