"""A stretch of time: its windows by the options of each part of it, and when launches were switched off."""

from datetime import datetime

from gim_manager.domain.options import Options
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Ran, Room, Setting, bands, switched_off
from tests.language.build import EXTRACT, a_run, at, options


def setting(since: str, until: str, by: str | None = None, **schedule: str) -> Setting:
    return Setting(options=options(**schedule), since=at(since), until=at(until), by=by)


def walls(found, room: Room) -> list[tuple[datetime, datetime]]:
    return [(band.since, band.until) for band in found if band.room is room]


def test_a_run_that_waits_is_no_part_of_the_picture() -> None:
    assert Ran.of(a_run(EXTRACT, Status.SCHEDULED)) is None


def test_a_run_keeps_what_it_says_of_itself_first_its_error() -> None:
    run = a_run(EXTRACT, number=7, status=Status.FAILED, start_time=at("06:00"), error="broken " * 99, note="far")
    ran = Ran.of(run)
    assert ran is not None
    assert (ran.run_id, ran.start, len(ran.told), ran.told[:6]) == (7, at("06:00"), 200, "broken")


def test_windows_are_cut_at_the_edges_and_may_span_midnight() -> None:
    found = bands([setting("00:00", "2026-11-24T00:00", etl_start_time="06:00", etl_end_time="02:00")])
    assert walls(found, Room.ETL) == [(at("00:00"), at("02:00")), (at("06:00"), at("2026-11-24T00:00"))]


def test_a_window_changes_with_its_options() -> None:
    found = bands([
        setting("05:00", "12:00", etl_start_time="06:00", etl_end_time="22:00"),
        setting("12:00", "20:00", etl_start_time="15:00", etl_end_time="22:00"),
    ])  # fmt: skip
    assert walls(found, Room.ETL) == [(at("06:00"), at("12:00")), (at("15:00"), at("20:00"))]


def test_touching_windows_of_aggregation_are_one_band() -> None:
    daily = {"run_aggregates": "true", "aggregate_schedule": "0 2"}
    found = bands([setting("00:00", "2026-11-29T00:00", aggregate_duration="24:00", **daily)])
    assert walls(found, Room.AGGREGATION) == [(at("00:00"), at("2026-11-29T00:00"))]
    apart = bands([setting("00:00", "2026-11-24T00:00", aggregate_duration="1:00", **daily)])
    assert walls(apart, Room.AGGREGATION) == [(at("02:00"), at("03:00"))]
    assert walls(bands([setting("00:00", "20:00", run_aggregates="false")]), Room.AGGREGATION) == []


def test_a_schedule_that_cannot_be_read_has_no_windows() -> None:
    wrong = Options(values={("schedule", "timezone"): "Nowhere/Land"})
    assert bands([Setting(options=wrong, since=at("00:00"), until=at("12:00"))]) == ()


def test_a_schedule_that_was_switched_off_is_one_pause_with_who_did_it() -> None:
    found = switched_off([
        setting("00:00", "08:00"),
        setting("08:00", "09:00", "ada", run_scheduler="false"),
        setting("09:00", "10:00", "bob", run_scheduler="false", etl_frequency="20"),
        setting("10:00", "12:00", "ada"),
    ])  # fmt: skip
    assert [(pause.since, pause.until, pause.by, pause.is_hold) for pause in found] == [
        (at("08:00"), at("10:00"), "ada", False)
    ]
