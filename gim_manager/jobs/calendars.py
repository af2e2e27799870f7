"""How calendars are filled and kept ahead: [date-time] and every [date-time-*], each in a table of its own (M03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, MetaData, Table, delete, func, insert, inspect, select, update

from gim_manager.domain.calendar import Calendar, Filling, Row, beyond, resumed
from gim_manager.domain.calendar_year import Year
from gim_manager.domain.options import CALENDAR, Options
from gim_manager.domain.timing import LocalClock, from_epoch, zone_named
from gim_manager.jobs import audit
from gim_manager.jobs.load import load
from gim_manager.jobs.work import StepReport, Work
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import ctl_mark
from gim_manager.schema.engines import reading, writing

_DAYS_A_TRANSACTION = 180
_NAMES = date_time.columns.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One calendar: what its options say, and its table."""

    section: str
    table: Table
    calendar: Calendar
    first_year: int
    least_ahead: int
    most_ahead: int
    signature: str
    """What labels depend on; where it differs from what the table was filled by, all its days are filled anew."""

    @property
    def mark(self) -> str:
        """The name under which CTL_MARK remembers the signature."""
        return f"calendar {self.table.name}"


def calendars(work: Work) -> list[Kept]:
    """The calendars that the options describe."""
    return [_kept(work, section) for section in work.options.calendars()]


def keep_ahead(work: Work, kept: Kept, step: StepReport) -> int:
    """Fills a calendar that is empty, too short or labelled by other options than before; how many rows it wrote."""
    _ensure_table(work, kept)
    with reading(work.info_mart) as connection:
        last = _last(connection, kept)
        goal, signature = _remembered(connection, kept)
    if last is not None and signature not in (None, kept.signature):
        work.report.info(f"The options of [{kept.section}] changed: all days of {kept.table.name} are filled anew.")
        return _refill(work, kept)
    today = kept.calendar.clock.local_date(work.now())
    since = _day_after(kept, last) if last else date(kept.first_year, 1, 1)
    is_whole = kept.calendar.day_key(since) >= goal
    if last is not None and is_whole and (since - today).days > kept.least_ahead:
        return 0
    return _extend(work, kept, since, _end(kept, work), step)


def _end(kept: Kept, work: Work) -> date:
    """The first day that is not filled: `date-time-max-days-ahead` after tomorrow."""
    return kept.calendar.clock.local_date(work.now()) + timedelta(days=kept.most_ahead + 1)


def _extend(work: Work, kept: Kept, since: date, until: date, step: StepReport) -> int:
    """Goes on from the last row, a transaction for every half year, so that whatever ends it leaves whole days; each
    remembers how far the filling was to go, so that the next run goes on to there."""
    rows, goal = 0, kept.calendar.day_key(until)
    while since < until:
        work.stop.check()
        end = min(since + timedelta(days=_DAYS_A_TRANSACTION), until)
        with work.turn(), writing(work.info_mart) as connection:
            rows += _write(connection, work, kept, since, end, goal)
        step.rows(rows)
        since = end
    return rows


def _refill(work: Work, kept: Kept) -> int:
    until = _end(kept, work)
    with work.turn(), writing(work.info_mart) as connection:
        connection.execute(delete(kept.table))
        return _write(connection, work, kept, date(kept.first_year, 1, 1), until, kept.calendar.day_key(until))


def _write(connection: Connection, work: Work, kept: Kept, since: date, until: date, goal: int) -> int:
    audit_key = audit.begin(connection, work)
    last = _last(connection, kept)
    filling = Filling(kept.calendar, resumed(last)) if last else Filling(kept.calendar)
    rows = load(connection, kept.table, _NAMES, _audited(_rows(kept, filling, since, until, alone=not last), audit_key))
    keys = kept.calendar.day_key(since), kept.calendar.day_key(until)
    audit.finish(connection, audit_key, rows=rows, min_key=keys[0], max_key=keys[1])
    _remember(connection, kept, goal, audit_key)
    return rows


def _rows(kept: Kept, filling: Filling, since: date, until: date, *, alone: bool) -> Iterator[Row]:
    if alone:
        yield beyond(FOREVER)
    for day in kept.calendar.days(since, until):
        yield from filling.day(day)


def _audited(rows: Iterator[Row], audit_key: int) -> Iterator[Row]:
    return (row | {"create_audit_key": audit_key, "update_audit_key": audit_key} for row in rows)


def _last(connection: Connection, kept: Kept) -> dict[str, int] | None:
    """The row of the last quarter hour that is filled."""
    table = kept.table
    latest = select(func.max(table.c.date_time_key)).where(table.c.date_time_key < FOREVER).scalar_subquery()
    row = connection.execute(select(table).where(table.c.date_time_key == latest)).mappings().one_or_none()
    return dict(row) if row else None


def _day_after(kept: Kept, last: dict[str, int]) -> date:
    return kept.calendar.clock.local_date(from_epoch(last["date_time_next_day_key"]))


def _remembered(connection: Connection, kept: Kept) -> tuple[int, str | None]:
    """Up to which slot the calendar was to be filled, and by which options."""
    mark = select(ctl_mark.c.value, ctl_mark.c.value2).where(ctl_mark.c.name == kept.mark)
    row = connection.execute(mark).one_or_none()
    return (0, None) if row is None else (int(row.value), row.value2)


def _remember(connection: Connection, kept: Kept, goal: int, audit_key: int) -> None:
    values = {"value": goal, "value2": kept.signature, "update_audit_key": audit_key}
    if not connection.execute(update(ctl_mark).where(ctl_mark.c.name == kept.mark).values(**values)).rowcount:
        connection.execute(insert(ctl_mark).values(name=kept.mark, **values))


def _ensure_table(work: Work, kept: Kept) -> None:
    with reading(work.info_mart) as connection:
        exists = inspect(connection).has_table(kept.table.name)
    if not exists:
        with work.turn(), writing(work.info_mart) as connection:
            kept.table.create(connection)


def _kept(work: Work, section: str) -> Kept:
    options = work.options
    name = section.replace("-", "_").replace(" ", "_").lower()
    table = date_time if section == CALENDAR else date_time.to_metadata(MetaData(), name=name)
    year = _year(options, section)
    zone = options.text(section, "date-time-tz")
    return Kept(
        section=section, table=table, first_year=_first_year(work, section),
        calendar=Calendar(clock=LocalClock(zone=zone_named(zone)), year=year),
        least_ahead=options.number(section, "date-time-min-days-ahead"),
        most_ahead=options.number(section, "date-time-max-days-ahead"), signature=f"{zone} {_spelled(year)}",
    )  # fmt: skip


def _spelled(year: Year) -> str:
    month, day = year.fiscal_start
    weeks = f"{year.first_day_of_week}/{year.min_days_in_first_week}/{int(year.simple_weeks)}"
    return f"weeks {weeks} year {month:02}-{day:02}/{year.week_pattern}"


def _year(options: Options, section: str) -> Year:
    month, _, day = options.text(section, "fiscal-year-start").partition("-")
    numbers = (int(month), int(day)) if month.isdigit() and day.isdigit() else (1, 1)
    return Year(
        first_day_of_week=options.number(section, "first-day-of-week"),
        min_days_in_first_week=options.number(section, "min-days-in-first-week"),
        simple_weeks=options.flag(section, "simple-week-numbering"),
        fiscal_start=(min(max(numbers[0], 1), 12), min(max(numbers[1], 1), 28)),
        week_pattern=options.text(section, "fiscal-year-week-pattern"),
    )


def _first_year(work: Work, section: str) -> int:
    """date-time-start-year, but no earlier than any fact may be: quarter hours without facts are only a burden."""
    given = work.options.text("gim-etl", "etl-start-date")
    oldest = work.now() - timedelta(days=work.options.number("gim-etl", "days-to-keep-gim-facts"))
    earliest = int(given[:4]) if given else oldest.year
    return max(work.options.number(section, "date-time-start-year"), earliest)
