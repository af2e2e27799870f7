"""The rows of a calendar: each quarter hour of UTC, labelled by the wall clock of one zone, summer time and all
(M03)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import groupby

from gim_manager.domain.calendar_year import Place, Year
from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch

SLOT = 900
_DAY = timedelta(days=1)
_PERIODS = ("week", "month", "quarter", "year")
RUNNING = ("year", "quarter", "month", "week", "day", "hour", "30min")

Row = dict[str, object]


def slot_of(seconds: int) -> int:
    """The DATE_TIME_KEY of a moment."""
    return seconds - seconds % SLOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How quarter hours are labelled: a wall clock, and what a week, a month and a year are."""

    clock: LocalClock
    year: Year

    def day_key(self, day: date) -> int:
        """The first slot of a local day; of a day that the zone skipped, that of the day after."""
        first = to_epoch(self.clock.instant(day, timedelta()))
        return -(-first // SLOT) * SLOT

    def days(self, since: date, until: date) -> Iterator[date]:
        """The local days from `since` up to, not including, `until`; a day that the zone skipped is none."""
        day = since
        while day < until:
            if self.day_key(day) < self.day_key(day + _DAY):
                yield day
            day += _DAY


@dataclass(slots=True)
class Filling:
    """Goes through the days in order; `running` are the RUNNING_ numbers of the row before the next."""

    calendar: Calendar
    running: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RUNNING, 0))

    def day(self, day: date) -> Iterator[Row]:
        """The rows of a local day: 92, 96 or 100 in most zones."""
        place = self.calendar.year.place(day)
        fixed = self._of_the_day(day, place)
        for keys, slots in self._halves(day):
            shared = fixed | keys | {f"running_{name}_num": number for name, number in self.running.items()}
            for key, wall in slots:
                yield shared | _of_the_slot(key, wall)

    def _of_the_day(self, day: date, place: Place) -> Row:
        self.running["day"] += 1
        for period in _PERIODS:
            begins = place.starts[period] == day or not self.running[period]
            self.running[period] += begins
        keys = {f"date_time_{period}_key": self.calendar.day_key(place.starts[period]) for period in _PERIODS}
        ends = {f"date_time_next_{period}_key": self.calendar.day_key(place.ends[period]) for period in _PERIODS}
        own = {
            "date_time_day_key": self.calendar.day_key(day),
            "date_time_next_day_key": self.calendar.day_key(day + _DAY),
        }
        return keys | ends | own | place.numbers() | place.labels()

    def _halves(self, day: date) -> Iterator[tuple[Row, list[tuple[int, datetime]]]]:
        """Of each half hour the keys of hours and half hours and of those that follow, and its quarter hours."""
        first, end = self.calendar.day_key(day), self.calendar.day_key(day + _DAY)
        walls = [(key, self.calendar.clock.local(from_epoch(key))) for key in range(first, end, SLOT)]
        halves = [list(run) for _, run in groupby(walls, key=lambda slot: _half(slot[1]))]
        hours = [[half[0][0] for half in run] for _, run in groupby(halves, key=lambda half: _hour(half[0][1]))]
        hour_of = {half: hour[0] for hour in hours for half in hour}
        next_hour = dict(zip((hour[0] for hour in hours), [*(hour[0] for hour in hours[1:]), end], strict=True))
        for half, following in zip(halves, [*(run[0][0] for run in halves[1:]), end], strict=True):
            key = half[0][0]
            self.running["30min"] += 1
            self.running["hour"] += hour_of[key] == key
            keys: Row = {
                "date_time_30int_key": key, "date_time_next_30int_key": following,
                "date_time_hour_key": hour_of[key], "date_time_next_hour_key": next_hour[hour_of[key]],
            }  # fmt: skip
            yield keys, half


def _half(wall: datetime) -> tuple[int, int, timedelta | None]:
    return wall.hour, wall.minute // 30, wall.utcoffset()


def _hour(wall: datetime) -> tuple[int, timedelta | None]:
    return wall.hour, wall.utcoffset()


def _of_the_slot(key: int, wall: datetime) -> Row:
    day = wall.date().isoformat()
    clock, suffixes = _of_the_clock(wall.hour, wall.minute)
    return clock | {
        "date_time_key": key, "date_time_next_key": key + SLOT, "label_tz": _offset(wall.utcoffset() or timedelta()),
        **{label: f"{day} {suffix}" for label, suffix in suffixes},
    }  # fmt: skip


@cache
def _of_the_clock(hour: int, minute: int) -> tuple[Row, tuple[tuple[str, str], ...]]:
    """What a quarter hour has in common with that of every other day; and by label, what follows the date in it."""
    twelve, noon = (hour + 11) % 12 + 1, "AM" if hour < 12 else "PM"
    half, quarter = minute // 30 * 30, minute // 15 * 15
    fixed: Row = {
        "cal_hour_num_in_day": twelve, "cal_hour_24_num_in_day": hour, "cal_minute_num_in_hour": minute,
        "cal_30minute_num_in_hour": half, "ampm_indicator": noon, "label_hh": f"{twelve:02} {noon}",
        "label_hh24": f"{hour:02}", "label_30int": f"{hour:02}:{half:02}", "label_15int": f"{hour:02}:{quarter:02}",
    }  # fmt: skip
    return fixed, (
        ("label_yyyy_mm_dd_hh", f"{twelve:02} {noon}"),
        ("label_yyyy_mm_dd_hh24", f"{hour:02}"),
        ("label_yyyy_mm_dd_hh_30int", f"{twelve:02}:{half:02} {noon}"),
        ("label_yyyy_mm_dd_hh24_30int", f"{hour:02}:{half:02}"),
        ("label_yyyy_mm_dd_hh_15int", f"{twelve:02}:{quarter:02} {noon}"),
        ("label_yyyy_mm_dd_hh24_15int", f"{hour:02}:{quarter:02}"),
    )


@cache
def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def beyond(forever: int) -> Row:
    """The one row far ahead that stands for what has not ended: every key of it is `forever`."""
    utc = Calendar(clock=LocalClock(zone=UTC), year=Year())
    last = from_epoch(forever)
    row = next(Filling(utc).day(last.date())) | _of_the_slot(forever, last)
    return {name: forever if name.endswith("_key") else value for name, value in row.items()}


def resumed(last: Mapping[str, int]) -> dict[str, int]:
    """RUNNING_ numbers to go on from, of a calendar's last row."""
    return {name: last[f"running_{name}_num"] for name in RUNNING}
