"""The board of the aggregates: everything of one moment, from both halves."""

from datetime import timedelta

from sqlalchemy import insert

from gim_manager.domain.aggregates import H_QUEUE, HIERARCHIES, LEVELS, Level
from gim_manager.domain.timing import to_epoch
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import writing
from gim_manager.usecases import options
from gim_manager.usecases.aggregates import DAYS, Aggregates
from gim_manager.usecases.context import Context
from tests.language.clock import START


def _queue(context: Context, level: Level, minutes: int) -> None:
    since = to_epoch(START - timedelta(minutes=minutes))
    row = {"hierarchy": "H_QUEUE", "agg_level": level.value, "date_time_key": 0, "date_time_next_key": 900}
    with writing(context.database.info_mart) as connection:
        connection.execute(insert(agr_pending).values(row | {"queued_ts": since}))


def test_there_is_a_cell_a_set_and_two_months_of_days(context: Context) -> None:
    board = Aggregates(context).read()
    assert len(board.cells) == len(HIERARCHIES) * len(LEVELS)
    assert (len(board.days), board.days[-1].day) == (DAYS, START.date())
    assert board.since == START - timedelta(days=14)


def test_a_set_is_late_by_the_delay_of_its_level(context: Context) -> None:
    options.change(context, {("agg", "agg-level-month-delay"): "3600"})
    _queue(context, Level.SUBHOUR, 20)
    _queue(context, Level.MONTH, 20)
    board = Aggregates(context).read()
    assert board.cell(H_QUEUE, Level.SUBHOUR).is_late
    assert not board.cell(H_QUEUE, Level.MONTH).is_late


def test_days_are_those_of_the_calendars_zone(context: Context) -> None:
    options.change(context, {("date-time", "date-time-tz"): "Pacific/Auckland"})
    assert Aggregates(context).read().days[-1].day == START.date() + timedelta(days=1)
