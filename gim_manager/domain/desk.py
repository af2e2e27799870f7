"""One decision while it is made: the commands so far, and the world as they leave it (R39)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from gim_manager.domain.commands import (
    STOP_GRACE,
    AdoptRun,
    BeginMaintenance,
    CancelRun,
    Command,
    DropLaunch,
    EndHold,
    HandOver,
    HoldRun,
    KeepBackLaunch,
    KillRun,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    StopRun,
    TellHold,
)
from gim_manager.domain.conditions import Condition, Obstacle
from gim_manager.domain.due import Due
from gim_manager.domain.handover import Waiting
from gim_manager.domain.hold import Hold
from gim_manager.domain.holding import HoldEnding, hold_ending
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.domain.schedule import readable_schedule
from gim_manager.domain.set_back import without_future
from gim_manager.domain.verify import verify
from gim_manager.domain.world import Cycle, World


class Desk:
    """Takes one command after the other; `world` is always the world after them."""

    def __init__(self, world: World, now: datetime) -> None:
        self.now = now
        self.commands: list[Command] = []
        world = without_future(world, now)
        found = verify(world.options)
        self.hold_ending = hold_ending(world, now)
        """Why the hold that was read is over by now: every decision is made as after its end."""
        self.world = _after(self.hold_ending, replace(world, findings=(*found, *world.findings)) if found else world)
        self._counted: tuple[Run, ...] = ()
        self._in_the_way: tuple[Run, ...] = ()
        self.schedule = readable_schedule(world.options)
        """None where the options cannot be understood; the findings then say so."""

    @property
    def in_the_way(self) -> tuple[Run, ...]:
        """The runs that can keep another from starting: of a thousand that wait, none is asked about the others."""
        if self._counted is not self.world.runs:
            self._counted = self.world.runs
            self._in_the_way = tuple(run for run in self._counted if run.is_active or TRAITS[run.job].runs_alone)
        return self._in_the_way

    @property
    def may_launch(self) -> bool:
        """Whether the scheduler makes launches at all (R01, R29)."""
        launching = self.schedule is not None and self.schedule.launching
        return launching and self.world.scheduling and self.world.condition is Condition.READY

    def may_launch_job(self, job: Job) -> bool:
        """Whether it makes those of this job: R29 speaks before R01, so run-scheduler is not asked for a migration."""
        if job is Job.MIGRATE:
            return self.world.scheduling and self.world.condition is Condition.MIGRATION
        return self.may_launch

    def launch(self, found: Due) -> None:
        """A new run that starts at once."""
        self._give(found, Launch, found)
        self._add(found, Status.RUNNING)

    def queue(self, found: Due, why: Obstacle) -> None:
        """A new run that waits."""
        self._give(found, QueueLaunch, why)
        self._add(found, Status.SCHEDULED)

    def drop(self, found: Due, why: Obstacle) -> None:
        """No run, now or later."""
        self._give(found, DropLaunch, why)

    def keep_back(self, found: Due, why: Obstacle) -> None:
        """No run as long as this lasts, but one afterwards; each reason is said once."""
        if self.world.held.get(found.key) != why.reason:
            self._give(found, KeepBackLaunch, why)

    def adopt(self, found: Due, waiting: Run) -> None:
        """A waiting request becomes the launch; it starts or is held like any waiting run (R21)."""
        self.commands.append(
            AdoptRun(
                rule="R21", reason=found.reason, job=found.job, launch_key=found.key, due_at=found.at,
                cycle=found.cycle, made_up=found.made_up, run_id=waiting.id,
            )
        )  # fmt: skip
        self._replace(replace(waiting, launch_key=found.key, cycle=found.cycle, due_at=found.at))

    def start(self, run: Run, rule: str) -> None:
        """A waiting run starts."""
        self.commands.append(StartRun(rule=rule, reason="Nothing holds it back.", run_id=run.id))
        self._replace(replace(run, status=Status.RUNNING, start_time=self.now))

    def hold(self, run: Run, why: Obstacle) -> None:
        """A waiting run goes on waiting; told only if the reason is not yet on it."""
        if why.reason != run.reason:
            until = why.until if isinstance(why, Waiting) else None
            self.commands.append(HoldRun(rule=why.rule, reason=why.reason, run_id=run.id, until=until))

    def hand_over(self, run: Run, aggregation: Run) -> None:
        """The running aggregation is given a waiting re-aggregation; told once."""
        reason = f"Begins with the next interval of {aggregation.job} {aggregation.id}."
        self.commands.append(HandOver(rule="R18", reason=reason, run_id=run.id, to=aggregation.id))
        self._replace(replace(run, part_of=aggregation.id))

    def cancel(self, run: Run, why: Obstacle) -> None:
        """A waiting run is taken back."""
        self.commands.append(CancelRun(rule=why.rule, reason=why.reason, run_id=run.id))
        self.world = replace(self.world, runs=tuple(other for other in self.world.runs if other.id != run.id))

    def stop(self, run: Run, rule: str, reason: str) -> None:
        """A Running run is told to stop; one that is Stopping already is left to it."""
        if run.status is not Status.RUNNING or run.id <= 0:
            return
        kill_at = self.now + STOP_GRACE
        self.commands.append(StopRun(rule=rule, reason=reason, run_id=run.id, kill_at=kill_at))
        self._replace(replace(run, status=Status.STOPPING, kill_at=kill_at))

    def kill(self, run: Run) -> None:
        """A Stopping run has used up its time (R26)."""
        self.commands.append(KillRun(rule="R26", reason="It did not stop in time and is killed.", run_id=run.id))

    def end_hold(self, hold: Hold, ending: HoldEnding, waiting: Run | None) -> None:
        """The hold is over, and with it its maintenance that still waited."""
        if waiting:
            self.cancel(waiting, ending)
        self.commands.append(EndHold(rule=ending.rule, reason=ending.reason, hold_id=hold.id, at=ending.at))

    def tell_hold(self, hold: Hold, why: Obstacle) -> None:
        """The maintenance of a hold waits; told only if the reason is not yet on it."""
        if why.reason != hold.reason:
            self.commands.append(TellHold(rule=why.rule, reason=why.reason, hold_id=hold.id))

    def begin_maintenance(self, hold: Hold) -> None:
        """The maintenance of a hold is asked for; it starts by the next decision, as any request."""
        reason = f"Nothing else runs: the maintenance of the hold of {hold.owner} begins."
        self.commands.append(BeginMaintenance(rule="R23", reason=reason, hold_id=hold.id))

    def _give(self, due: Due, kind: type[LaunchCommand], why: Obstacle | Due) -> None:
        self.commands.append(
            kind(
                rule=why.rule, reason=why.reason, job=due.job, launch_key=due.key, due_at=due.at, cycle=due.cycle,
                made_up=due.made_up,
            )
        )  # fmt: skip

    def _add(self, found: Due, status: Status) -> None:
        """The launch as the rest of this decision sees it, under a number that no row has."""
        number = min((0, *(run.id for run in self.world.runs))) - 1
        run = Run(
            id=number, job=found.job, status=status, requested_at=self.now, requested_by=SCHEDULER,
            launch_key=found.key, cycle=found.cycle, due_at=found.at,
            start_time=self.now if status is Status.RUNNING else None,
        )  # fmt: skip
        self.world = replace(self.world, runs=(*self.world.runs, run), cycle=self._cycle_with(run))

    def _cycle_with(self, run: Run) -> Cycle | None:
        if run.job is Job.EXTRACT:
            return Cycle(extraction=run)
        cycle = self.world.cycle
        return replace(cycle, transformation=run) if cycle and run.job is Job.TRANSFORM else cycle

    def _replace(self, changed: Run) -> None:
        runs = tuple(changed if run.id == changed.id else run for run in self.world.runs)
        self.world = replace(self.world, runs=runs)


def _after(ending: HoldEnding | None, world: World) -> World:
    return replace(world, hold=None, resumed_at=ending.at) if ending else world
