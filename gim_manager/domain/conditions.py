"""In which condition an Info Mart is, and which jobs may start in it whoever asks (R28, R29)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gim_manager.domain.job import Job


class Condition(StrEnum):
    """What the schema of the database allows (R29)."""

    UNINITIALIZED = "uninitialized"
    """No schema yet, or Job_InitializeGIM has never ended well."""
    MIGRATION = "migration"
    """The schema is older than the program."""
    NEWER = "newer"
    """The schema is newer than the program, which then touches nothing."""
    READY = "ready"


class Level(StrEnum):
    """How bad a finding is: an error refuses new starts, a warning does not (R28)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One result of the configuration check."""

    level: Level
    message: str
    section: str = ""
    option: str = ""
    jobs: frozenset[Job] = frozenset(Job)
    """The jobs that it concerns."""
    refuses: frozenset[Job] = frozenset()
    """The jobs that cannot start while it stands, although for the rest it is a warning."""

    def stops(self, job: Job) -> bool:
        """Whether the job does not start while this finding stands."""
        return job in self.refuses or (self.level is Level.ERROR and job in self.jobs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why something does not happen now: the rule's number, and its reason as a sentence for a person."""

    rule: str
    reason: str


_ONLY: dict[Condition, tuple[frozenset[Job], str]] = {
    Condition.UNINITIALIZED: (
        frozenset({Job.INITIALIZE}),
        "This Info Mart is not initialized: only Job_InitializeGIM can run, by gim-manager init.",
    ),
    Condition.MIGRATION: (
        frozenset({Job.MIGRATE}),
        "The schema of this Info Mart is older than this program: only Job_MigrateGIM can run.",
    ),
    Condition.NEWER: (
        frozenset(),
        "The schema of this Info Mart is newer than this program: nothing can run. Use the newer program.",
    ),
}


def condition_sentence(condition: Condition) -> str | None:
    """What a condition allows, in words; None where all may run."""
    return _ONLY[condition][1] if condition in _ONLY else None


def condition_obstacle(condition: Condition, findings: tuple[Finding, ...], job: Job) -> Obstacle | None:
    """What in the state of the server keeps this job from starting; None if nothing does."""
    if condition in _ONLY:
        allowed, reason = _ONLY[condition]
        if job not in allowed:
            return Obstacle(rule="R29", reason=reason)
    found = [finding.message for finding in findings if finding.stops(job)]
    if found:
        return Obstacle(rule="R28", reason=f"The configuration check keeps {job} from starting: {' '.join(found)}")
    return None
