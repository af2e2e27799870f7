"""Which server works a run, where the servers of one Info Mart share the work and not only the schedule (R35).

The leader decides as ever. A run that it does not keep for itself is offered: Running, and nobody's yet, so that every
rule sees it as Running (R21). One of the servers that stand by takes it; if none does, the leader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import Run

PATIENCE = timedelta(seconds=3)
"""An offer that nobody took for this long is taken by the leader."""


def oldest_offer(runs: Iterable[Run]) -> Run | None:
    """The run that is to be taken next."""
    return next((run for run in runs if run.is_offered), None)


def keeps(job: Job, leader: str, standbys: Collection[str], runs: Iterable[Run]) -> bool:
    """Whether the leader works a run of this job itself: it works less than each of those who stand by, or must."""
    if not standbys or TRAITS[job].stays_with_leader:
        return True
    loads = _loads(runs := tuple(runs))
    for _ in filter(lambda run: run.is_offered, runs):
        loads[min(standbys, key=lambda server: loads[server])] += 1
    return loads[leader] < min(loads[server] for server in standbys)


def may_take(me: str, standbys: Collection[str], runs: Iterable[Run], now: datetime, *, leads: bool) -> bool:
    """Whether this server takes the oldest offer: of those who stand by one that works least; the leader if nobody
    stands by, or nobody has taken it for too long."""
    runs = tuple(runs)
    if (offer := oldest_offer(runs)) is None:
        return False
    if leads:
        return not standbys or now >= ends_at(offer)
    loads = _loads(runs)
    return me in standbys and all(loads[me] <= loads[server] for server in standbys)


def ends_at(offer: Run) -> datetime:
    """Until when the leader leaves it to others."""
    return (offer.start_time or offer.requested_at) + PATIENCE


def _loads(runs: Iterable[Run]) -> Counter[str]:
    """How many runs each server works; the re-aggregations of an aggregation are no work of their own (R18)."""
    return Counter(run.server for run in runs if run.is_active and run.server and run.part_of is None)
