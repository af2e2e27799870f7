"""The undoing of a re-aggregation: exactly what it changed is put back, where it is still as it left it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, delete, event, select, update

from gim_manager.domain.aggregates import H_AGENT, H_I_SESS_STATE, H_QUEUE, H_QUEUE_GRP, LEVELS, Hierarchy, Level
from gim_manager.domain.options import Options
from gim_manager.domain.reaggregation import Reaggregation, calendar_clock
from gim_manager.domain.undo import CannotUndo
from gim_manager.jobs import kept_sets, reaggregate
from gim_manager.jobs.rebuild_preview import preview
from gim_manager.jobs.work import Stopped
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending, ctl_day_seal, ctl_mark
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from tests.language.aggregation import aggregation, by_set, drain, empty, ensure_right, mart_of_a_file
from tests.language.facts import a_day, at, purged, write, write_calendar
from tests.language.work import ARequest, ToldStop

NOON = at("2026-06-08 12:00")
DAY = 86_400
WRONG = 4711
_runs = count(1)


DAYS = [fact for number in range(2) for fact in a_day(NOON + number * DAY)]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An Info Mart for all tests of this file."""
    with mart_of_a_file(request, tmp_path_factory, "undo") as made:
        write_calendar(made)
        yield made


@pytest.fixture
def mart(engine: Engine) -> Engine:
    """Two days, each with one call, aggregated; nothing was ever asked for again."""
    empty(engine)
    with writing(engine) as connection:
        for table in (agr_rebuilt, *KEPT.values(), ctl_day_seal):
            connection.execute(delete(table))
        connection.execute(delete(ctl_mark))
    write(engine, *DAYS)
    drain(aggregation(engine))
    return engine


def _falsify(engine: Engine, hierarchy: Hierarchy, *levels: Level, by: int = WRONG) -> None:
    with writing(engine) as connection:
        for level in levels:
            table, measure = TABLES[hierarchy, level], hierarchy.measures[0].name
            connection.execute(update(table).values({measure: table.c[measure] + by}))


Picture = dict[str, set[tuple[Any, ...]]]


def _picture(engine: Engine) -> Picture:
    """Every row of every aggregate, and what waits."""
    with reading(engine) as connection:
        tables = (*TABLES.values(), agr_pending)
        return {table.name: {tuple(row) for row in connection.execute(select(table))} for table in tables}


def _tables(engine: Engine) -> Picture:
    return _tables_of(_picture(engine))


def _tables_of(picture: Picture) -> Picture:
    return {name: rows for name, rows in picture.items() if name != "agr_pending"}


def _ask(engine: Engine, parameters: str, **more: Any) -> int:
    """Works a request to its end; the run's number."""
    request = ARequest(parameters=parameters, run_id=next(_runs), **more)
    reaggregate.run(aggregation(engine), request, keep_up=lambda: None)
    return request.run_id


def _rebuild(engine: Engine, sets: str, days: str = "2026-06-08:2026-06-09") -> int:
    return _ask(engine, f"-insertPendingAgg {sets}:{days}")


SETS = Reaggregation(
    hierarchies=("H_QUEUE", "H_QUEUE_GRP", "H_I_SESS_STATE"), levels=LEVELS, flavor=None, start=date(2026, 6, 8),
    end=date(2026, 6, 9),
)  # fmt: skip
"""What ALLSETS asks for, of a hierarchy of each kind."""


def _rebuild_levels(engine: Engine) -> int:
    request = ARequest(parameters="", run_id=next(_runs))
    reaggregate.rebuild(aggregation(engine), request, SETS, keep_up=lambda: None)
    return request.run_id


def _undo(engine: Engine, run_id: int, **more: Any) -> int:
    return _ask(engine, f"-undoReaggregation {run_id}", **more)


def _spoil(engine: Engine) -> None:
    """The facts are others than the aggregates say: some came, some went, and nobody has told of it."""
    write(engine, purged(DAYS[0]), purged(DAYS[2]), *a_day(NOON + DAY + 3600), announced=False)


def test_R18_what_a_preview_said_is_changed_and_then_is_as_it_was(mart: Engine) -> None:
    _spoil(mart)
    before = _picture(mart)
    said = preview(mart, aggregation(mart), SETS, forced=False, tell=lambda _done, _words: None)
    run = _rebuild_levels(mart)
    with reading(mart) as connection:
        kept = kept_sets.read(connection, run, calendar_clock(Options()))
    assert by_set(said) == {one.name: (one.changed, one.added, one.removed) for one in kept.sets}
    changed = {name for name, rows in _picture(mart).items() if rows != before[name]}
    assert changed > {"agt_queue_grp_subhr", "agt_queue_year", "agt_i_sess_state_day"}
    _undo(mart, run)
    assert _tables(mart) == _tables_of(before)
    drain(aggregation(mart))
    assert _picture(mart) == before


def test_R18_undoing_the_undoing_brings_back_what_it_had_made(mart: Engine) -> None:
    _spoil(mart)
    before = _tables(mart)
    run = _rebuild(mart, "-SUBHOUR")
    rebuilt = _tables(mart)
    first = _undo(mart, run)
    again = _undo(mart, first)
    assert _tables(mart) == rebuilt
    _undo(mart, again)
    assert _tables(mart) == before


def test_R20_what_is_made_of_rows_that_are_put_back_is_built_from_them(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR)
    run = _rebuild(mart, "H_QUEUE-SUBHOUR")
    drain(aggregation(mart))
    ensure_right(mart, DAYS)
    _undo(mart, run)
    drain(aggregation(mart))
    found = _picture(mart)
    false = {WRONG + 1, 2 * (WRONG + 1)}
    wrong = {name for name, rows in found.items() if any(false & set(row) for row in rows)}
    assert wrong == {TABLES[hierarchy, level].name for hierarchy in (H_QUEUE, H_QUEUE_GRP) for level in LEVELS}
    assert found["agr_pending"] == set()


def test_R18_it_is_refused_where_a_row_is_another_since_and_touches_nothing(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR)
    run = _rebuild(mart, "H_QUEUE-SUBHOUR")
    _falsify(mart, H_QUEUE, Level.SUBHOUR, by=1)
    before = _picture(mart)
    with pytest.raises(CannotUndo, match=r"H_QUEUE SUBHOUR of 2026-06-08 was built again since"):
        _undo(mart, run)
    assert _picture(mart) == before


def test_R18_what_was_added_up_anew_since_follows_from_what_is_put_back(mart: Engine) -> None:
    """As the month of any day does, in which facts come in all the time."""
    _falsify(mart, H_QUEUE, *LEVELS)
    run = _rebuild_levels(mart)
    more = a_day(NOON + 2 * DAY)
    write(mart, *more)
    drain(aggregation(mart))
    _undo(mart, run)
    drain(aggregation(mart))
    month = TABLES[H_QUEUE, Level.MONTH].c
    with reading(mart) as connection:
        assert connection.scalar(select(month.entered)) == 3 + 2 * WRONG


def test_R18_a_later_re_aggregation_is_undone_first(mart: Engine) -> None:
    _falsify(mart, H_AGENT, Level.SUBHOUR)
    first = _rebuild(mart, "H_AGENT-SUBHOUR")
    _falsify(mart, H_AGENT, Level.SUBHOUR, by=7)
    second = _rebuild(mart, "H_AGENT-SUBHOUR", "2026-06-08:2026-06-08")
    _undo(mart, second)
    with pytest.raises(CannotUndo):
        _undo(mart, first)
    _falsify(mart, H_AGENT, Level.SUBHOUR, by=-7)
    _undo(mart, first)


@pytest.mark.parametrize(
    ("about", "told"),
    [("none", "has changed no rows"), ("undone", r"was undone by run \d+"), ("unknown", "Nothing is kept of what run"),
     ("dropped", "dropped by Job_MaintainGIM 17")],
)  # fmt: skip
def test_R18_it_says_why_there_is_nothing_to_put_back(mart: Engine, about: str, told: str) -> None:
    if about != "none":
        _falsify(mart, H_QUEUE, Level.DAY)
    run = _rebuild(mart, "H_QUEUE-DAY")
    if about == "undone":
        _undo(mart, run)
    with writing(mart) as connection:
        if about == "unknown":
            connection.execute(delete(agr_rebuilt))
        if about == "dropped":
            connection.execute(update(agr_rebuilt).values(dropped_by=17))
    with pytest.raises(CannotUndo, match=told):
        _undo(mart, run)


def test_R18_one_that_is_stopped_goes_on_where_it_was(mart: Engine) -> None:
    for hierarchy in (H_QUEUE, H_AGENT, H_I_SESS_STATE):
        _falsify(mart, hierarchy, Level.DAY)
    before = _tables(mart)
    run = _rebuild(mart, "H_QUEUE,H_AGENT,H_I_SESS_STATE-DAY")
    request = ARequest(parameters=f"-undoReaggregation {run}", run_id=next(_runs), stop=ToldStop(at_check=3))
    with pytest.raises(Stopped):
        reaggregate.run(aggregation(mart), request, keep_up=lambda: None)
    assert _tables(mart) != before
    reaggregate.run(aggregation(mart), replace(request, stop=ToldStop()), keep_up=lambda: None)
    assert _tables(mart) == before
    # Handed over once more, as after a worker that was killed before its last word, it has nothing left to do.
    reaggregate.run(aggregation(mart), replace(request, stop=ToldStop()), keep_up=lambda: None)


def _failing_at(engine: Engine, words: str) -> Callable[[], None]:
    """The database fails at the next statement that begins so; what ends that."""

    def strike(_connection: object, _cursor: object, statement: str, *_how: object) -> None:
        if statement.startswith(words):
            raise ZeroDivisionError

    event.listen(engine, "before_cursor_execute", strike)
    return lambda: event.remove(engine, "before_cursor_execute", strike)


@pytest.mark.parametrize("words", ["INSERT INTO agr_kept_queue", "UPDATE ctl_mark"])
def test_R37_rows_and_what_is_kept_of_them_come_together_or_not_at_all(mart: Engine, words: str) -> None:
    _falsify(mart, H_QUEUE, *LEVELS)
    before, run_id = _picture(mart), next(_runs)
    request = ARequest(parameters="-insertPendingAgg H_QUEUE-SUBHOUR:2026-06-09:2026-06-09", run_id=run_id)
    go_on = _failing_at(mart, words)
    with pytest.raises(ZeroDivisionError):
        reaggregate.run(aggregation(mart), request, keep_up=lambda: None)
    go_on()
    with reading(mart) as connection:
        assert connection.execute(select(KEPT[H_QUEUE])).all() == []
    assert _picture(mart) == before
    reaggregate.run(aggregation(mart), request, keep_up=lambda: None)
    _undo(mart, run_id)
    assert _picture(mart)["agt_queue_subhr"] == before["agt_queue_subhr"]


def test_R37_an_undoing_that_dies_leaves_the_rows_as_they_were_before_it(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.DAY)
    run = _rebuild(mart, "H_QUEUE-DAY")
    before = _picture(mart)
    go_on = _failing_at(mart, "UPDATE agr_kept_queue")
    with pytest.raises(ZeroDivisionError):
        _undo(mart, run)
    go_on()
    assert _picture(mart) == before


def test_only_the_seals_of_days_whose_rows_are_put_back_are_broken(mart: Engine) -> None:
    _falsify(mart, H_QUEUE, Level.SUBHOUR)
    run = _rebuild(mart, "H_QUEUE-SUBHOUR", "2026-06-09:2026-06-09")
    midnight = NOON - DAY // 2
    with writing(mart) as connection:
        for number in range(2):
            begins = midnight + number * DAY
            row = {"day": f"2026-06-0{8 + number}", "start_ts": begins, "end_ts": begins + DAY, "sealed_ts": 0}
            connection.execute(ctl_day_seal.insert().values(row))
    _undo(mart, run)
    with reading(mart) as connection:
        assert connection.scalars(select(ctl_day_seal.c.day)).all() == ["2026-06-08"]
