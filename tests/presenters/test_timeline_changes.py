"""What has changed since the last look is laid over what is known."""

from dataclasses import replace

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Missed, Pause, Reached, Record
from gim_manager.presenters.timeline import Key, Picture, picture
from gim_manager.presenters.timeline_changes import merged
from tests.language.fake_timeline import ALTERED, HELD, HOLD, LATE, clock
from tests.language.fake_window import FakeMart, wall

EXPORT = Key(Job.EXPORT)


def day(mart: FakeMart) -> Picture:
    return picture(mart.timeline(clock("00:00"), clock("00:00", 26)), postgresql=True)


def later(mart: FakeMart, since: str = "10:00:00") -> Record:
    return mart.timeline(wall(since), clock("00:00", 26))


def missed(known: Picture, key: Key) -> list[Missed]:
    lane = known.lane(key)
    assert lane is not None
    return lane.missed.items


def test_nothing_is_other_where_nothing_happened() -> None:
    mart = FakeMart()
    assert merged(day(mart), later(mart)) is None


def test_a_run_that_ended_changes_the_picture_itself() -> None:
    mart = FakeMart()
    known = day(mart)
    running = next(run for run in mart.list if run.id == 48213)
    mart.put(replace(running, status=Status.COMPLETE, end_time=wall("10:47:00")))
    assert merged(known, later(mart)) is known
    mark = known.find(48213)
    assert mark is not None
    assert mark.until == wall("10:47:00").timestamp()


def test_launches_that_were_not_made_are_added_and_count_up() -> None:
    mart = FakeMart()
    known = day(mart)
    dropped = Missed(job=Job.EXPORT, at=wall("10:20:00"), rule="R13", reason="No.")
    mart.missed = (HELD, dropped)
    assert merged(known, later(mart)) is known
    mart.missed = (replace(dropped, count=2),)
    assert merged(known, later(mart)) is known
    assert [(found.at, found.count) for found in missed(known, EXPORT)] == [(wall("10:20:00"), 2)]
    assert missed(known, Key(Job.UPDATE_STATS)) == [HELD]


def test_a_hold_that_began_or_ended_is_another_picture_with_the_same_lanes() -> None:
    mart = FakeMart()
    known = day(mart)
    began = Pause(since=wall("10:30:00"), until=wall("14:30:00"), by="a.novak")
    mart.pauses = (began,)
    newer = merged(known, later(mart))
    assert newer is not None
    assert newer.pauses == (HOLD, began)
    assert newer.lanes is known.lanes
    mart.pauses = (replace(began, until=wall("10:40:00")),)
    ended = merged(newer, later(mart))
    assert ended is not None
    assert ended.pauses[1].until == wall("10:40:00")


def test_a_schedule_that_stays_switched_off_was_so_since_its_own_time() -> None:
    mart = FakeMart()
    off = Pause(since=clock("06:00"), by="ada", is_hold=False)
    mart.pauses = (off,)
    known = day(mart)
    mart.pauses = (replace(off, since=wall("10:00:00"), by=None),)
    assert merged(known, later(mart)) is None


def test_options_changed_and_sources_late_since_then_are_added() -> None:
    mart = FakeMart()
    known = day(mart)
    changed = replace(ALTERED, at=wall("10:30:00"))
    mart.altered, mart.delays = (ALTERED, changed), (replace(LATE, until=wall("10:40:00")),)
    newer = merged(known, later(mart))
    assert newer is not None
    assert (newer.altered, newer.delays) == (mart.altered, mart.delays)


def test_windows_change_from_then_on() -> None:
    mart = FakeMart()
    known = day(mart)
    mart.read = replace(mart.read, options=mart.read.options.changed({("schedule", "etl-end-time"): "20:00"}))
    newer = merged(known, later(mart))
    assert newer is not None
    etl = [band for band in newer.bands if band.room == "etl"]
    assert [(band.since, band.until) for band in etl] == [
        (clock("00:00"), clock("00:30")), (clock("06:30"), clock("20:00"))
    ]  # fmt: skip


def test_data_that_are_complete_since_are_laid_over_what_was_known() -> None:
    mart = FakeMart()
    known = day(mart)
    mart.reached = (Reached(at=clock("10:46"), to=clock("10:30")),)
    newer = merged(known, later(mart))
    assert newer is not None
    assert newer.reached == (*known.reached, *mart.reached)
    assert newer.lanes is known.lanes
