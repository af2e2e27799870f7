"""What a stretch of time holds: runs, launches that were not made, pauses and windows; instants are aware UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.domain.schedule import SECTION, read_schedule
from gim_manager.domain.window import DailyWindow, TickWindows

_INSTANT = timedelta(microseconds=1)
TOLD = 200
"""Characters of what a run says of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A started run, as much of it as a picture of many needs."""

    run_id: int
    job: Job
    status: Status
    start: datetime
    end: datetime | None = None
    """None while it runs."""
    cause: Cause | None = None
    by: str = SCHEDULER
    stopped_by: str | None = None
    rebuilds: bool = False
    """A re-aggregation request (R18)."""
    told: str = ""
    """Its error, reason or note, cut."""

    @classmethod
    def of(cls, run: Run) -> Ran | None:
        """The same of a whole run; None of one that has not started."""
        if run.start_time is None:
            return None
        return cls(
            run_id=run.id, job=run.job, status=run.status, start=run.start_time, end=run.end_time, cause=run.cause,
            by=run.requested_by, stopped_by=run.stopped_by, rebuilds=run.is_reaggregation,
            told=(run.error or run.reason or run.note or "")[:TOLD],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A launch that is not made at its time, by which rule and why."""

    job: Job
    at: datetime
    rule: str
    reason: str
    count: int = 1
    """How often the same was decided."""
    is_held: bool = False
    """It is kept back, and may still be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Launches are suspended: by a hold (R23), or by run-scheduler (R01)."""

    since: datetime
    until: datetime | None = None
    """When it ended, or is expected to; None where nobody knows."""
    by: str | None = None
    is_hold: bool = True
    maintains: bool = False
    """Job_MaintainGIM runs in it."""


class Room(StrEnum):
    """Whose windows there are."""

    ETL = "etl"
    AGGREGATION = "aggregation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A window of the schedule, as far as it is looked at."""

    room: Room
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Options in force from `since` to `until`, and who set them."""

    options: Options
    since: datetime
    until: datetime
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """An option that a person changed; None stands for the default."""

    at: datetime
    by: str
    section: str
    name: str
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A data source was known to be late (X05) from `since` to `until`, None while it is."""

    source: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reached:
    """From `at` on the data up to `to` were complete: a transformation had committed them."""

    at: datetime
    to: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of the time from `since` to `until`."""

    since: datetime
    until: datetime
    runs: tuple[Ran, ...] = ()
    """In the order of their starts."""
    whole_from: datetime | None = None
    """There were too many: runs that started before this are left out."""
    missed: tuple[Missed, ...] = ()
    pauses: tuple[Pause, ...] = ()
    bands: tuple[Band, ...] = ()
    altered: tuple[Altered, ...] = ()
    """In the order of time."""
    delays: tuple[Delay, ...] = ()
    reached: tuple[Reached, ...] = ()
    """How far the data had come, in the order of time; the first of them may lie before."""


def bands(settings: Iterable[Setting]) -> tuple[Band, ...]:
    """The windows of ETL and of aggregation while each of these options is in force; touching ones joined."""
    return joined(band for setting in settings for band in _bands(setting))


def joined(found: Iterable[Band]) -> tuple[Band, ...]:
    """By room and time, touching ones of one room as one."""
    whole: list[Band] = []
    for band in sorted(found, key=lambda band: (band.room, band.since)):
        last = whole[-1] if whole else None
        if last and last.room is band.room and last.until >= band.since:
            whole[-1] = Band(room=band.room, since=last.since, until=max(last.until, band.until))
        else:
            whole.append(band)
    return tuple(whole)


def switched_off(settings: Iterable[Setting]) -> tuple[Pause, ...]:
    """When run-scheduler was false; the last such pause has no end as long as nobody gives it one."""
    found: list[Pause] = []
    last: Setting | None = None
    for setting in settings:
        if not setting.options.flag(SECTION, "run-scheduler"):
            if found and last and found[-1].until == setting.since:
                found[-1] = Pause(since=found[-1].since, until=setting.until, by=found[-1].by, is_hold=False)
            else:
                found.append(Pause(since=setting.since, until=setting.until, by=setting.by, is_hold=False))
        last = setting
    return tuple(found)


def _bands(setting: Setting) -> Iterator[Band]:
    try:
        schedule = read_schedule(setting.options)
    except BadSchedule:
        return
    yield from _daily(schedule.etl, setting.since, setting.until)
    if schedule.aggregate is not None:
        yield from _ticking(schedule.aggregate, setting.since, setting.until)


def _daily(windows: DailyWindow, since: datetime, until: datetime) -> Iterator[Band]:
    window = windows.opened(since)
    while window.opens < until:
        if window.closes > since:
            yield Band(room=Room.ETL, since=max(window.opens, since), until=min(window.closes, until))
        window = windows.following(window.opens)


def _ticking(windows: TickWindows, since: datetime, until: datetime) -> Iterator[Band]:
    at: datetime | None = since
    while at is not None and at < until:
        window = windows.at(at)
        if window is None:
            at = windows.following(at)
            continue
        yield Band(room=Room.AGGREGATION, since=max(window.opens, since), until=min(window.closes, until))
        at = max(window.closes, at + _INSTANT)
