"""The lanes of the day on which the clocks change, as a person points at them and walks through them."""

from dataclasses import replace
from datetime import timedelta

from gim_manager.domain.forecast import Forecast, forecasts
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Pause, Ran, Record, Room
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline import Key, Kind, Mark, Picture, picture
from tests.language.fake_timeline import clock
from tests.language.fake_window import FakeMart, wall

EXTRACT, TRANSFORM, AGGREGATE = Key(Job.EXTRACT), Key(Job.TRANSFORM), Key(Job.AGGREGATE)
REBUILDING, STATS = Key(Job.AGGREGATE, True), Key(Job.UPDATE_STATS)


def the_day(mart: FakeMart | None = None) -> Picture:
    told = mart or FakeMart()
    return picture(told.timeline(clock("00:00"), clock("00:00", 26)), postgresql=True)


def expected(mart: FakeMart, **draft: str) -> tuple[Forecast, Forecast | None]:
    changes = {("schedule", name.replace("_", "-")): value for name, value in draft.items()}
    other = mart.read.options.changed(changes) if draft else None
    return forecasts(mart.ahead(mart.now(), clock("00:00", 26), other))


def moment(key: Key, at: str) -> Mark:
    return Mark(kind=Kind.MOMENT, key=key, since=seconds_of(wall(at)), until=seconds_of(wall(at)))


def test_lanes_are_the_jobs_in_the_order_of_the_day() -> None:
    assert [lane.title for lane in the_day().lanes] == [
        "Job_ExtractICON", "Job_TransformGIM", "Job_AggregateGIM", "Re-aggregation", "Job_MaintainGIM",
        "Job_UpdateStats", "Job_ExportGIM",
    ]  # fmt: skip


def test_a_job_that_cannot_run_here_has_no_lane_and_a_rare_one_only_once_it_ran() -> None:
    empty = Record(since=clock("00:00"), until=clock("00:00", 26))
    titles = [lane.title for lane in picture(empty, postgresql=False).lanes]
    assert "Job_UpdateStats" not in titles
    assert "Job_MigrateGIM" not in titles
    assert picture(empty, postgresql=False).is_empty
    migrated = replace(the_day(FakeMart()).lanes[0].facts.items[0], job=Job.MIGRATE)
    assert picture(replace(empty, runs=(migrated,)), postgresql=False).lanes[-1].title == "Job_MigrateGIM"


def test_a_point_in_a_lane_is_a_run_a_launch_that_was_not_made_or_an_empty_moment() -> None:
    day = the_day()
    at = seconds_of(wall("09:07:00"))
    assert day.hit(TRANSFORM, at, 10).run_id == 48206
    assert day.hit(STATS, seconds_of(wall("05:01:00")), 60).kind is Kind.MISSED
    empty = day.hit(TRANSFORM, seconds_of(wall("03:00:00")), 60)
    assert (empty.kind, empty.since, empty.run_id) == (Kind.MOMENT, seconds_of(wall("03:00:00")), None)
    assert day.hit(Key(Job.MIGRATE), at, 60).kind is Kind.MOMENT


def test_what_is_expected_stands_beside_what_runs_and_its_rest_belongs_to_it() -> None:
    mart = FakeMart()
    day = the_day(mart)
    day.expect(*expected(mart))
    lane = day.lane(AGGREGATE)
    assert lane is not None
    assert set(lane.rests) == {48191}
    assert not len(lane.plan)
    ahead = day.hit(EXTRACT, seconds_of(wall("11:02:00")), 10)
    assert (ahead.kind, ahead.run_id) == (Kind.EXPECTED, None)
    waiting = day.lane(REBUILDING)
    assert waiting is not None
    assert [run.run_id for run in waiting.plan.items] == [48217]


def test_a_draft_lies_below_the_plan() -> None:
    mart = FakeMart()
    day = the_day(mart)
    day.expect(*expected(mart, etl_frequency="20"))
    at = seconds_of(wall("11:12:00"))
    assert day.hit(EXTRACT, at, 10).kind is Kind.MOMENT
    assert day.hit(EXTRACT, at, 10, below=True).kind is Kind.DRAFT
    day.expect(None, None)
    assert day.hit(EXTRACT, at, 10, below=True).kind is Kind.MOMENT


def test_launches_that_will_be_dropped_are_marked_and_those_that_were_stay() -> None:
    mart = FakeMart()
    day = the_day(mart)
    plan, _ = expected(mart, run_export="true")
    missed = (replace(mart.missed[0], at=clock("20:00")),)
    day.expect(replace(plan, missed=missed), None)
    day.expect(replace(plan, missed=missed), None)
    assert day.hit(STATS, seconds_of(clock("20:00")), 10).kind is Kind.DROPPED
    assert day.hit(STATS, seconds_of(clock("05:00")), 10).kind is Kind.MISSED


def test_arrows_walk_the_runs_of_a_lane_and_on_into_what_is_expected() -> None:
    mart = FakeMart()
    day = the_day(mart)
    day.expect(*expected(mart))
    seen: list[tuple[Kind, int | None]] = []
    mark: Mark | None = day.find(48209)
    while mark is not None and len(seen) < 6:
        seen.append((mark.kind, mark.run_id))
        mark = day.beside(mark, 1)
    assert seen[:3] == [(Kind.RUN, 48209), (Kind.RUN, 48212), (Kind.EXPECTED, None)]
    back = day.find(48212)
    assert back is not None
    before = day.beside(back, -1)
    assert before is not None
    assert before.run_id == 48209
    first = day.find(48090)
    assert first is not None
    assert day.beside(first, -1) is None


def test_on_its_way_a_walk_meets_the_launch_that_was_not_made() -> None:
    day = the_day()
    held = day.beside(moment(STATS, "04:50:00"), 1)
    assert held is not None
    assert held.kind is Kind.MISSED
    after = day.beside(held, 1)
    assert after is not None
    assert after.since == seconds_of(wall("06:00:00"))


def test_up_and_down_go_to_the_nearest_bar_of_the_next_lane_that_has_one() -> None:
    day = the_day()
    mark = day.find(48206)
    assert mark is not None
    down = day.across(mark, 1)
    assert down is not None
    assert down.key == AGGREGATE
    up = day.across(down, -1)
    assert up is not None
    assert up.key == TRANSFORM
    assert day.across(moment(EXTRACT, "09:00:00"), -1) is None


def test_a_change_is_drawn_where_its_lane_is_without_reading_again() -> None:
    day = the_day()
    new = Ran(run_id=48218, job=Job.EXTRACT, status=Status.RUNNING, start=wall("10:47:00"))
    assert day.put([new])
    assert not day.put([new])
    assert day.put([replace(new, status=Status.COMPLETE, end=new.start + timedelta(minutes=1))])
    mark = day.find(48218)
    assert mark is not None
    assert mark.until - mark.since == 60
    assert not day.put([replace(new, job=Job.MIGRATE)])


def test_windows_rule_their_lanes_and_a_hold_suspends_what_the_schedule_launches() -> None:
    day = the_day()
    ruled = {room: [lane.title for lane in day.lanes if any(lane.holds(b) for b in day.bands if b.room is room)]
             for room in Room}  # fmt: skip
    assert ruled == {
        Room.ETL: ["Job_ExtractICON", "Job_TransformGIM"],
        Room.AGGREGATION: ["Job_AggregateGIM", "Re-aggregation"],
    }
    held = [lane.title for lane in day.lanes if not lane.waits_for(day.pauses[0])]
    assert held == ["Re-aggregation", "Job_MaintainGIM"]
    off = Pause(since=clock("10:00"), is_hold=False)
    assert [lane.title for lane in day.lanes if not lane.waits_for(off)] == ["Re-aggregation"]
