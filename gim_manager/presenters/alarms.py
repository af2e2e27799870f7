"""Alarms and their channels in words: rows for the command line and the window, and what a button may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from gim_manager.domain.alarm import Alarm, Severity
from gim_manager.domain.channel import Channel
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr

if TYPE_CHECKING:
    from gim_manager.domain.outbox import Board, ChannelView

ALARM_HEADINGS = (later("State"), later("Since"), later("Alarm"), later("Severity"), later("What"))
CHANNEL_HEADINGS = (later("Channel"), later("State"), later("Waiting"), later("Last accepted"), later("Note"))
NAMES: dict[Channel, str] = {
    Channel.MAIL: later("Mail"), Channel.WEBHOOK: later("Webhook"),
    Channel.COMMAND: later("Command"), Channel.SYSLOG: later("Syslog"), Channel.EVENT_LOG: later("Windows event log"),
}  # fmt: skip


_SEVERITIES: dict[Severity, str] = {Severity.WARNING: later("warning"), Severity.CRITICAL: later("critical")}


def alarm_cells(alarm: Alarm, zone: tzinfo, now: datetime) -> tuple[str, ...]:
    """A row under ALARM_HEADINGS."""
    state = tr("raised") if alarm.is_raised else tr("cleared")
    since = words.clock_time(alarm.cleared_at or alarm.raised_at, zone, today=now.astimezone(zone).date())
    return state, since, alarm.rule.value, tr(_SEVERITIES[alarm.severity]), retold(alarm.message)


def channel_cells(view: ChannelView, zone: tzinfo) -> tuple[str, ...]:
    """A row under CHANNEL_HEADINGS."""
    accepted = view.state.delivered_at
    when = _moment(accepted, zone) if accepted else tr("never")
    return tr(NAMES[view.channel]), tr(_STATES[state_word(view)][0]), str(view.state.waiting), when, note(view)


def state_word(view: ChannelView) -> str:
    """Whether a channel is on and works, in a word; `_STATES` says it in the language in use."""
    if not view.is_on:
        return "off"
    if view.problem:
        return "not set up"
    return "failing" if view.state.waiting and view.state.error else "on"


def state_words() -> tuple[str, ...]:
    """Every word that tells how a channel fares."""
    return tuple(tr(word) for word, _ in _STATES.values())


def note(view: ChannelView) -> str:
    """What is the matter with a channel; empty if nothing is."""
    if view.is_on and view.problem:
        return retold(view.problem)
    return retold(view.state.error or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A glyph and the token of its colour."""

    icon: str
    token: str


CRITICAL, WARNING = Mark(icon="failed", token="failed"), Mark(icon="warning", token="stopping")
QUIET, GOOD = Mark(icon="check", token="text2"), Mark(icon="check", token="complete")
OFF = Mark(icon="hollow-dot", token="text2")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """One alarm as the dialog shows it."""

    mark: Mark
    is_raised: bool
    state: str
    since: str
    about: str
    message: str
    tip: str


def alarm_rows(board: Board, zone: tzinfo, now: datetime) -> tuple[AlarmRow, ...]:
    """What is raised, then what was."""
    return tuple(_alarm_row(alarm, zone, now) for alarm in board.alarms)


def _alarm_row(alarm: Alarm, zone: tzinfo, now: datetime) -> AlarmRow:
    state, since, rule, severity, message = alarm_cells(alarm, zone, now)
    times = tr("raised at {moment}", moment=_moment(alarm.raised_at, zone))
    if alarm.cleared_at:
        cleared = _moment(alarm.cleared_at, zone)
        times = tr("raised at {moment}, cleared at {cleared}", moment=_moment(alarm.raised_at, zone), cleared=cleared)
    return AlarmRow(
        mark=mark_of(alarm), is_raised=alarm.is_raised, state=state.capitalize(), since=since,
        about=retold(alarm.subject) or rule, message=message, tip=f"{message}\n{rule}, {severity}, {times}",
    )  # fmt: skip


def mark_of(alarm: Alarm) -> Mark:
    """By severity while it is raised, quiet afterwards."""
    if not alarm.is_raised:
        return QUIET
    return CRITICAL if alarm.severity is Severity.CRITICAL else WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """One channel as the dialog shows it."""

    channel: Channel
    name: str
    mark: Mark
    state: str
    note: str
    problem: str
    """Why a test can do nothing yet; empty if it can."""


_STATES: dict[str, tuple[str, Mark]] = {
    "off": (later("off"), OFF), "on": (later("on"), GOOD), "not set up": (later("not set up"), WARNING),
    "failing": (later("failing"), WARNING),
}  # fmt: skip


def channel_rows(board: Board) -> tuple[ChannelRow, ...]:
    """All channels, in their order."""
    return tuple(
        ChannelRow(
            channel=view.channel, name=tr(NAMES[view.channel]), mark=_STATES[state_word(view)][1],
            state=tr(_STATES[state_word(view)][0]),
            note=note(view) or _waits(view), problem=retold(view.problem or ""),
        )
        for view in board.channels
    )  # fmt: skip


def _waits(view: ChannelView) -> str:
    if not view.state.waiting:
        return ""
    return tr("{n} messages on the way", "", view.state.waiting, one="{n} message on the way")


def headline(board: Board) -> str:
    """What is raised, in a line."""
    if not board.raised:
        return tr("No alarm is raised")
    return tr("{n} alarms raised", "", len(board.raised), one="{n} alarm raised")


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The newest alarm that is raised, for the status line; no text where none is."""

    mark: Mark = QUIET
    text: str = ""
    short: str = ""
    """Where there is little room: how many are raised."""
    tip: str = ""


def newest(board: Board) -> Newest:
    """What it is about, how many more there are, and the sentences of all as a tip."""
    if not board.raised:
        return Newest()
    first, more = board.raised[0], len(board.raised) - 1
    subject = retold(first.subject) or first.rule.value
    text = tr("Alarm: {subject}", subject=subject)
    if more:
        text = tr("Alarm: {subject} and {more} more", subject=subject, more=more)
    tip = "\n".join(retold(alarm.message) for alarm in board.raised)
    return Newest(mark=mark_of(first), text=text, short=headline(board), tip=tip)


def _moment(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
