"""How values, schedules and zones read beside an editor."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from gim_manager.domain.cron2 import cron2
from gim_manager.domain.errors import BadOption
from gim_manager.domain.options import Options, option
from gim_manager.domain.timing import zone_named
from gim_manager.domain.verify import verify
from gim_manager.presenters import option_words as told

NOW = datetime(2026, 10, 25, 9, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0 4", "daily at 04:00"),
        ("20 *", "hourly at :20"),
        ("0/10 *", "every 10 minutes"),
        ("* *", "every minute"),
        ("20 0/8", "at 00:20, 08:20, 16:20"),
        ("0,10 *", "48 times a day"),
        ("0,30 6-20", "30 times a day"),
    ],
)
def test_a_schedule_in_words(text: str, words: str) -> None:
    assert told.cron(cron2(text)) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Berlin", "now 10:47 CET, UTC+1"),
        ("GMT", "now 09:47, UTC+0"),
        ("Asia/Kolkata", "now 15:17 IST, UTC+5:30"),
        ("America/St_Johns", "now 07:17 NDT, UTC-2:30"),
        ("GMT+3:00", "now 12:47, UTC+3"),
    ],
)
def test_a_zone_says_what_time_it_is_there(zone: str, words: str) -> None:
    assert told.zone_now(zone_named(zone), NOW) == words


def test_a_value_says_more_only_where_it_is_right() -> None:
    schedule, zone = option("schedule", "export-schedule"), option("schedule", "timezone")
    assert told.about(schedule, "20 0/8", NOW) == "at 00:20, 08:20, 16:20"
    assert told.about(schedule, "70 *", NOW) == told.about(zone, "Nowhere", NOW) == ""
    assert told.about(option("schedule", "etl-frequency"), "20", NOW) == "minutes"


def test_R32_the_next_five_times_over_a_change_of_the_clock() -> None:
    times = told.next_times("30 2", ZoneInfo("Europe/Berlin"), datetime(2026, 10, 23, 12, tzinfo=UTC))
    assert times == (
        ("Sat 24 Oct", "02:30", "CEST"), ("Sun 25 Oct", "02:30", "CEST"), ("Mon 26 Oct", "02:30", "CET"),
        ("Tue 27 Oct", "02:30", "CET"), ("Wed 28 Oct", "02:30", "CET"),
    )  # fmt: skip
    assert told.next_times("often", UTC, NOW) == ()


def test_empty_default_and_secret_values_have_words() -> None:
    url, host = option("alarms", "webhook-url"), option("alarms", "mail-host")
    assert told.value(host, None) == "default"
    assert told.value(host, "") == "nothing"
    assert told.value(url, "https://hooks.example.com/s3cret") == told.MASK
    assert told.value(url, "") == "nothing"
    assert told.default(host) == "default nothing"
    assert told.default(option("gim-etl", "sm-resource-state-priority")) == "default ACW, NOT_READY, BUSY, READY"


def test_what_is_wrong_is_told_without_the_name_and_what_to_do() -> None:
    declared = option("schedule", "maintain-start-time")
    (finding,) = verify(Options(values={("schedule", "maintain-start-time"): "12:00"}))
    assert told.short(declared, finding.message, "12:00") == "lies inside the ETL window from 06:00 to 22:00"
    with pytest.raises(BadOption) as wrong:
        declared.checked("noon")
    assert "maintain-start-time" in str(wrong.value)
