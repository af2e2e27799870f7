"""Job Parameters by meaning: short enough for a list, and whether they were understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gim_manager.domain.reaggregation import (
    ALL_SETS,
    COMMAND,
    HIERARCHY_NAMES,
    BadParameters,
    Reaggregation,
    read_parameters,
)
from gim_manager.domain.run import Run
from gim_manager.domain.undo import COMMAND as UNDO
from gim_manager.domain.undo import Undoing, read_request
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, spoken, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of a parameter text; `column` counts from 1 and points at the fault."""

    text: str
    is_right: bool
    column: int | None = None


def short(parameters: str, year: int) -> str:
    """`H_QUEUE +3 · SUBHOUR Offline · 1 – 30 Sep`; what cannot be read stays as it is."""
    return _short(parameters, year, spoken().code)


@lru_cache(maxsize=512)
def _short(parameters: str, year: int, _language: str) -> str:
    try:
        asked = read_request(parameters)
    except BadParameters:
        return parameters
    if isinstance(asked, Undoing):
        return tr("undoes {id}", id=asked.run_id)
    return " · ".join(part for part in (_sets(asked), _level(asked), _days(asked.start, asked.end, year)) if part)


def _sets(asked: Reaggregation) -> str:
    if len(asked.hierarchies) == len(HIERARCHY_NAMES):
        return "ALLSETS" if len(asked.levels) > 1 else tr("all hierarchies")
    more = len(asked.hierarchies) - 1
    return f"{asked.hierarchies[0]} +{more}" if more else asked.hierarchies[0]


def _level(asked: Reaggregation) -> str:
    level = asked.levels[0].value if len(asked.levels) == 1 else ""
    return f"{level} {asked.flavor.value if asked.flavor else ''}".strip()


def _days(start: date, end: date, year: int) -> str:
    first, last = (words.day(when, today=date(year, 1, 1)) for when in (start, end))
    if start == end:
        return first
    if start.year == end.year == year and start.month == end.month:
        first = first.partition(words.NARROW)[0]
    return f"{first}{words.NO_BREAK}{words.DASH}{words.NO_BREAK}{last}"


def span(run: Run) -> str:
    """The days that a re-aggregation rebuilds, from when to when (R20); empty for every other run."""
    try:
        return retold(read_parameters(run.parameters).span) if run.is_reaggregation and run.parameters else ""
    except BadParameters:
        return ""


_DAYS_AT_THE_END = re.compile(r":[^:]*:[^:]*$")


def days_of(parameters: str) -> tuple[date, date] | None:
    """The first and the last day that are asked for; None where they cannot be read."""
    try:
        asked = read_parameters(parameters)
    except BadParameters:
        return None
    return asked.start, asked.end


def with_days(parameters: str, first: date, last: date) -> str:
    """The same request for other days; of all sets where nothing was written yet."""
    asked = _DAYS_AT_THE_END.sub("", parameters.strip())
    if not asked or asked.startswith(UNDO):
        asked = f"{COMMAND} {ALL_SETS}"
    return f"{asked}:{first}:{last}"


def reading(parameters: str, *, with_span: bool = True) -> Reading:
    """`Understood: 4 sets, 30 days.`, or what is wrong and where; the range may stand elsewhere (R20)."""
    try:
        asked = read_request(parameters)
    except BadParameters as wrong:
        template = later("The Job Parameters are wrong at character {column}: {right}.")
        return Reading(
            text=tr(template, column=wrong.column, right=retold(wrong.right)), is_right=False, column=wrong.column
        )
    if isinstance(asked, Undoing):
        return Reading(text=tr("Understood: what run {id} has changed is put back.", id=asked.run_id), is_right=True)
    sets = tr("{n} sets", "", len(asked.sets), one="{n} set")
    days = tr("{n} days", "", (asked.end - asked.start).days + 1, one="{n} day")
    shown = words.plain(short(parameters, asked.end.year))
    template = later("Understood: {sets}, {days}, {shown}.")
    if with_span:
        template = later("Understood: {sets}, {days}, {shown}. From {span}.")
    return Reading(text=tr(template, sets=sets, days=days, shown=shown, span=retold(asked.span)), is_right=True)
