"""A re-aggregation: what was falsified is built anew, in the range and at the levels asked for and nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event, func, select, update

from gim_manager.domain.aggregates import H_AGENT, H_I_SESS_STATE, H_QUEUE, LEVELS, Hierarchy, Level
from gim_manager.domain.reaggregation import BadParameters
from gim_manager.jobs import reaggregate
from gim_manager.jobs.work import Stopped
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending, ctl_mark, ctl_purge_history
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.facts import FACTS
from tests.language.aggregation import aggregation, drain, ensure_right, mart_with_dimensions, seen
from tests.language.fact_kinds import EMAIL, VOICE, Fact, Leg, State, Stay
from tests.language.facts import at, write, write_calendar
from tests.language.work import ARequest, ToldStop

NOON = at("2026-06-08 12:00")
DAY = 86_400
WRONG = 4711


def _a_day(start: int) -> list[Fact]:
    leg = Leg(start=start + 30, ring=4, talk=60)
    return [leg, Stay(start=start, seconds=30, target=leg), State(start=start)]


THREE_DAYS = [fact for number in range(3) for fact in _a_day(NOON + number * DAY)]


@pytest.fixture
def mart(database_url: str) -> Engine:
    """Three days, each with one call, aggregated."""
    engine = mart_with_dimensions(database_url)
    write_calendar(engine)
    write(engine, *THREE_DAYS)
    drain(aggregation(engine))
    return engine


def _falsify(engine: Engine, hierarchy: Hierarchy, *levels: Level) -> None:
    with writing(engine) as connection:
        for level in levels:
            table = TABLES[hierarchy, level]
            connection.execute(update(table).values({hierarchy.measures[0].name: WRONG}))


def _wrong(engine: Engine, hierarchy: Hierarchy, level: Level) -> list[int]:
    """The intervals whose first measure was falsified and still is."""
    table = TABLES[hierarchy, level]
    false = table.c[hierarchy.measures[0].name] >= WRONG
    with reading(engine) as connection:
        return sorted(set(connection.scalars(select(table.c.date_time_key).where(false))))


def _request(sets: str, first: str = "2026-06-08", last: str = "2026-06-10", **more: object) -> ARequest:
    return ARequest(parameters=f"-insertPendingAgg {sets}:{first}:{last}", **more)  # type: ignore[arg-type]


def _rebuild(engine: Engine, request: ARequest, *, keep_up: Callable[[], None] = lambda: None) -> None:
    reaggregate.run(aggregation(engine), request, keep_up=keep_up)


def test_R18_all_that_was_falsified_is_right_again(mart: Engine) -> None:
    for hierarchy in (H_QUEUE, H_AGENT, H_I_SESS_STATE):
        _falsify(mart, hierarchy, *LEVELS)
    request = _request("ALLSETS")
    _rebuild(mart, request)
    drain(aggregation(mart))
    ensure_right(mart, THREE_DAYS)
    assert {step.status for step in request.report.steps} == {"Complete"}
    assert request.report.plan[:2] == ["H_AGENT SUBHOUR", "H_AGENT HOUR"]
    assert request.report.rows_of("H_QUEUE SUBHOUR") == 3


def test_R18_it_keeps_up_with_the_facts_meanwhile(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, *LEVELS)
    more = _a_day(NOON + 3 * DAY)
    write(mart, *more)
    _rebuild(mart, _request("H_QUEUE-SUBHOUR"), keep_up=lambda: _drained(mart))
    drain(aggregation(mart))
    ensure_right(mart, THREE_DAYS + more)


def _drained(engine: Engine) -> None:
    drain(aggregation(engine))


def test_R20_only_the_level_named_is_rebuilt_and_those_above_it_are_queued(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR, Level.DAY, Level.YEAR)
    _rebuild(mart, _request("H_QUEUE-HOUR"))
    # An hour is what its sub-hours say, so it is wrong now; the days wait for their turn.
    assert len(_wrong(mart, H_QUEUE, Level.HOUR)) == 3
    assert _pending(mart) == {("H_QUEUE", "DAY")}
    _rebuild(mart, _request("H_QUEUE-SUBHOUR", run_id=901))
    assert not _wrong(mart, H_QUEUE, Level.SUBHOUR)
    drain(aggregation(mart))
    ensure_right(mart, THREE_DAYS)


def _pending(engine: Engine) -> set[tuple[str, str]]:
    with reading(engine) as connection:
        return {(row.hierarchy, row.agg_level) for row in connection.execute(select(agr_pending))}


def test_R20_the_end_is_inclusive_and_days_outside_are_left_alone(mart: Engine) -> None:
    _falsify(mart, H_AGENT, Level.SUBHOUR, Level.DAY)
    _rebuild(mart, _request("H_AGENT-SUBHOUR", "2026-06-08", "2026-06-09"))
    assert _wrong(mart, H_AGENT, Level.SUBHOUR) == [NOON + 2 * DAY]
    _rebuild(mart, _request("H_AGENT-DAY", "2026-06-10", "2026-06-10", run_id=901))
    midnight = NOON - DAY // 2
    assert _wrong(mart, H_AGENT, Level.DAY) == [midnight, midnight + DAY]


def test_R18_a_month_that_the_range_touches_is_rebuilt_whole(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.MONTH, Level.QUARTER)
    _rebuild(mart, _request("H_QUEUE-MONTH", "2026-06-12", "2026-06-12"))
    assert not _wrong(mart, H_QUEUE, Level.MONTH)
    assert _wrong(mart, H_QUEUE, Level.QUARTER)


@pytest.mark.parametrize(("flavor", "wrong"), [("Online", {EMAIL}), (" .Offline", {VOICE})])
@pytest.mark.parametrize("level", [Level.SUBHOUR, Level.DAY])
def test_A04_only_the_rows_of_the_flavor_are_rebuilt(mart: Engine, level: Level, flavor: str, wrong: set[int]) -> None:
    flavor = flavor if flavor.startswith(" ") else f".{flavor}"
    mails = [Stay(start=NOON + 60, seconds=5, media=EMAIL)]
    write(mart, *mails)
    drain(aggregation(mart))
    table = TABLES[H_QUEUE, level]
    _falsify(mart, H_QUEUE, level)
    _rebuild(mart, _request(f"H_QUEUE-{level}{flavor}"))
    with reading(mart) as connection:
        found = set(connection.scalars(select(table.c.media_type_key).where(table.c.entered == WRONG)))
    assert found == wrong


def test_A04_what_facts_have_changed_is_built_whole_whatever_the_flavor(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR)
    with writing(mart) as connection:
        row = {"hierarchy": "H_QUEUE", "agg_level": "SUBHOUR", "queued_ts": 0}
        connection.execute(agr_pending.insert().values(row | {"date_time_key": NOON, "date_time_next_key": NOON + 900}))
    _rebuild(mart, _request("H_QUEUE-SUBHOUR.Offline"))
    drain(aggregation(mart))
    assert NOON not in _wrong(mart, H_QUEUE, Level.SUBHOUR)


def test_A07_no_reader_ever_sees_the_hole(mart: Engine) -> None:
    table = TABLES[H_QUEUE, Level.SUBHOUR]
    before = len(seen(mart, H_QUEUE, Level.SUBHOUR))
    found: list[int] = []

    def look(_connection: object, _cursor: object, statement: str, *_how: object) -> None:
        if statement.startswith(f"DELETE FROM {table.name}"):
            with reading(mart) as other:
                found.append(other.scalar(select(func.count()).select_from(table)) or 0)

    event.listen(mart, "after_cursor_execute", look)
    _rebuild(mart, _request("H_QUEUE-SUBHOUR"))
    event.remove(mart, "after_cursor_execute", look)
    assert found == [before] * 3


def test_R18_a_stop_keeps_what_is_rebuilt_and_the_next_run_goes_on_from_there(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR)
    with pytest.raises(Stopped):
        _rebuild(mart, _request("H_QUEUE-SUBHOUR", stop=ToldStop(at_check=4)))
    assert _wrong(mart, H_QUEUE, Level.SUBHOUR) == [NOON], "newest first"
    with _transactions(mart) as deleted:
        again = _request("H_QUEUE-SUBHOUR")
        _rebuild(mart, again)
    assert len(deleted) == 1, "what was rebuilt is not rebuilt again"
    assert again.report.rows_of("H_QUEUE SUBHOUR") == 3
    assert not _wrong(mart, H_QUEUE, Level.SUBHOUR)


@contextmanager
def _transactions(engine: Engine) -> Iterator[list[str]]:
    """The deletions from aggregates that are made inside."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_how: object) -> None:
        if statement.startswith("DELETE FROM agt_"):
            found.append(statement)

    event.listen(engine, "after_cursor_execute", note)
    yield found
    event.remove(engine, "after_cursor_execute", note)


def test_R18_a_request_that_is_worked_off_rebuilds_nothing_if_it_is_handed_over_again(mart: Engine) -> None:
    _rebuild(mart, _request("H_QUEUE,H_AGENT-DAY"))
    with _transactions(mart) as deleted:
        _rebuild(mart, _request("H_QUEUE,H_AGENT-DAY"))
    assert deleted == []


def test_R18_the_next_request_forgets_the_marks_of_the_one_before(mart: Engine) -> None:
    _rebuild(mart, _request("H_QUEUE-SUBHOUR", run_id=12))
    _rebuild(mart, _request("H_QUEUE-DAY", run_id=123))
    with reading(mart) as connection:
        marks = set(connection.scalars(select(ctl_mark.c.name).where(ctl_mark.c.name.like("reaggregation %"))))
    assert marks == {"reaggregation 123 H_QUEUE DAY"}


@pytest.mark.parametrize("forced", [False, True])
def test_R20_days_purged_after_the_request_was_accepted_keep_their_aggregates_unless_forced(
    mart: Engine, *, forced: bool
) -> None:
    with writing(mart) as connection:
        for table in FACTS:
            connection.execute(table.delete().where(table.c.start_date_time_key < NOON + DAY // 2))
        purge = {"job_id": "1", "table_name": "mediation_segment_fact", "row_count": 1, "created_ts": 0}
        connection.execute(ctl_purge_history.insert().values(purge | {"cutoff_ts": NOON + DAY // 2}))
    request = _request("H_QUEUE-SUBHOUR", forced=forced)
    _rebuild(mart, request)
    assert len(seen(mart, H_QUEUE, Level.SUBHOUR)) == (2 if forced else 3)
    assert bool(request.report.warnings) != forced


def test_R18_one_that_is_withdrawn_before_it_began_touches_nothing(mart: Engine) -> None:
    request = _request("ALLSETS", stop=ToldStop(at_check=1))
    with _transactions(mart) as deleted, pytest.raises(Stopped):
        _rebuild(mart, request)
    assert (deleted, request.report.steps) == ([], [])


def test_parameters_of_another_version_are_refused_before_anything_is_touched(mart: Engine) -> None:
    with _transactions(mart) as deleted, pytest.raises(BadParameters):
        _rebuild(mart, ARequest(parameters="-insertPendingAgg H_NEW-DAY:2026-06-08:2026-06-08"))
    assert deleted == []
