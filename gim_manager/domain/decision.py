"""A decision as it is kept: what a rule dropped, held, stopped, refused or made up, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gim_manager.domain.job import Job


class DecisionKind(StrEnum):
    """What was decided."""

    DROP = "drop"
    """A launch that was not made and never will be; its key counts as made."""
    HOLD = "hold"
    """A run or launch that had to wait."""
    STOP = "stop"
    """A run that a rule stopped."""
    REFUSE = "refuse"
    """A request that a rule turned down."""
    STEP = "step"
    """A hold of the schedule went a step on, or ended."""
    MAKE_UP = "make up"
    """A launch that nobody could make at its time, and that was made later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One reason for which something went as it did, from its first to its last time."""

    kind: DecisionKind
    job: Job
    rule: str
    reason: str
    first_at: datetime
    last_at: datetime
    count: int = 1
    launch_key: str | None = None
    run_id: int | None = None
