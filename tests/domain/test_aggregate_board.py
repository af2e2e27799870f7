"""When a set is late, and which days a re-aggregation can rebuild."""

from datetime import date, datetime, timedelta

from gim_manager.domain.aggregate_board import Board, Cell, Day, DayState, Waiting, day_states, is_late
from gim_manager.domain.aggregates import H_AGENT, H_QUEUE, Level
from gim_manager.domain.coverage import Days
from tests.language.clock import START

MINUTE = timedelta(minutes=1)


def test_what_waits_within_a_reporting_interval_of_its_delay_is_not_late() -> None:
    waiting = Waiting(number=3, since=START - 20 * MINUTE)
    assert is_late(waiting, timedelta(), START)
    assert not is_late(waiting, 5 * MINUTE, START), "its level is built 5 minutes later on purpose"
    assert not is_late(None, timedelta(), START)


def test_each_day_has_the_state_of_the_list_that_it_stands_in() -> None:
    first = date(2026, 6, 1)
    days = [first + timedelta(days=number) for number in range(5)]
    found = day_states(
        Days(purged=(days[0],), before_first=(days[1],), after_last=(days[2],), empty=(days[3],), others=(days[4],))
    )
    assert [found[day] for day in days] == [
        DayState.PURGED, DayState.NOT_LOADED, DayState.NOT_LOADED, DayState.EMPTY, DayState.FACTS,
    ]  # fmt: skip


def test_R20_days_without_calls_can_be_rebuilt_and_purged_ones_cannot() -> None:
    can = {state for state in DayState if Day(day=date(2026, 6, 1), state=state).can_be_rebuilt}
    assert can == {DayState.FACTS, DayState.EMPTY}


def test_a_cell_is_found_by_its_set() -> None:
    day, agent = Cell(hierarchy=H_QUEUE, level=Level.DAY), Cell(hierarchy=H_AGENT, level=Level.DAY)
    board = Board(at=datetime(2026, 6, 1, tzinfo=START.tzinfo), zone=START.tzinfo, cells=(day, agent))  # type: ignore[arg-type]
    assert board.cell(H_AGENT, Level.DAY) is agent
