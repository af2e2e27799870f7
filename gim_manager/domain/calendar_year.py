"""Where a day stands in its week, month, quarter and year: Gregorian or fiscal, simple weeks or whole ones (M03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_DAY = timedelta(days=1)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One day's place; `starts` and `ends` by period, ends not included."""

    day: date
    year: int
    quarter: int
    month: int
    month_name: str
    week_year: int
    week: int
    starts: dict[str, date]
    ends: dict[str, date]

    def numbers(self) -> dict[str, object]:
        """The CAL_ columns that are the same all day long."""
        last_in_week = self.ends["week"] - _DAY == self.day
        return {
            "cal_date": _midnight(self.day), "cal_day_name": _DAYS[self.day.weekday()],
            "cal_month_name": self.month_name, "cal_day_num_in_week": self.day.isoweekday() % 7 + 1,
            "cal_day_num_in_month": (self.day - self.starts["month"]).days + 1,
            "cal_day_num_in_year": (self.day - self.starts["year"]).days + 1,
            "cal_last_day_in_week": int(last_in_week),
            "cal_last_day_in_month": int(self.ends["month"] - _DAY == self.day),
            "cal_week_num_in_year": self.week, "cal_week_start_date": _midnight(self.starts["week"]),
            "cal_week_end_date": _midnight(self.ends["week"] - _DAY), "cal_month_num_in_year": self.month,
            "cal_quarter_num_in_year": self.quarter, "cal_half_num_in_year": (self.quarter + 1) // 2,
            "cal_year_num": self.year, "week_year": self.week_year,
        }  # fmt: skip

    def labels(self) -> dict[str, object]:
        """The LABEL_ columns that are the same all day long."""
        week, number = f"{self.week_year}-{self.week:02}", self.day.isoweekday() % 7 + 1
        return {
            "label_yyyy": f"{self.year}", "label_yyyy_qq": f"{self.year}-Q{self.quarter}",
            "label_yyyy_mm": f"{self.year}-{self.month:02}", "label_yyyy_we": week,
            "label_yyyy_we_d": f"{week}-{number}", "label_yyyy_mm_dd": self.day.isoformat(),
            "label_qq": f"Q{self.quarter}", "label_mm": f"{self.month:02}", "label_we": f"{self.week:02}",
            "label_dd": f"{self.day.day:02}",
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What a year is made of; the options of [date-time] in values."""

    first_day_of_week: int = 1
    """1 is Sunday."""
    min_days_in_first_week: int = 1
    simple_weeks: bool = True
    fiscal_start: tuple[int, int] = (1, 1)
    """Month and day, which every month must have: at most 28."""
    week_pattern: str = "none"
    """How many weeks the months of a quarter have: none (by the calendar), 445, 454 or 544."""

    def place(self, day: date) -> Place:
        """Where the day stands."""
        year, month = self._of_weeks(day) if self.week_pattern != "none" else self._by_date(day)
        week_year, first, start, end = self._week(day, year)
        quarter = (month.number - 1) // 3
        bounds = month.quarters
        return Place(
            day=day, year=year.number, quarter=quarter + 1, month=month.number,
            month_name=_MONTHS[(self.fiscal_start[0] + month.number - 2) % 12], week_year=week_year,
            week=self._week_number(first, start),
            starts={"week": start, "month": month.start, "quarter": bounds[quarter], "year": year.start},
            ends={"week": end, "month": month.end, "quarter": bounds[quarter + 1], "year": year.end},
        )  # fmt: skip

    def _by_date(self, day: date) -> tuple[_Span, _Month]:
        number = day.year - (day < self._nominal(day.year))
        starts = [_months_after(self._nominal(number), months) for months in range(13)]
        return _Span(number, starts[0], starts[12]), _Month.of(day, starts)

    def _of_weeks(self, day: date) -> tuple[_Span, _Month]:
        """A floating year: whole weeks, of which the last month takes the 53rd."""
        number = day.year + 1
        while self._first_week(self._nominal(number)) > day:
            number -= 1
        start, end = (self._first_week(self._nominal(each)) for each in (number, number + 1))
        starts = [start]
        for weeks in self.week_pattern * 4:
            starts.append(starts[-1] + timedelta(weeks=int(weeks)))
        starts[12] = end
        return _Span(number, start, end), _Month.of(day, starts)

    def _nominal(self, year: int) -> date:
        return date(year, *self.fiscal_start)

    def _first_week(self, new_year: date) -> date:
        """The first day of the first week that has enough days in the new year."""
        start = self._week_start(new_year)
        enough = 7 - (new_year - start).days >= self.min_days_in_first_week
        return start if enough else start + timedelta(weeks=1)

    def _week_start(self, day: date) -> date:
        return day - timedelta(days=(day.isoweekday() % 7 + 1 - self.first_day_of_week) % 7)

    def _week(self, day: date, year: _Span) -> tuple[int, date, date, date]:
        """Week-year, the first week's first day, and the week of the day, its end not included."""
        start = self._week_start(day)
        if self.simple_weeks and self.week_pattern == "none":
            return year.number, year.start, max(start, year.start), min(start + timedelta(weeks=1), year.end)
        number = year.number + 1
        while (first := self._first_week(self._nominal(number))) > day:
            number -= 1
        return number, first, start, start + timedelta(weeks=1)

    def _week_number(self, first: date, start: date) -> int:
        return (self._week_start(start) - self._week_start(first)).days // 7 + 1


@dataclass(frozen=True, slots=True)
class _Span:
    number: int
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class _Month:
    number: int
    start: date
    end: date
    quarters: list[date]

    @classmethod
    def of(cls, day: date, starts: list[date]) -> _Month:
        """The month of the day among the thirteen starts of a year and the next."""
        place = max(place for place, start in enumerate(starts[:12]) if start <= day)
        return cls(place + 1, starts[place], starts[place + 1], starts[::3])


def _months_after(day: date, months: int) -> date:
    return date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, day.day)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
