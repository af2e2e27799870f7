"""The data sources of an Info Mart: add, forget, and see whether they can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gim_manager.domain import surroundings
from gim_manager.domain.access import Role as AccessRole
from gim_manager.domain.errors import BadValue
from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, findings
from gim_manager.store import sources as store_sources
from gim_manager.usecases.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """Whether a source can be read; `problem` is a sentence, None if it can."""

    name: str
    problem: str | None


def listed(context: Context) -> tuple[Source, ...]:
    """The data sources, by key; their URLs as they may be shown."""
    with reading(context.database.manager) as connection:
        return store_sources.known(connection)


def add(context: Context, *, name: str, url: str, roles: Iterable[Role], secret_file: str | None = None) -> Source:
    """Store a data source; it need not be reachable yet. Raises BadUrl, BadValue, also for a `secret_file` that cannot
    be read, NeedsRole."""
    context.access.ensure(AccessRole.ADMINISTRATOR, "Adding a data source")
    now = context.now()
    with writing(context.database.manager) as connection:
        added = store_sources.add(connection, name=name, url=url, roles=roles, now=now, secret_file=secret_file)
        detail = f"{added.shown_url} {','.join(sorted(added.roles))}"
        audit.record(connection, context.act("source added", now, subject=name, detail=detail))
        findings.forget(connection, [surroundings.SOURCES])
    context.wake()
    return added


def remove(context: Context, name: str) -> None:
    """Forget a data source; what was extracted from it stays. Raises BadValue for an unknown name, NeedsRole."""
    context.access.ensure(AccessRole.ADMINISTRATOR, "Removing a data source")
    with writing(context.database.manager) as connection:
        store_sources.remove(connection, name)
        audit.record(connection, context.act("source removed", context.now(), subject=name))
        findings.forget(connection, [surroundings.SOURCES])
    context.wake()


def test(context: Context, name: str | None = None) -> tuple[Tested, ...]:
    """Try to read the sources, all or one; raises BadValue for an unknown name, NeedsRole: it takes their passwords."""
    context.access.ensure(AccessRole.ADMINISTRATOR, "Testing a data source")
    with reading(context.database.manager) as connection:
        known = store_sources.sources(connection)
    asked = [source for source in known if name in (None, source.name)]
    if name is not None and not asked:
        raise BadValue(f"There is no data source {name!r}. The data sources are {', '.join(s.name for s in known)}.")
    return tuple(Tested(name=source.name, problem=store_sources.problem(source)) for source in asked)
