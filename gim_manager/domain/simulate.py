"""What the scheduler would do: the live decisions over a virtual clock, with the ends of jobs as they are given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import singledispatchmethod

from gim_manager.domain.coexist import START_ORDER
from gim_manager.domain.commands import (
    AdoptRun,
    CancelRun,
    Command,
    DropLaunch,
    HandOver,
    HoldCommand,
    HoldRun,
    KeepBackLaunch,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    StopRun,
    WaitUntil,
)
from gim_manager.domain.decide import decide, predict
from gim_manager.domain.holding import carried_on
from gim_manager.domain.job import Job
from gim_manager.domain.request import Answer, Request
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.domain.scenario import Failing, Scenario
from gim_manager.domain.world import World

_DAY = timedelta(days=1)
_ROUNDS = 100
"""Decisions at one instant; a handful is usual."""
_MANY_KEYS = 64
_NUMBERED = re.compile(r"(Job_[A-Za-z]+) (\d+)|, run (\d+),")
"""How reasons name a run."""
_REBUILDING = timedelta(minutes=5)
"""How long a re-aggregation takes (R18)."""


class Happening(StrEnum):
    """What can happen, in R39's order within an instant."""

    FINISH = "finish"
    DROP = "drop"
    STOP = "stop"
    REFUSE = "refuse"
    HOLD = "hold"
    START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happens; a finish follows no rule."""

    time: datetime
    event: Happening
    job: Job
    rule: str | None
    reason: str
    run_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """What happened in time order, and the world as it is at the end."""

    events: tuple[Event, ...]
    world: World
    missed: tuple[Failing, ...] = ()
    """Failures of runs that there never were."""
    until: datetime
    """How far it was played: not to the end where there was too much to tell."""


def simulate(scenario: Scenario, *, most: int | None = None) -> Simulated:
    """Plays time ahead from instant to instant, until about `most` events are told; nothing is waited for."""
    play = _Play(scenario)
    while play.now < scenario.until and (most is None or len(play.events) < most):
        play.settle()
        play.now = play.following()
    until = min(play.now, scenario.until)
    return Simulated(events=tuple(play.events), world=play.world, missed=tuple(play.missed), until=until)


class _Play:
    """The world at `now`, and what has happened up to it."""

    def __init__(self, scenario: Scenario) -> None:
        self.world = scenario.world
        self.now = scenario.since
        self.events: list[Event] = []
        self.missed: list[Failing] = []
        self._lengths = scenario.lengths
        self._askings = sorted(scenario.askings, key=lambda asking: asking.at)
        self._failings = sorted(scenario.failings, key=lambda failing: failing.at)
        self._failing_runs: set[int] = set()
        self._ignored: dict[int, tuple[str, str]] = {}
        self._told: list[Event] = []
        self._wait = self.now
        self._numbers = self._real = max((run.id for run in _known(self.world)), default=0)

    def settle(self) -> None:
        """All that happens at this instant: ends, requests, then decisions until nothing more changes."""
        for run in self.world.runs:
            if self._has_ended(run):
                self._finish(run)
        while self._askings and self._askings[0].at <= self.now:
            self._ask(self._askings.pop(0).request)
        self._decide()
        while self._failings and self._failings[0].at <= self.now:
            self._let_fail(self._failings.pop(0))
        self.events += _in_order(self._told)
        self._told.clear()

    def following(self) -> datetime:
        """The next instant at which anything can happen."""
        ends = [self._end_of(run) for run in self.world.runs]
        given = [given[0].at for given in (self._askings, self._failings) if given]
        return min(moment for moment in (self._wait, *ends, *given) if moment)

    def _decide(self) -> None:
        for _ in range(_ROUNDS):
            commands = decide(self.world, self.now, longest_wait=_DAY)
            for command in commands:
                self._do(command)
            if all(isinstance(command, _LASTING) for command in commands) and not self._lets_one_begin(commands):
                return
        raise RuntimeError(f"the decisions of {self.now} never come to rest")

    def _lets_one_begin(self, commands: Iterable[Command]) -> bool:
        """Whether an aggregation may have started for which a request waits (R18)."""
        waits = any(run.is_reaggregation and run.status is Status.SCHEDULED for run in self.world.runs)
        return waits and any(isinstance(command, Launch | StartRun) for command in commands)

    def _end_of(self, run: Run) -> datetime | None:
        length = _REBUILDING if run.is_reaggregation else self._lengths.get(run.job)
        if run.status is Status.STOPPING:
            return self.now
        return max(run.start_time + length, self.now) if run.start_time and length is not None else None

    def _has_ended(self, run: Run) -> bool:
        end = self._end_of(run) if run.is_active else None
        return end is not None and end <= self.now

    def _finish(self, run: Run) -> None:
        if run.status is Status.STOPPING:
            self._end(run, Status.STOPPED, Cause.RULE)
            self._tell(Happening.STOP, run, None, run.reason or "It was told to stop.")
        elif run.id in self._failing_runs:
            self._end(run, Status.FAILED, Cause.ERROR)
            self._tell(Happening.FINISH, run, None, "Failed, as was asked for.")
        else:
            self._end(run, Status.COMPLETE, Cause.DONE)
            self._tell(Happening.FINISH, run, None, "Complete.")

    def _end(self, run: Run, status: Status, cause: Cause) -> None:
        self.world = self.world.with_run(replace(run, status=status, cause=cause, end_time=self.now))
        for request in self.world.runs:
            if request.part_of == run.id and request.is_active:
                self._change(request.id, status=Status.SCHEDULED, start_time=None)

    def _ask(self, asked: Request) -> None:
        told = predict(self.world, self.now, asked.job, asked.parameters)
        if told.kind is Answer.REFUSED:
            self._tell(Happening.REFUSE, asked.job, told.rule, told.reason)
            return
        run = self._requested(asked.job, by="", parameters=told.parameters)
        if told.kind is Answer.IGNORED_PARAMETERS:
            self._ignored[run.id] = told.rule, told.reason

    def _let_fail(self, failing: Failing) -> None:
        run = self.world.active(failing.job)
        if run is None:
            self.missed.append(failing)
        else:
            self._failing_runs.add(run.id)

    @singledispatchmethod
    def _do(self, command: Command) -> None:
        """Carries out one command as the engine would; a stop takes no time."""
        raise TypeError(f"nobody knows how to play {command!r}")

    @_do.register
    def _(self, command: WaitUntil) -> None:
        self._wait = command.at

    @_do.register
    def _(self, command: Launch) -> None:
        self._tell(Happening.START, self._launched(command, Status.RUNNING), command.rule, command.reason)

    @_do.register
    def _(self, command: QueueLaunch) -> None:
        self._tell(Happening.HOLD, self._launched(command, Status.SCHEDULED), command.rule, command.reason)

    @_do.register
    def _(self, command: DropLaunch) -> None:
        self._make(command)
        self._tell(Happening.DROP, command.job, command.rule, command.reason)

    @_do.register
    def _(self, command: AdoptRun) -> None:
        self._make(command)
        self._change(command.run_id, launch_key=command.launch_key, cycle=command.cycle, due_at=command.due_at)

    @_do.register
    def _(self, command: StartRun) -> None:
        run = self._change(command.run_id, status=Status.RUNNING, start_time=self.now, reason=None)
        rule, reason = self._ignored.get(run.id, (command.rule, command.reason))
        self._tell(Happening.START, run, rule, reason)

    @_do.register
    def _(self, command: HandOver) -> None:
        run = self._change(command.run_id, status=Status.RUNNING, start_time=self.now, part_of=command.to, reason=None)
        self._tell(Happening.START, run, command.rule, command.reason)

    @_do.register
    def _(self, command: HoldRun) -> None:
        self._tell(Happening.HOLD, self._change(command.run_id, reason=command.reason), command.rule, command.reason)

    @_do.register
    def _(self, command: CancelRun) -> None:
        run = self._run(command.run_id)
        self._end(run, Status.CANCELED, Cause.RULE)
        self._tell(Happening.DROP, run, command.rule, command.reason)

    @_do.register
    def _(self, command: StopRun) -> None:
        run = self._run(command.run_id)
        self._end(run, Status.STOPPED, Cause.RULE)
        self._tell(Happening.STOP, run, command.rule, command.reason)

    @_do.register
    def _(self, command: KeepBackLaunch) -> None:
        self.world = replace(self.world, held={**self.world.held, command.launch_key: command.reason})
        if command.rule != "R28":  # the findings are told beside the events
            self._tell(Happening.HOLD, command.job, command.rule, command.reason)

    @_do.register
    def _(self, command: HoldCommand) -> None:
        self.world = carried_on(self.world, command, self.now, self._number)

    def _requested(self, job: Job, *, by: str, parameters: str | None = None) -> Run:
        run = Run(
            id=self._number(), job=job, status=Status.SCHEDULED, requested_at=self.now, requested_by=by,
            parameters=parameters,
        )  # fmt: skip
        self.world = self.world.with_run(run)
        return run

    def _launched(self, command: LaunchCommand, status: Status) -> Run:
        self._make(command)
        run = Run(
            id=self._number(), job=command.job, status=status, requested_at=self.now, requested_by=SCHEDULER,
            launch_key=command.launch_key, cycle=command.cycle, due_at=command.due_at,
            start_time=self.now if status is Status.RUNNING else None,
            reason=command.reason if status is Status.SCHEDULED else None,
        )  # fmt: skip
        self.world = self.world.with_run(run)
        return run

    def _make(self, command: LaunchCommand) -> None:
        made = self.world.made | {command.launch_key}
        self.world = replace(self.world, made=essential_keys(made) if len(made) > _MANY_KEYS else made)

    def _change(self, run_id: int, **changes: object) -> Run:
        run = replace(self._run(run_id), **changes)  # type: ignore[arg-type]
        self.world = self.world.with_run(run)
        return run

    def _run(self, run_id: int) -> Run:
        return next(run for run in self.world.runs if run.id == run_id)

    def _number(self) -> int:
        self._numbers += 1
        return self._numbers

    def _tell(self, event: Happening, of: Run | Job, rule: str | None, reason: str) -> None:
        job, run_id = (of.job, of.id) if isinstance(of, Run) else (of, None)
        told = _NUMBERED.sub(self._unnumbered, reason)
        self._told.append(Event(time=self.now, event=event, job=job, rule=rule, reason=told, run_id=run_id))

    def _unnumbered(self, found: re.Match[str]) -> str:
        """A run that is only played has no number that a person could look for."""
        return found[0] if int(found[2] or found[3]) <= self._real else found[1] or ""


def _known(world: World) -> Iterable[Run]:
    cycle = world.cycle
    of_cycle = (cycle.extraction, cycle.transformation) if cycle else ()
    return (*world.runs, *(run for run in of_cycle if run))


_LASTING = (Launch, StartRun, HoldRun, KeepBackLaunch, DropLaunch, WaitUntil)
"""A decision of these alone has seen all that comes of it; after any other the next one may see more."""
_PLACES = {Happening.FINISH: 0, Happening.DROP: 1, Happening.STOP: 2, Happening.REFUSE: 3}


def _in_order(events: list[Event]) -> list[Event]:
    """R39's order; a run that starts at the very instant was held back for no time, which is not told."""
    started = {event.run_id for event in events if event.event is Happening.START}
    told = [event for event in events if event.event is not Happening.HOLD or event.run_id not in started]
    return sorted(told, key=lambda event: (_PLACES.get(event.event, 4), START_ORDER.index(event.job)))


def essential_keys(made: Iterable[str]) -> frozenset[str]:
    """The launch keys that can still be asked for: of each job those of its three newest openings, hours or dates.

    Of the numbered cycles of a window only the last tells the next its number.
    """
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in made:
        opening, _, last = key.rpartition(":")
        groups[key.partition(":")[0]][opening].append(last)
    return frozenset(
        f"{opening}:{last}"
        for job, openings in groups.items()
        for opening in sorted(openings)[-3:]
        for last in _last_ones(job, openings[opening])
    )


def _last_ones(job: str, lasts: list[str]) -> list[str]:
    if job not in (Job.EXTRACT, Job.TRANSFORM):
        return lasts
    numbered = [last for last in lasts if last.isdecimal()]
    return [last for last in lasts if not last.isdecimal()] + sorted(numbered, key=int)[-1:]
