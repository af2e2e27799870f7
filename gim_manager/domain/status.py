"""The state of the whole, as the ETL status panel and `gim-manager status` show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gim_manager.domain.conditions import Finding
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import OneByOne
from gim_manager.domain.run import Run
from gim_manager.domain.seal import DaySeal


class ServerState(StrEnum):
    """cli-contract, `server.state`."""

    NONE = "none"
    STANDBY = "standby"
    RUNNING = "running"
    PAUSED = "paused"
    CONFIG_ERROR = "config-error"
    MIGRATION = "migration"
    UNINITIALIZED = "uninitialized"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStatus:
    """The server that leads the schedule, if one was heard of within 15 s."""

    state: ServerState
    id: str | None = None
    host: str | None = None
    since: datetime | None = None
    epoch: int = 0
    heard_at: datetime | None = None
    standbys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLaunch:
    """A launch that the live rules expect."""

    job: Job
    time: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMark:
    """How far one table of one source has been read; `lag_seconds` against the present."""

    data_source: str
    table: str
    max_time: datetime | None
    lag_seconds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedOff:
    """Who set run-scheduler to false."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EtlStatus:
    """Everything on the panel; instants are aware UTC, `zone` is the `timezone` option for showing them."""

    at: datetime
    zone: str
    server: ServerStatus
    scheduling: bool
    """run-scheduler."""
    switched_off: SwitchedOff | None = None
    """None where it is true, or false as it was from the first."""
    hold: Hold | None = None
    """The one that suspends all launches, if one does (R23)."""
    hold_waits_for: str | None = None
    """What that waits for before it goes on."""
    one_by_one: OneByOne | None = None
    """The procedure in force, while a person runs jobs one by one."""
    running: tuple[Run, ...] = ()
    waiting: tuple[Run, ...] = ()
    next: tuple[NextLaunch, ...] = ()
    extract: tuple[SourceMark, ...] = ()
    transform_max_time: datetime | None = None
    aggregated_to: datetime | None = None
    aggregate_running: bool = False
    aggregate_pending: int = 0
    seal: DaySeal | None = None
    """Whether the day that ended last is final; None while nothing was loaded of it."""
    partitions_ahead_days: int | None = None
    """None where partitions do not exist (SQLite)."""
    schema_is_older: bool = False
    """Than this program: only Job_MigrateGIM can run (R29)."""
    errors: tuple[Finding, ...] = ()
    """What the options say of themselves that keeps jobs from starting (R28)."""
    warnings: tuple[str, ...] = ()

    @property
    def suspended(self) -> bool:
        """Whether no launch is made: run-scheduler is false, or a hold is in force."""
        return not self.scheduling or self.hold is not None
