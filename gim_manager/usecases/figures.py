"""What a monitor wants to know of an Info Mart: how it stands, and what has happened since it was asked last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gim_manager.domain.conditions import Condition
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.status import EtlStatus
from gim_manager.schema.engines import reading
from gim_manager.schema.sentences import ERRORS
from gim_manager.store import alarms, decisions, recent, runs
from gim_manager.store.versions import state
from gim_manager.usecases import status
from gim_manager.usecases.context import Context

MOST = 1_000
"""Runs taken up in one reading; more are taken up by the next."""
LATE = timedelta(seconds=60)
"""A run whose end is committed this long after the moment of it is still counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One reading. What ended, started and was decided is what did so since the reading before."""

    status: EtlStatus
    open_runs: Mapping[tuple[Job, Status], int] = field(default_factory=dict)
    alarms: Mapping[Rule, int] = field(default_factory=dict)
    """How many are raised, by rule; a rule without one is missing."""
    ended: tuple[Run, ...] = ()
    started: tuple[Run, ...] = ()
    decided: Mapping[DecisionKind, int] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)
    """Since this program began, by name."""


class Tally:
    """Where the reading of one monitor has come to; used by one thread at a time."""

    def __init__(self, now: datetime) -> None:
        """Counts what happens from `now` on."""
        self._ended = _Trail(now, lambda run: run.end_time)
        self._started = _Trail(now, lambda run: run.start_time)
        self._decision: int | None = None

    def read(self, context: Context) -> Figures:
        """The figures as of now; raises GimError if the database cannot be read."""
        stands = status.read(context)
        errors = dict(ERRORS)
        if state(context.database).condition is not Condition.READY:
            return Figures(status=stands, errors=errors)
        with reading(context.database.manager) as connection:
            latest = decisions.latest(connection)
            before = latest if self._decision is None else self._decision
            figures = Figures(
                status=stands,
                open_runs=Counter((run.job, run.status) for run in runs.open_runs(connection)),
                alarms=Counter(alarm.rule for alarm in alarms.raised(connection)),
                ended=self._ended.new(recent.ended(connection, self._ended.since, limit=MOST)),
                started=self._started.new(recent.started(connection, self._started.since, limit=MOST)),
                decided=decisions.counted(connection, above=before, up_to=latest), errors=errors,
            )  # fmt: skip
        self._decision = latest
        return figures


class _Trail:
    """Takes each run once, though a moment is looked at again for as long as one may be committed late."""

    def __init__(self, now: datetime, moment: Callable[[Run], datetime | None]) -> None:
        self.since = now
        self._moment = moment
        self._taken: dict[int, datetime] = {}

    def new(self, found: tuple[Run, ...]) -> tuple[Run, ...]:
        at = {run.id: moment for run in found if (moment := self._moment(run)) is not None}
        fresh = tuple(run for run in found if run.id not in self._taken)
        if at:
            latest = max(at.values())
            full = len(found) >= MOST
            self.since = max(self.since, latest if full else latest - LATE)
            self._taken = {number: moment for number, moment in (self._taken | at).items() if moment >= self.since}
        return fresh
