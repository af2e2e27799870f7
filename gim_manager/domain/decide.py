"""decide(world, now) -> commands: the scheduler's brain, and what it would do with a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gim_manager.domain.commands import Command
from gim_manager.domain.job import Job
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.world import World


class Answer(StrEnum):
    """What becomes of a request."""

    STARTS = "starts"
    WAITS = "waits"
    REFUSED = "refused"
    IGNORED_PARAMETERS = "ignored_parameters"
    """It starts or waits, but without its parameters (R19)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a request would come to, by the live rules."""

    kind: Answer
    rule: str
    reason: str
    """A sentence; `` where it simply starts."""
    until: datetime | None = None
    """When it is expected to start, if that is known."""
    parameters: str | None = None
    """The parameters that the run keeps."""


def decide(world: World, now: datetime) -> tuple[Command, ...]:
    """What to do now, in the order of doing it (R39)."""
    raise NotImplementedError


def predict(world: World, now: datetime, job: Job, parameters: str | None) -> Prediction:
    """What a person's request would come to; raises BadValue for parameters that cannot be read."""
    raise NotImplementedError


def next_launches(world: World, now: datetime) -> tuple[NextLaunch, ...]:
    """The launches that the options lead to next, soonest first."""
    raise NotImplementedError
