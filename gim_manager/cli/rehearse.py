"""`rehearse`: the night of the next clock change beside a usual one."""

from __future__ import annotations

import sys
from datetime import datetime, tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.rehearsal import Bar, Night, Rehearsal
from gim_manager.domain.rehearsal import rehearse as play
from gim_manager.domain.schedule import SECTION
from gim_manager.presenters import rehearsal as presenter
from gim_manager.usecases import rehearse as usecase

At = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", help="The first change on this date or after it, such as 2027-03-28."),
]


def rehearse(call: typer.Context, at: At = None) -> None:
    """Play the night of the next clock change beside a usual one.

    With the options in force and the usual lengths of the runs: the cycles, the longest time without one, and whether
    maintenance fits.
    """
    session: Session = call.obj
    with session.context() as context:
        question = usecase.question(context, at)
    found, zone_name = play(question), question.options.text(SECTION, "timezone")
    if session.json:
        output.emit(rehearsal_object(found, zone_name))
        return
    sys.stdout.write("".join(f"{line}\n" for line in presenter.remarks(found, zone_name)))
    if found.change is not None:
        output.print_table(presenter.HEADINGS, presenter.rows(found))


def rehearsal_object(found: Rehearsal, zone_name: str) -> dict[str, object]:
    """The change, null where there is none, and the nights: the usual one first. Lengths are seconds."""
    change = found.change
    nights = [night for night in (found.usual, found.that) if night is not None]
    return {
        "timezone": zone_name,
        "change": None
        if change is None
        else {
            "time": output.stamp(change.at, change.zone),
            "forward_seconds": change.by.total_seconds(),
            "day": change.day.isoformat(),
            "day_seconds": change.day_length.total_seconds(),
        },
        "suspended": found.is_suspended,
        "problem": found.problem,
        "nights": [_night_object(night, change.zone) for night in nights] if change else [],
    }


def _night_object(night: Night, zone: tzinfo) -> dict[str, object]:
    maintained = night.maintenance
    good, telling = maintained.in_time
    return {
        **_span_object(night.since, night.until, zone),
        "cycles": len(night.cycles),
        "gap": _bar_object(night.gap, zone),
        "maintenance": {
            "outcome": maintained.outcome.value,
            "run": _bar_object(maintained.bar, zone),
            "reason": maintained.reason or None,
            "spare_seconds": maintained.spare.total_seconds() if maintained.spare is not None else None,
            "in_time": good,
            "telling": telling,
        },
    }


def _bar_object(bar: Bar | None, zone: tzinfo) -> dict[str, object] | None:
    return None if bar is None else _span_object(bar.since, bar.until, zone)


def _span_object(since: datetime, until: datetime, zone: tzinfo) -> dict[str, object]:
    return {
        "since": output.stamp(since, zone),
        "until": output.stamp(until, zone),
        "seconds": (until - since).total_seconds(),
    }
