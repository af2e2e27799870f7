"""The queues: who waits where, who is given to whom, who gives up waiting."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState, QueueCause
from gim_manager.sample.centre import Line
from gim_manager.sample.profile import SEGMENTS, chosen, patience
from gim_manager.sample.records import Call, Leg, Stay
from gim_manager.sample.staff import Floor, Worker
from gim_manager.sample.switch import Scene


class Conversation:
    """What a customer (or an agent who calls) goes through; `turn` grows with every step, so that older plans lapse."""

    __slots__ = ("answered", "call", "consult", "customer", "deadline", "entries", "hops", "legs", "line", "over",
                 "queue", "since", "stays", "turn")  # fmt: skip

    def __init__(self, line: Line, call: Call, customer: Leg | None) -> None:
        self.line = line
        self.call = call
        self.customer = customer
        self.turn = 0
        self.deadline = 0
        """When the caller gives up waiting."""
        self.queue: Leg | None = None
        """The leg of the ACD queue or routing point where the call is now."""
        self.since = 0
        """Since when it waits there."""
        self.stays: list[Stay] = []
        self.entries: list[tuple[int, int, int]] = []
        """Of the queues that the ringing call came from: DBID, when it entered, how long it stayed."""
        self.legs: list[tuple[Worker, Leg]] = []
        """The agents on the call; the first leads the conversation."""
        self.consult: tuple[Call, Leg, Worker, Leg] | None = None
        """The consultation under way: its call, the leg of who asks, who is asked, and that leg."""
        self.answered = False
        self.over = False
        """The customer's call has ended, but the consultation goes on."""
        self.hops = 0


class Lines:
    """All queues of a day. `answered` carries on when an agent has picked up; `living` are the calls under way."""

    def __init__(self, scene: Scene, floor: Floor) -> None:
        self.answered: Callable[[int, Conversation], None]
        self.living: dict[Conversation, None] = {}
        self._switch, self._agenda, self._random = scene.switch, scene.agenda, scene.random
        self._floor, self._habits = floor, scene.centre.profile.habits
        self._waiting: dict[str, deque[tuple[Conversation, int, int]]] = {
            skill: deque() for skill in scene.centre.skills
        }

    def arrive(self, moment: int, line: Line) -> None:
        """A customer calls."""
        recorder, random = self._switch.recorder, self._random
        number = f"0{random.randrange(151, 180)}{random.randrange(10**7):07}"
        call = recorder.call(recorder.interaction(None, moment), CallType.INBOUND, moment, number, line.entry.dn)
        customer = recorder.leg(call, PartyRole.ORIGINATION, PartyState.DIALING, moment, None)
        conversation = Conversation(line, call, customer)
        self.living[conversation] = None
        self._switch.ledger.call(calls=1, offered=1)
        recorder.user_data(customer, "CustomerSegment", chosen(random, SEGMENTS), moment)
        recorder.user_data(customer, "ServiceType", line.service.name, moment)
        recorder.user_data(customer, "ServiceSubType", random.choice(line.service.subtypes), moment)
        self.enter(moment, conversation, line)

    def enter(self, moment: int, conversation: Conversation, line: Line, *, again: bool = False) -> None:
        """The call enters the line's queue or routing point; `again`: it rang in vain and is the first there."""
        role = PartyRole.ROUTING_POINT if line.queues else PartyRole.QUEUE
        conversation.line, conversation.since = line, moment
        conversation.queue = self._switch.queue(conversation.call, line.entry, role, moment)
        conversation.turn += 1
        if not again:
            conversation.deadline = moment + patience(self._random, line.service.patience)
        turn = conversation.turn
        self._agenda.at(max(conversation.deadline, moment + 1), self._gives_up, conversation, turn)
        if again or not line.queues:
            self._join(moment, conversation, turn, again)
        else:
            low, high = self._habits.greeting_between
            self._agenda.at(moment + self._random.randint(low, high), self._join, conversation, turn, False)

    def ring(self, moment: int, conversation: Conversation, worker: Worker, role: PartyRole) -> None:
        """The call rings at an agent."""
        leg = self._switch.agent(conversation.call, worker.person, role, moment)
        self._floor.busy(worker, moment)
        conversation.legs = [(worker, leg)]
        conversation.turn += 1
        missed, seconds = self.rings(worker)
        leaves = max(conversation.deadline, moment + 1)
        if leaves <= moment + seconds:
            self._agenda.at(leaves, self._leaves_ringing, conversation, conversation.turn)
        else:
            act = self._rang_out if missed else self._picked_up
            self._agenda.at(moment + seconds, act, conversation, conversation.turn)

    def rings(self, worker: Worker) -> tuple[bool, int]:
        """Whether this agent lets it ring out, and how long it rings."""
        careless = 3.0 if worker.person.id % 11 == 0 else 0.8
        if self._random.random() < self._habits.no_answer * careless:
            return True, self._habits.rings_out_after
        low, high = self._habits.answered_between
        return False, self._random.randint(low, high)

    def next_call(self, moment: int, worker: Worker) -> bool:
        """Give the call that has waited longest for one of this agent's skills to this agent, if there is one."""
        best: tuple[Conversation, int, int] | None = None
        for skill, _ in worker.person.skills:
            waiting = self._waiting[skill]
            while waiting and waiting[0][0].turn != waiting[0][1]:
                waiting.popleft()
            if waiting and (best is None or waiting[0][0].since < best[0].since):
                best = waiting[0]
        if best is None:
            return False
        self._distribute(moment, best[0], best[2], worker)
        return True

    def end(self, moment: int, conversation: Conversation) -> None:
        """The customer is gone and everyone else too: the call is over."""
        if conversation.customer:
            self._switch.end(conversation.customer, PartyCause.NORMAL, moment)
        self._switch.recorder.end_call(conversation.call, moment)
        del self.living[conversation]

    def close(self, moment: int) -> None:
        """The switch goes down: whoever still waits is cut off."""
        for conversation in list(self.living):
            if conversation.queue:
                self._gives_up(moment, conversation, conversation.turn)
            elif self._rings(conversation):
                self._leaves_ringing(moment, conversation, conversation.turn)

    @staticmethod
    def _rings(conversation: Conversation) -> bool:
        legs = conversation.legs
        return len(legs) == 1 and not conversation.over and legs[0][1].state == PartyState.ALERTING

    def _join(self, moment: int, conversation: Conversation, turn: int, again: bool) -> None:
        if conversation.turn != turn:
            return
        line = conversation.line
        if line.queues:
            self._stay(moment, conversation, 0)
        self._offer(moment, conversation, 0, again)
        if conversation.turn == turn and line.service.spill_after is not None:
            self._agenda.at(moment + line.service.spill_after, self._spill, conversation, turn)

    def _spill(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn == turn:
            self._stay(moment, conversation, 1)
            self._offer(moment, conversation, 1, False)

    def _stay(self, moment: int, conversation: Conversation, index: int) -> None:
        assert conversation.queue is not None
        device = conversation.line.queues[index]
        conversation.stays.append(self._switch.recorder.stay(device, conversation.queue, moment))
        self._switch.ledger.stay(device.id, moment, entered=1)

    def _offer(self, moment: int, conversation: Conversation, index: int, first: bool) -> None:
        skill = conversation.line.skill_of(index)
        if worker := self._floor.take(skill):
            self._distribute(moment, conversation, index, worker)
        elif first:
            self._waiting[skill].appendleft((conversation, conversation.turn, index))
        else:
            self._waiting[skill].append((conversation, conversation.turn, index))

    def _distribute(self, moment: int, conversation: Conversation, index: int, worker: Worker) -> None:
        queue, recorder = conversation.queue, self._switch.recorder
        assert queue is not None
        assert queue.device is not None
        passed = [(queue.device.id, queue.started)]
        for place, stay in enumerate(conversation.stays):
            recorder.end_stay(stay, QueueCause.DISTRIBUTED if place == index else QueueCause.CLEARED, moment)
            if place == index:
                passed.append((stay.device.id, stay.started))
                recorder.routed(queue, stay, worker.person, conversation.line.skill_of(index), moment)
            else:
                self._switch.ledger.stay(stay.device.id, stay.started, cleared=1)
        self._switch.end(queue, PartyCause.DIVERTED, moment)
        conversation.entries = [(device, entered, moment - entered) for device, entered in passed]
        conversation.queue, conversation.stays = None, []
        self._outcome(conversation, distributed=1)
        self.ring(moment, conversation, worker, PartyRole.DESTINATION)

    def _outcome(self, conversation: Conversation, **facts: int) -> None:
        for device, entered, _ in conversation.entries:
            self._switch.ledger.stay(device, entered, **facts)

    def _picked_up(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        self._switch.change(conversation.legs[0][1], PartyState.CONNECTED, moment)
        if conversation.customer and conversation.customer.state == PartyState.DIALING:
            self._switch.change(conversation.customer, PartyState.CONNECTED, moment)
        for device, entered, waited in conversation.entries:
            self._switch.ledger.stay(device, entered, accepted=1, accepted_time=waited)
        if not conversation.answered:
            conversation.answered = True
            self._switch.ledger.call(answered=1)
        conversation.entries = []
        self.answered(moment, conversation)

    def _rang_out(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        self._outcome(conversation, redirected=1)
        worker = self._stop_ringing(moment, conversation, PartyCause.REDIRECTED_NO_ANSWER)
        self.enter(moment, conversation, conversation.line, again=True)
        self._floor.missed(worker, moment)

    def _leaves_ringing(self, moment: int, conversation: Conversation, turn: int) -> None:
        if conversation.turn != turn:
            return
        self._outcome(conversation, abandoned_invite=1)
        worker = self._stop_ringing(moment, conversation, PartyCause.ABANDONED)
        self._gone(moment, conversation)
        self._floor.free(worker, moment)

    def _stop_ringing(self, moment: int, conversation: Conversation, cause: PartyCause) -> Worker:
        (worker, leg), = conversation.legs  # fmt: skip
        self._switch.end(leg, cause, moment)
        conversation.legs, conversation.entries = [], []
        return worker

    def _gives_up(self, moment: int, conversation: Conversation, turn: int) -> None:
        queue = conversation.queue
        if conversation.turn != turn or queue is None or queue.device is None:
            return
        for stay in conversation.stays:
            self._switch.recorder.end_stay(stay, QueueCause.ABANDONED, moment)
            self._switch.ledger.abandoned(stay.device.id, stay.started, moment)
        self._switch.end(queue, PartyCause.ABANDONED, moment)
        self._switch.ledger.abandoned(queue.device.id, queue.started, moment)
        conversation.queue, conversation.stays = None, []
        self._gone(moment, conversation)

    def _gone(self, moment: int, conversation: Conversation) -> None:
        conversation.turn += 1
        if not conversation.answered:
            self._switch.ledger.call(abandoned=1)
        self.end(moment, conversation)
