"""What the timeline says: of a bar, a launch that was not made and a moment, as a tooltip, a name and an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.forecast import Expected
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import Missed, Pause, Ran
from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr
from gim_manager.presenters.run_view import Evidence, Why
from gim_manager.presenters.time_span import instant_of
from gim_manager.presenters.timeline import Key, Kind, Mark
from gim_manager.presenters.why import time as told_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How the timeline tells times."""

    zone: tzinfo
    now: datetime

    def time(self, instant: datetime, *, seconds: bool = True) -> str:
        """A time, with its date unless that is today's."""
        return words.clock_time(instant, self.zone, today=self.now.astimezone(self.zone).date(), seconds=seconds)

    def within(self, since: datetime, until: datetime | None) -> str:
        """`09:05:57 – 09:08:05`, or `since 09:05:57`."""
        if until is None:
            return tr("since {time}", time=self.time(since))
        end = words.clock_time(until, self.zone, today=until.astimezone(self.zone).date(), since=since)
        return f"{self.time(since)} {words.DASH} {end}"


def name(key: Key) -> str:
    """Whose lane it is."""
    return tr("Re-aggregation of {job}", job=key.job) if key.rebuilds else key.job.value


def tip(mark: Mark, clock: Clock) -> str:
    """All that is said of a mark, a line each; of an empty spot nothing."""
    return "\n".join(_lines(mark, clock))


def spoken(mark: Mark, clock: Clock) -> str:
    """The same in one line of plain words."""
    return words.plain(". ".join(line.rstrip(".") for line in _lines(mark, clock) or [moment(mark, clock)]))


def moment(mark: Mark, clock: Clock) -> str:
    """`Job_ExtractICON at 07:40:00`; `≈` before a time to come."""
    at = instant_of(mark.since)
    expected = f"{words.EXPECTED}{words.NARROW}" if at > clock.now else ""
    return tr("{job} at {time}", job=name(mark.key), time=f"{expected}{clock.time(at)}")


def day_at(at: float, clock: Clock) -> str:
    """`Sun 25 Oct 2026`."""
    return words.full_day(instant_of(at).astimezone(clock.zone).date())


def _lines(mark: Mark, clock: Clock) -> list[str]:
    item = mark.item
    if isinstance(item, Ran):
        return _ran(mark.key, item, clock)
    if isinstance(item, Expected):
        return _expected(mark, item, clock)
    return _missed(item, clock) if isinstance(item, Missed) else []


def _ran(key: Key, run: Ran, clock: Clock) -> list[str]:
    length = ((run.end or clock.now) - run.start).total_seconds()
    lasted = words.duration(length, whole=run.end is None)
    told = retold(words.first_line(run.told))
    by = tr("asked for by {person}", person=words.person(run.by))
    lines = [f"{name(key)} {run.run_id}", _state(run), f"{clock.within(run.start, run.end)} · {lasted}", told, by]
    return [line for line in lines if line]


def _state(run: Ran) -> str:
    state = words.status_name(run.status)
    if run.status is Status.FAILED and run.cause:
        return f"{state}, {words.cause_word(run.cause)}"
    if run.status is Status.STOPPED and run.cause is Cause.PERSON and run.stopped_by:
        return tr("{state} by {person}", state=state, person=run.stopped_by)
    return state


def _expected(mark: Mark, run: Expected, clock: Clock) -> list[str]:
    job = f"{name(mark.key)} {run.run_id}" if run.run_id else name(mark.key)
    begins = f"{words.EXPECTED}{words.NARROW}{clock.time(run.start)}"
    what = (
        tr("{job} is expected to run", job=job)
        if mark.kind is Kind.EXPECTED
        else tr("{job} would run by the unsaved options", job=job)
    )
    when = f"{begins} {words.DASH} {clock.time(run.end)}" if run.end else tr("{time}, no end in sight", time=begins)
    return [what, when, *_by_rule(run.rule, run.reason)]


def _missed(missed: Missed, clock: Clock) -> list[str]:
    job, is_ahead = missed.job, missed.at > clock.now
    if is_ahead:
        done = tr("A launch of {job} will not be made", job=job)
    elif missed.is_held:
        done = tr("A launch of {job} was kept back", job=job)
    else:
        done = tr("A launch of {job} was not made", job=job)
    if missed.count > 1:
        done = tr("{what}, {n} times", "", missed.count, what=done)
    expected = f"{words.EXPECTED}{words.NARROW}" if is_ahead else ""
    return [done, f"{expected}{clock.time(missed.at)}", *_by_rule(missed.rule, missed.reason)]


def _by_rule(rule: str, reason: str) -> list[str]:
    told = retold(reason)
    return [f"{rule} · {told}" if rule else told] if told else []


def crowd(count: int, failed: int, since: float, until: float, clock: Clock) -> str:
    """`38 runs, 2 failed or stopped by a person` and when, where single bars merge."""
    runs = tr("{n} runs", "", count, one="{n} run")
    if failed:
        runs = tr("{runs}, {n} failed or stopped by a person", "", failed, runs=runs)
    begin, end = (clock.time(instant_of(at), seconds=False) for at in (since, until))
    return f"{runs}\n{begin} {words.DASH} {end}"


def answer(mark: Mark, reasons: Sequence[Reason], clock: Clock) -> Why:
    """Why something is expected or was not made, or what is known of a moment and its minute."""
    evidence = tuple(
        Evidence(time=told_time(reason, clock.zone, clock.now), fact=retold(reason.text), rule=reason.rule or "")
        for reason in reasons or _own(mark, clock)
    )
    status = None if mark.kind is Kind.MOMENT else Status.SCHEDULED
    return Why(status=status, cause=None, sentence=_sentence(mark, clock), evidence=evidence)


def _own(mark: Mark, clock: Clock) -> tuple[Reason, ...]:
    """What a mark knows of itself."""
    item = mark.item
    if item is None or isinstance(item, Ran):
        return ()
    at = item.start if isinstance(item, Expected) else item.at
    return (Reason(time=at, text=item.reason, rule=item.rule or None, expected=at > clock.now),)


def _sentence(mark: Mark, clock: Clock) -> str:
    return moment(mark, clock) if mark.kind is Kind.MOMENT else _lines(mark, clock)[0]


def pause(found: Pause, clock: Clock) -> str:
    """`Hold 07:24 – 08:00 · m.keller`, `Suspended since 07:24 · m.keller`."""
    begin = clock.time(found.since, seconds=False)
    if found.until is None:
        when = tr("Hold since {time}", time=begin) if found.is_hold else tr("Suspended since {time}", time=begin)
    else:
        end = clock.time(found.until, seconds=False)
        hold, off = (
            tr("Hold {begin} – {end}", begin=begin, end=end),
            tr("Suspended {begin} – {end}", begin=begin, end=end),
        )
        when = hold if found.is_hold else off
    return f"{when} · {found.by}" if found.by else when


def inside(run: Ran, clock: Clock) -> str:
    """What a long bar says in itself: `since 05:10:44`, `to 02:00 CET`."""
    if run.end is None:
        return tr("since {time}", time=clock.time(run.start))
    return tr("to {time}", time=clock.time(run.end, seconds=False))


def rest(run: Expected, clock: Clock) -> str:
    """What the rest of a running run says in itself: `until Mon 03:00`."""
    return tr("until {time}", time=words.near_day(run.end, clock.zone, now=clock.now)) if run.end else ""
