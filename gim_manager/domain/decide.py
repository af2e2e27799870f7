"""decide(world, now) -> commands: the scheduler's brain; a request's prediction asks the same brain."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from gim_manager.domain.coexist import START_ORDER, Beside, Candidate, Meeting, meeting
from gim_manager.domain.commands import (
    STOP_GRACE,
    AdoptRun,
    CancelRun,
    Command,
    DropLaunch,
    HoldRun,
    KillRun,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    StopRun,
    WaitUntil,
)
from gim_manager.domain.conditions import Condition, condition_obstacle
from gim_manager.domain.cycle import FINAL, due_beginning
from gim_manager.domain.due import Due, aggregation_restart, coming, due
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.reaggregation import read_parameters
from gim_manager.domain.request import Answer, Prediction, Refusal, Request, refusal
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.domain.schedule import Schedule, read_schedule
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.verify import verify
from gim_manager.domain.withdraw import endings, withdrawals
from gim_manager.domain.world import Cycle, World

__all__ = ["Answer", "Prediction", "decide", "next_launches", "predict"]

LONGEST_WAIT = timedelta(seconds=30)
"""No wait is longer (R33)."""


def decide(world: World, now: datetime) -> tuple[Command, ...]:
    """What to do now, in the order of doing it (R39): kills, cancels, stops; then starts; last the time to look again."""
    desk = _Desk(world, now)
    desk.clear()
    for job in START_ORDER:
        desk.launch(job)
        desk.start_waiting(job)
    desk.stop_for_waiting()
    return (*desk.commands, desk.look_again())


def predict(world: World, now: datetime, job: Job, parameters: str | None) -> Prediction:
    """What a person's request would come to; raises BadValue for parameters that cannot be read."""
    asked = Request(job=job, parameters=(parameters or "").strip() or None)
    if job is Job.AGGREGATE and asked.parameters:
        read_parameters(asked.parameters)
    desk = _Desk(world, now)
    if turned_down := refusal(desk.world, desk.schedule, now, asked):
        return _refused(turned_down)
    return _accepted(world, now, asked)


def next_launches(world: World, now: datetime) -> tuple[NextLaunch, ...]:
    """The launches that the options lead to next, soonest first; none while launches are suspended."""
    desk = _Desk(world, now)
    if not desk.schedule or not desk.may_launch:
        return ()
    found = [launch for job in START_ORDER for launch in coming(job, desk.world, desk.schedule, now)]
    return tuple(sorted(found, key=lambda launch: launch.time))


def _refused(by: Refusal) -> Prediction:
    return Prediction(kind=Answer.REFUSED, rule=by.rule, reason=by.reason, until=by.until)


def _accepted(world: World, now: datetime, asked: Request) -> Prediction:
    """Puts the request into the world and looks at what is decided about it."""
    number = 1 + max((run.id for run in world.runs), default=0)
    run = Run(id=number, job=asked.job, status=Status.SCHEDULED, requested_at=now, requested_by="")
    commands = decide(replace(world, runs=(*world.runs, run)), now)
    about = [command for command in commands if getattr(command, "run_id", None) == number]
    held = next((command for command in about if isinstance(command, HoldRun)), None)
    answer = Answer.WAITS if held else Answer.STARTS
    rule, reason = (held.rule, held.reason) if held else ("", "Starts now.")
    if not asked.parameters:
        return Prediction(kind=answer, rule=rule, reason=reason, until=held.until if held else None)
    ignored = "Aggregation is not running: it is started and the parameters are ignored. Ask again once it runs."
    return Prediction(kind=Answer.IGNORED_PARAMETERS, rule="R19", reason=ignored)


class _Desk:
    """One decision while it is made: the commands so far, and the world as they leave it."""

    def __init__(self, world: World, now: datetime) -> None:
        self.now = now
        self.commands: list[Command] = []
        self.world = replace(world, findings=(*verify(world.options), *world.findings))
        self.schedule = _schedule(world)

    @property
    def may_launch(self) -> bool:
        """R01, R29: whether the scheduler makes launches at all."""
        launching = self.schedule is not None and self.schedule.launching
        return launching and self.world.scheduling and self.world.condition is Condition.READY

    def clear(self) -> None:
        """Kills, cancels and stops, before anything starts."""
        for run in self.world.runs:
            if run.status is Status.STOPPING and run.kill_at and run.kill_at <= self.now:
                self.commands.append(
                    KillRun(rule="R26", reason="It did not stop in time and is killed.", run_id=run.id)
                )
        if not self.world.scheduling or not self.schedule:
            return
        for run, obstacle in withdrawals(self.world, self.schedule, self.now):
            self.commands.append(CancelRun(rule=obstacle.rule, reason=obstacle.reason, run_id=run.id))
            self._without(run)
        for run, obstacle in endings(self.world, self.schedule, self.now):
            self._stop(run, obstacle.rule, obstacle.reason)

    def launch(self, job: Job) -> None:
        """Makes, queues or drops the launch of this job that is due."""
        if not self.schedule or not self.may_launch or self._blocked(job):
            return
        found = due(job, self.world, self.schedule, self.now)
        if found:
            self._make(found)

    def start_waiting(self, job: Job) -> None:
        """Starts the waiting runs of this job that nothing holds back, and says of the others what does."""
        for run in [run for run in self.world.runs if run.job is job and run.status is Status.SCHEDULED and run.id > 0]:
            self._start_or_hold(run)

    def stop_for_waiting(self) -> None:
        """Stops what a waiting run makes yield: scheduled aggregation for jobs that run alone (R27)."""
        alone = next((run for run in self.world.runs if run.status is Status.SCHEDULED and _runs_alone(run)), None)
        aggregation = self.world.active(Job.AGGREGATE)
        if alone and aggregation and aggregation.is_launch and self.world.scheduling:
            self._stop(
                aggregation, "R27", f"{alone.job} {alone.id} has to run alone; aggregation starts again afterwards."
            )

    def look_again(self) -> WaitUntil:
        """The next instant at which time alone changes something."""
        moments = [run.kill_at for run in self.world.runs if run.status is Status.STOPPING and run.kill_at]
        if self.schedule and self.may_launch:
            found = (coming(job, self.world, self.schedule, self.now) for job in START_ORDER)
            moments += [launch.time for launches in found for launch in launches]
            moments += self._window_edges(self.schedule)
        later = [moment for moment in moments if moment > self.now]
        at = min([self.now + LONGEST_WAIT, *later])
        return WaitUntil(rule="R33", reason="Nothing is due before.", at=at)

    def _window_edges(self, schedule: Schedule) -> list[datetime]:
        edges = [schedule.etl.opened(self.now).closes, schedule.etl.following(self.now).opens]
        window = schedule.aggregate.at(self.now) if schedule.aggregate else None
        restart = aggregation_restart(self.world)
        return [*edges, *([window.closes] if window else []), *([restart] if restart else [])]

    def _blocked(self, job: Job) -> bool:
        return condition_obstacle(self.world.condition, self.world.findings, job) is not None

    def _make(self, found: Due) -> None:
        met = self._meets(Candidate(job=found.job, is_launch=True))
        waiting = self._adoptable(found.job, met)
        if found.dropped:
            self._give(found, DropLaunch, found.rule, found.reason)
        elif waiting:
            self._adopt(found, waiting)
        elif not met:
            self._give(found, Launch, found.rule, found.reason)
            self._add(found, Status.RUNNING)
        elif met.outcome is Beside.DROPS:
            self._give(found, DropLaunch, met.rule, f"{found.job} is not launched beside {met.others[0].job}.")
        else:
            self._stop_yielding(met, found.reason)
            self._give(found, QueueLaunch, met.rule, met.reason)
            self._add(found, Status.SCHEDULED)

    def _adoptable(self, job: Job, met: Meeting | None) -> Run | None:
        """The waiting request that becomes the launch; one that may start now while the launch may not is left alone (R23)."""
        waiting = next((run for run in self.world.of(job) if not run.is_active and not run.is_launch), None)
        if waiting and met and not self._meets(Candidate(job=job, is_launch=False, run_id=waiting.id)):
            return None
        return waiting

    def _give(self, found: Due, kind: type[LaunchCommand], rule: str, reason: str) -> None:
        self.commands.append(
            kind(rule=rule, reason=reason, job=found.job, launch_key=found.key, due_at=found.at, cycle=found.cycle)
        )

    def _adopt(self, found: Due, waiting: Run) -> None:
        """R21: a waiting request becomes the launch; it starts or is held like any waiting run."""
        self.commands.append(
            AdoptRun(
                rule="R21", reason=found.reason, job=found.job, launch_key=found.key, due_at=found.at, cycle=found.cycle,
                run_id=waiting.id,
            )
        )  # fmt: skip
        self._replace(replace(waiting, launch_key=found.key, cycle=found.cycle, due_at=found.at))

    def _start_or_hold(self, run: Run) -> None:
        candidate = Candidate(job=run.job, is_launch=run.is_launch, run_id=run.id)
        blocked = condition_obstacle(self.world.condition, self.world.findings, run.job)
        met = None if blocked else self._meets(candidate)
        held = blocked or met
        if met:
            self._stop_yielding(met, f"{run.job} {run.id} is due.")
        if not held:
            self.commands.append(StartRun(rule=_rule_of(run), reason="Nothing holds it back.", run_id=run.id))
            self._replace(replace(run, status=Status.RUNNING, start_time=self.now))
        elif held.reason != run.reason:
            self.commands.append(HoldRun(rule=held.rule, reason=held.reason, run_id=run.id))

    def _meets(self, candidate: Candidate) -> Meeting | None:
        met = meeting(candidate, self.world.runs)
        if met or candidate.job is not Job.MAINTAIN or not candidate.is_launch or not self.schedule:
            return met
        cycle = self.world.cycle
        if (cycle and cycle.in_progress) or due_beginning(self.world, self.schedule, self.now):
            return Meeting(rule="R08", reason="Waits for the ETL cycle to end.", outcome=Beside.WAITS, others=())
        return None

    def _stop_yielding(self, met: Meeting, reason: str) -> None:
        for run in met.others if met.outcome is Beside.STOPS else ():
            self._stop(run, met.rule, reason)

    def _stop(self, run: Run, rule: str, reason: str) -> None:
        if run.status is not Status.RUNNING or run.id <= 0:
            return
        kill_at = self.now + STOP_GRACE
        self.commands.append(StopRun(rule=rule, reason=reason, run_id=run.id, kill_at=kill_at))
        self._replace(replace(run, status=Status.STOPPING, kill_at=kill_at))

    def _add(self, found: Due, status: Status) -> None:
        """The launch as the rest of this decision sees it, under a number that no row has."""
        number = min((0, *(run.id for run in self.world.runs))) - 1
        run = Run(
            id=number, job=found.job, status=status, requested_at=self.now, requested_by=SCHEDULER, launch_key=found.key,
            cycle=found.cycle, due_at=found.at, start_time=self.now if status is Status.RUNNING else None,
        )  # fmt: skip
        self.world = replace(self.world, runs=(*self.world.runs, run), cycle=self._cycle_with(run))

    def _cycle_with(self, run: Run) -> Cycle | None:
        if run.job is Job.EXTRACT:
            return Cycle(extraction=run)
        cycle = self.world.cycle
        return replace(cycle, transformation=run) if cycle and run.job is Job.TRANSFORM else cycle

    def _without(self, gone: Run) -> None:
        self.world = replace(self.world, runs=tuple(run for run in self.world.runs if run.id != gone.id))

    def _replace(self, changed: Run) -> None:
        self.world = replace(
            self.world, runs=tuple(changed if run.id == changed.id else run for run in self.world.runs)
        )


_START_RULES = {
    Job.EXTRACT: "R03", Job.TRANSFORM: "R05", Job.MAINTAIN: "R08", Job.AGGREGATE: "R14", Job.EXPORT: "R13",
    Job.UPDATE_STATS: "R12",
}  # fmt: skip


def _rule_of(run: Run) -> str:
    """The rule of a waiting run that starts: a person's may start at any time (R22)."""
    if not run.is_launch:
        return "R22"
    return "R04" if run.cycle and run.cycle.endswith(FINAL) and run.job is Job.EXTRACT else _START_RULES[run.job]


def _runs_alone(run: Run) -> bool:
    return TRAITS[run.job].runs_alone


def _schedule(world: World) -> Schedule | None:
    try:
        return read_schedule(world.options)
    except (BadSchedule, ValueError):
        return None
