"""An agent calls a colleague about a call: for advice, to hand the customer over in two steps, for a conference."""

from __future__ import annotations

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.lines import Conversation, Lines
from gim_manager.sample.profile import lasting
from gim_manager.sample.records import Leg
from gim_manager.sample.staff import Floor, Worker
from gim_manager.sample.switch import Scene
from gim_manager.sample.talk import ADVICE, CONFERENCE, TRANSFER, Talk

MERGED_BY_TRANSFER, MERGED_BY_CONFERENCE = 1, 2
"""G_CALL.MERGETYPE."""


class Consultations:
    """Consultations, from the moment the customer is put on hold."""

    def __init__(self, scene: Scene, floor: Floor, lines: Lines, talk: Talk) -> None:
        self._switch, self._random, self._habits = scene.switch, scene.random, scene.centre.profile.habits
        self._floor, self._lines, self._talk = floor, lines, talk

    def ask(self, moment: int, conversation: Conversation, turn: int, purpose: str) -> None:
        """The agent puts the customer on hold and calls a colleague; if nobody is free, they go on and end it."""
        if conversation.turn != turn:
            return
        colleague = self._floor.take(self._talk.target(conversation).service.skill)
        if colleague is None:
            self._talk.then(moment + 5, self._talk.release, conversation)
            return
        self._call(moment, conversation, colleague)
        self._floor.busy(colleague, moment)
        missed, seconds = self._lines.rings(colleague)
        act = self._nobody_answers if missed else self._answered
        self._talk.then(moment + seconds, act, conversation, purpose)

    def close(self, moment: int) -> None:
        """The switch goes down: consultations are cut, and the customers' calls after them."""
        for conversation in list(self._lines.living):
            if conversation.over:
                self._still_talking_ends(moment, conversation, conversation.turn)
                continue
            if conversation.consult:
                self._floor.free(self._end_consultation(moment, conversation), moment)
            self._talk.release(moment, conversation, conversation.turn)

    def _call(self, moment: int, conversation: Conversation, colleague: Worker) -> None:
        switch, (worker, leg) = self._switch, conversation.legs[0]
        switch.change(leg, PartyState.HOLD, moment)
        interaction = switch.recorder.interaction(conversation.call.interaction, moment)
        here, there = worker.person, colleague.person
        call = switch.recorder.call(
            interaction, CallType.CONSULT, moment, here.phone.dn, there.phone.dn, parent=conversation.call
        )
        asks = switch.agent(call, here, PartyRole.ORIGINATION, moment)
        asked = switch.agent(call, there, PartyRole.DESTINATION, moment)
        conversation.consult = (call, asks, colleague, asked)

    def _nobody_answers(self, moment: int, conversation: Conversation, turn: int, _purpose: str) -> None:
        if conversation.turn != turn:
            return
        colleague = self._end_consultation(moment, conversation, cause=PartyCause.REDIRECTED_NO_ANSWER)
        self._back_to_customer(moment, conversation)
        self._floor.missed(colleague, moment)

    def _answered(self, moment: int, conversation: Conversation, turn: int, purpose: str) -> None:
        if conversation.turn != turn:
            return
        assert conversation.consult is not None
        _, asks, _, asked = conversation.consult
        self._switch.change(asked, PartyState.CONNECTED, moment)
        self._switch.change(asks, PartyState.CONNECTED, moment)
        until = moment + lasting(self._random, self._habits.consult_seconds)
        if self._random.random() < self._habits.hung_up_on_consultation:
            self._talk.then(until, self._customer_hangs_up, conversation)
        else:
            act = {ADVICE: self._advised, TRANSFER: self._transferred, CONFERENCE: self._conferenced}[purpose]
            self._talk.then(until, act, conversation)

    def _advised(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        assert conversation.consult is not None
        asked = conversation.consult[3]
        colleague = self._end_consultation(moment, conversation)
        self._back_to_customer(moment, conversation)
        self._free_colleague(moment, conversation, colleague, asked)

    def _transferred(self, moment: int, conversation: Conversation, turn: int) -> None:
        """Two steps: the colleague takes the customer over, the agent is out."""
        if conversation.turn != turn:
            return
        worker, leg = conversation.legs[0]
        wrap = self._talk.wrap(conversation)
        self._switch.end(leg, PartyCause.TRANSFERRED, moment)
        colleague, moved = self._merge(moment, conversation, PartyCause.TRANSFERRED, MERGED_BY_TRANSFER)
        conversation.line, conversation.hops = self._talk.target(conversation), conversation.hops + 1
        conversation.legs = [(colleague, moved)]
        self._talk.begin(moment, conversation)
        self._floor.free(worker, moment, leg=leg, wrap=wrap)

    def _conferenced(self, moment: int, conversation: Conversation, turn: int) -> None:
        """All three talk, until one of the agents leaves or all hang up."""
        if conversation.turn != turn:
            return
        colleague, moved = self._merge(moment, conversation, PartyCause.CONFERENCED, MERGED_BY_CONFERENCE)
        self._switch.change(conversation.legs[0][1], PartyState.CONNECTED, moment)
        conversation.legs.append((colleague, moved))
        until = moment + lasting(self._random, 60)
        left = self._random.random()
        if left < 0.2:
            self._talk.then(until, self._talk.release, conversation)
        else:
            self._talk.then(until, self._one_leaves, conversation, 0 if left < 0.6 else 1)

    def _one_leaves(self, moment: int, conversation: Conversation, turn: int, which: int) -> None:
        if conversation.turn != turn:
            return
        worker, leg = conversation.legs.pop(which)
        self._switch.end(leg, PartyCause.NORMAL, moment)
        self._talk.then(moment + lasting(self._random, 70), self._talk.release, conversation)
        self._floor.free(worker, moment, leg=leg, wrap=self._talk.wrap(conversation))

    def _customer_hangs_up(self, moment: int, conversation: Conversation, turn: int) -> None:
        """The customer on hold has had enough; the two agents notice some seconds later."""
        if conversation.turn != turn:
            return
        assert conversation.customer is not None
        self._switch.end(conversation.legs[0][1], PartyCause.NORMAL, moment)
        self._switch.end(conversation.customer, PartyCause.NORMAL, moment)
        self._switch.recorder.end_call(conversation.call, moment)
        conversation.over = True
        self._talk.then(moment + self._random.randint(2, 9), self._still_talking_ends, conversation)

    def _still_talking_ends(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        assert conversation.consult is not None
        (worker, leg), asked = conversation.legs[0], conversation.consult[3]
        colleague = self._end_consultation(moment, conversation)
        conversation.turn += 1
        del self._lines.living[conversation]
        self._floor.free(worker, moment, leg=leg, wrap=self._talk.wrap(conversation))
        self._free_colleague(moment, conversation, colleague, asked)

    def _back_to_customer(self, moment: int, conversation: Conversation) -> None:
        self._switch.change(conversation.legs[0][1], PartyState.CONNECTED, moment)
        self._talk.then(moment + lasting(self._random, 40), self._talk.release, conversation)

    def _free_colleague(self, moment: int, conversation: Conversation, colleague: Worker, asked: Leg) -> None:
        if self._random.random() < 0.3:
            self._floor.free(colleague, moment, leg=asked, wrap=self._talk.wrap(conversation))
        else:
            self._floor.free(colleague, moment)

    def _end_consultation(
        self, moment: int, conversation: Conversation, *, cause: PartyCause = PartyCause.NORMAL
    ) -> Worker:
        assert conversation.consult is not None
        call, asks, colleague, asked = conversation.consult
        conversation.consult = None
        self._switch.end(asked, cause, moment)
        self._switch.end(asks, PartyCause.NORMAL, moment)
        self._switch.recorder.end_call(call, moment)
        return colleague

    def _merge(self, moment: int, conversation: Conversation, cause: PartyCause, mergetype: int) -> tuple[Worker, Leg]:
        assert conversation.consult is not None
        call, asks, colleague, asked = conversation.consult
        conversation.consult = None
        transfer = mergetype == MERGED_BY_TRANSFER
        role = PartyRole.NEW_PARTY_BY_TRANSFER if transfer else PartyRole.CONFERENCE_MEMBER
        self._switch.end(asks, cause, moment)
        self._switch.end(asked, cause, moment)
        self._switch.recorder.end_call(call, moment, merged_into=conversation.call, mergetype=mergetype)
        return colleague, self._switch.agent(conversation.call, colleague.person, role, moment, moved_from=asked)
