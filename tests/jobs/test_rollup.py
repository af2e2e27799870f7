"""From facts to all six levels: whatever the path, each equals what plain counting of the facts gives (A01-A05)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

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
from gim_manager.schema.engines import reading
from tests.language.aggregation import (
    aggregation,
    drain,
    empty,
    ensure_right,
    mart_of_a_file,
    seen,
    seen_by,
    start_anew,
)
from tests.language.fact_kinds import AGENTS, LEFT, PORT, QUEUES, Fact, Interaction, Leg, Reason, State, Stay
from tests.language.facts import at, purged, write, write_calendar

ZONES = ("GMT", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe")
MOMENTS = tuple(map(at, (
    "2026-01-01 00:30", "2026-03-29 01:00", "2026-10-25 01:00", "2026-04-04 15:00", "2026-10-03 15:30",
    "2026-03-31 20:00", "2026-09-30 23:00", "2026-06-10 09:00",
)))  # fmt: skip
"""A new year, both nights of Berlin's and of Lord Howe's clocks, ends of quarters, and a day like any other."""


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def mart(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An Info Mart for all tests of this file: each empties it."""
    with mart_of_a_file(request, tmp_path_factory, "rollup") as made:
        yield made


@pytest.fixture(scope="module", params=ZONES)
def zone(request: pytest.FixtureRequest, mart: Engine) -> str:
    """The zone whose calendar the Info Mart has."""
    write_calendar(mart, str(request.param), around=MOMENTS)
    return str(request.param)


around = st.shared(st.lists(st.sampled_from(MOMENTS), min_size=1, max_size=2), key="around")
"""The one or two moments around which the facts of an example lie."""
moments = around.flatmap(
    lambda few: st.builds(lambda moment, offset: moment + offset, st.sampled_from(few), st.integers(-9000, 9000))
)
some = st.one_of(st.none(), st.integers(0, 2000))
flags = st.sampled_from((False, False, False, True))
legs = st.builds(
    Leg, resource=st.sampled_from((*AGENTS, PORT)), start=moments, ring=some, talk=some, hold=some, wrap=some,
    result=st.sampled_from((*LEFT, "COMPLETED", "REDIRECTED", "TRANSFERRED", "INCOMPLETE")), customer=st.booleans(),
    role=st.sampled_from(("RECEIVED", "INITIATED", "RECEIVEDCONSULT", "INITIATEDCONSULT", "RECEIVEDTRANSFER")),
    group=st.sampled_from((-1, 1, 2)), active=flags, purged=flags,
)  # fmt: skip
wholes = st.builds(Interaction, start=moments, seconds=st.integers(0, 3000), purged=flags)
reasons = st.builds(
    Reason, resource=st.sampled_from(AGENTS), start=moments, seconds=st.integers(0, 9000), reason=st.integers(1, 2)
)
states = st.builds(
    State, resource=st.sampled_from(AGENTS), start=moments, seconds=st.one_of(st.just(0), st.integers(1, 15_000)),
    state=st.sampled_from(("READY", "NOTREADY", "BUSY", "ACW", "LOGGEDONONLY")), media=st.sampled_from((1, 2)),
    purged=flags,
)  # fmt: skip


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Interactions, their legs, the stays that led to some of them, states and reasons."""
    own = draw(st.lists(wholes, max_size=2))

    def of_one(part: Leg | Stay) -> Leg | Stay:
        near = (whole for whole in own if abs(whole.start - part.start) < 86_400)
        return replace(part, interaction=draw(st.sampled_from([None, *near])))

    talks = [of_one(leg) for leg in draw(st.lists(legs, max_size=4))]
    stays = st.builds(
        Stay, resource=st.sampled_from(QUEUES), start=moments, seconds=st.integers(0, 1200),
        target=st.sampled_from([None, *talks]), result=st.sampled_from((*LEFT, "DIVERTED", "CLEARED", "DIVERTED")),
        group=st.sampled_from((-1, 2)), active=flags, purged=flags,
    )  # fmt: skip
    waits = [of_one(stay) for stay in draw(st.lists(stays, max_size=4))]
    return [*own, *talks, *waits, *draw(st.lists(states, max_size=4)), *draw(st.lists(reasons, max_size=4))]


def _led_to(leg: Fact, facts: list[Fact]) -> list[Stay]:
    """The stays from which a leg came: whoever writes the leg writes them again, for they now tell what it did."""
    return [fact for fact in facts if isinstance(fact, Stay) and fact.target and fact.target.key == leg.key]


def _changed(fact: Fact, number: int) -> Fact:
    """What another look at the same interaction or session gives, in the slot in which it began."""
    if isinstance(fact, Leg):
        return replace(fact, talk=number, active=False)
    return replace(fact, seconds=number) if number else purged(fact)


several = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))


@several
@given(facts=facts())
def test_A02_in_one_go_every_level_equals_plain_counting(mart: Engine, zone: str, facts: list[Fact]) -> None:
    start_anew(mart)
    write(mart, *facts)
    drain(aggregation(mart))
    ensure_right(mart, facts, zone)


@several
@given(facts=facts(), random=st.randoms(), half_hours=st.booleans())
def test_A02_increments_in_any_order_give_the_same(
    mart: Engine, zone: str, facts: list[Fact], random: Any, half_hours: bool
) -> None:
    options = {"sub_hour_interval": "30min"} if half_hours else {}
    start_anew(mart, **options)
    work = aggregation(mart, **options)
    written: list[Fact] = []
    for fact in random.sample(facts, len(facts)):
        written.append(fact)
        write(mart, fact, *_led_to(fact, written))
        drain(work, batches=random.randint(0, 3))
    drain(work)
    ensure_right(mart, facts, zone, half_hours=half_hours)


@several
@given(facts=facts(), numbers=st.lists(st.integers(0, 1500), min_size=12, max_size=12).map(cycle), random=st.randoms())
def test_A02_facts_computed_again_give_the_same(
    mart: Engine, zone: str, facts: list[Fact], numbers: Iterator[int], random: Any
) -> None:
    start_anew(mart)
    work = aggregation(mart)
    write(mart, *facts)
    drain(work, batches=random.randint(0, 6))
    again = [_changed(fact, number) for fact, number in zip(facts, numbers, strict=False)]
    _write_again(mart, facts, again)
    drain(work)
    ensure_right(mart, again, zone)


def _write_again(engine: Engine, before: list[Fact], after: list[Fact]) -> None:
    """As the transformation does: announced are the slots of old and new, and those of the stays before a leg (T12)."""
    for old, new in zip(before, after, strict=True):
        write(engine, old, announced=True)
        write(engine, new, *_led_to(new, after))


@several
@given(facts=facts())
def test_A05_the_laws_hold_at_every_level(mart: Engine, zone: str, facts: list[Fact]) -> None:
    start_anew(mart)
    write(mart, *facts)
    drain(aggregation(mart))
    with reading(mart) as connection:
        for level in LEVELS:
            found = list(_rows(connection, level))
            for hierarchy, row in found:
                for left, right in LAWS[hierarchy]:
                    assert row[left] == sum(row[name] for name in right.split()), f"{hierarchy.name} {left}"
            _ensure_together(found)


_QUEUE_LAWS = (
    ("entered", "abandoned cleared distributed_"),
    ("distributed_", "accepted abandoned_invite redirected routed_other"),
    ("abandoned", "abandoned_short abandoned_standard"),
)
_AGENT_LAWS = (("offered", "accepted notaccepted"),)
_STI = " ".join(f"{{0}}_sti_{number}" for number in range(1, 21))
LAWS: dict[Hierarchy, tuple[tuple[str, str], ...]] = {
    H_QUEUE: _QUEUE_LAWS, H_QUEUE_GRP: _QUEUE_LAWS,
    H_AGENT: _AGENT_LAWS, H_AGENT_GRP: _AGENT_LAWS, H_AGENT_QUEUE: _AGENT_LAWS,
    H_QUEUE_ABN: (("abandoned", _STI.format("abandoned")),),
    H_QUEUE_ACC_AGENT: (("accepted_agent", _STI.format("accepted_agent")),),
    H_ID: (("entered", "accepted_agent abandoned finished_other"),),
    H_I_SESS_STATE: (("active_time", "ready_time not_ready_time busy_time wrap_time"),),
    H_I_STATE_RSN: (), H_I_AGENT: (),
}  # fmt: skip
"""By hierarchy: a measure, and those that add up to it."""


def _rows(connection: Connection, level: Level) -> Iterator[tuple[Hierarchy, dict[str, int]]]:
    return ((hierarchy, row) for hierarchy in HIERARCHIES for row in seen_by(connection, hierarchy, level).values())


def _ensure_together(rows: list[tuple[Hierarchy, dict[str, int]]]) -> None:
    """What two hierarchies both say of one level."""
    totals: Counter[tuple[Hierarchy, str]] = Counter()
    for hierarchy, row in rows:
        totals.update({(hierarchy, name): value for name, value in row.items()})
    assert totals[H_QUEUE_ABN, "abandoned"] == totals[H_QUEUE, "abandoned"]
    assert totals[H_QUEUE_ACC_AGENT, "accepted_agent"] == totals[H_QUEUE, "accepted_agent"]
    for name in ("engage_time", "hold_time", "wrap_time"):
        assert totals[H_I_AGENT, name] == totals[H_AGENT, name]


@several
@given(start=st.integers(-20_000, 20_000), seconds=st.lists(st.integers(0, 4000), min_size=1, max_size=8))
def test_A05_states_that_tile_a_session_never_fill_more_than_the_interval(
    mart: Engine, zone: str, start: int, seconds: list[int]
) -> None:
    start_anew(mart)
    begins = [MOMENTS[1] + start + sum(seconds[:number]) for number in range(len(seconds))]
    names = ("READY", "BUSY", "ACW", "NOTREADY")
    session = [
        State(start=begin, seconds=length, state=names[number % 4])
        for number, (begin, length) in enumerate(zip(begins, seconds, strict=True))
    ]
    write(mart, *session)
    drain(aggregation(mart))
    for level in LEVELS[:3]:
        rows = sorted((key[0], row["active_time"]) for key, row in seen(mart, H_I_SESS_STATE, level).items())
        assert sum(active for _, active in rows) == sum(seconds)
        assert all(active <= longest for active, longest in _room(rows, level))


def _room(rows: list[tuple[int, int]], level: Level) -> list[tuple[int, int]]:
    """What was counted in each interval, and how long the interval is at most."""
    longest = {Level.SUBHOUR: 900, Level.HOUR: 3600, Level.DAY: 25 * 3600}[level]
    ends = [begin for begin, _ in rows[1:]] + [rows[-1][0] + longest]
    return [(active, min(longest, end - begin)) for (begin, active), end in zip(rows, ends, strict=True)]


@several
@given(facts=facts(), moment=st.sampled_from(MOMENTS))
def test_A02_a_rebuild_from_nothing_gives_the_same(mart: Engine, zone: str, facts: list[Fact], moment: int) -> None:
    empty(mart)
    near = [fact for fact in facts if abs(fact.start - moment) < 10_000]
    write(mart, *near, announced=False)
    drain(aggregation(mart))
    ensure_right(mart, near, zone)
