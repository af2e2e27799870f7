"""The configuration check: what the options say of themselves, and what of their surroundings is not as it must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.source import Source
from gim_manager.domain.verify import verify
from gim_manager.schema.engines import reading
from gim_manager.store.clock import database_now
from gim_manager.store.versions import state
from gim_manager.usecases import sources
from gim_manager.usecases.context import Context

CLOCKS_APART = timedelta(seconds=5)
"""A clock further off the database's than this does not lead while another server can (R35)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check found, errors first."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings keep nothing from starting (R28)."""
        return all(finding.level is not Level.ERROR for finding in self.findings)


def check(context: Context) -> Checked:
    """Looks at the options and at their surroundings now (R28): sources and clock are warnings, never errors."""
    known = sources.listed(context)
    found = [*verify(context.options()), *_schema(context), *_roles(known), *_unreadable(context), *_clock(context)]
    return Checked(findings=tuple(sorted(found, key=lambda finding: finding.level is not Level.ERROR)))


def _schema(context: Context) -> Iterator[Finding]:
    condition = state(context.database).condition
    if condition is Condition.UNINITIALIZED:
        yield _warning("Job_InitializeGIM has never ended well: no other job starts before. Run: gim-manager init")
    elif condition is not Condition.READY:
        older = condition is Condition.MIGRATION
        yield _warning(f"The schema of this Info Mart is {'older' if older else 'newer'} than this program.")


def _roles(known: tuple[Source, ...]) -> Iterator[Finding]:
    """X01: exactly one source of the configuration, at least one of calls or other interactions."""
    if not known:
        yield _warning("There is no data source. Add one with: gim-manager sources add", Job.EXTRACT)
        return
    roles = Counter(role for source in known for role in source.roles)
    if roles[Role.ICON_CFG] != 1:
        yield _warning(
            f"{roles[Role.ICON_CFG]} data sources have the role ICON_CFG; it takes exactly one.", Job.EXTRACT
        )
    if not roles[Role.ICON_CORE] + roles[Role.ICON_MM]:
        yield _warning("No data source has the role ICON_CORE or ICON_MM: there are no interactions.", Job.EXTRACT)


def _unreadable(context: Context) -> Iterator[Finding]:
    for tested in sources.test(context):
        if tested.problem:
            yield _warning(f"The data source {tested.name} cannot be read: {tested.problem}", Job.EXTRACT)


def _clock(context: Context) -> Iterator[Finding]:
    with reading(context.database.manager) as connection:
        apart = database_now(connection) - context.now()
    if abs(apart) > CLOCKS_APART:
        seconds = abs(apart) // timedelta(seconds=1)
        yield _warning(f"The clock of this computer is {seconds} seconds off the clock of the database.")


def _warning(message: str, *jobs: Job) -> Finding:
    return Finding(level=Level.WARNING, message=message, jobs=frozenset(jobs or Job))
