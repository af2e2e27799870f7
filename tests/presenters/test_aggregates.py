"""The Aggregates page in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from gim_manager.domain.aggregate_board import Board, Cell, Day, DayState, Lasted, Mark, Trend, Waiting
from gim_manager.domain.aggregates import H_QUEUE, HIERARCHIES, LEVELS, Level
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import read_parameters
from gim_manager.presenters import aggregates, words
from tests.language.fake_window import BERLIN, NOW

MINUTE = timedelta(minutes=1)


def _board(*cells: Cell) -> Board:
    known = {(cell.hierarchy, cell.level): cell for cell in cells}
    every = (known.get((one, level), Cell(hierarchy=one, level=level)) for one in HIERARCHIES for level in LEVELS)
    return Board(at=NOW, zone=BERLIN, cells=tuple(every), since=NOW - timedelta(days=14))


def _cell(level: Level = Level.SUBHOUR, **more: object) -> Cell:
    newest = datetime(2026, 10, 25, 9, 15, tzinfo=UTC)
    return replace(Cell(hierarchy=H_QUEUE, level=level, rows=1204332, newest=newest), **more)  # type: ignore[arg-type]


def test_an_interval_is_named_by_its_level_in_the_calendars_zone() -> None:
    newest = datetime(2026, 9, 30, 22, tzinfo=UTC)
    found = [words.plain(aggregates.interval(newest, level, BERLIN, NOW)) for level in LEVELS]
    assert found == ["1 Oct 00:00", "1 Oct 00:00", "1 Oct", "Oct 2026", "Q4 2026", "2026"]


def test_a_cell_tells_its_rows_or_what_waits() -> None:
    quiet = aggregates.cell_view(_cell(), BERLIN, NOW)
    assert (quiet.above, quiet.below, quiet.icon) == ("10:15", "1,204,332 rows", "")
    waiting = Waiting(number=14, since=NOW - 20 * MINUTE)
    late = aggregates.cell_view(_cell(waiting=waiting, is_late=True), BERLIN, NOW)
    assert (late.below, late.icon, late.token) == ("14 pending", "warning", "stopping")
    never = aggregates.cell_view(Cell(hierarchy=H_QUEUE, level=Level.DAY), BERLIN, NOW)
    assert (never.above, never.below) == ("no rows", "")


def test_the_sentence_of_a_cell_tells_all() -> None:
    cell = _cell(
        is_estimate=True, is_late=True, waiting=Waiting(number=1, since=NOW - 20 * MINUTE),
        rebuilt_at=NOW - timedelta(days=3),
    )  # fmt: skip
    assert words.plain(aggregates.sentence(cell, BERLIN, NOW)) == (
        "H_QUEUE SUBHOUR: ≈ 1,204,332 rows · newest 10:15 · 1 interval pending since 10:27, late · "
        "last rebuilt 22 Oct 11:47"
    )


def test_the_whole_is_told_in_a_line() -> None:
    waiting = Waiting(number=2, since=NOW - 20 * MINUTE)
    assert aggregates.late_sentence(_board(_cell())) == "All aggregates agree with the facts"
    assert aggregates.late_sentence(_board(_cell(waiting=waiting))) == "2 intervals pending, none late"
    late = aggregates.late_sentence(_board(_cell(waiting=waiting, is_late=True)))
    assert late == "1 set late: 2 intervals pending since 10:27"
    assert aggregates.late_sentence(_board()) == aggregates.NO_AGGREGATES
    older = Board(at=NOW, zone=BERLIN, cells=())
    assert (aggregates.late_sentence(older), aggregates.grid(older, NOW)) == (aggregates.OLDER, ())


def test_the_strip_measures_each_day_by_the_busiest() -> None:
    days = (
        Day(day=date(2026, 10, 23), state=DayState.PURGED, is_aggregated=True),
        Day(day=date(2026, 10, 24), state=DayState.FACTS, facts=400, is_aggregated=True),
        Day(day=date(2026, 10, 25), state=DayState.FACTS, facts=100, is_pending=True),
    )
    shown = aggregates.strip(replace(_board(), days=days))
    assert [view.height for view in shown] == [0.0, 1.0, 0.25]
    assert [view.sentence for view in shown] == [
        "Fri 23 Oct 2026: facts purged, cannot be rebuilt, aggregated",
        "Sat 24 Oct 2026: 400 facts, aggregated",
        "Sun 25 Oct 2026: 100 facts, aggregates pending",
    ]
    assert aggregates.span_sentence(shown[1:]).endswith("can be rebuilt from their facts.")
    assert "of 1 day there are no facts" in aggregates.span_sentence(shown)
    assert aggregates.span_sentence(()).startswith("Choose days")
    assert aggregates.facts_sentence(shown[1:]).endswith("the facts to rebuild from are there.")
    assert "of 1 day there are no facts" in aggregates.facts_sentence(shown)
    assert aggregates.facts_sentence(()).startswith("Choose days")


def test_the_parameters_are_understood() -> None:
    today = date(2026, 10, 25)
    chosen = aggregates.parameters(_cell(Level.HOUR), date(2026, 10, 1), date(2026, 10, 3), today)
    assert chosen == "-insertPendingAgg H_QUEUE-HOUR:2026-10-01:2026-10-03"
    assert read_parameters(chosen).levels == (Level.HOUR,)
    everything = read_parameters(aggregates.parameters(None, None, None, today))
    assert (everything.is_of_all, everything.start, everything.end) == (True, today, today)


def test_a_trend_is_a_line_on_the_common_axis() -> None:
    runs = (
        Lasted(run_id=1, at=NOW - timedelta(days=1), length=2 * MINUTE),
        Lasted(run_id=2, at=NOW, length=3 * MINUTE),
    )
    board = replace(_board(), trends=(Trend(job=Job.EXTRACT, runs=runs, p95=None),))
    (view,) = aggregates.trend_views(board)
    assert view.points == ((13 * 86400.0, 120.0), (14 * 86400.0, 180.0))
    assert aggregates.length(board) == 14 * 86400.0
    assert view.sentence == "Job_ExtractICON: 2 runs, latest 3 m 00 s, too few runs for a P95"


def test_a_change_of_an_option_says_who_and_what() -> None:
    mark = Mark(at=NOW - timedelta(days=1), by="m.keller", option="[schedule] etl-frequency", value="20")
    board = replace(_board(), marks=(mark, replace(mark, value="")))
    first, second = aggregates.mark_views(board, BERLIN)
    assert words.plain(first.sentence) == "24 Oct 11:47: m.keller set [schedule] etl-frequency to 20"
    assert second.sentence.endswith("to its default")
