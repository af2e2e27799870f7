"""The story language: what runs, what the clock says, who asks, and what is expected to happen."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from gim_manager.domain.commands import (
    AdoptRun,
    BeginMaintenance,
    CancelRun,
    Command,
    DropLaunch,
    EndHold,
    HandOver,
    HoldCommand,
    HoldRun,
    KeepBackLaunch,
    KillRun,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    StopRun,
    TellHold,
    WaitUntil,
)
from gim_manager.domain.decide import decide, predict
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.holding import carried_on
from gim_manager.domain.job import Job
from gim_manager.domain.request import Answer, Prediction
from gim_manager.domain.run import ENDED, Cause, Run, Status
from gim_manager.domain.world import Cycle, LastRun
from tests.language.build import PARAMETERS, a_launch, a_run, a_world, at, options


@dataclass(frozen=True, slots=True)
class Event:
    """A command by its kind, job and rule: what a story expects."""

    kind: type[Command]
    job: Job
    rule: str


def launch(job: Job, rule: str) -> Event:
    """The scheduler starts a new run."""
    return Event(Launch, job, rule)


def queue(job: Job, rule: str) -> Event:
    """The scheduler's new run has to wait."""
    return Event(QueueLaunch, job, rule)


def adopt(job: Job, rule: str) -> Event:
    """A waiting request becomes the launch."""
    return Event(AdoptRun, job, rule)


def drop(job: Job, rule: str) -> Event:
    """A launch is never made."""
    return Event(DropLaunch, job, rule)


def start(job: Job, rule: str) -> Event:
    """A waiting run starts."""
    return Event(StartRun, job, rule)


def hold(job: Job, rule: str) -> Event:
    """A waiting run is told a new reason."""
    return Event(HoldRun, job, rule)


def hand_over(job: Job, rule: str) -> Event:
    """A waiting re-aggregation is handed to the aggregation that runs."""
    return Event(HandOver, job, rule)


def stop(job: Job, rule: str) -> Event:
    """A running run is told to stop."""
    return Event(StopRun, job, rule)


def kill(job: Job, rule: str) -> Event:
    """A stopping run is killed."""
    return Event(KillRun, job, rule)


def cancel(job: Job, rule: str) -> Event:
    """A waiting run is taken back."""
    return Event(CancelRun, job, rule)


def keep_back(job: Job, rule: str = "R23") -> Event:
    """A launch is kept back by a hold or a finding, and caught up with afterwards."""
    return Event(KeepBackLaunch, job, rule)


def maintain_in_hold() -> Event:
    """The maintenance of a hold is asked for."""
    return Event(BeginMaintenance, Job.MAINTAIN, "R23")


def tell_hold(rule: str = "R23") -> Event:
    """The maintenance of a hold waits for something new."""
    return Event(TellHold, Job.MAINTAIN, rule)


def end_hold() -> Event:
    """A hold is over."""
    return Event(EndHold, Job.MAINTAIN, "R23")


class Story:
    """Plays the engine by hand: each tick decides, does what was decided, and shows it."""

    def __init__(self) -> None:
        self.world = a_world()
        self.now = at("00:00")
        self.commands: tuple[Command, ...] = ()
        self.happened: list[Event] = []
        self.lived: list[tuple[datetime, Event]] = []
        self.answer: Prediction | None = None
        self._numbers = 0

    def options(self, **schedule: Any) -> Self:
        """[schedule] options, as if they had always been so."""
        return self.given(options=options(**schedule))

    def edits(self, when: str, **schedule: Any) -> Self:
        """A person changes [schedule] options at this moment."""
        names = {name.replace("_", "-") for name in schedule}
        values = dict(self.world.options.values) | dict(options(**schedule).values)
        if "run_scheduler" not in schedule:
            values["schedule", "run-scheduler"] = self.world.options.text("schedule", "run-scheduler")
        changed = dict(self.world.changed_at) | dict.fromkeys(names, at(when))
        return self.given(options=replace(self.world.options, values=values), changed_at=changed)

    def given(self, **world: Any) -> Self:
        """Anything else about the world."""
        self.world = replace(self.world, **world)
        return self

    def held(self, since: str, *, maintain: bool = False, minutes: int = 240) -> Self:
        """Ann's hold has been in force since then."""
        state = HoldState.WAITING if maintain else HoldState.HELD
        expires = at(since) + timedelta(minutes=minutes)
        return self.given(hold=Hold(id=1, owner="ann", since=at(since), expires=expires, state=state))

    def running(self, job: Job, since: str = "00:00", *, by_hand: bool = False) -> Self:
        """A run of this job has been Running since then."""
        build = a_run if by_hand else a_launch
        return self._with(build(job, number=self._number(), start_time=at(since), requested_at=at(since)))

    def waiting(self, job: Job, *, by_hand: bool = True) -> Self:
        """A run of this job is Scheduled."""
        return self._with((a_run if by_hand else a_launch)(job, Status.SCHEDULED, number=self._number()))

    def waiting_request(self) -> Self:
        """A re-aggregation is Scheduled (R18)."""
        return self._with(a_run(Job.AGGREGATE, Status.SCHEDULED, number=self._number(), parameters=PARAMETERS))

    def asks(self, job: Job, parameters: str | None = None, *, when: str | None = None) -> Self:
        """A person asks; `answer` says what comes of it, and what is accepted waits for the next tick."""
        self.now = at(when) if when else self.now
        self.answer = predict(self.world, self.now, job, parameters)
        if self.answer.kind is not Answer.REFUSED:
            kept = self.answer.parameters
            run = a_run(job, Status.SCHEDULED, number=self._number(), requested_at=self.now, parameters=kept)
            self._with(run)
        return self

    def answered(self, kind: Answer, rule: str) -> Self:
        """What the last request came to."""
        assert self.answer is not None
        assert (self.answer.kind, self.answer.rule) == (kind, rule), self.answer
        return self

    def stopping(self, job: Job, when: str) -> Self:
        """A person stops the run of this job."""
        run = self._open(job)
        return self._change(replace(run, status=Status.STOPPING, kill_at=at(when) + timedelta(seconds=10)))

    def ended(self, job: Job, when: str | datetime, status: Status = Status.COMPLETE) -> Self:
        """The run of this job ends."""
        return self.ends(self._open(job), at(when) if isinstance(when, str) else when, status)

    def ends(self, run: Run, moment: datetime, status: Status) -> Self:
        """This run ends; one that never started leaves nothing to remember."""
        causes = {Status.COMPLETE: Cause.DONE, Status.FAILED: Cause.ERROR}
        run = replace(run, status=status, end_time=moment, cause=causes.get(status, Cause.RULE))
        self._change(run).given(runs=tuple(other for other in self.world.runs if other.id != run.id))
        if run.start_time is None:
            return self
        before = self.world.last.get(run.job)
        failures = (before.failures_in_a_row if before else 0) + 1 if status is Status.FAILED else 0
        how = LastRun(started_at=run.start_time, ended_at=moment, status=status, failures_in_a_row=failures)
        return self.given(last={**self.world.last, run.job: how})

    def tick(self, when: str | datetime) -> Self:
        """The scheduler looks at this moment, and what it decides is done."""
        self.now = at(when) if isinstance(when, str) else when
        self.commands = decide(self.world, self.now)
        self.happened = [event for command in self.commands if (event := self._event(command))]
        self.lived += [(self.now, event) for event in self.happened]
        for command in self.commands:
            self._apply(command)
        return self

    def expect(self, *events: Event) -> Self:
        """Exactly these events came of the last tick, in this order."""
        assert self.happened == list(events), self.commands
        return self

    def reason(self, number: int = 0) -> str:
        """The reason of the last tick's nth command."""
        return self.commands[number].reason

    def through(self, until: str, **minutes: int) -> list[tuple[str, str, Job]]:
        """Lets time pass: jobs take these minutes (`extract=5`); answers (time, `start` | `stop` | `drop` …, job)."""
        told: list[tuple[str, str, Job]] = []
        while self.now < at(until):
            self.tick(self.now)
            told += [(f"{self.now:%dT%H:%M}", event.kind.__name__, event.job) for event in self.happened]
            self._end_what_stops()
            if not self.happened:
                self._pass_time(minutes)
        return told

    def _end_what_stops(self) -> None:
        for run in [run for run in self.world.runs if run.status is Status.STOPPING]:
            self.ended(run.job, self.now, Status.STOPPED)

    def _pass_time(self, minutes: dict[str, int]) -> None:
        ends = {run.job: self._end_of(run, minutes) for run in self.world.runs if run.is_active}
        *_, wait = decide(self.world, self.now, longest_wait=timedelta(days=1))
        assert isinstance(wait, WaitUntil)
        self.now = min(moment for moment in (wait.at, *ends.values()) if moment)
        for job, end in ends.items():
            if end == self.now:
                self.ended(job, self.now)

    @staticmethod
    def _end_of(run: Run, minutes: dict[str, int]) -> datetime | None:
        length = minutes.get(run.job.name.lower(), 5)
        endless = run.job is Job.AGGREGATE
        return None if endless or not run.start_time else run.start_time + timedelta(minutes=length)

    def _event(self, command: Command) -> Event | None:
        if isinstance(command, LaunchCommand):
            return Event(type(command), command.job, command.rule)
        if isinstance(command, HoldCommand):
            return Event(type(command), Job.MAINTAIN, command.rule)
        run_id = getattr(command, "run_id", None)
        run = next((run for run in self.world.runs if run.id == run_id), None)
        return Event(type(command), run.job, command.rule) if run else None

    def _apply(self, command: Command) -> None:
        if isinstance(command, KeepBackLaunch | Launch | QueueLaunch | DropLaunch):
            self._make(command)
        elif isinstance(command, AdoptRun):
            made = replace(
                self._run(command.run_id), launch_key=command.launch_key, cycle=command.cycle, due_at=command.due_at
            )
            self.given(made=self.world.made | {command.launch_key})._change(made)
            self._note_cycle(made)
        elif isinstance(command, StartRun | HandOver | HoldRun | StopRun):
            self._change(replace(self._run(command.run_id), **self._changed_by(command)))
        elif isinstance(command, CancelRun):
            self.ended(self._run(command.run_id).job, self.now, Status.CANCELED)
        elif isinstance(command, HoldCommand):
            self.world = carried_on(self.world, command, self.now, self._number)

    def _changed_by(self, command: StartRun | HandOver | HoldRun | StopRun) -> dict[str, Any]:
        if isinstance(command, StartRun):
            return {"status": Status.RUNNING, "start_time": self.now}
        if isinstance(command, StopRun):
            return {"status": Status.STOPPING, "kill_at": command.kill_at}
        handed = {"part_of": command.to} if isinstance(command, HandOver) else {}
        return {"reason": command.reason, **handed}

    def _make(self, command: LaunchCommand) -> None:
        if isinstance(command, KeepBackLaunch):
            self.given(held={**self.world.held, command.launch_key: command.reason})
            return
        self.given(made=self.world.made | {command.launch_key})
        if isinstance(command, DropLaunch):
            return
        status = Status.RUNNING if isinstance(command, Launch) else Status.SCHEDULED
        run = a_launch(
            command.job, status, number=self._number(), launch_key=command.launch_key, cycle=command.cycle,
            due_at=command.due_at, requested_at=self.now, reason=command.reason,
        )  # fmt: skip
        self._with(run)
        self._note_cycle(run)

    def _note_cycle(self, run: Run) -> None:
        if run.job is Job.EXTRACT:
            self.given(cycle=Cycle(extraction=run))
        elif run.job is Job.TRANSFORM and self.world.cycle:
            self.given(cycle=replace(self.world.cycle, transformation=run))

    def _with(self, run: Run) -> Self:
        return self.given(runs=(*self.world.runs, run))

    def _change(self, run: Run) -> Self:
        cycle = self.world.cycle
        if cycle and cycle.extraction.id == run.id:
            cycle = replace(cycle, extraction=run)
        elif cycle and cycle.transformation and cycle.transformation.id == run.id:
            cycle = replace(cycle, transformation=run)
        runs = tuple(run if other.id == run.id else other for other in self.world.runs)
        return self.given(runs=runs, cycle=cycle)

    def _run(self, number: int) -> Run:
        return next(run for run in self.world.runs if run.id == number)

    def _open(self, job: Job) -> Run:
        return next(run for run in self.world.runs if run.job is job and run.status not in ENDED)

    def _number(self) -> int:
        self._numbers += 1
        return self._numbers
