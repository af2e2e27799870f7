"""The configuration check of the options: all problems of a set of values, at once (R11, R28)."""

from __future__ import annotations

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.errors import BadOption
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options, check_value
from gim_manager.domain.schedule import SECTION
from gim_manager.domain.timing import JAVA_SHORT_NAMES


def verify(options: Options) -> tuple[Finding, ...]:
    """Every finding about the options; the surroundings (database, sources, folders) are checked elsewhere."""
    wrong = tuple(_wrong_values(options))
    if wrong:
        return wrong
    return (*_maintenance_in_window(options), *_retention(options), *_zone(options))


def _wrong_values(options: Options) -> list[Finding]:
    unknown = set(options.unknown())
    found = []
    for (section, name), value in sorted(options.values.items()):
        try:
            if (section, name) not in unknown:
                check_value(section, name, value)
        except BadOption as wrong:
            found.append(Finding(level=Level.ERROR, section=section, option=name, message=str(wrong)))
    return found


def _maintenance_in_window(options: Options) -> list[Finding]:
    """R11: both ends of the ETL window count as inside."""
    if not options.flag(SECTION, "run-maintain"):
        return []
    start, end = options.time(SECTION, "etl-start-time"), options.time(SECTION, "etl-end-time")
    at = options.time(SECTION, "maintain-start-time")
    inside = start <= at <= end if end > start else at >= start or at <= end
    if not inside:
        return []
    text = (
        f"maintain-start-time {options.text(SECTION, 'maintain-start-time')} lies inside the ETL window from "
        f"{options.text(SECTION, 'etl-start-time')} to {options.text(SECTION, 'etl-end-time')}: "
        "set it to a time between the end and the next start, or set run-maintain to false."
    )
    return [Finding(level=Level.ERROR, section=SECTION, option="maintain-start-time", message=text)]


def _retention(options: Options) -> list[Finding]:
    configuration, facts = (
        options.number("gim-etl", name) for name in ("days-to-keep-cfg-facts", "days-to-keep-gim-facts")
    )
    if configuration >= facts:
        return []
    text = (
        f"days-to-keep-cfg-facts {configuration} is less than days-to-keep-gim-facts {facts}: "
        "facts would outlive the objects that they refer to."
    )
    concerned = frozenset({Job.MAINTAIN})
    return [
        Finding(level=Level.ERROR, section="gim-etl", option="days-to-keep-cfg-facts", message=text, jobs=concerned)
    ]


def _zone(options: Options) -> list[Finding]:
    """R31: Java's three-letter names are taken, with a warning that names the better choice."""
    name = options.text(SECTION, "timezone")
    if name not in JAVA_SHORT_NAMES:
        return []
    text = f"timezone {name} can mean several zones and is read as {JAVA_SHORT_NAMES[name]}: write that name instead."
    return [Finding(level=Level.WARNING, section=SECTION, option="timezone", message=text)]
