"""R32: both nights of a clock change, by the live rules."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from gim_manager.domain.fit import Trial
from gim_manager.domain.job import Job
from gim_manager.domain.rehearsal import Bar, Night, Outcome, Question, Rehearsal, rehearse
from tests.language.build import SAMPLE, at, options

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def played(zone: str = "Europe/Berlin", after: str = "2027-03-01T00:00", **more: Any) -> tuple[Night, Night]:
    found = rehearsed(zone, after, **more)
    assert found.usual and found.that and not found.problem
    return found.usual, found.that


def rehearsed(
    zone: str = "Europe/Berlin", after: str = "2027-03-01T00:00", *, lengths: dict[Job, timedelta] | None = None,
    trials: tuple[Trial, ...] = (), **schedule: object,
) -> Rehearsal:  # fmt: skip
    given = options(timezone=zone, **SAMPLE | schedule)
    return rehearse(Question(options=given, after=at(after), lengths=lengths or {}, trials=trials))


def length(bar: Bar | None) -> timedelta:
    assert bar
    return bar.until - bar.since


def test_the_night_of_the_spring_change_is_an_hour_shorter() -> None:
    usual, that = played()
    assert (usual.until - usual.since, that.until - that.since) == (12 * HOUR, 11 * HOUR)
    assert (len(usual.cycles), len(that.cycles)) == (13, 13)
    assert (length(usual.gap), length(that.gap)) == (350 * MINUTE, 290 * MINUTE)
    assert that.maintenance.bar and that.maintenance.bar.since == at("2027-03-28T01:00")
    assert [(window.since, window.until) for window in that.windows] == [
        (at("2027-03-27T19:00"), at("2027-03-27T23:30")), (at("2027-03-28T04:30"), at("2027-03-28T06:00")),
    ]  # fmt: skip


def test_the_night_of_the_autumn_change_is_an_hour_longer() -> None:
    usual, that = played(after="2026-10-01T00:00")
    assert (usual.until - usual.since, that.until - that.since) == (12 * HOUR, 13 * HOUR)
    assert length(that.gap) - length(usual.gap) == HOUR


def test_maintenance_may_fit_on_a_usual_night_alone() -> None:
    tight: dict[str, Any] = {"maintain_start_time": "01:00", "run_aggregates": False}
    usual, that = played(lengths={Job.MAINTAIN: 300 * MINUTE}, trials=(Trial(length=300 * MINUTE),), **tight)
    assert (usual.maintenance.outcome, usual.maintenance.spare) == (Outcome.FITS, 30 * MINUTE)
    assert (usual.maintenance.in_time, that.maintenance.in_time) == ((1, 1), (0, 1))
    assert that.maintenance.outcome is Outcome.CUT and that.maintenance.bar and that.maintenance.bar.stopped
    assert "cycle" in that.maintenance.reason


def test_R09_where_aggregation_fills_the_night_maintenance_is_dropped() -> None:
    usual, _ = played(aggregate_duration="24:00")
    assert usual.maintenance.outcome is Outcome.DROPPED and usual.maintenance.reason
    assert played(run_maintain=False)[0].maintenance.outcome is Outcome.NONE


def test_a_change_in_the_evening_lies_in_the_night_that_begins_then() -> None:
    for zone, after in (("Pacific/Easter", "2026-07-01T00:00"), ("America/Nuuk", "2026-01-01T00:00")):
        found = rehearsed(zone, after)
        assert found.change and found.that and found.that.since < found.change.at < found.that.until


@pytest.mark.parametrize("zone", ["Africa/Cairo", "America/Havana", "Australia/Lord_Howe", "Antarctica/Troll"])
def test_a_change_at_any_hour_lies_in_its_night(zone: str) -> None:
    for after in ("2026-01-01T00:00", "2026-07-01T00:00"):
        found = rehearsed(zone, after)
        assert found.change and found.that and found.that.since < found.change.at < found.that.until


def test_a_zone_that_keeps_one_time_has_no_nights() -> None:
    assert rehearsed("GMT") == Rehearsal(change=None)


def test_R28_an_error_of_the_options_is_named() -> None:
    found = rehearsed(maintain_start_time="07:00")
    assert found.problem and found.that and found.that.cycles == ()


def test_R01_a_suspended_schedule_is_rehearsed_as_if_it_ran() -> None:
    found = rehearsed(run_scheduler=False)
    assert found.is_suspended and found.that and len(found.that.cycles) == 13


def test_a_window_without_a_gap_has_cycles_all_night() -> None:
    _, that = played(etl_start_time="06:00", etl_end_time="06:00", run_maintain=False)
    assert (len(that.cycles), length(that.gap)) == (22, 20 * MINUTE)


def test_R07_what_would_last_for_days_is_stopped_by_the_next_cycle() -> None:
    never = {Job.MAINTAIN: 60 * HOUR}
    _, that = played(etl_start_time="06:00", etl_end_time="06:01", maintain_start_time="23:00", lengths=never)
    assert that.maintenance.outcome is Outcome.CUT


def test_the_day_before_is_usual_whenever_it_is_asked() -> None:
    assert rehearsed(after="2027-03-28T00:59").change == rehearsed(after="2026-12-01T00:00").change
    later = rehearsed(after="2027-03-28T01:00").change
    assert later and later.at == datetime(2027, 10, 31, 1, tzinfo=at("00:00").tzinfo)
