"""Which job is which function of jobs/; each is imported when it is asked for, so that a warm worker stays small."""

from __future__ import annotations

from collections.abc import Callable

from gim_manager.domain.job import Job
from gim_manager.jobs.work import Outcome, Work


def _initialize(work: Work) -> Outcome:
    from gim_manager.jobs import initialize

    return initialize.run(work)


def _migrate(work: Work) -> Outcome:
    from gim_manager.engine import migration

    return migration.run(work)


def _extract(work: Work) -> Outcome:
    from gim_manager.jobs import extract

    return extract.run(work)


def _transform(work: Work) -> Outcome:
    from gim_manager.jobs import transform

    return transform.run(work)


def _aggregate(work: Work) -> Outcome:
    from gim_manager.jobs import aggregate

    return aggregate.run(work)


def _maintain(work: Work) -> Outcome:
    from gim_manager.jobs import maintain

    return maintain.run(work)


def _export(work: Work) -> Outcome:
    from gim_manager.jobs import export

    return export.run(work)


def _update_stats(work: Work) -> Outcome:
    from gim_manager.jobs import update_stats

    return update_stats.run(work)


_ENTRIES: dict[Job, Callable[[Work], Outcome]] = {
    Job.INITIALIZE: _initialize,
    Job.MIGRATE: _migrate,
    Job.EXTRACT: _extract,
    Job.TRANSFORM: _transform,
    Job.AGGREGATE: _aggregate,
    Job.MAINTAIN: _maintain,
    Job.EXPORT: _export,
    Job.UPDATE_STATS: _update_stats,
}


def run_job(work: Work) -> Outcome:
    """Do the job's work; raises GimError or Stopped, and whatever a bug raises."""
    return _ENTRIES[work.job](work)
