"""Values for tests, each with one line: an instant, a run, options, a world."""

from datetime import UTC, datetime
from typing import Any

from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.domain.world import World

EXTRACT, TRANSFORM, MAINTAIN, AGGREGATE = Job.EXTRACT, Job.TRANSFORM, Job.MAINTAIN, Job.AGGREGATE
EXPORT, STATS, INITIALIZE, MIGRATE = Job.EXPORT, Job.UPDATE_STATS, Job.INITIALIZE, Job.MIGRATE

PARAMETERS = "-insertPendingAgg ALLSETS:2014-05-01:2014-05-31"
"""The guide's first example of a re-aggregation."""

SAMPLE: dict[str, object] = {
    "etl_start_time": "06:30", "etl_end_time": "00:30", "etl_frequency": 30, "maintain_start_time": "03:00",
    "run_aggregates": True, "aggregate_schedule": "0 4", "aggregate_duration": "23:00",
}  # fmt: skip
"""The sample schedule of the guide."""

DAY = "2026-11-23"
"""The Monday on which stories play unless they say otherwise."""


def at(text: str) -> datetime:
    """The UTC instant of `06:30`, `06:30:04` (on DAY) or of a whole `2026-11-24T06:30`."""
    return datetime.fromisoformat(text if "T" in text else f"{DAY}T{text.zfill(5)}").replace(tzinfo=UTC)


def options(**schedule: object) -> Options:
    """The defaults with run-scheduler on, and [schedule] options written with underscores: `etl_end_time="20:00"`."""
    set_here = {"run-scheduler": "true"} | {name.replace("_", "-"): _text(value) for name, value in schedule.items()}
    return Options.defaults().changed({("schedule", name): value for name, value in set_here.items()})


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def a_run(job: Job = Job.EXTRACT, status: Status = Status.RUNNING, *, number: int = 1, **changes: Any) -> Run:
    """A person's run; Running ones started at 00:00."""
    requested = changes.setdefault("requested_at", at("00:00"))
    if status not in (Status.SCHEDULED, Status.CANCELED):
        changes.setdefault("start_time", requested)
    return Run(id=number, job=job, status=status, **{"requested_by": "ann", **changes})


def a_launch(job: Job = Job.EXTRACT, status: Status = Status.RUNNING, *, number: int = 1, **changes: Any) -> Run:
    """A run that the scheduler launched."""
    given = {"requested_by": SCHEDULER, "launch_key": f"{job}:{number}", **changes}
    return a_run(job, status, number=number, **given)


def a_world(*runs: Run, **changes: Any) -> World:
    """A PostgreSQL world with these open runs and the default options, scheduling; it came to be at 00:00."""
    given = {"options": options(), "postgresql": True, "runs": runs, "created_at": at("00:00"), **changes}
    return World(**given)
