"""How a number, a time, a state and a reason read: the one home of wording, for the window and the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from gim_manager.domain.hold import HoldState
from gim_manager.domain.job import TRAITS
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.domain.status import ServerState
from gim_manager.presenters.language import decimal, later, retold, tr
from gim_manager.presenters.language import number as number_in_language

NARROW = "\u202f"
"""The narrow no-break space between a number and its unit."""
NO_BREAK = "\u00a0"
"""The no-break space between the two units of a duration."""
EXPECTED = "≈"
"""Begins every expected time: a guess never reads like a fact."""
DASH = "–"
HYPHEN = "\u2011"
"""At which no line ends, in an option's name."""

_LONG_WORD, _JOINT = re.compile(r"\S{28,}"), re.compile(r"[-_./\\:,;@=]")
_MAY_BREAK = "\u200b"
_MARKED = re.compile(r"`([^`]*)`")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_SECOND = later("s")
_UNITS = (
    (_DAY, later("d"), _HOUR, later("h")), (_HOUR, later("h"), _MINUTE, later("m")), (_MINUTE, later("m"), 1, _SECOND),
)  # fmt: skip
_MONTHS = (
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"), later("Jul"), later("Aug"),
    later("Sep"), later("Oct"), later("Nov"), later("Dec"),
)  # fmt: skip
_WEEKDAYS = (later("Mon"), later("Tue"), later("Wed"), later("Thu"), later("Fri"), later("Sat"), later("Sun"))

STATUS_WORDS: dict[Status, str] = {
    Status.SCHEDULED: later("Scheduled"), Status.RUNNING: later("Running"), Status.STOPPING: later("Stopping"),
    Status.COMPLETE: later("Complete"), Status.FAILED: later("Failed"), Status.STOPPED: later("Stopped"),
    Status.CANCELED: later("Canceled"),
}  # fmt: skip
"""The guide's word of each state."""
_CAUSES = {Cause.ERROR: later("error"), Cause.LOST: later("lost")}

SERVER_WORDS: dict[ServerState, str] = {
    ServerState.NONE: later("No server"),
    ServerState.STANDBY: later("Standing by"),
    ServerState.RUNNING: later("Server running"),
    ServerState.PAUSED: later("Suspended"),
    ServerState.CONFIG_ERROR: later("Configuration error"),
    ServerState.MIGRATION: later("Migration needed"),
    ServerState.UNINITIALIZED: later("Not initialized"),
}
"""The chip of the ETL status panel."""


class ClockParts(NamedTuple):
    """A time as the lists show it: `before` (date or day offset) in a quieter colour, then `time`, then `zone`."""

    before: str
    time: str
    zone: str


def duration(seconds: float, *, whole: bool = False) -> str:
    """Two units at most, rounded down: `0.4 s`, `45 s`, `2 m 05 s`, `1 h 02 m`, `3 d 04 h`.

    `whole` drops the decimal below 10 s, for values that tick.
    """
    seconds = max(0.0, seconds)
    if seconds < 10 and not whole:
        return f"{decimal(int(seconds * 10 + 1e-6) / 10)}{NARROW}{tr(_SECOND)}"
    left = int(seconds)
    for size, unit, smaller, smaller_unit in _UNITS:
        if left >= size:
            more = f"{left % size // smaller:02d}{NARROW}{tr(smaller_unit)}"
            return f"{left // size}{NARROW}{tr(unit)}{NO_BREAK}{more}"
    return f"{left}{NARROW}{tr(_SECOND)}"


def hours(length: timedelta) -> str:
    """`23`, `24.5`: of a day."""
    told = length / timedelta(hours=1)
    return f"{told:.0f}" if told % 1 == 0 else decimal(told)


def count(number: int) -> str:
    """`1,204,332`; job IDs are never grouped and do not come here."""
    return number_in_language(number)


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share of 0.0 to 1.0 as `62 %`, rounded down so that 100 % means done."""
    return f"{int(min(1.0, max(0.0, share)) * 100 + 1e-9)}{NARROW}%"


def day(when: date, *, today: date) -> str:
    """`24 Oct`; another year in full: `2025-10-24`."""
    if when.year != today.year:
        return when.isoformat()
    return tr("{day}\u202f{month}", day=when.day, month=tr(_MONTHS[when.month - 1]))


def month(when: date) -> str:
    """`Oct`."""
    return tr(_MONTHS[when.month - 1])


def weekday(when: date) -> str:
    """`Sun`."""
    return tr(_WEEKDAYS[when.weekday()])


def full_day(when: date) -> str:
    """`Sun 25 Oct 2026`."""
    name, month = weekday(when), tr(_MONTHS[when.month - 1])
    return tr("{weekday} {day} {month} {year}", weekday=name, day=when.day, month=month, year=when.year)


def clock_parts(
    instant: datetime, zone: tzinfo, *, today: date, since: datetime | None = None, seconds: bool = True
) -> ClockParts:
    """The parts of a wall time in `zone`; with `since` the end of something that began then: `+1` if a day later."""
    local = instant.astimezone(zone)
    time = f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"
    before = _days_later(local.date(), since, zone) if since is not None else None
    if before is None:
        before = "" if local.date() == today else day(local.date(), today=today)
    return ClockParts(before, time, (local.tzname() or "") if _is_repeated(local) else "")


def _days_later(ended: date, since: datetime, zone: tzinfo) -> str:
    days = (ended - since.astimezone(zone).date()).days
    return f"+{days}" if days > 0 else ""


def _is_repeated(local: datetime) -> bool:
    """Whether the wall clock shows this time twice."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def clock_time(
    instant: datetime, zone: tzinfo, *, today: date, since: datetime | None = None, seconds: bool = True
) -> str:
    """`06:30:04`; `24 Oct 23:30:04`; an end a day after its start `+1 00:19:30`; in a repeated hour `02:30:04 CET`."""
    return " ".join(part for part in clock_parts(instant, zone, today=today, since=since, seconds=seconds) if part)


def expected(instant: datetime, zone: tzinfo, *, today: date) -> str:
    """`≈ 10:52:40`."""
    return f"{EXPECTED}{NARROW}{clock_time(instant, zone, today=today)}"


def near_day(instant: datetime, zone: tzinfo, *, now: datetime) -> str:
    """`11:00` within 12 hours, `Mon 03:00` within a week, else `24 Oct 03:00`."""
    local = instant.astimezone(zone)
    ahead = instant - now
    if abs(ahead) <= timedelta(hours=12):
        return clock_time(instant, zone, today=local.date(), seconds=False)
    if abs(ahead) < timedelta(days=6):
        return f"{tr(_WEEKDAYS[local.weekday()])}{NARROW}{local:%H:%M}"
    return clock_time(instant, zone, today=now.astimezone(zone).date(), seconds=False)


def countdown(due: datetime, zone: tzinfo, *, now: datetime) -> str:
    """`in 12 m 48 s` up to 12 hours, seconds only in the last hour; beyond, `Mon 03:00`."""
    ahead = (due - now).total_seconds()
    if ahead > 12 * _HOUR:
        return near_day(due, zone, now=now)
    return tr("in {duration}", duration=duration(ahead, whole=True)) if ahead >= 1 else tr("now")


def age(seconds: float) -> str:
    """`2 s ago`."""
    return tr("{duration} ago", duration=duration(seconds, whole=True)) if seconds >= 1 else tr("just now")


def elapsed(run: Run, now: datetime) -> float | None:
    """Seconds from start to end, or to now; None before the start."""
    if run.start_time is None:
        return None
    return max(0.0, ((run.end_time or now) - run.start_time).total_seconds())


def run_duration(run: Run, now: datetime) -> str:
    """The duration column: ticking in whole seconds while the run goes on."""
    seconds = elapsed(run, now)
    return "" if seconds is None else duration(seconds, whole=run.end_time is None)


def status_name(status: Status) -> str:
    """The word of a state, as on every screen."""
    return tr(STATUS_WORDS.get(status, status.value))


def status_word(run: Run) -> str:
    """The word of the run's state."""
    return status_name(run.status)


_BY_SCHEDULE = later("scheduler")


def asker(run: Run) -> str:
    """Who asked for the run: a person, or the scheduler."""
    return person(run.requested_by)


def person(name: str) -> str:
    """A person by their name, or the scheduler."""
    return tr(_BY_SCHEDULE) if name == SCHEDULER else name


def cause_word(cause: Cause) -> str:
    """`error` or `lost`."""
    return tr(_CAUSES[cause])


def status_detail(run: Run, now: datetime) -> str:
    """What stands beside the word: percent, `kill in 7 s`, `error` or `lost`; empty for the rest."""
    if run.status is Status.RUNNING:
        endless = TRAITS[run.job].endless and not run.is_reaggregation
        return percent(run.progress) if run.progress is not None else tr("no end set") if endless else ""
    if run.status is Status.STOPPING and run.kill_at is not None and not run.is_reaggregation:
        left = (run.kill_at - now).total_seconds()
        return tr("kill in {duration}", duration=duration(left, whole=True)) if left >= 1 else tr("killing")
    if run.status is Status.FAILED and run.cause in (Cause.ERROR, Cause.LOST):
        return cause_word(run.cause)
    return ""


def status_spoken(run: Run, now: datetime) -> str:
    """The state for a screen reader and the clipboard: `Running, 62 percent`."""
    detail = plain(status_detail(run, now)).replace(" %", f" {tr('percent')}")
    return f"{status_word(run)}, {detail}" if detail else status_word(run)


def quoted(text: str) -> str:
    """A sentence that marks what is typed by backticks, as one that is read: such as “30 2”."""
    return _MARKED.sub(lambda found: tr("“{typed}”", typed=found[1]), text)


def first_line(text: str) -> str:
    """The first line that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def note(run: Run) -> str:
    """What the other columns cannot say: why it waits, how far it is, the error's first line, who stopped it."""
    if run.status is Status.FAILED:
        return retold(first_line(run.error or run.reason or run.note or ""))
    if run.status in (Status.STOPPED, Status.CANCELED):
        return stopped_note(run)
    if run.status is Status.SCHEDULED:
        return retold(first_line(run.reason or "")) or first_line(run.parameters or "")
    return retold(first_line(run.note or "")) or first_line(run.parameters or "")


def stopped_note(run: Run) -> str:
    """`by a.novak: “testing chunk-size”`, or the rule's reason."""
    if run.cause is Cause.PERSON and run.stopped_by:
        reason = first_line(run.reason or "")
        if reason:
            return tr("by {person}: “{reason}”", person=run.stopped_by, reason=reason)
        return tr("by {person}", person=run.stopped_by)
    return retold(first_line(run.reason or run.note or ""))


def server_word(state: ServerState) -> str:
    """The state of the server in two words."""
    return tr(SERVER_WORDS[state])


def hold_state(state: HoldState, waits_for: str | None) -> str:
    """How far a hold is, as the end of a sentence about it; `waits_for` names runs."""
    runs = retold(waits_for or "")
    if state is HoldState.WAITING:
        return tr("maintenance waits for {runs}", runs=runs) if runs else tr("maintenance is about to begin")
    if state is HoldState.MAINTAINING:
        return tr("until {runs} has ended", runs=runs or tr("its maintenance"))
    if state is HoldState.RESUMING:
        return tr("until {runs} has stopped", runs=runs or tr("its maintenance"))
    return tr("without maintenance") if state is HoldState.HELD else tr("ended")


def breakable(text: str) -> str:
    """The text with places in very long words at which a line may end: behind what parts them."""
    return _LONG_WORD.sub(lambda word: _JOINT.sub(rf"\g<0>{_MAY_BREAK}", word[0]), text)


def plain(text: str) -> str:
    """The text with ordinary spaces, for the clipboard, files and terminals."""
    return text.replace(NARROW, " ").replace(NO_BREAK, " ")


def plain_time(instant: datetime | None, zone: tzinfo) -> str:
    """`2026-10-25T10:37:08+01:00` for the clipboard and CSV; empty for None."""
    return "" if instant is None else instant.astimezone(zone).isoformat(timespec="seconds")


def plain_seconds(run: Run) -> str:
    """The duration of an ended run in seconds, to the millisecond, for the clipboard and CSV."""
    if run.start_time is None or run.end_time is None:
        return ""
    return f"{(run.end_time - run.start_time).total_seconds():.3f}".rstrip("0").rstrip(".")


def time_tip(instant: datetime, zone: tzinfo) -> str:
    """Date, zone, offset, UTC and this computer's time, a line each."""
    local, utc, here = instant.astimezone(zone), instant.astimezone(UTC), instant.astimezone()
    return (
        f"{full_day(local.date())} {local:%H:%M:%S} {zone} (UTC{local:%z})\n"
        f"{utc:%H:%M:%S} UTC\n{tr('{time} on this computer', time=f'{here:%H:%M:%S}')}"
    )


def full_note(run: Run) -> str:
    """All that the run says of itself, whole: the note as a tooltip and in details."""
    texts = (run.reason, run.note, run.error)
    said = [retold(text.strip()) for text in texts if text and text.strip()]
    return "\n".join(dict.fromkeys([note(run), *said])).strip()
