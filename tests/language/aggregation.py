"""A small language that runs the aggregation and holds what it built against plain counting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, select

from gim_manager.domain.aggregates import (
    H_AGENT,
    H_AGENT_GRP,
    H_AGENT_QUEUE,
    H_I_AGENT,
    H_I_SESS_STATE,
    H_I_STATE_RSN,
    H_ID,
    H_QUEUE,
    H_QUEUE_ABN,
    H_QUEUE_ACC_AGENT,
    H_QUEUE_GRP,
    HIERARCHIES,
    LEVELS,
    Hierarchy,
    Level,
)
from gim_manager.domain.job import Job
from gim_manager.domain.rebuild_preview import RebuildPreview
from gim_manager.jobs import aggregate
from gim_manager.jobs.work import Stopped, Work
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_notification, agr_pending, ctl_audit_log, ctl_mark
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.facts import FACTS
from tests.language import counted, counted_more
from tests.language.fact_kinds import Fact, Interaction, Leg, Reason, State, Stay
from tests.language.facts import announce, write_calendar, write_dimensions
from tests.language.mart import bare_mart
from tests.language.work import RecordedStep, ToldStop, a_work

Rows = dict[tuple[int, ...], dict[str, int]]


def mart_with_dimensions(url: str) -> Engine:
    """An Info Mart that has everything that facts refer to, but a calendar. Its connections are kept: to make one takes
    longer than most of what is asked here."""
    engine = bare_mart(url, keeps=True)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            # As the store makes it: readers and the writer do not wait for each other.
            connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    write_dimensions(engine)
    return engine


@contextmanager
def mart_of_a_file(request: pytest.FixtureRequest, folders: pytest.TempPathFactory, name: str) -> Iterator[Engine]:
    """The same for all tests of a file, on the kind of database that its fixture is parametrized with."""
    if request.param == "sqlite":
        yield mart_with_dimensions(f"sqlite:///{folders.mktemp(name) / 'mart.sqlite'}")
        return
    with request.getfixturevalue("postgres_cluster").database(f"test_{name}") as url:
        yield mart_with_dimensions(url)


def empty(engine: Engine) -> None:
    """Takes all facts and aggregates away, as if none had ever been."""
    with writing(engine) as connection:
        for table in (*FACTS, *TABLES.values(), agr_pending, agr_notification, ctl_audit_log):
            connection.execute(delete(table))
        connection.execute(delete(ctl_mark).where(ctl_mark.c.name.like("aggregate %")))


def start_anew(engine: Engine, **options: str) -> None:
    """As an Info Mart is whose aggregation has run before there were any facts."""
    empty(engine)
    drain(aggregation(engine, **options))


def mart_without_facts(url: str) -> Engine:
    """An Info Mart with a calendar, whose aggregation has run before there were any facts."""
    engine = mart_with_dimensions(url)
    write_calendar(engine)
    start_anew(engine)
    return engine


def tell(engine: Engine, *ranges: tuple[str, int, int]) -> None:
    """Announces ranges of slots of fact tables, in a transaction of their own."""
    with writing(engine) as connection:
        announce(connection, *ranges)


def aggregation(engine: Engine, **options: str) -> Work:
    """A run of Job_AggregateGIM; options by their names, with underscores."""
    sections = {name.replace("_", "-"): value for name, value in options.items()}
    section = {name: "agg-gim-thld-QUEUE-IXN" if name.endswith("threshold") else "agg" for name in sections}
    return a_work(engine, job=Job.AGGREGATE, options={(section[name], name): value for name, value in sections.items()})


def drain(work: Work, *, batches: int | None = None) -> int:
    """Builds until nothing is pending, or in so many transactions; the rows written."""
    built = {hierarchy.name: 0 for hierarchy in HIERARCHIES}
    steps: Any = {name: RecordedStep(name) for name in built}
    if batches is None:
        aggregate.drain(work, steps, built)
    else:
        with suppress(Stopped):
            aggregate.drain(replace(work, stop=ToldStop(at_check=batches + 1)), steps, built)
    return sum(built.values())


def seen(engine: Engine, hierarchy: Hierarchy, level: Level) -> Rows:
    """What a table holds, by its key."""
    with reading(engine) as connection:
        return seen_by(connection, hierarchy, level)


def seen_by(connection: Connection, hierarchy: Hierarchy, level: Level) -> Rows:
    """The same on a connection: opening one takes longer than reading the rows."""
    names = [measure.name for measure in hierarchy.measures]
    keys = ("date_time_key", *hierarchy.dimensions)
    rows = connection.execute(select(TABLES[hierarchy, level])).mappings()
    return {tuple(row[key] for key in keys): {name: row[name] for name in names} for row in rows}


def by_set(preview: RebuildPreview) -> dict[str, tuple[int, int, int]]:
    """How many rows a preview changes, adds and removes, of each set of which it does."""
    found: dict[str, tuple[int, int, int]] = {}
    for one in preview.differing:
        changed, added, removed = found.get(one.name, (0, 0, 0))
        found[one.name] = changed + one.changed, added + one.added, removed + one.removed
    return found


def queued(engine: Engine, hierarchy: str = "H_AGENT") -> list[int]:
    """Where the SUBHOUR intervals begin that are pending."""
    pending = agr_pending.c
    chosen = select(pending.date_time_key).where(pending.hierarchy == hierarchy, pending.agg_level == "SUBHOUR")
    with reading(engine) as connection:
        return list(connection.scalars(chosen.order_by(pending.date_time_key)))


class _Sorted:
    """Facts by their kind."""

    def __init__(self, facts: list[Fact]) -> None:
        self.legs = [fact for fact in facts if isinstance(fact, Leg)]
        self.stays = [fact for fact in facts if isinstance(fact, Stay)]
        self.states = [fact for fact in facts if isinstance(fact, State)]
        self.reasons = [fact for fact in facts if isinstance(fact, Reason)]
        self.interactions = [fact for fact in facts if isinstance(fact, Interaction)]


_COUNTED: dict[Hierarchy, Callable[[_Sorted, counted.Begin], dict[counted.Key, counted.Row]]] = {
    H_QUEUE: lambda facts, begin: counted.queues(facts.stays, facts.legs, begin),
    H_AGENT: lambda facts, begin: counted.agents(facts.legs, begin),
    H_I_SESS_STATE: lambda facts, begin: counted.sessions(facts.states, begin),
    H_QUEUE_GRP: lambda facts, begin: counted_more.by_group(counted.queues(facts.stays, facts.legs, begin)),
    H_AGENT_GRP: lambda facts, begin: counted_more.by_group(counted.agents(facts.legs, begin)),
    H_AGENT_QUEUE: lambda facts, begin: counted_more.agents_by_queue(facts.stays, facts.legs, begin),
    H_QUEUE_ABN: lambda facts, begin: counted_more.abandoned(facts.stays, begin),
    H_QUEUE_ACC_AGENT: lambda facts, begin: counted_more.accepted(facts.stays, facts.legs, begin),
    H_ID: lambda facts, begin: counted_more.interactions(facts.interactions, facts.stays, facts.legs, begin),
    H_I_STATE_RSN: lambda facts, begin: counted_more.reasons(facts.reasons, begin),
    H_I_AGENT: lambda facts, begin: counted_more.agent_states(facts.legs, begin),
}


def _counted(
    facts: list[Fact], hierarchy: Hierarchy, level: Level, zone: str, *, half_hours: bool
) -> dict[tuple[int, ...], dict[str, int]]:
    begin = counted.begins(level.value, zone, half_hours=half_hours)
    rows = _COUNTED[hierarchy](_Sorted(facts), begin)
    names = [measure.name for measure in hierarchy.measures]
    assert not {name for row in rows.values() for name in row} - set(names)
    return {key: {name: row.get(name, 0) for name in names} for key, row in rows.items()}


def ensure_right(engine: Engine, facts: list[Fact], zone: str = "GMT", *, half_hours: bool = False) -> None:
    with reading(engine) as connection:
        for hierarchy, level in product(HIERARCHIES, LEVELS):
            expected = _counted(facts, hierarchy, level, zone, half_hours=half_hours)
            assert seen_by(connection, hierarchy, level) == expected, f"{hierarchy.name} {level}"
        assert connection.execute(select(agr_pending)).all() == []
        assert connection.execute(select(agr_notification)).all() == []
