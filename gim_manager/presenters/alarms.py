"""Alarms and their channels in words: rows for the command line and the window, and what a button may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.alarm import Alarm
from gim_manager.domain.channel import Channel
from gim_manager.presenters import words
from gim_manager.usecases.alarms import Board, ChannelView

ALARM_HEADINGS = ("State", "Since", "Alarm", "Severity", "What")
CHANNEL_HEADINGS = ("Channel", "State", "Waiting", "Last accepted", "Note")
NAMES: dict[Channel, str] = {
    Channel.MAIL: "Mail", Channel.WEBHOOK: "Webhook", Channel.COMMAND: "Command", Channel.SYSLOG: "Syslog",
    Channel.EVENT_LOG: "Windows event log",
}  # fmt: skip


def alarm_cells(alarm: Alarm, zone: tzinfo, now: datetime) -> tuple[str, ...]:
    """A row under ALARM_HEADINGS."""
    state = "raised" if alarm.is_raised else "cleared"
    since = words.clock_time(alarm.cleared_at or alarm.raised_at, zone, today=now.astimezone(zone).date())
    return state, since, alarm.rule.value, alarm.severity.value, alarm.message


def channel_cells(view: ChannelView, zone: tzinfo) -> tuple[str, ...]:
    """A row under CHANNEL_HEADINGS."""
    accepted = view.state.delivered_at
    when = f"{accepted.astimezone(zone):%Y-%m-%d %H:%M:%S}" if accepted else "never"
    return NAMES[view.channel], state_word(view), str(view.state.waiting), when, note(view)


def state_word(view: ChannelView) -> str:
    """Whether a channel is on and works, in a word."""
    if not view.is_on:
        return "off"
    if view.problem:
        return "not set up"
    return "failing" if view.state.waiting and view.state.error else "on"


def note(view: ChannelView) -> str:
    """What is the matter with a channel; empty if nothing is."""
    if view.is_on and view.problem:
        return view.problem
    return view.state.error or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """One channel as the dialog shows it."""

    channel: Channel
    name: str
    state: str
    note: str
    is_warning: bool
    test_tip: str
    """Why the Test button can do nothing; empty if it can."""


def channel_rows(board: Board) -> tuple[ChannelRow, ...]:
    """All channels, in their order."""
    return tuple(
        ChannelRow(
            channel=view.channel, name=NAMES[view.channel], state=state_word(view), note=note(view) or _waits(view),
            is_warning=view.is_on and bool(view.problem or (view.state.waiting and view.state.error)),
            test_tip=view.problem or "",
        )
        for view in board.channels
    )  # fmt: skip


def _waits(view: ChannelView) -> str:
    return words.counted(view.state.waiting, "message") + " on the way" if view.state.waiting else ""


def headline(board: Board) -> str:
    """What is raised, in a line."""
    if not board.raised:
        return "No alarm is raised"
    return f"{words.counted(len(board.raised), 'alarm')} raised"
