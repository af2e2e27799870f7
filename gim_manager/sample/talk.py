"""How conversations go from the answer on: talk, hold, a transfer in one step, the end."""

from __future__ import annotations

from collections.abc import Callable

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.centre import Line
from gim_manager.sample.lines import Conversation, Lines
from gim_manager.sample.profile import RESULTS, chosen, lasting
from gim_manager.sample.staff import Floor
from gim_manager.sample.switch import Scene

TRANSFER, CONFERENCE, ADVICE = "transfer", "conference", "advice"
"""What an agent calls a colleague for."""


class Talk:
    """Conversations, each one chain of planned steps. `ask` carries on when an agent wants a colleague on the line."""

    def __init__(self, scene: Scene, floor: Floor, lines: Lines) -> None:
        self.ask: Callable[[int, Conversation, int, str], None]
        self._centre, self._habits = scene.centre, scene.centre.profile.habits
        self._switch, self._agenda, self._random = scene.switch, scene.agenda, scene.random
        self._floor, self._lines = floor, lines

    def begin(self, moment: int, conversation: Conversation) -> None:
        """Both are connected: they talk, and then something follows."""
        seconds = lasting(self._random, conversation.line.service.talk)
        what = self._what_follows(conversation)
        if what == "hold":
            self.then(moment + max(1, seconds // 2), self._hold, conversation, seconds - seconds // 2)
        elif what == "hand over":
            self.then(moment + seconds, self._hand_over, conversation)
        elif what:
            self.then(moment + seconds, self.ask, conversation, what)
        else:
            self.then(moment + seconds, self.release, conversation)

    def then(self, moment: int, act: Callable[..., None], conversation: Conversation, *more: object) -> None:
        """Plan the conversation's next step, and let every other plan for it lapse."""
        conversation.turn += 1
        self._agenda.at(moment, act, conversation, conversation.turn, *more)

    def release(self, moment: int, conversation: Conversation, turn: int) -> None:
        """They hang up."""
        if conversation.turn != turn:
            return
        legs, conversation.legs = conversation.legs, []
        conversation.turn += 1
        if conversation.customer and legs:
            result = chosen(self._random, RESULTS)
            self._switch.recorder.user_data(legs[0][1], "BusinessResult", result, moment)
        for _, leg in legs:
            self._switch.end(leg, PartyCause.NORMAL, moment)
        self._lines.end(moment, conversation)
        for worker, leg in legs:
            self._floor.free(worker, moment, leg=leg, wrap=self.wrap(conversation))

    def wrap(self, conversation: Conversation) -> int:
        """Seconds of after-call work that the call asks for."""
        return lasting(self._random, conversation.line.service.wrap)

    def target(self, conversation: Conversation) -> Line:
        """The line whose agents may help."""
        return self._centre.line(conversation.line.service.transfers_to)

    def _what_follows(self, conversation: Conversation) -> str:
        habits, left = self._habits, self._random.random()
        chances = [("hold", habits.hold)]
        if conversation.call.type == CallType.INBOUND and conversation.hops < habits.hops:
            chances += [("hand over", habits.one_step), (TRANSFER, habits.two_step), (CONFERENCE, habits.conference),
                        (ADVICE, habits.consultation)]  # fmt: skip
        for what, chance in chances:
            left -= chance
            if left < 0:
                return what
        return ""

    def _hold(self, moment: int, conversation: Conversation, turn: int, rest: int) -> None:
        if conversation.turn != turn:
            return
        self._switch.change(conversation.legs[0][1], PartyState.HOLD, moment)
        until = moment + lasting(self._random, self._habits.hold_seconds)
        if self._random.random() < self._habits.hung_up_on_hold:
            self.then(until, self.release, conversation)
        else:
            self.then(until, self._retrieve, conversation, rest)

    def _retrieve(self, moment: int, conversation: Conversation, turn: int, rest: int) -> None:
        if conversation.turn == turn:
            self._switch.change(conversation.legs[0][1], PartyState.CONNECTED, moment)
            self.then(moment + rest, self.release, conversation)

    def _hand_over(self, moment: int, conversation: Conversation, turn: int) -> None:
        """One step: the call goes to a colleague's telephone or into a queue."""
        if conversation.turn != turn:
            return
        (worker, leg), = conversation.legs  # fmt: skip
        line, wrap = self.target(conversation), self.wrap(conversation)
        straight = self._random.random() < self._habits.straight_to_agent
        colleague = self._floor.take(line.service.skill) if straight else None
        subject = self._random.choice(line.service.subtypes)
        self._switch.recorder.user_data(leg, "ServiceSubType", subject, moment, updated=True)
        self._switch.end(leg, PartyCause.TRANSFERRED, moment)
        conversation.hops += 1
        if colleague:
            conversation.line, conversation.deadline = line, moment + line.service.patience
            self._lines.ring(moment, conversation, colleague, PartyRole.NEW_PARTY_BY_TRANSFER)
        else:
            conversation.legs = []
            self._lines.enter(moment, conversation, line)
        self._floor.free(worker, moment, leg=leg, wrap=wrap)
