"""What the rows of alarms and channels say, and what is marked."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule
from gim_manager.domain.outbox import Board, ChannelState, ChannelView
from gim_manager.presenters import alarms
from tests.language.notices import ALARM
from tests.language.stored import NOON

MAIL = ChannelView(is_on=True, problem=None, state=ChannelState(channel=Channel.MAIL))


def view(**state: object) -> ChannelView:
    return replace(MAIL, state=replace(MAIL.state, **state))  # type: ignore[arg-type]


def test_an_alarm_says_since_when_it_is_what_it_is() -> None:
    row = alarms.alarm_cells(ALARM, UTC, NOON)
    assert row == ("raised", "12:00:00", "job-failed", "critical", ALARM.message)
    cleared = replace(ALARM, cleared_at=NOON + timedelta(minutes=1))
    assert alarms.alarm_cells(cleared, UTC, NOON)[:2] == ("cleared", "12:01:00")


@pytest.mark.parametrize(
    ("channel", "word", "note", "mark"),
    [
        (MAIL, "on", "", alarms.GOOD),
        (replace(MAIL, is_on=False, problem="Nothing is set."), "off", "", alarms.OFF),
        (replace(MAIL, problem="Nothing is set."), "not set up", "Nothing is set.", alarms.WARNING),
        (view(waiting=2), "on", "2 messages on the way", alarms.GOOD),
        (view(waiting=1, error="No route."), "failing", "No route.", alarms.WARNING),
        (view(error="bob is gone."), "on", "bob is gone.", alarms.GOOD),
    ],
)
def test_a_channel_says_how_it_fares(channel: ChannelView, word: str, note: str, mark: alarms.Mark) -> None:
    (row,) = alarms.channel_rows(Board(alarms=(), channels=(channel,)))
    assert (row.name, row.state, row.note, row.mark) == ("Mail", word, note, mark)
    assert row.problem == (channel.problem or "")


def test_a_channel_says_when_it_last_took_a_message() -> None:
    assert alarms.channel_cells(view(delivered_at=NOON), UTC) == ("Mail", "on", "0", "2026-11-23 12:00:00", "")
    assert alarms.channel_cells(MAIL, UTC)[3] == "never"


def test_the_headline_counts_what_is_raised() -> None:
    cleared = replace(ALARM, cleared_at=NOON)
    assert alarms.headline(Board(alarms=(cleared,), channels=())) == "No alarm is raised"
    assert alarms.headline(Board(alarms=(ALARM, cleared), channels=())) == "1 alarm raised"
    assert alarms.headline(Board(alarms=(ALARM, ALARM), channels=())) == "2 alarms raised"


def test_an_alarm_is_marked_by_its_severity_while_it_is_raised() -> None:
    late = replace(ALARM, rule=Rule.SOURCE_DELAYED, subject="Berlin", message="Late.")
    cleared = replace(ALARM, cleared_at=NOON + timedelta(minutes=1))
    rows = alarms.alarm_rows(Board(alarms=(ALARM, late, cleared), channels=()), UTC, NOON)
    assert [row.mark for row in rows] == [alarms.CRITICAL, alarms.WARNING, alarms.QUIET]
    assert (rows[1].state, rows[1].about, rows[1].message) == ("Raised", "Berlin", "Late.")
    assert rows[2].tip.endswith("job-failed, critical, raised at 2026-11-23 12:00:00, cleared at 2026-11-23 12:01:00")


def test_the_newest_alarm_stands_for_all() -> None:
    assert alarms.newest(Board(alarms=(), channels=())) == alarms.Newest()
    one = alarms.newest(Board(alarms=(ALARM,), channels=()))
    assert (one.mark, one.text) == (alarms.CRITICAL, "Alarm: Job_ExtractICON")
    other = replace(ALARM, rule=Rule.NO_GOOD_CYCLE, subject="", message="None.")
    two = alarms.newest(Board(alarms=(other, ALARM), channels=()))
    assert (two.text, two.tip) == ("Alarm: no-good-cycle and 1 more", f"None.\n{ALARM.message}")
