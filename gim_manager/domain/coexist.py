"""THE matrix: who may run beside whom, who waits, who must yield (R07, R08, R10, R21, R23, R27)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gim_manager.domain.conditions import Obstacle
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import Run

START_ORDER = (
    Job.MIGRATE, Job.INITIALIZE, Job.EXTRACT, Job.TRANSFORM, Job.MAINTAIN, Job.AGGREGATE, Job.EXPORT, Job.UPDATE_STATS,
)  # fmt: skip
"""At one instant, starts happen in this order, each seeing those before it (R39)."""


class Beside(StrEnum):
    """What becomes of a launch that meets a run."""

    FREE = "."
    WAITS = "w"
    STOPS = "s"
    """The run is stopped, the launch waits for its end."""
    DROPS = "d"


_MATRIX = """
Job_MigrateGIM      w w w w w w w w
Job_InitializeGIM   w w w w w w w w
Job_ExtractICON     w w w . s . . .
Job_TransformGIM    w w . w w . . .
Job_MaintainGIM     w w w w w w w .
Job_AggregateGIM    w w . . w w . .
Job_ExportGIM       w w . . w . w .
Job_UpdateStats     d d . . d . . w
"""
"""A row is a launch, a column (in START_ORDER) a run that it meets: scheduled maintenance, but any other run."""

LAUNCH_MEETS: dict[Job, dict[Job, Beside]] = {
    Job(name): dict(zip(START_ORDER, map(Beside, cells), strict=True))
    for name, *cells in (line.split() for line in _MATRIX.split("\n") if line)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Obstacle):
    """An obstacle that another run is."""

    outcome: Beside
    others: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What wants to start: a launch or a person's request; `run_id` if it waits in the list already."""

    job: Job
    is_launch: bool
    run_id: int | None = None


def meeting(candidate: Candidate, runs: tuple[Run, ...]) -> Meeting | None:
    """What keeps the candidate from starting beside these open runs; the strongest rule speaks (R40)."""
    others = tuple(run for run in runs if run.id != candidate.run_id and not run.is_reaggregation)
    for ask in (runs_alone, _one_instance, _matrix if candidate.is_launch else _nothing):
        if found := ask(candidate, others):
            return found
    return None


def runs_alone(candidate: Candidate, others: tuple[Run, ...]) -> Meeting | None:
    """R27: from its request on nothing else starts; what runs is waited for."""
    alone = tuple(
        run for run in others if TRAITS[run.job].runs_alone and (run.is_active or _goes_first(run, candidate))
    )
    if not alone and TRAITS[candidate.job].runs_alone:
        alone = tuple(run for run in others if run.is_active)
    if not alone:
        return None
    outcome = LAUNCH_MEETS[candidate.job][alone[0].job] if candidate.is_launch else Beside.WAITS
    return _waits("R27", alone, outcome if outcome is Beside.DROPS else Beside.WAITS)


def _goes_first(waiting: Run, candidate: Candidate) -> bool:
    """Whether a waiting Migrate or Initialize comes before this candidate."""
    if not TRAITS[candidate.job].runs_alone:
        return True
    places = START_ORDER.index(waiting.job), START_ORDER.index(candidate.job)
    return places[0] < places[1] or (
        places[0] == places[1] and candidate.run_id is not None and waiting.id < candidate.run_id
    )


def _one_instance(candidate: Candidate, others: tuple[Run, ...]) -> Meeting | None:
    """R21: never a second instance of a job that is Running, whoever asks."""
    same = tuple(run for run in others if run.job is candidate.job and run.is_active)
    return _waits("R21", same, Beside.WAITS) if same else None


def _matrix(candidate: Candidate, others: tuple[Run, ...]) -> Meeting | None:
    row = LAUNCH_MEETS[candidate.job]
    met = tuple(run for run in others if run.is_active and _counts(run, candidate) and row[run.job] is not Beside.FREE)
    if not met:
        return None
    outcome = row[met[0].job]
    rule = "R08" if candidate.job is Job.MAINTAIN else "R07" if outcome is Beside.STOPS else "R10"
    return _waits(rule, met, outcome)


def _counts(run: Run, candidate: Candidate) -> bool:
    """A person's maintenance does not hold back others (R23)."""
    return run.job is not Job.MAINTAIN or run.is_launch or candidate.job is Job.MAINTAIN


def _nothing(candidate: Candidate, others: tuple[Run, ...]) -> Meeting | None:
    return None


def _waits(rule: str, others: tuple[Run, ...], outcome: Beside) -> Meeting:
    return Meeting(rule=rule, reason=f"Waits for {named(others)} to end.", outcome=outcome, others=others)


def named(runs: tuple[Run, ...]) -> str:
    """The runs as a sentence names them: `Job_ExtractICON 4 and Job_ExportGIM 7`."""
    names = [f"{run.job} {run.id}" if run.id > 0 else f"{run.job}" for run in runs]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
