"""A preview says exactly what the re-aggregation then changes, and changes nothing itself."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from gim_manager.domain.aggregates import H_AGENT, H_QUEUE, H_QUEUE_GRP, Level
from gim_manager.domain.errors import Abandoned
from gim_manager.domain.options import Options
from gim_manager.domain.reaggregation import calendar_clock, read_parameters
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview
from gim_manager.jobs import kept_sets, reaggregate
from gim_manager.jobs.rebuild_preview import preview
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending, ctl_purge_history
from gim_manager.schema.engines import reading, writing
from tests.language.aggregation import aggregation, by_set, drain, mart_of_a_file, start_anew
from tests.language.fact_kinds import EMAIL, Stay
from tests.language.facts import a_day, at, purged, write, write_calendar
from tests.language.work import ARequest

NOON = at("2026-06-08 12:00")
DAY = 86_400
_runs = count(1)
ALL = "-insertPendingAgg ALLSETS:2026-06-08:2026-06-09"
AGENTS = "-insertPendingAgg H_AGENT-SUBHOUR:2026-06-08:2026-06-10"


DAYS = [fact for number in range(3) for fact in a_day(NOON + number * DAY)]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An Info Mart for all tests of this file."""
    with mart_of_a_file(request, tmp_path_factory, "preview") as made:
        write_calendar(made)
        yield made


@pytest.fixture
def mart(engine: Engine) -> Engine:
    """Three days, each with one call, aggregated; then some facts come and some go, and nobody tells of it."""
    start_anew(engine)
    write(engine, *DAYS, Stay(start=NOON + 60, seconds=5, media=EMAIL))
    drain(aggregation(engine))
    write(engine, purged(DAYS[0]), *a_day(NOON + DAY + 3600), announced=False)
    return engine


def _preview(engine: Engine, parameters: str, *, forced: bool = False, **options: str) -> RebuildPreview:
    asked = read_parameters(parameters)
    return preview(engine, aggregation(engine, **options), asked, forced=forced, tell=lambda _done, _words: None)


def _picture(engine: Engine) -> list[set[tuple[Any, ...]]]:
    with reading(engine) as connection:
        return [{tuple(row) for row in connection.execute(select(table))} for table in (*TABLES.values(), agr_pending)]


def _ensure_it_comes_true(engine: Engine, parameters: str, **more: Any) -> RebuildPreview:
    """The preview, once the re-aggregation has changed what it said."""
    before = _picture(engine)
    said = _preview(engine, parameters, **more)
    assert _picture(engine) == before, "it changes nothing"
    request = ARequest(parameters=parameters, run_id=next(_runs), **more)
    reaggregate.run(aggregation(engine), request, keep_up=lambda: None)
    with reading(engine) as connection:
        kept = kept_sets.read(connection, request.run_id, calendar_clock(Options()))
    assert by_set(said) == {one.name: (one.changed, one.added, one.removed) for one in kept.sets} != {}
    return said


@pytest.mark.parametrize(
    "parameters",
    ["-insertPendingAgg H_QUEUE-MONTH:2026-06-12:2026-06-12",
     "-insertPendingAgg H_QUEUE_GRP,H_AGENT_GRP-SUBHOUR:2026-06-08:2026-06-10"],
)  # fmt: skip
def test_R18_what_it_says_is_what_then_becomes_of_the_rows(mart: Engine, parameters: str) -> None:
    with writing(mart) as connection:
        for hierarchy in (H_QUEUE, H_AGENT, H_QUEUE_GRP):
            for level in (Level.SUBHOUR, Level.MONTH):
                table = TABLES[hierarchy, level]
                connection.execute(update(table).values(invite=table.c.invite + 3))
    _ensure_it_comes_true(mart, parameters)


def test_it_tells_of_each_set_and_day_how_many_rows_and_by_how_much(mart: Engine) -> None:
    said = _preview(mart, AGENTS)
    told = [(one.day, one.rows, one.added, one.removed, one.changed, one.main) for one in said.found]
    offered = "offered"
    assert told == [
        (date(2026, 6, 10), 1, 0, 0, 0, MeasureChange(name=offered, before=1, after=1)),
        (date(2026, 6, 9), 1, 1, 0, 0, MeasureChange(name=offered, before=1, after=2)),
        (date(2026, 6, 8), 1, 0, 1, 0, MeasureChange(name=offered, before=1, after=0)),
    ]
    talk = [(one.before, one.after) for one in said.differing[0].others if one.name == "engage_time"]
    assert talk == [(60, 120)]
    totals = said.totals
    assert (totals.rows, totals.added, totals.removed, totals.changed, totals.days, totals.sets) == (3, 1, 1, 0, 2, 1)


def test_A04_of_a_flavor_the_other_rows_stay(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(update(TABLES[H_QUEUE, Level.SUBHOUR]).values(entered=9))
    said = _ensure_it_comes_true(mart, "-insertPendingAgg H_QUEUE-SUBHOUR.Offline:2026-06-08:2026-06-08")
    (day,) = said.found
    assert (day.rows, day.changed, day.removed, day.main.before, day.main.after) == (2, 1, 0, 18, 10)


def test_it_counts_by_the_options_in_force(mart: Engine) -> None:
    """The reason why most people rebuild: another threshold."""
    asked = "-insertPendingAgg H_QUEUE-SUBHOUR:2026-06-10:2026-06-10"
    assert not _preview(mart, asked).differing
    (day,) = _preview(mart, asked, accepted_threshold="600").differing
    assert {one.name for one in day.others} == {"accepted_thr", "accepted_agent_thr"}


@pytest.mark.parametrize("forced", [False, True])
def test_R20_days_whose_facts_were_purged_are_left_alone_unless_forced(mart: Engine, *, forced: bool) -> None:
    with writing(mart) as connection:
        connection.execute(delete(ctl_purge_history))
        purge = {"job_id": "1", "table_name": "mediation_segment_fact", "row_count": 1, "created_ts": 0}
        connection.execute(ctl_purge_history.insert().values(purge | {"cutoff_ts": NOON + DAY // 2}))
    said = _preview(mart, "-insertPendingAgg H_QUEUE-SUBHOUR:2026-06-08:2026-06-09", forced=forced)
    with writing(mart) as connection:
        connection.execute(delete(ctl_purge_history))
    assert [one.day.day for one in said.found] == ([9, 8] if forced else [9])
    assert said.protected == (() if forced else ("H_QUEUE SUBHOUR",))


def test_it_tells_how_far_it_is_and_ends_when_it_is_given_up(mart: Engine) -> None:
    told: list[tuple[float, str]] = []

    def tell(done: float, words: str) -> None:
        told.append((done, words))
        if len(told) == 2:
            raise Abandoned

    with pytest.raises(Abandoned):
        preview(mart, aggregation(mart), read_parameters(ALL), forced=False, tell=tell)
    assert told == [(0.0, "H_AGENT SUBHOUR, 2026-06-09"), (0.5 / 66, "H_AGENT SUBHOUR, 2026-06-08")]


def test_nobody_else_ever_finds_a_shadow_in_the_place_of_a_table(mart: Engine) -> None:
    before = _picture(mart)
    assert _preview(mart, AGENTS).differing
    assert _picture(mart) == before


def test_no_writer_waits_for_it(mart: Engine) -> None:
    def write_meanwhile(done: float, _words: str) -> None:
        if not done:
            with writing(mart) as connection:
                connection.execute(update(TABLES[H_AGENT, Level.YEAR]).values(short=5))

    preview(mart, aggregation(mart), read_parameters(AGENTS), forced=False, tell=write_meanwhile)
    with reading(mart) as connection:
        assert set(connection.scalars(select(TABLES[H_AGENT, Level.YEAR].c.short))) == {5}
