"""All that a decision can ask for; each command carries the rule it follows and a reason that a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.job import Job

STOP_GRACE = timedelta(seconds=10)
"""How long a worker has to reach a safe point before it is killed (R26)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What all commands have."""

    rule: str
    """`R03`; never part of the reason."""
    reason: str
    """A whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRun(Command):
    """A waiting run starts now."""

    run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """A waiting re-aggregation is handed to the aggregation that runs; it starts with its first interval (R18)."""

    run_id: int
    to: int
    """The run of Job_AggregateGIM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRun(Command):
    """A waiting run goes on waiting, for a reason that is not yet on it."""

    run_id: int
    until: datetime | None = None
    """When it is expected to start, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRun(Command):
    """A waiting run is taken back by a rule."""

    run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRun(Command):
    """A Running run is told to stop by a rule."""

    run_id: int
    kill_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KillRun(Command):
    """A Stopping run has used up its time; asked again at every decision until it has ended."""

    run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchCommand(Command):
    """What all commands about a launch have."""

    job: Job
    launch_key: str
    due_at: datetime
    cycle: str | None = None
    made_up: bool = False
    """Nobody could make it at its time, and it is caught up with (R06, R08, R13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch(LaunchCommand):
    """The scheduler's own request: a new run that starts at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLaunch(LaunchCommand):
    """The scheduler's own request that has to wait: a new run, Scheduled, with this reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRun(LaunchCommand):
    """A waiting request becomes the launch (R21): it takes key, cycle and due time, and starts by its own StartRun."""

    run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DropLaunch(LaunchCommand):
    """A launch that is not made and never will be: a decision is kept, its key counts as made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepBackLaunch(LaunchCommand):
    """A launch that is due while a hold suspends the schedule (R23) or a finding keeps it from starting (R28): its key
    stays free, so that it is caught up with afterwards; said once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCommand(Command):
    """What all commands about a hold have."""

    hold_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TellHold(HoldCommand):
    """The maintenance of a hold waits for something that is not yet on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginMaintenance(HoldCommand):
    """The maintenance of a hold is asked for in the name of its owner: once, whatever crashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndHold(HoldCommand):
    """A hold is over, and launches are made again."""

    at: datetime
    """Since when: an expiry that nobody saw counts from its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitUntil(Command):
    """Nothing happens by itself before this instant; at most 30 s away (R33). Always the last command."""

    at: datetime
