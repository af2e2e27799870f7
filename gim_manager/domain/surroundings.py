"""What the surroundings of a server come to as findings: sources, folder for exports, clock, zone (R28).

None of them is an error: each is a warning until a job needs what is missing, and then keeps that job from starting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source

CLOCKS_APART = timedelta(seconds=5)
"""A clock further off the database's than this does not lead while another server can (R35)."""
OUTPUT = ("gim-export", "output-directory")
ZONE = ("schedule", "timezone")
SOURCES = ("", "")
"""The findings about data sources stand under no option."""


def sources(known: Sequence[Source], problems: Mapping[str, str], unknown: str | None = None) -> Iterator[Finding]:
    """X01, X04: roles, and by name what keeps a source from being read; one of several is skipped, all are not.

    `unknown` says why none of them is known.
    """
    if unknown:
        yield _refusing(unknown, Job.EXTRACT)
        return
    if not known:
        yield _refusing("There is no data source. Add one with: gim-manager sources add", Job.EXTRACT)
        return
    yield from _roles(Counter(role for source in known for role in source.roles))
    found = [f"The data source {source.name}: {problems[source.name]}" for source in known if source.name in problems]
    for text in found:
        yield (_refusing if len(found) == len(known) else _warning)(text, Job.EXTRACT)


def _roles(roles: Counter[Role]) -> Iterator[Finding]:
    configurations = roles[Role.ICON_CFG]
    if configurations != 1:
        counted = "No data source has" if not configurations else f"{configurations} data sources have"
        yield _refusing(f"{counted} the role ICON_CFG: give it to exactly one.", Job.EXTRACT)
    if not roles[Role.ICON_CORE] + roles[Role.ICON_MM]:
        text = "No data source has the role ICON_CORE or ICON_MM, so that there are no interactions: give it to one."
        yield _refusing(text, Job.EXTRACT)


def output_directory(path: str, host: str, problem: str | None) -> Iterator[Finding]:
    """`problem` says why nothing can be written there on this computer; None if it can."""
    if problem:
        text = f"output-directory {path} on {host}: {problem}. Set it to a folder in which the server may write."
        yield _refusing(text, Job.EXPORT, option=OUTPUT)


def clock(apart: timedelta, host: str) -> Iterator[Finding]:
    """`apart` is how far this computer's clock is ahead of the database's, negative where it is behind."""
    if abs(apart) > CLOCKS_APART:
        way = "ahead of" if apart > timedelta() else "behind"
        seconds = abs(apart) // timedelta(seconds=1)
        yield _warning(f"The clock of {host} is {seconds} seconds {way} the clock of the database: set it.", *Job)


def zone(options: Options, offsets: Collection[timedelta], host: str) -> Iterator[Finding]:
    """`offsets` are those from UTC that this computer keeps in the course of a year; GMT, untouched, may be unmeant."""
    if options.get_raw(*ZONE) is None and set(offsets) != {timedelta()}:
        kept = " and ".join(_offset(offset) for offset in sorted(set(offsets)))
        text = (
            f"timezone is GMT because nobody has set it, while {host} keeps {kept}: "
            "set it to the zone of the business, or to GMT if that is meant."
        )
        yield _warning(text, *Job, option=ZONE)


def _offset(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"GMT{'-' if offset < timedelta() else '+'}{minutes // 60}:{minutes % 60:02}"


def _warning(message: str, *jobs: Job, option: tuple[str, str] = SOURCES) -> Finding:
    section, name = option
    return Finding(level=Level.WARNING, message=message, section=section, option=name, jobs=frozenset(jobs))


def _refusing(message: str, job: Job, *, option: tuple[str, str] = SOURCES) -> Finding:
    section, name = option
    only = frozenset({job})
    return Finding(level=Level.WARNING, message=message, section=section, option=name, jobs=only, refuses=only)
