"""A message reads the same on every channel: one line, some lines, one document."""

from dataclasses import replace
from datetime import timedelta, timezone

from gim_manager.domain.alarm import Alarm, Kind
from gim_manager.domain.health import Rule
from gim_manager.domain.notice import Notice, trial
from tests.language.build import at

ZONE = timezone(timedelta(hours=1))
ALARM = Alarm(
    rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="Job_ExtractICON 7 failed: no\nroom.", id=3,
    raised_at=at("10:00"),
)  # fmt: skip
NOTICE = Notice(kind=Kind.RAISED, alarm=ALARM, info_mart="sqlite:///mart.sqlite", zone=ZONE, delivery=12)


def test_the_line_is_one_line() -> None:
    assert NOTICE.line == "Alarm: job-failed Job_ExtractICON: Job_ExtractICON 7 failed: no room."
    without = replace(NOTICE, kind=Kind.CLEARED, alarm=replace(ALARM, rule=Rule.NO_GOOD_CYCLE, subject=""))
    assert without.line.startswith("Cleared: no-good-cycle: Job_ExtractICON 7")


def test_the_document_has_every_key_and_times_in_the_zone() -> None:
    assert NOTICE.document == {
        "kind": "raised", "delivery": 12, "info_mart": "sqlite:///mart.sqlite", "id": 3, "rule": "job-failed",
        "subject": "Job_ExtractICON", "severity": "critical", "message": "Job_ExtractICON 7 failed: no\nroom.",
        "raised_at": "2026-11-23T11:00:00+01:00", "cleared_at": None,
    }  # fmt: skip
    cleared = replace(NOTICE, kind=Kind.CLEARED, alarm=replace(ALARM, cleared_at=at("10:30")))
    assert cleared.document["cleared_at"] == "2026-11-23T11:30:00+01:00"
    assert "Cleared at  2026-11-23T11:30:00+01:00" in cleared.text
    late = replace(NOTICE, alarm=replace(ALARM, cleared_at=at("10:30")))
    assert late.document["cleared_at"] is None


def test_a_trial_says_that_it_is_one() -> None:
    tried = trial("sqlite:///mart.sqlite", ZONE, at("10:00"))
    assert tried.line == "Test: This is a test message: alarms of this Info Mart reach you this way."
    assert (tried.document["kind"], tried.document["rule"], tried.document["severity"]) == ("test", None, None)
    assert "Rule" not in tried.text and "Sent at" in tried.text
    assert not tried.is_urgent and NOTICE.is_urgent
