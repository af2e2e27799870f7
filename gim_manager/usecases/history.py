"""The runs live and past: a page of the list, one run, its steps, its lines, and what changed since a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gim_manager.domain.listing import Cursor, RunPage, RunQuery
from gim_manager.domain.run import LogLine, Run, Step
from gim_manager.schema.engines import reading
from gim_manager.store import changes as store_changes
from gim_manager.store import listing, output, runs
from gim_manager.store.watch import Watch
from gim_manager.usecases.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened after a change's number: which runs to read again, and which other topics."""

    latest: int
    run_ids: frozenset[int]
    topics: frozenset[str]


def page(context: Context, query: RunQuery, after: Cursor | None = None, limit: int = 200) -> RunPage:
    """The rows that follow `after`, at most `limit`."""
    with reading(context.database.manager) as connection:
        return listing.page(connection, query, after, limit)


def count(context: Context, query: RunQuery) -> int:
    """How many runs the whole list has."""
    with reading(context.database.manager) as connection:
        return listing.count(connection, query)


def run(context: Context, run_id: int) -> Run:
    """One run as it is now; raises UnknownRun."""
    with reading(context.database.manager) as connection:
        return runs.get(connection, run_id)


def runs_by_id(context: Context, ids: Iterable[int]) -> tuple[Run, ...]:
    """These runs as they are now, by number; those that do not exist are left out."""
    with reading(context.database.manager) as connection:
        return runs.by_ids(connection, ids)


def steps(context: Context, run_id: int) -> tuple[Step, ...]:
    """The steps of a run, in order; raises UnknownRun."""
    with reading(context.database.manager) as connection:
        runs.get(connection, run_id)
        return output.steps(connection, run_id)


def log(context: Context, run_id: int, after: int = 0, limit: int = 1000) -> tuple[LogLine, ...]:
    """The lines of a run above a number, oldest first; raises UnknownRun."""
    with reading(context.database.manager) as connection:
        runs.get(connection, run_id)
        return output.log(connection, run_id, after, limit)


def changes(context: Context, since: int) -> Changes:
    """What changed after this number."""
    with reading(context.database.manager) as connection:
        found = store_changes.since(connection, since)
    return Changes(
        latest=max((change.number for change in found), default=since),
        run_ids=frozenset(change.run_id for change in found if change.run_id is not None),
        topics=frozenset(change.topic.value for change in found),
    )


def latest_change(context: Context) -> int:
    """The number from which `changes` goes on."""
    with reading(context.database.manager) as connection:
        return store_changes.latest(connection)


def watch(context: Context) -> Watch:
    """Says when there is something to look at; used and released by one thread."""
    return Watch(context.database)
