"""A newer picture of the list is reached by the fewest moves, and rows keep their identity."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.job import Job
from gim_manager.domain.listing import Cursor, RunPage
from gim_manager.domain.run import Run, Status
from gim_manager.presenters.table import Inserted, Removed, Rows

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def _run(number: int, status: Status = Status.COMPLETE) -> Run:
    return Run(id=number, job=Job.EXTRACT, status=status, requested_at=NOW, requested_by="scheduler", end_time=NOW)


def _page(*ids: int, more: bool = False) -> RunPage:
    runs = tuple(_run(number) for number in ids)
    return RunPage(runs=runs, next=Cursor(value=ids[-1], run_id=ids[-1]) if more else None)


def _rows(*ids: int, more: bool = False) -> Rows:
    rows = Rows()
    if move := rows.extension(_page(*ids, more=more), NOW):
        rows.apply(move)
    return rows


def _refresh(rows: Rows, page: RunPage, gone: frozenset[int] = frozenset()) -> tuple[Removed | Inserted, ...]:
    rows.learn(page.runs, NOW)
    moves = rows.reconcile(page, gone)
    for move in moves:
        rows.apply(move)
    rows.forget_strangers()
    return moves


def test_a_page_extends_the_list() -> None:
    rows = _rows(9, 8, more=True)
    assert rows.next == Cursor(value=8, run_id=8)
    move = rows.extension(_page(7, 6), NOW)
    assert move == Inserted(first=2, ids=(7, 6))
    rows.apply(move)
    assert rows.ids() == (9, 8, 7, 6)
    assert rows.next is None


def test_an_unchanged_list_makes_no_move() -> None:
    assert _refresh(_rows(3, 2, 1), _page(3, 2, 1)) == ()


def test_new_runs_come_on_top_and_canceled_ones_go() -> None:
    rows = _rows(5, 4, 3)
    assert _refresh(rows, _page(7, 6, 5, 3)) == (Removed(first=1, last=1), Inserted(first=0, ids=(7, 6)))
    assert rows.ids() == (7, 6, 5, 3)


def test_rows_below_the_first_page_stay() -> None:
    rows = _rows(9, 8, 7, 6, 5, more=True)
    _refresh(rows, _page(10, 9, 8, more=True))
    assert rows.ids() == (10, 9, 8, 7, 6, 5)
    assert rows.next == Cursor(value=5, run_id=5)


def test_a_page_that_does_not_meet_the_known_rows_replaces_them() -> None:
    rows = _rows(3, 2, 1)
    _refresh(rows, _page(30, 29, more=True))
    assert (rows.ids(), rows.next) == ((30, 29), Cursor(value=29, run_id=29))


def test_only_what_differs_counts_as_changed() -> None:
    rows = _rows(2, 1)
    assert rows.learn([_run(2), _run(1, Status.FAILED)], NOW) == {1}


def test_a_row_not_fetched_is_nothing() -> None:
    rows = _rows(1)
    assert (rows.at(1), rows.at(-1), rows.row_of(5), rows.row_of(1)) == (None, None, None, 0)


@given(st.lists(st.integers(1, 30), unique=True), st.lists(st.integers(1, 30), unique=True))
def test_the_moves_lead_from_any_list_to_any_other(before: list[int], after: list[int]) -> None:
    rows = _rows(*before) if before else Rows()
    _refresh(rows, _page(*after) if after else RunPage(runs=(), next=None))
    assert rows.ids() == tuple(after)
    assert all(run is not None for run in (rows.at(row) for row in range(len(rows))))


NUMBERS = st.lists(st.integers(1, 12), unique=True, min_size=1)


@given(NUMBERS, NUMBERS, st.frozensets(st.integers(1, 12)))
def test_what_stands_below_the_page_stays_but_what_is_gone_or_stands_above(
    before: list[int], fresh: list[int], gone: frozenset[int]
) -> None:
    rows = _rows(*before, more=True)
    _refresh(rows, _page(*fresh, more=True), gone)
    tail = before[before.index(fresh[-1]) + 1 :] if fresh[-1] in before else []
    stays = [number for number in tail if number not in gone and number not in fresh]
    assert rows.ids() == (*fresh, *stays)
    assert rows.next == Cursor(value=(last := before[-1] if stays else fresh[-1]), run_id=last)
    assert {number for number in range(1, 13) if rows.run(number)} == {*fresh, *stays}
    assert all(rows.stands(number) for number in rows.ids())


def test_what_goes_on_is_known_without_a_look_at_each_row() -> None:
    rows = _rows(3, 2, 1)
    running = replace(_run(2, Status.RUNNING), end_time=None)
    rows.learn([running], NOW)
    assert rows.open_runs() == (running,)
    rows.learn([_run(2)], NOW)
    assert rows.open_runs() == ()
