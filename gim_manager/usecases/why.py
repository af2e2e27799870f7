"""Why: of a run, and of a moment past or to come; from what was kept, or from what the scheduler would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain import ahead
from gim_manager.domain.ahead import ToCome
from gim_manager.domain.duty import absence
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import ENDED, Run
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.why import why_at
from gim_manager.domain.why_run import story
from gim_manager.schema.engines import reading
from gim_manager.store import decisions, duties, lengths, options, past, runs
from gim_manager.usecases.context import Context
from gim_manager.usecases.simulate import beginning

LOOKED_AHEAD = timedelta(days=1)
"""How far a waiting run's start is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRun:
    """A run with its life so far, and what is expected of it."""

    run: Run
    story: tuple[Reason, ...]
    """In the order of time; what is expected comes last."""

    @property
    def answers(self) -> tuple[Reason, ...]:
        """What made the run what it is, then the rest of its life."""
        *earlier, latest = (reason for reason in self.story if not reason.expected)
        return (latest, *earlier, *(reason for reason in self.story if reason.expected))


def of_run(context: Context, run_id: int) -> WhyRun:
    """Why this run is as it is, as far as it is kept; raises UnknownRun. Quick: nothing is played ahead."""
    with reading(context.database.manager) as connection:
        run = runs.get(connection, run_id)
        return WhyRun(run=run, story=story(run, decisions.of_run(connection, run_id)))


def of_run_ahead(context: Context, run_id: int) -> WhyRun:
    """The same, and when it is expected to start or end; raises UnknownRun."""
    known = of_run(context, run_id)
    if known.run.status in ENDED:
        return known
    return WhyRun(run=known.run, story=(*known.story, *ahead.expectations(next_day(context), run_id)))


def next_day(context: Context) -> Scenario:
    """What `ahead.expectations` answers from of a run that waits or runs: it computes, and reads nothing."""
    now = context.now()
    return _scenario(context, now, now, now + LOOKED_AHEAD)


def at_time(context: Context, at: datetime, job: Job | None = None) -> tuple[Reason, ...]:
    """Why a job, or anything, ran or did not run at a moment; never empty."""
    if at <= context.now():
        return was(context, at, job)
    return ahead.why_to_come(to_come(context, at), job)


def was(context: Context, at: datetime, job: Job | None = None) -> tuple[Reason, ...]:
    """The same of a moment that is not to come: read, and nothing played."""
    return why_at(past.read(context.database, at, context.now()), job)


def to_come(context: Context, at: datetime) -> ToCome:
    """What `ahead.why_to_come` answers of a moment to come: it computes, and reads nothing."""
    now = context.now()
    with reading(context.database.manager) as connection:
        gone = absence(duties.around(connection, now), now)
        settings = past.settings(options.history(connection), at)
    return ToCome(scenario=_scenario(context, now, at, at), at=at, now=now, settings=settings, absence=gone)


def _scenario(context: Context, now: datetime, at: datetime, until: datetime) -> Scenario:
    with reading(context.database.manager) as connection:
        known = lengths.usual(connection)
    world, since = beginning(context.world(now), now, at)
    return Scenario(world=world, since=since, until=until, lengths=usual_lengths() | known)
