"""The calls that agents make: to customers and to each other."""

from __future__ import annotations

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.lines import Conversation, Lines
from gim_manager.sample.profile import lasting
from gim_manager.sample.staff import Floor, Worker
from gim_manager.sample.switch import Scene
from gim_manager.sample.talk import Talk


class Dialling:
    """Agents for whom nobody waits, and the telephone before them."""

    def __init__(self, scene: Scene, floor: Floor, lines: Lines, talk: Talk) -> None:
        self._centre, self._habits = scene.centre, scene.centre.profile.habits
        self._switch, self._agenda, self._random = scene.switch, scene.agenda, scene.random
        self._floor, self._lines, self._talk = floor, lines, talk

    def idle(self, moment: int, worker: Worker) -> None:
        """The agent may make a call after a while, if still idle then."""
        if self._random.random() < self._habits.dial_out:
            self._agenda.at(moment + 3 + int(self._random.random() * 90), self._dial, worker, worker.turn)

    def _dial(self, moment: int, worker: Worker, turn: int) -> None:
        if worker.turn != turn:
            return
        self._floor.busy(worker, moment)
        inside = self._random.random() < self._habits.inside
        colleague = self._floor.take(worker.person.team) if inside else None
        if colleague:
            self._call_colleague(moment, worker, colleague)
        else:
            self._call_customer(moment, worker)

    def _start(self, moment: int, worker: Worker, type_: CallType, number: str) -> Conversation:
        recorder = self._switch.recorder
        call = recorder.call(recorder.interaction(None, moment), type_, moment, worker.person.phone.dn, number)
        leg = self._switch.agent(call, worker.person, PartyRole.ORIGINATION, moment)
        line = next(one for one in self._centre.lines if one.service.skill == worker.person.team)
        conversation = Conversation(line, call, None)
        conversation.answered = True
        conversation.legs = [(worker, leg)]
        self._lines.living[conversation] = None
        self._switch.ledger.call(calls=1)
        return conversation

    def _call_customer(self, moment: int, worker: Worker) -> None:
        number = f"0{self._random.randrange(151, 180)}{self._random.randrange(10**7):07}"
        conversation = self._start(moment, worker, CallType.OUTBOUND, number)
        conversation.customer = self._switch.recorder.leg(
            conversation.call, PartyRole.DESTINATION, PartyState.ALERTING, moment, None
        )
        if self._random.random() < self._habits.reached:
            self._talk.then(moment + self._random.randint(4, 20), self._reached, conversation)
        elif self._random.random() < self._habits.line_busy:
            self._talk.then(moment + 3, self._in_vain, conversation, PartyCause.DESTINATION_BUSY)
        else:
            self._talk.then(moment + self._random.randint(20, 35), self._in_vain, conversation, PartyCause.NORMAL)

    def _reached(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        assert conversation.customer is not None
        self._switch.change(conversation.customer, PartyState.CONNECTED, moment)
        self._switch.change(conversation.legs[0][1], PartyState.CONNECTED, moment)
        self._talk.begin(moment, conversation)

    def _in_vain(self, moment: int, conversation: Conversation, turn: int, cause: PartyCause) -> None:
        if conversation.turn != turn:
            return
        assert conversation.customer is not None
        worker, leg = conversation.legs[0]
        conversation.turn += 1
        self._switch.end(leg, cause, moment)
        self._lines.end(moment, conversation)
        self._floor.free(worker, moment)

    def _call_colleague(self, moment: int, worker: Worker, colleague: Worker) -> None:
        conversation = self._start(moment, worker, CallType.INTERNAL, colleague.person.phone.dn)
        leg = self._switch.agent(conversation.call, colleague.person, PartyRole.DESTINATION, moment)
        self._floor.busy(colleague, moment)
        conversation.legs.append((colleague, leg))
        missed, seconds = self._lines.rings(colleague)
        self._talk.then(moment + seconds, self._missed if missed else self._chat, conversation)

    def _chat(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn == turn:
            for _, leg in reversed(conversation.legs):
                self._switch.change(leg, PartyState.CONNECTED, moment)
            self._talk.then(moment + lasting(self._random, 70), self._over, conversation)

    def _over(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn == turn:
            for worker in self._hang_up(moment, conversation, PartyCause.NORMAL):
                self._floor.free(worker, moment)

    def _missed(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn == turn:
            worker, colleague = self._hang_up(moment, conversation, PartyCause.REDIRECTED_NO_ANSWER)
            self._floor.free(worker, moment)
            self._floor.missed(colleague, moment)

    def _hang_up(self, moment: int, conversation: Conversation, cause: PartyCause) -> tuple[Worker, Worker]:
        (worker, leg), (colleague, other) = conversation.legs
        conversation.turn += 1
        self._switch.end(other, cause, moment)
        self._switch.end(leg, PartyCause.NORMAL, moment)
        self._lines.end(moment, conversation)
        return worker, colleague
