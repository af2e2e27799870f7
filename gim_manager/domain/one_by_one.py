"""Running jobs one by one: the guide's order, what is switched off meanwhile, and what is put back at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from gim_manager.domain.coexist import named
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import Options
from gim_manager.domain.run import Run

ORDER = (Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.MAINTAIN)
"""The guide, Running jobs one by one."""
SECTION = "schedule"
SWITCHES = ("run-scheduler", "run-aggregates", "run-maintain")
"""The options that the guide has set to false meanwhile."""
OFF = "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One job of the procedure."""

    job: Job
    run_id: int | None = None
    """Its latest run; None while none was asked for."""
    is_skipped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.run_id is None and not self.is_skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class OneByOne:
    """One procedure, in force until it is ended; instants are aware UTC."""

    id: int
    owner: str
    since: datetime
    put_back: Mapping[str, str | None]
    """What it switched off, by the names in SECTION, with what was set before; None stands for the default."""
    steps: tuple[Step, ...] = tuple(Step(job=job) for job in ORDER)
    host: str | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None

    @property
    def next(self) -> Step | None:
        """The step that comes next; None after the last."""
        return next((step for step in self.steps if step.is_open), None)

    @property
    def latest(self) -> Step | None:
        """The last step that a run was asked for."""
        return next((step for step in reversed(self.steps) if step.run_id is not None), None)

    def changed(self, step: Step) -> tuple[Step, ...]:
        """The steps with this one in the place of its job's."""
        return tuple(step if known.job is step.job else known for known in self.steps)

    def with_run(self, job: Job, run_id: int) -> tuple[Step, ...]:
        """The steps once this run was asked for."""
        return self.changed(Step(job=job, run_id=run_id))

    def without(self, step: Step) -> tuple[Step, ...]:
        """The steps once this one is passed over."""
        return self.changed(replace(step, is_skipped=True))


def to_switch_off(options: Options) -> dict[str, str | None]:
    """What is on and must be off, with what is set now."""
    return {name: options.get_raw(SECTION, name) for name in SWITCHES if options.flag(SECTION, name)}


def to_put_back(options: Options, put_back: Mapping[str, str | None]) -> dict[Key, str | None]:
    """The changes that put it back; what somebody has set anew meanwhile stays as they wanted it."""
    return {(SECTION, name): value for name, value in put_back.items() if options.get_raw(SECTION, name) == OFF}


def obstacle(procedure: OneByOne, job: Job, going: tuple[Run, ...]) -> str | None:
    """What keeps this job from being the next, as a sentence; None if nothing does. `going` runs or waits now."""
    if job is Job.MAINTAIN and going:
        return f"{named(going)} must end before Job_MaintainGIM runs: nothing may run beside it."
    latest = procedure.latest
    mine = tuple(run for run in going if latest is not None and run.id == latest.run_id)
    if mine and not TRAITS[mine[0].job].endless:
        return f"{named(mine)} has not ended yet."
    return None
