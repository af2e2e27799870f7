"""Bars are found by bisection, whatever their number, and stay in order as they change."""

from dataclasses import replace
from math import inf

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import Ran
from gim_manager.presenters.time_span import instant_of
from gim_manager.presenters.timeline_rows import Bucket, Facts, is_marked


def ran(number: int, start: float, end: float | None, **more) -> Ran:
    told = {"job": Job.EXTRACT, "status": Status.COMPLETE if end else Status.RUNNING} | more
    return Ran(run_id=number, start=instant_of(start), end=None if end is None else instant_of(end), **told)


def failed(number: int, start: float) -> Ran:
    return ran(number, start, start + 1, status=Status.FAILED, cause=Cause.ERROR)


def ids(row: Facts, places: range) -> list[int]:
    return [row.items[place].run_id for place in places]


def test_what_meets_a_time_is_a_slice_a_long_bar_before_it_included() -> None:
    row = Facts([ran(3, 50, 60), ran(1, 0, 45), ran(2, 10, 12), ran(4, 70, None)])
    assert ids(row, row.visible(40, 55)) == [1, 2, 3]
    assert ids(row, row.visible(61, 69)) == []
    assert ids(row, row.visible(1000, 2000)) == [4]
    assert row.ends[-1] == inf


def test_the_nearest_bar_is_hit_and_nothing_that_is_too_far() -> None:
    row = Facts([ran(1, 0, 10), ran(2, 20, 30)])
    assert row.at(14, 5) == 0
    assert row.at(17, 5) == 1
    assert row.at(15, 4) is None
    assert row.at(25, 0) == 1


def test_crowds_are_told_by_how_many_start_in_each_stretch_and_how_much_of_it_they_run() -> None:
    row = Facts([ran(1, 0, 30), ran(2, 50, 80), ran(3, 410, 420), ran(4, 450, None)])
    assert list(row.buckets(0, 1000, 100)) == [Bucket(0, 0.6, 2), Bucket(400, 0.1, 2)]
    assert list(row.buckets(430, 440, 100)) == [Bucket(400, 0.1, 2)]
    assert row.count(0, 100) == 2


def test_buckets_jump_over_empty_time() -> None:
    row = Facts([ran(1, 5, 6), ran(2, 1_000_000_005, 1_000_000_006)])
    assert [bucket.since for bucket in row.buckets(0, 2e9, 10)] == [0, 1_000_000_000]


def test_a_run_that_ends_takes_its_own_place_and_a_new_one_the_last() -> None:
    row = Facts([ran(1, 0, None), ran(2, 10, 20)])
    row.put_run(ran(1, 0, 15))
    row.put_run(ran(3, 30, None))
    assert row.ends == [15, 20, inf]
    assert ids(row, row.visible(16, 25)) == [2]
    assert row.known(3) is row.items[2]
    assert row.known(9) is None


def test_of_two_that_start_together_the_right_one_is_replaced() -> None:
    first, second = ran(1, 0, 5), ran(2, 0, None)
    row = Facts([first, second])
    row.put_run(replace(second, end=instant_of(9), status=Status.COMPLETE))
    assert {run.run_id: run.end for run in row.items} == {1: instant_of(5), 2: instant_of(9)}
    assert len(row) == 2


def test_runs_with_a_glyph_are_found_among_many() -> None:
    by_person = ran(4, 40, 41, status=Status.STOPPED, cause=Cause.PERSON)
    row = Facts([ran(1, 0, 5), failed(2, 10), ran(3, 20, 21, status=Status.STOPPED, cause=Cause.RULE), by_person])
    assert [run.run_id for run in row.marked.items] == [2, 4]
    assert not is_marked(row.items[2])
    row.put_run(ran(5, 30, None))
    row.put_run(failed(5, 30))
    row.put_run(failed(5, 30))
    assert [run.run_id for run in row.marked.items] == [2, 5, 4]
