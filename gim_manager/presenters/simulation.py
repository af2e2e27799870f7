"""A simulation in words: its events as rows, and what is to be said beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from gim_manager.domain.simulate import Event
from gim_manager.presenters import words
from gim_manager.usecases.simulate import Outcome

HEADINGS = ("Time", "Event", "Job", "Rule", "Reason")
NOTHING = "Nothing would happen."


def rows(events: Iterable[Event], zone: tzinfo, since: datetime) -> Iterable[tuple[str, ...]]:
    """An event a row; times on another day than the first carry their date."""
    today = since.astimezone(zone).date()
    for event in events:
        time = words.clock_time(event.time, zone, today=today)
        yield time, event.event.value, event.job.value, event.rule or "", event.reason


def remarks(outcome: Outcome, zone: tzinfo) -> tuple[str, ...]:
    """What is wrong with the options, and what was said in vain."""
    today = outcome.since.astimezone(zone).date()
    wrong = [f"{finding.level}: {finding.message}" for finding in outcome.findings]
    unknown = [f"Not known to this program: {name}" for name in outcome.unknown]
    suspended = "run-scheduler is false: the schedule launches nothing."
    in_vain = [
        f"No run of {failing.job} starts at or is running at {words.clock_time(failing.at, zone, today=today)}, "
        "so none fails."
        for failing in outcome.missed
    ]
    off = [] if outcome.options.flag("schedule", "run-scheduler") else [suspended]
    return (*wrong, *unknown, *off, *in_vain)
