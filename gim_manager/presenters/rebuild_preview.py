"""What a re-aggregation would change, in words: a sentence, and a row for each set and day."""

from __future__ import annotations

from gim_manager.domain.job import Job
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay
from gim_manager.presenters import reaggregation, words
from gim_manager.presenters.language import later, number, tr

HEADINGS = (
    later("Set"), later("Day"), later("Rows now"), later("Added"), later("Removed"), later("Changed"),
    later("By how much"),
)  # fmt: skip
NUMBERS = frozenset({HEADINGS[2], HEADINGS[3], HEADINGS[4], HEADINGS[5]})
"""The columns of numbers."""
NAMED = 2
"""So many measures are told in a row."""


def why_not(parameters: str | None) -> str:
    """Why there is no preview of these Job Parameters; empty if there is."""
    if parameters and reaggregation.days_of(parameters):
        return ""
    return tr("Only a re-aggregation that is written whole has a preview")


def sentence(preview: RebuildPreview) -> str:
    """What it all comes to."""
    told = [_sum(preview)]
    if preview.protected:
        template = later("The days whose facts were purged keep the aggregates they have: {sets}.")
        told.append(tr(template, sets=", ".join(preview.protected)))
    if preview.options_of is not None:
        template = later(
            "By the options with which {job} {id} began; what was changed since counts from its next run on."
        )
        told.append(tr(template, job=Job.AGGREGATE, id=preview.options_of))
    return " ".join(told)


def _sum(preview: RebuildPreview) -> str:
    total = preview.totals
    rows = tr("{n} rows", "", total.rows, one="{n} row")
    if not preview.differing:
        return tr("Nothing would change: all of {rows} are as they would be built.", rows=rows)
    changed = tr("{n} would change", "", total.changed)
    added = tr("{n} would be added", "", total.added)
    removed = tr("{n} would be removed", "", total.removed)
    sets = tr("{n} sets", "", total.sets, one="{n} set")
    days = tr("{n} days", "", total.days, one="{n} day")
    template = later("Of {rows}, {changed}, {added} and {removed}: in {sets}, on {days}.")
    return tr(template, rows=rows, changed=changed, added=added, removed=removed, sets=sets, days=days)


def row(one: SetDay) -> tuple[str, ...]:
    """The cells under HEADINGS."""
    counts = (one.rows, one.added, one.removed, one.changed)
    return (one.name, str(one.day), *(number(count) if count else words.DASH for count in counts), amount(one))


def amount(one: SetDay, named: int = NAMED) -> str:
    """By how much the measures change: the one that tells how much happened, then what changes most."""
    changed = sorted(one.others, key=lambda measure: -abs(measure.by))
    told = [_measure(measure) for measure in ((one.main, *changed) if one.main.by else changed)]
    if not told:
        return tr("no total") if one.differs else words.DASH
    more = tr("{n} more", "", len(told) - named) if len(told) > named else ""
    return ", ".join([*told[:named], *([more] if more else [])])


def _measure(measure: MeasureChange) -> str:
    sign = "+" if measure.by > 0 else "\N{MINUS SIGN}"
    ends = f"{number(measure.before)} \N{RIGHTWARDS ARROW} {number(measure.after)}"
    return f"{measure.name.upper()} {sign}{number(abs(measure.by))} ({ends})"
