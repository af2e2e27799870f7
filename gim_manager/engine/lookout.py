"""The check of the surroundings (R28): what is looked at, how often, and where what was found is kept for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gim_manager.domain import surroundings
from gim_manager.domain.conditions import Condition, Finding
from gim_manager.domain.errors import BadValue
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source
from gim_manager.engine.clock import Clock
from gim_manager.host.folders import unwritable
from gim_manager.host.zone import year_offsets
from gim_manager.jobs.export_files import output_directory
from gim_manager.jobs.parallel import side_by_side
from gim_manager.schema.engines import reading, writing
from gim_manager.store import findings, options, sources
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from gim_manager.store.versions import state

LOOK_SECONDS = 60.0
SOONER_SECONDS = 10.0
"""While something that was found keeps a job from starting, so that the job goes on soon after it is mended."""
AT_A_TIME = 8
"""Sources that are tried side by side: one that does not answer takes 5 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the surroundings are looked at for: what is found holds for these options and sources alone."""

    options: Options
    sources: tuple[Source, ...]
    unknown: str | None = None
    """Why the sources are not known, as a sentence."""


def asked_for(connection: Any) -> Asked:
    """The options and sources as they stand."""
    known = options.load(connection)
    try:
        return Asked(options=known, sources=sources.sources(connection))
    except BadValue as error:
        return Asked(options=known, sources=(), unknown=str(error))


def look(database: Database, asked: Asked, clock: Clock, host: str) -> tuple[Finding, ...]:
    """What is found now, from this computer; raises GimError if the database is away. May take seconds."""
    tried = side_by_side(sources.problem, asked.sources, AT_A_TIME)
    problems = {source.name: problem for source, problem in zip(asked.sources, tried, strict=True) if problem}
    with reading(database.manager) as connection:
        apart = clock.now() - database_now(connection)
    return (
        *surroundings.sources(asked.sources, problems, asked.unknown),
        *_output(database, asked.options, host),
        *surroundings.clock(apart, host),
        *surroundings.zone(asked.options, year_offsets(clock.now().year), host),
    )


def _output(database: Database, given: Options, host: str) -> tuple[Finding, ...]:
    """Where nobody exports, the folder does not matter; it is never made here."""
    if not (given.flag("schedule", "run-export") or given.flag("manager", "allow-run-all-jobs")):
        return ()
    folder = output_directory(given, database.info_mart)
    return tuple(surroundings.output_directory(str(folder), host, unwritable(folder)))


class Lookout:
    """Looks for the server that leads; used by one thread."""

    def __init__(
        self, database: Database, clock: Clock, guard: Callable[[Any], bool], *, host: str, leads: Callable[[], bool]
    ) -> None:
        """`guard` says inside a transaction whether the schedule is still ours (R35)."""
        self._database = database
        self._clock = clock
        self._guard = guard
        self._host = host
        self._leads = leads
        self._asked: Asked | None = None
        self._next = clock.steady()

    @property
    def has_looked(self) -> bool:
        """Whether this server has found anything out yet."""
        return self._asked is not None

    def turn(self, *, told: bool = True) -> bool:
        """Look if it is time, or if options or sources have changed, which is only asked if this server was `told` of
        a change; whether it did. Raises GimError."""
        if not told and self._clock.steady() < self._next:
            return False
        if not self._leads() or state(self._database).condition is not Condition.READY:
            return False
        with reading(self._database.manager) as connection:
            asked = asked_for(connection)
        if asked == self._asked and self._clock.steady() < self._next:
            return False
        found = look(self._database, asked, self._clock, self._host)
        self._keep(asked, found)
        return True

    def _keep(self, asked: Asked, found: tuple[Finding, ...]) -> None:
        """What was found for options or sources that have changed meanwhile is found again, not kept."""
        with writing(self._database.manager) as connection:
            if self._guard(connection) and asked_for(connection) == asked:
                findings.replace(connection, found)
                refuses = any(finding.refuses for finding in found)
                self._asked, self._next = asked, self._clock.steady() + (SOONER_SECONDS if refuses else LOOK_SECONDS)
