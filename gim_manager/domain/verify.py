"""The configuration check of the options: all problems of a set of values, at once (R11, R28)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.cron2 import cron2
from gim_manager.domain.errors import BadOption
from gim_manager.domain.job import Job
from gim_manager.domain.option_list import ENGINES
from gim_manager.domain.options import CALENDAR, Options, option
from gim_manager.domain.partitions import AHEAD, Group, interval, interval_option
from gim_manager.domain.retention import DAY as SECONDS_OF_DAY
from gim_manager.domain.schedule import SECTION
from gim_manager.domain.timing import JAVA_SHORT_NAMES

ETL = "gim-etl"
EXPORT = "gim-export"
ALARMS = "alarms"
DAY = 24 * 60
MOST_PARTITIONS = 200
"""Of one table: with more, PostgreSQL plans slowly, and one transaction needs more locks than it has by default."""
LEAST_FREE = 30
"""Minutes between maintain-start-time and the next opening in which nothing else need run (R11)."""


@lru_cache(maxsize=64)
def verify(options: Options) -> tuple[Finding, ...]:
    """Every finding about the options; the surroundings (database, sources, folders) are checked elsewhere."""
    wrong = tuple(_wrong_values(options))
    unread = {finding.section for finding in wrong}
    more: list[Finding] = []
    if SECTION not in unread:
        more += [*_maintenance(options), *_aggregation(options), *_zone(options)]
    if not unread & {ETL, EXPORT}:
        more += [*_engine(options), *_retention(options), *_start_date(options)]
    if not unread & {ETL, ALARMS}:
        more += [*_partitions_ahead(options), *_partition_numbers(options)]
    calendars = [section for section in options.calendars() if section not in unread]
    return (*wrong, *more, *(found for section in calendars for found in _calendar(options, section)))


def _wrong_values(options: Options) -> Iterator[Finding]:
    unknown = set(options.unknown())
    for (section, name), value in sorted(options.values.items()):
        if (section, name) in unknown:
            continue
        declared = option(section, name)
        try:
            declared.checked(value)
        except BadOption as wrong:
            concerned = frozenset(job for job in Job if job in declared.effect) or frozenset(Job)
            yield _error(section, name, str(wrong), *concerned)


def _maintenance(options: Options) -> Iterator[Finding]:
    """R11: both ends of the ETL window count as inside, and maintenance needs time between it and the next opening."""
    if not options.flag(SECTION, "run-maintain"):
        return
    names = ("etl-start-time", "etl-end-time", "maintain-start-time")
    start, end, at = (_minute(options, name) for name in names)
    if (at - start) % DAY <= ((end - start) % DAY or DAY):
        text = (
            f"maintain-start-time {_wall(at)} lies inside the ETL window from {_wall(start)} to {_wall(end)}: "
            "set it to a time between the end and the next start, or set run-maintain to false."
        )
        yield _error(SECTION, "maintain-start-time", text)
    else:
        yield from _time_for_maintenance(options, at, start)


def _time_for_maintenance(options: Options, at: int, opens: int) -> Iterator[Finding]:
    aggregates, length = options.flag(SECTION, "run-aggregates"), _minute(options, "aggregate-duration")
    free = _free(at, opens, options.text(SECTION, "aggregate-schedule"), length if aggregates else 0)
    if not free:
        text = (
            f"The windows of aggregation leave no gap for maintenance between maintain-start-time {_wall(at)} and "
            f"etl-start-time {_wall(opens)}: it waits until the ETL window opens, and is dropped there. Shorten "
            f"aggregate-duration {_wall(length)}, or move aggregate-schedule."
        )
        yield _warning(SECTION, "aggregate-duration", text, Job.MAINTAIN)
    elif free < LEAST_FREE:
        others = " that no window of aggregation covers" if free < (opens - at) % DAY else ""
        text = (
            f"maintain-start-time {_wall(at)} leaves {free} minute{'s' * (free != 1)}{others} before the ETL window "
            f"opens at {_wall(opens)}, which stops maintenance: leave at least {LEAST_FREE}."
        )
        yield _warning(SECTION, "maintain-start-time", text, Job.MAINTAIN)


def _free(at: int, opens: int, aggregate_schedule: str, length: int) -> int:
    """The minutes by the wall clock from `at` to the opening that lie in no window of aggregation."""
    ticks = (60 * hour + minute for hour, minute in cron2(aggregate_schedule).times)
    covered = {(tick + minute) % DAY for tick in ticks for minute in range(length)}
    return sum((at + minute) % DAY not in covered for minute in range((opens - at) % DAY))


def _minute(options: Options, name: str) -> int:
    return options.time(SECTION, name) // timedelta(minutes=1)


def _wall(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _aggregation(options: Options) -> Iterator[Finding]:
    if options.flag(SECTION, "run-aggregates") and not _minute(options, "aggregate-duration"):
        text = (
            "aggregate-duration 00:00 makes windows without length, so that aggregation never runs: set a longer one."
        )
        yield _warning(SECTION, "aggregate-duration", text, Job.AGGREGATE)


def _engine(options: Options) -> Iterator[Finding]:
    name = "aggregation-engine-class-name"
    value = options.text(ETL, name)
    if value not in ENGINES:
        text = f"{name} {value!r} names no engine that this program has: set it to {' or '.join(ENGINES)}, or unset it."
        yield _error(ETL, name, text, Job.AGGREGATE)


def _retention(options: Options) -> Iterator[Finding]:
    """Where days-to-keep-cfg-facts is not set, it is what days-to-keep-gim-facts is."""
    name = "days-to-keep-cfg-facts"
    configuration, facts = options.number(ETL, name), options.number(ETL, "days-to-keep-gim-facts")
    if configuration < facts and options.get_raw(ETL, name) is not None:
        text = (
            f"{name} {configuration} is less than days-to-keep-gim-facts {facts}: "
            f"facts would outlive the objects that they refer to. Set it to at least {facts}, or unset it."
        )
        yield _error(ETL, name, text, Job.MAINTAIN)


def _start_date(options: Options) -> Iterator[Finding]:
    """The history tells which rows are new; facts that outlive it cannot be exported from a date on."""
    name = "days-to-keep-discards-and-job-history"
    history, facts = options.number(ETL, name), options.number(ETL, "days-to-keep-gim-facts")
    if history < facts and options.text(EXPORT, "start-date"):
        text = (
            f"[{EXPORT}] start-date {options.text(EXPORT, 'start-date')} needs {name} {history} to be no less than "
            f"days-to-keep-gim-facts {facts}: raise it, or unset start-date."
        )
        yield _error(ETL, name, text, Job.EXPORT)


def _partitions_ahead(options: Options) -> Iterator[Finding]:
    """M02: when maintenance begins, a day has passed since it made them ahead."""
    name = "partitions-ahead-days"
    least, ahead = options.number(ALARMS, name), options.number(ETL, AHEAD)
    if least >= ahead:
        text = (
            f"partitions-ahead-days {least} is not less than partitioning-ahead-range {ahead}: the alarm would be "
            f"raised every day before maintenance. Raise partitioning-ahead-range to at least {least + 1}."
        )
        yield _warning(ETL, AHEAD, text, Job.MAINTAIN)


def _partition_numbers(options: Options) -> Iterator[Finding]:
    """M02: an interval that somebody has set and that is short for how long rows are kept."""
    kept_by = {Group.GIM: "days-to-keep-gim-facts", Group.GIDB: "days-to-keep-gidb-facts"}
    for group, kept in kept_by.items():
        days = options.number(ETL, kept) + options.number(ETL, AHEAD)
        number = days * SECONDS_OF_DAY // interval(options, group)
        if number > MOST_PARTITIONS:
            least = -(-days * SECONDS_OF_DAY // MOST_PARTITIONS // SECONDS_OF_DAY) * SECONDS_OF_DAY
            text = (
                f"{interval_option(group)} {interval(options, group)} makes {number} partitions of each table, with "
                f"{kept} {options.number(ETL, kept)}: PostgreSQL gets slow, and may run out of locks. Set it to at "
                f"least {least}."
            )
            yield _warning(ETL, interval_option(group), text, Job.MAINTAIN)


def _zone(options: Options) -> Iterator[Finding]:
    """R31: Java's three-letter names are taken, with a warning that names the better choice."""
    name = options.text(SECTION, "timezone")
    if name in JAVA_SHORT_NAMES:
        better = JAVA_SHORT_NAMES[name]
        text = f"timezone {name} can mean several zones and is read as {better}: write that name instead."
        yield _warning(SECTION, "timezone", text)


def _calendar(options: Options, section: str) -> Iterator[Finding]:
    least, most = (options.number(section, f"{CALENDAR}-{which}-days-ahead") for which in ("min", "max"))
    if least > most:
        text = (
            f"[{section}] date-time-min-days-ahead {least} is more than date-time-max-days-ahead {most}: the calendar "
            f"would be filled anew by every run of maintenance. Set it to less than {most}."
        )
        yield _warning(section, "date-time-min-days-ahead", text, Job.MAINTAIN)


def _error(section: str, name: str, message: str, *jobs: Job) -> Finding:
    concerned = frozenset(jobs or Job)
    return Finding(level=Level.ERROR, section=section, option=name, message=message, jobs=concerned)


def _warning(section: str, name: str, message: str, *jobs: Job) -> Finding:
    return replace(_error(section, name, message, *jobs), level=Level.WARNING)
