"""The configuration check: what the options say of themselves, and what of their surroundings is not as it must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gim_manager.domain import surroundings
from gim_manager.domain.access import Role
from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.job import Job
from gim_manager.domain.verify import verify
from gim_manager.engine.lookout import asked_for, look
from gim_manager.host.zone import year_offsets
from gim_manager.schema.engines import reading
from gim_manager.schema.urls import in_clear, parse_url
from gim_manager.store import audit, findings, leases, sources
from gim_manager.store.versions import ensure_not_newer
from gim_manager.usecases import health
from gim_manager.usecases.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check found, errors first."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings keep nothing from starting (R28)."""
        return all(finding.level is not Level.ERROR for finding in self.findings)


def check(context: Context) -> Checked:
    """The options, the schema, the surroundings and the past as they are now (R28); raises NewerSchema.

    Where the server that leads is on another computer, or the passwords of the data sources are not for whoever asks,
    its surroundings count, as it found them last.
    """
    schema = ensure_not_newer(context.database)
    found = [*verify(context.options()), *_schema(schema.condition)]
    if not schema.manager_is_older:
        found += [*_surroundings(context, schema.condition), *health.findings(context), *_trail(context)]
        found += _clear(context)
    return Checked(findings=tuple(sorted(found, key=lambda finding: finding.level is not Level.ERROR)))


def _schema(condition: Condition) -> Iterator[Finding]:
    """R29: what keeps every job from starting but the one that mends it."""
    if condition is Condition.UNINITIALIZED:
        text = "Job_InitializeGIM has never ended well: no other job starts before. Run: gim-manager init"
        yield _error(text, frozenset(Job) - {Job.INITIALIZE})
    elif condition is Condition.MIGRATION:
        text = "The schema of this Info Mart is older than this program. Bring it up to date with: gim-manager migrate"
        yield _error(text, frozenset(Job) - {Job.MIGRATE})


def _error(message: str, jobs: frozenset[Job]) -> Finding:
    return Finding(level=Level.ERROR, message=message, jobs=jobs)


def _clear(context: Context) -> Iterator[Finding]:
    """Passwords that somebody may read on their way."""
    with reading(context.database.manager) as connection:
        urls = [context.database.secret_url, *(source.url for source in sources.known(connection))]
    for url in urls:
        if told := in_clear(parse_url(url)):
            yield Finding(level=Level.WARNING, message=told, jobs=frozenset())


def _trail(context: Context) -> Iterator[Finding]:
    """An audit trail that is not as it was recorded keeps no job from starting, and is an error all the same."""
    with reading(context.database.manager) as connection:
        trail = audit.verify(connection)
    if trail.broken:
        yield _error(trail.broken, frozenset())


def _with_own_zone(context: Context, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A zone that nobody has set may suit the server and still not be that of whoever looks at the schedule."""
    if any((finding.section, finding.option) == surroundings.ZONE for finding in found):
        return found
    own = surroundings.zone(context.options(), year_offsets(context.now().year), context.actor.host)
    return (*found, *own)


def _surroundings(context: Context, condition: Condition) -> tuple[Finding, ...]:
    with reading(context.database.manager) as connection:
        lease = leases.current(connection)
        leader = next((server for server in leases.servers(connection) if server.id == lease.holder), None)
        elsewhere = leader is not None and leader.host != context.actor.host and condition is Condition.READY
        if elsewhere or not (context.access.serves or context.access.allows(Role.ADMINISTRATOR)):
            return _with_own_zone(context, findings.current(connection))
        asked = asked_for(connection)
    return look(context.database, asked, context.clock, context.actor.host)
