"""The fixed set of jobs, and what is true of each wherever it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gim_manager.domain.errors import UnknownJob


class Job(StrEnum):
    """The jobs of the guide, by the names that the screens show."""

    INITIALIZE = "Job_InitializeGIM"
    MIGRATE = "Job_MigrateGIM"
    EXTRACT = "Job_ExtractICON"
    TRANSFORM = "Job_TransformGIM"
    AGGREGATE = "Job_AggregateGIM"
    MAINTAIN = "Job_MaintainGIM"
    EXPORT = "Job_ExportGIM"
    UPDATE_STATS = "Job_UpdateStats"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTraits:
    """What is true of a job whatever the schedule says."""

    by_hand: bool = True
    """A person may run it (R24)."""
    takes_parameters: bool = False
    """Only Job_AggregateGIM (R25)."""
    postgresql_only: bool = False
    runs_alone: bool = False
    """Nothing starts from its request on (R27)."""
    endless: bool = False
    """Runs until it is stopped: no percent, no expected end."""
    stays_with_leader: bool = False
    """No other server may work it: it belongs to the lease (R29), or to a folder of that computer (E02)."""
    meaning: str


TRAITS: dict[Job, JobTraits] = {
    Job.INITIALIZE: JobTraits(
        runs_alone=True, meaning="Fills calendars, partitions and default rows of a new Info Mart."
    ),
    Job.MIGRATE: JobTraits(
        runs_alone=True, stays_with_leader=True, meaning="Brings the Info Mart's schema up to this program's version."
    ),
    Job.EXTRACT: JobTraits(meaning="Copies new and changed rows of all data sources into the Info Mart."),
    Job.TRANSFORM: JobTraits(meaning="Turns extracted rows into dimensions and facts."),
    Job.AGGREGATE: JobTraits(
        takes_parameters=True, endless=True, meaning="Calculates the Aggregate tables from new and changed facts."
    ),
    Job.MAINTAIN: JobTraits(meaning="Purges what is older than the retention options say and extends the calendars."),
    Job.EXPORT: JobTraits(by_hand=False, stays_with_leader=True, meaning="Writes new and changed rows as CSV files."),
    Job.UPDATE_STATS: JobTraits(
        by_hand=False, postgresql_only=True, meaning="Refreshes the planner's statistics (PostgreSQL)."
    ),
}


def job_named(name: str) -> Job:
    """The job of this exact name, also without its prefix and in any case; raises UnknownJob."""
    wanted = name.strip().casefold()
    for job in Job:
        if wanted in (job.value.casefold(), job.value.removeprefix("Job_").casefold()):
            return job
    raise UnknownJob(name, [job.value for job in Job])
