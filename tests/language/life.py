"""Random lives of a schedule: starts, ends, failures, people, edits and absent servers, and what must hold in all."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from gim_manager.domain.commands import Command, KeepBackLaunch, LaunchCommand, WaitUntil
from gim_manager.domain.conditions import Level
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.verify import verify
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MAINTAIN, TRANSFORM, at
from tests.language.story import Story

MINUTE = timedelta(minutes=1)
NEVER_BESIDE_MAINTENANCE = {EXTRACT, TRANSFORM, AGGREGATE, EXPORT}
SENTENCE = re.compile(r"[A-Za-z].*\.", re.DOTALL)
RULE = re.compile(r"R[0-9][0-9]")


@dataclass
class Life:
    """One schedule from midnight on, GMT; `seed` decides everything that the rules do not."""

    seed: int
    story: Story = field(default_factory=Story)
    keys: Counter[str] = field(default_factory=Counter)
    ends: dict[int, datetime] = field(default_factory=dict)
    """When the runs at work will end."""

    def __post_init__(self) -> None:
        self.dice = Random(self.seed)
        self.story.options(**self._a_schedule()).given(postgresql=self.dice.random() < 0.8)
        self.story.now = at("00:00")

    def live(self, hours: int) -> None:
        """Lets these hours pass; fails where a law is broken."""
        end = self.story.now + timedelta(hours=hours)
        while self.story.now < end:
            self._settle()
            self._something_happens()
            self._pass_time()

    def _a_schedule(self) -> dict[str, object]:
        dice = self.dice
        start, end, maintain = (f"{dice.randrange(24)}:{dice.choice(['00', '20', '30']):>02}" for _ in range(3))
        return {
            "etl_start_time": start, "etl_end_time": end, "maintain_start_time": maintain,
            "etl_frequency": dice.choice([0, 5, 15, 30, 60]), "run_maintain": dice.random() < 0.9,
            "run_aggregates": dice.random() < 0.7, "aggregate_schedule": dice.choice(["0 1", "0 4", "0 0/6", "30 *"]),
            "aggregate_duration": dice.choice(["00:20", "02:00", "05:00", "23:00", "24:00"]),
            "run_update_stats": dice.random() < 0.5, "run_export": dice.random() < 0.7,
            "export_schedule": dice.choice(["20 0/8", "0 *", "0/30 *"]), "run_scheduler": dice.random() < 0.8,
        }  # fmt: skip

    def _settle(self) -> None:
        """Decides until nothing more is decided at this instant, and looks at the laws each time."""
        for _ in range(12):
            before = self.story.world.runs
            self.story.tick(self.story.now)
            self._check(before, self.story.commands)
            if not [command for command in self.story.commands if not isinstance(command, WaitUntil)]:
                self._check_cycle()
                return
        raise AssertionError(f"it never comes to rest: {self.story.commands}")

    def _check(self, before: tuple[Run, ...], commands: tuple[Command, ...]) -> None:
        for command in commands:
            assert RULE.fullmatch(command.rule) and SENTENCE.fullmatch(command.reason), command
            assert not RULE.search(command.reason), command
        launches = [command for command in commands if isinstance(command, LaunchCommand)]
        launches = [launch for launch in launches if not isinstance(launch, KeepBackLaunch)]
        self.keys.update(command.launch_key for command in launches)
        assert max(self.keys.values(), default=0) <= 1, "a launch was made twice"
        assert not launches or self.story.world.options.flag("schedule", "run-scheduler"), "launched while suspended"
        self._check_who_runs()
        known = {run.id for run in before if run.is_active}
        started = [run for run in self.story.world.runs if run.is_active and run.is_launch and run.id not in known]
        assert not self._is_open() or MAINTAIN not in {run.job for run in started}, "maintenance in an open window"

    def _check_who_runs(self) -> None:
        active = [run for run in self.story.world.runs if run.is_active]
        assert max(Counter(run.job for run in active).values(), default=0) <= 1, f"two instances: {active}"
        launched = {run.job for run in active if run.is_launch}
        assert MAINTAIN not in launched or not launched & NEVER_BESIDE_MAINTENANCE, f"beside maintenance: {active}"
        alone = [run for run in active if TRAITS[run.job].runs_alone]
        assert not alone or len(active) == 1, f"beside a job that runs alone: {active}"

    def _check_cycle(self) -> None:
        """At rest in an open window a cycle is in progress, or the last began in it less than an interval ago."""
        world, now = self.story.world, self.story.now
        held = any(TRAITS[run.job].runs_alone for run in world.runs) or self._has_errors()
        if held or not self._is_open() or not world.options.flag("schedule", "run-scheduler"):
            return
        cycle, interval = world.cycle, self._interval()
        assert cycle and (cycle.in_progress or (cycle.began_at and now - cycle.began_at < interval)), "no cycle begins"
        waiting = [run for run in world.runs if run.status is Status.SCHEDULED]
        assert all(run.reason for run in waiting), f"nobody says why: {waiting}"

    def _has_errors(self) -> bool:
        return any(finding.level is Level.ERROR for finding in verify(self.story.world.options))

    def _interval(self) -> timedelta:
        minutes = self.story.world.options.number("schedule", "etl-frequency")
        return timedelta(minutes=minutes) if minutes else timedelta(seconds=10)

    def _is_open(self) -> bool:
        """By the minutes of the day alone: these lives know no change of clocks."""
        start, end = (self.story.world.options.time("schedule", f"etl-{edge}-time") for edge in ("start", "end"))
        since = (self.story.now - at("00:00")) % timedelta(days=1)
        return start <= since < end if end > start else since >= start or since < end

    def _something_happens(self) -> None:
        happening: Callable[[], object] | None = self.dice.choices(
            [None, self._asks, self._stops, self._cancels, self._edits, self._goes_away],
            weights=[150, 8, 8, 3, 6, 1],
        )[0]
        if happening:
            happening()

    def _asks(self) -> None:
        self.story.asks(self.dice.choice(list(Job)))

    def _stops(self) -> None:
        running = [run for run in self.story.world.runs if run.status is Status.RUNNING]
        if running:
            self.story.stopping(self.dice.choice(running).job, f"{self.story.now:%Y-%m-%dT%H:%M:%S}")

    def _cancels(self) -> None:
        waiting = [run for run in self.story.world.runs if run.status is Status.SCHEDULED]
        if waiting:
            self.story.ends(self.dice.choice(waiting), self.story.now, Status.CANCELED)

    def _edits(self) -> None:
        schedule = self._a_schedule()
        name = self.dice.choice(sorted(schedule))
        self.story.edits(f"{self.story.now:%Y-%m-%dT%H:%M:%S}", **{name: schedule[name]})

    def _goes_away(self) -> None:
        """No server looks for a while; what runs ends all the same."""
        back = self.story.now + self.dice.randrange(1, 300) * MINUTE
        while self.story.now < back:
            self._end_until(back)

    def _pass_time(self) -> None:
        for run in self.story.world.runs:
            if run.is_active and run.id not in self.ends:
                self.ends[run.id] = self.story.now + self._length(run)
        for run in self.story.world.runs:
            if run.status is Status.STOPPING:
                self.ends[run.id] = min(self.ends[run.id], self.story.now + timedelta(seconds=self.dice.randrange(9)))
        self._end_until(self.story.now.replace(second=0, microsecond=0) + MINUTE)

    def _length(self, run: Run) -> timedelta:
        if TRAITS[run.job].endless and self.dice.random() < 0.9:
            return timedelta(days=2)
        return timedelta(seconds=round(self.dice.lognormvariate(5.5, 1.2)))

    def _end_until(self, moment: datetime) -> None:
        """The next instant: the first end before `moment`, or `moment` itself."""
        working = {run.id: run for run in self.story.world.runs if run.is_active and run.id in self.ends}
        first = min(working, key=self.ends.__getitem__, default=None)
        if first is None or self.ends[first] >= moment:
            self.story.now = moment
            return
        self.story.now = max(self.ends[first], self.story.now)
        stopped = working[first].status is Status.STOPPING
        ended = Status.STOPPED if stopped else self.dice.choices([Status.COMPLETE, Status.FAILED], weights=[9, 1])[0]
        self.story.ends(working[first], self.story.now, ended)
