"""What a job is handed: where to read and write, how to tell of its progress, how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, Engine

from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source


class Stopped(Exception):
    """The job was told to stop and has reached a safe point; all that it committed stays."""


class StepReport(Protocol):
    """One step of the run while it is under way; numbers are totals of the step, not increments."""

    def rows(self, total: int) -> None:
        """Rows that the step has committed so far."""

    def progress(self, done: float, note: str = "") -> None:
        """How much of the step is done, 0.0 to 1.0, and in words: `chunk 4 of 6`."""


class Report(Protocol):
    """How a job tells what it does; cheap to call, the host writes it at most four times a second."""

    def step(self, name: str) -> AbstractContextManager[StepReport]:
        """A step: Running inside the block, then Complete, Failed or Stopped as the block ends."""

    def planned(self, names: list[str]) -> None:
        """The steps that will come, in order, shown as waiting."""

    def progress(self, done: float | None, note: str = "") -> None:
        """How much of the run is done, 0.0 to 1.0; None for what has no end."""

    def info(self, message: str) -> None:
        """A line of the run's log."""

    def warning(self, message: str) -> None:
        """A line that a person should see; it leaves the run Complete."""


class Stop(Protocol):
    """How a job hears that it shall stop."""

    def requested(self) -> bool:
        """Whether it has been told."""

    def check(self) -> None:
        """Raises Stopped if it has been told; called at every safe point."""

    def cancels(self, connection: Connection) -> AbstractContextManager[None]:
        """While inside, a stop cancels the statement that runs on this connection; it then surfaces as Stopped."""

    def wait(self, seconds: float) -> bool:
        """Sleeps until told to stop or woken by new facts, or `seconds` have passed; True if told to stop."""


class Settings(Protocol):
    """By which options, and as of when, something is built."""

    @property
    def options(self) -> Options:
        """The options in force."""

    @property
    def now(self) -> Callable[[], datetime]:
        """The present instant, aware UTC."""


class Handed(Protocol):
    """A re-aggregation that the running aggregation was given (R18)."""

    @property
    def run_id(self) -> int:
        """Its number in the job list."""

    @property
    def parameters(self) -> str:
        """What is to be rebuilt."""

    @property
    def forced(self) -> bool:
        """Whether also the days are to be rebuilt whose facts were purged (R20)."""

    @property
    def report(self) -> Report:
        """How it tells of its progress; its first word is that it has begun."""

    @property
    def stop(self) -> Stop:
        """How it is told to stop, alone or with its aggregation."""


def nothing_handed() -> AbstractContextManager[Handed] | None:
    """What a job is handed that works no requests of others."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One claimed run, from the job's side."""

    run_id: int
    job: Job
    parameters: str | None
    info_mart: Engine
    sources: tuple[Source, ...]
    options: Options
    report: Report
    stop: Stop
    turn: Callable[[], AbstractContextManager[None]]
    """The right to write the Info Mart: every writing transaction stands inside `with work.turn():`. On SQLite the host
    hands it from worker to worker (chunks of about 2 s, given back at each commit); on PostgreSQL it is free."""
    now: Callable[[], datetime]
    """The present instant, aware UTC."""
    version: str
    handed: Callable[[], AbstractContextManager[Handed] | None] = nothing_handed
    """The re-aggregation that waits to be worked, if there is one; how the block ends is how the request ends."""

    @property
    def job_id(self) -> str:
        """JOB_ID of the control tables: the run's number as text."""
        return str(self.run_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a job's own work ended; errors are raised, not returned."""

    rows: int
    note: str = ""
    """One line for the job list: `7 tables analyzed`, `nothing extracted`."""
