"""Undoing a re-aggregation: how it is asked for, what it would put back, and why it cannot be undone (0037)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from gim_manager.domain.aggregates import Level
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import BadParameters, Reaggregation, read_parameters
from gim_manager.domain.run import ENDED, Run

COMMAND = "-undoReaggregation"
"""Ours, beside the guide's: `-undoReaggregation 12` puts back what run 12 has changed."""
_COMMAND = re.compile(
    rf"[ \t]*{COMMAND}(?P<blank>[ \t]+)?(?(blank)(?P<number>[0-9]{{1,9}}(?![0-9]))?[ \t]*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """A request to put back what a re-aggregation, or an undoing, has changed."""

    run_id: int

    @property
    def parameters(self) -> str:
        """How it is asked for."""
        return f"{COMMAND} {self.run_id}"


def read_request(text: str) -> Reaggregation | Undoing:
    """Reads what Job_AggregateGIM may be asked for; raises BadParameters that points at the wrong character."""
    found = _COMMAND.match(text)
    if not found:
        return read_parameters(text)
    if not found["blank"]:
        raise BadParameters(text, found.end() + 1, "a blank is expected")
    if not found["number"]:
        raise BadParameters(text, found.end() + 1, "the Job ID of a re-aggregation is expected")
    if found.end() < len(text):
        raise BadParameters(text, found.end() + 1, "nothing more is expected")
    return Undoing(run_id=int(found["number"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The rows of one set that a run has changed; `first` and `last` are the days on which their intervals begin."""

    hierarchy: str
    level: Level
    changed: int
    added: int
    removed: int
    first: date
    last: date

    @property
    def name(self) -> str:
        """As a step of the run is called."""
        return f"{self.hierarchy} {self.level}"

    @property
    def rows(self) -> int:
        """How many in all."""
        return self.changed + self.added + self.removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the Info Mart knows of what a run has changed."""

    run_id: int
    sets: tuple[Changed, ...] = ()
    """Those of which rows are kept."""
    is_known: bool = False
    """Whether the run has begun, under a version that keeps what it changes."""
    undone_by: int | None = None
    dropped_by: int | None = None
    rebuilt: tuple[str, date] | None = None
    """A set, and the first day of which its rows are no longer as the run left them, and cannot be put back."""

    @property
    def rows(self) -> int:
        """How many rows would be put back."""
        return sum(one.rows for one in self.sets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    """What undoing a run would put back; `why` tells in a sentence why it cannot be undone, and is empty if it can."""

    kept: Kept
    why: str = ""

    @property
    def told(self) -> str:
        """What is put back, in a sentence."""
        kept = self.kept
        first, last = min(one.first for one in kept.sets), max(one.last for one in kept.sets)
        days = f"{first}" if first == last else f"{first} to {last}"
        return f"Puts back {kept.rows} rows of {days} that run {kept.run_id} has changed."


class CannotUndo(BadValue):
    """What a run has changed cannot be put back; nothing was touched."""


def objection(kept: Kept) -> str:
    """Why what the run has changed cannot be put back, in a sentence; empty if it can."""
    number = kept.run_id
    if kept.dropped_by is not None:
        return f"The rows that run {number} replaced were dropped by {Job.MAINTAIN} {kept.dropped_by}."
    if kept.rebuilt:
        name, day = kept.rebuilt
        return f"{name} of {day} was built again since: its rows are no longer those that run {number} left."
    if kept.sets:
        return ""
    if kept.undone_by is not None:
        return f"Run {number} was undone by run {kept.undone_by}; undo that one to have it again."
    if kept.is_known:
        return f"Run {number} has changed no rows: there is nothing to undo."
    return f"Nothing is kept of what run {number} has replaced."


def not_undoable(run: Run) -> str:
    """Why this run can never be undone, or not yet, in a sentence; empty if what is kept of it decides."""
    if not run.is_reaggregation:
        return f"Run {run.id} is no re-aggregation."
    return "" if run.status in ENDED else f"Re-aggregation {run.id} has not ended yet."
