"""What the rows of alarms and channels say, and what is marked."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from gim_manager.domain.channel import Channel
from gim_manager.domain.outbox import ChannelState
from gim_manager.presenters import alarms
from gim_manager.usecases.alarms import Board, ChannelView
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
    ("channel", "word", "note", "is_warning"),
    [
        (MAIL, "on", "", False),
        (replace(MAIL, is_on=False, problem="Nothing is set."), "off", "", False),
        (replace(MAIL, problem="Nothing is set."), "not set up", "Nothing is set.", True),
        (view(waiting=2), "on", "2 messages on the way", False),
        (view(waiting=1, error="No route."), "failing", "No route.", True),
        (view(error="bob is gone."), "on", "bob is gone.", False),
    ],
)
def test_a_channel_says_how_it_fares(channel: ChannelView, word: str, note: str, is_warning: bool) -> None:
    (row,) = alarms.channel_rows(Board(alarms=(), channels=(channel,)))
    assert (row.name, row.state, row.note, row.is_warning) == ("Mail", word, note, is_warning)
    assert row.test_tip == (channel.problem or "")


def test_a_channel_says_when_it_last_took_a_message() -> None:
    assert alarms.channel_cells(view(delivered_at=NOON), UTC) == ("Mail", "on", "0", "2026-11-23 12:00:00", "")
    assert alarms.channel_cells(MAIL, UTC)[3] == "never"


def test_the_headline_counts_what_is_raised() -> None:
    cleared = replace(ALARM, cleared_at=NOON)
    assert alarms.headline(Board(alarms=(cleared,), channels=())) == "No alarm is raised"
    assert alarms.headline(Board(alarms=(ALARM, cleared), channels=())) == "1 alarm raised"
    assert alarms.headline(Board(alarms=(ALARM, ALARM), channels=())) == "2 alarms raised"
