"""The people at work: logins, breaks with reasons, who has been idle longest, after-call work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from gim_manager.domain.icon import AgentState
from gim_manager.sample.centre import Person
from gim_manager.sample.profile import MISSED, PRESENT, Break, Shift
from gim_manager.sample.records import Leg, Session, SessionPhone
from gim_manager.sample.switch import Scene


class Worker:
    """An agent on this day; `turn` grows with every change of state, so that what was planned before it lapses."""

    __slots__ = ("leaving", "leg", "pending", "person", "phones", "reason", "session", "since", "state", "turn")

    def __init__(self, person: Person) -> None:
        self.person = person
        self.state = AgentState.LOGGED_OFF
        self.since = 0
        self.turn = 0
        self.session: Session | None = None
        self.phones: list[SessionPhone] = []
        self.pending: list[Break] = []
        self.reason: Break | None = None
        self.leg: Leg | None = None
        """The leg whose after-call work is done now."""
        self.leaving = False


class Floor:
    """Everyone who works on this day. `next_call` gives a waiting call to an agent who is ready, if there is one;
    `idle` is told of an agent for whom there is none."""

    def __init__(self, scene: Scene) -> None:
        self.next_call: Callable[[int, Worker], bool]
        self.idle: Callable[[int, Worker], None]
        self._switch, self._agenda, self._random = scene.switch, scene.agenda, scene.random
        self._centre = scene.centre
        self._workers: list[Worker] = []
        self._ready: dict[str, deque[tuple[Worker, int]]] = {skill: deque() for skill in scene.centre.skills}

    def open(self, midnight: int, weekday: int) -> None:
        """Plan the shifts of the day that begins at this second; Monday is 0."""
        by_shift: dict[Shift, list[Person]] = {}
        for person in self._centre.people:
            by_shift.setdefault(person.shift, []).append(person)
        for shift, crew in by_shift.items():
            number = max(1, round(len(crew) * PRESENT[weekday]))
            for person in sorted(self._random.sample(crew, number), key=lambda one: one.id):
                self._plan(Worker(person), midnight, shift)

    def take(self, skill: str) -> Worker | None:
        """The agent with this skill who has been ready longest, or nobody."""
        ready = self._ready[skill]
        while ready:
            worker, turn = ready.popleft()
            if worker.turn == turn:
                return worker
        return None

    def busy(self, worker: Worker, moment: int) -> None:
        """A call begins for this agent: it rings, or it is dialled."""
        self._change(worker, AgentState.BUSY, moment)

    def free(self, worker: Worker, moment: int, *, leg: Leg | None = None, wrap: int = 0) -> None:
        """The call is over for this agent; with `leg`, `wrap` seconds of after-call work follow."""
        if leg is None:
            self._ready_again(moment, worker)
            return
        self._change(worker, AgentState.AFTER_CALL_WORK, moment, leg)
        worker.leg = leg
        self._agenda.at(moment + wrap, self._wrapped, worker, worker.turn)

    def missed(self, worker: Worker, moment: int) -> None:
        """The agent let a call ring out."""
        self._away(moment, worker, MISSED)

    def close(self, moment: int) -> None:
        """The switch goes down: everyone still there is logged out."""
        for worker in self._workers:
            if worker.session:
                self._logout(moment, worker)

    def _plan(self, worker: Worker, midnight: int, shift: Shift) -> None:
        self._workers.append(worker)
        late, length = int(self._random.random() * 240), shift.end - shift.start
        start = midnight + shift.start + late
        self._agenda.at(start, self._login, worker)
        for pause in self._centre.profile.breaks:
            if self._random.random() < pause.chance:
                about = pause.at + (self._random.random() - 0.5) * 0.16
                self._agenda.at(start + int(length * about), self._due, worker, pause)
        self._agenda.at(midnight + shift.end - 200 + late, self._shift_over, worker)

    def _login(self, moment: int, worker: Worker) -> None:
        worker.session, worker.phones = self._switch.recorder.login(worker.person, moment)
        worker.since = moment
        self._change(worker, AgentState.LOGIN, moment)
        self._change(worker, AgentState.NOT_READY, moment)
        self._agenda.at(moment + 5 + int(self._random.random() * 55), self._back, worker, worker.turn)

    def _due(self, moment: int, worker: Worker, pause: Break) -> None:
        if worker.state is AgentState.READY:
            self._away(moment, worker, pause)
        elif worker.session:
            worker.pending.append(pause)

    def _shift_over(self, moment: int, worker: Worker) -> None:
        worker.leaving = True
        if worker.state in (AgentState.READY, AgentState.NOT_READY):
            self._logout(moment, worker)

    def _away(self, moment: int, worker: Worker, pause: Break) -> None:
        self._change(worker, AgentState.NOT_READY, moment)
        worker.reason = pause
        seconds = max(20, int(pause.seconds * self._random.uniform(0.8, 1.25)))
        self._agenda.at(moment + seconds, self._back, worker, worker.turn)

    def _back(self, moment: int, worker: Worker, turn: int) -> None:
        if worker.turn == turn:
            self._ready_again(moment, worker)

    def _wrapped(self, moment: int, worker: Worker, turn: int) -> None:
        if worker.turn == turn:
            self._ready_again(moment, worker)

    def _ready_again(self, moment: int, worker: Worker) -> None:
        if worker.leaving:
            self._logout(moment, worker)
        elif worker.pending:
            self._away(moment, worker, worker.pending.pop(0))
        else:
            self._change(worker, AgentState.READY, moment)
            if not self.next_call(moment, worker):
                for skill, _ in worker.person.skills:
                    self._ready[skill].append((worker, worker.turn))
                self.idle(moment, worker)

    def _logout(self, moment: int, worker: Worker) -> None:
        assert worker.session is not None
        self._change(worker, AgentState.LOGGED_OFF, moment)
        self._switch.recorder.logout(worker.session, worker.phones, moment)
        worker.session = None

    def _change(self, worker: Worker, state: AgentState, moment: int, leg: Leg | None = None) -> None:
        assert worker.session is not None
        self._leave_state(worker, worker.session, moment)
        call = leg.call if leg else None
        self._switch.recorder.agent_state(worker.session, state, worker.state, worker.since, moment, call)
        worker.state, worker.since = state, moment
        worker.turn += 1

    def _leave_state(self, worker: Worker, session: Session, moment: int) -> None:
        self._switch.ledger.state(worker.person.id, worker.state, worker.since, moment)
        if worker.leg:
            self._switch.wrapped(worker.leg, moment - worker.since)
            worker.leg = None
        if worker.reason:
            why, worker.reason = worker.reason, None
            self._switch.recorder.reason(session, why.reason, hardware=why.hardware, began=worker.since, moment=moment)
