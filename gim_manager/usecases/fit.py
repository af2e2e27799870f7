"""Will maintenance fit? The options, the past runs of maintenance and the usual cycle of this Info Mart."""

from __future__ import annotations

from datetime import timedelta

from gim_manager.domain.fit import Fit
from gim_manager.domain.fit import fit as judged
from gim_manager.domain.job import Job
from gim_manager.domain.scenario import usual_lengths
from gim_manager.schema.engines import reading
from gim_manager.store import lengths
from gim_manager.usecases.context import Context

CYCLE = (Job.EXTRACT, Job.TRANSFORM)


def fit(context: Context) -> Fit:
    """Of the coming night; raises BadSchedule."""
    now = context.now()
    with reading(context.database.manager) as connection:
        known = usual_lengths() | lengths.usual(connection)
        trials = lengths.trials(connection, Job.MAINTAIN)
    return judged(context.options(), trials, sum((known[job] for job in CYCLE), timedelta()), now)
