"""How each command becomes a write; all of one decision goes through one Writer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatchmethod
from typing import Any

from gim_manager.domain import spreading
from gim_manager.domain.commands import (
    AdoptRun,
    BeginMaintenance,
    CancelRun,
    Command,
    DropLaunch,
    EndHold,
    HandOver,
    HoldRun,
    KeepBackLaunch,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    StopRun,
    TellHold,
)  # fmt: skip
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.domain.world import World
from gim_manager.store import audit, decisions, holds, runs

Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A run that is ours to work from this moment on, under its own token (R35)."""

    run: Run
    token: str


@dataclass(slots=True, kw_only=True)
class Writer:
    """One decision on its way into the tables."""

    connection: Connection
    """Or, for a decision that is one start, what stands in its place (changes.AtOnce)."""
    world: World
    server: str
    host: str
    now: datetime
    standbys: tuple[str, ...]
    """To whom runs are offered."""
    started: list[Run] = field(default_factory=list)
    claimed: list[Claimed] = field(default_factory=list)
    changed: bool = False

    def job_of(self, run_id: int) -> Job:
        """The job of an open run."""
        return next(run.job for run in self.world.runs if run.id == run_id)

    def starts(self, command: Command) -> bool:
        """Whether this is a start that was made, and all that was to be written."""
        if isinstance(command, StartRun):
            return self.claim(command.run_id, self.job_of(command.run_id))
        return isinstance(command, Launch) and not command.made_up and self.launch(command)

    def claim(self, run_id: int, job: Job) -> bool:
        """Scheduled becomes Running, unless somebody was faster."""
        server, token = self.worked_by(job)
        return self.has_started(runs.claim(self.connection, run_id, server=server, token=token, now=self.now), token)

    def launch(self, command: Launch) -> bool:
        """A run that is Running from the start, unless its launch was made already or the job runs."""
        server, token = self.worked_by(command.job)
        run = runs.launch(
            self.connection, job=command.job, by=SCHEDULER, host=self.host, server=server, token=token,
            now=self.now, launch_key=command.launch_key, cycle=command.cycle, due_at=command.due_at,
        )  # fmt: skip
        return self.has_started(run, token)

    def worked_by(self, job: Job) -> tuple[str, str] | tuple[None, None]:
        """This server, and a token for the run; nobody yet, where others are to take it."""
        known = (*self.world.runs, *self.started)
        if spreading.keeps(job, self.server, self.standbys, known):
            return self.server, secrets.token_hex(8)
        return None, None

    def has_started(self, run: Run | None, token: str | None) -> bool:
        """With a token it is ours to work."""
        if run is None:
            return False
        self.changed = True
        self.started.append(run)
        if token is not None:
            self.claimed.append(Claimed(run=run, token=token))
        return True

    def decided(
        self, kind: DecisionKind, job: Job, command: Command, *, key: str | None = None, run: int | None = None
    ) -> None:
        """Keep why it went so."""
        decisions.record(
            self.connection, kind=kind, job=job, rule=command.rule, reason=command.reason, now=self.now,
            launch_key=key, run_id=run,
        )  # fmt: skip

    @singledispatchmethod
    def do(self, command: Command) -> None:
        """Carry out one command. KillRun never comes here: every server ends its own workers in time (crew.py)."""
        raise TypeError(f"nobody knows how to carry out {command!r}")

    @do.register
    def _(self, command: StartRun) -> None:
        self.claim(command.run_id, self.job_of(command.run_id))

    @do.register
    def _(self, command: Launch) -> None:
        run = self.started[-1] if self.launch(command) else self.request_and_claim(command)
        if command.made_up:
            self.decided(DecisionKind.MAKE_UP, command.job, command, run=run.id)

    def request_and_claim(self, command: LaunchCommand) -> Run:
        """What came in between decides: a launch that was made already is not made again, one whose job runs waits."""
        run = self.request(command, None)
        if run.status is Status.SCHEDULED:
            self.claim(run.id, run.job)
        else:
            self.was_made(command, run)
        return run

    def was_made(self, command: LaunchCommand, run: Run) -> None:
        """R38: a launch that seems due again has its run; what the tables no longer tell of it is told anew."""
        decisions.record(
            self.connection, kind=DecisionKind.DROP, job=command.job, rule="R33", now=self.now,
            reason=f"Run {run.id} was this launch already.", launch_key=command.launch_key,
        )  # fmt: skip

    @do.register
    def _(self, command: QueueLaunch) -> None:
        run = self.request(command, command.reason)
        if run.status is not Status.SCHEDULED:
            self.was_made(command, run)
            return
        self.decided(DecisionKind.HOLD, command.job, command, run=run.id)
        self.changed = True

    def request(self, command: LaunchCommand, reason: str | None) -> Run:
        """The scheduler's own request."""
        return runs.request(
            self.connection, job=command.job, by=SCHEDULER, host=self.host, now=self.now,
            launch_key=command.launch_key, cycle=command.cycle, due_at=command.due_at, reason=reason,
        )  # fmt: skip

    @do.register
    def _(self, command: AdoptRun) -> None:
        adopted = runs.adopt(
            self.connection, command.run_id, launch_key=command.launch_key, due_at=command.due_at, cycle=command.cycle
        )
        self.changed = self.changed or adopted is not None

    @do.register
    def _(self, command: HandOver) -> None:
        self.changed = bool(runs.hand_over(self.connection, command.run_id, command.to, command.reason)) or self.changed

    @do.register
    def _(self, command: HoldRun) -> None:
        if runs.hold(self.connection, command.run_id, command.reason):
            self.decided(DecisionKind.HOLD, self.job_of(command.run_id), command, run=command.run_id)

    @do.register
    def _(self, command: CancelRun) -> None:
        runs.cancel(
            self.connection, command.run_id, by=SCHEDULER, reason=command.reason, cause=Cause.RULE, now=self.now
        )
        self.decided(DecisionKind.DROP, self.job_of(command.run_id), command, run=command.run_id)
        self.changed = True

    @do.register
    def _(self, command: StopRun) -> None:
        runs.ask_stop(
            self.connection, command.run_id, by=SCHEDULER, reason=command.reason, now=self.now, kill_at=command.kill_at
        )
        self.decided(DecisionKind.STOP, self.job_of(command.run_id), command, run=command.run_id)
        self.changed = True

    @do.register
    def _(self, command: DropLaunch) -> None:
        self.decided(DecisionKind.DROP, command.job, command, key=command.launch_key)
        self.changed = True

    @do.register
    def _(self, command: KeepBackLaunch) -> None:
        self.decided(DecisionKind.HOLD, command.job, command, key=command.launch_key)

    @do.register
    def _(self, command: TellHold) -> None:
        if holds.tell(self.connection, command.hold_id, command.reason):
            self.decided(DecisionKind.STEP, Job.MAINTAIN, command)

    @do.register
    def _(self, command: BeginMaintenance) -> None:
        run = holds.begin_maintenance(self.connection, command.hold_id, self.now)
        if run is not None:
            self.decided(DecisionKind.STEP, Job.MAINTAIN, command, run=run.id)
            self.acted("requested", command, run.job.value, run=run.id)
            self.changed = True

    @do.register
    def _(self, command: EndHold) -> None:
        ended = holds.end(self.connection, command.hold_id, at=command.at, by=SCHEDULER, reason=command.reason)
        if ended is not None:
            self.decided(DecisionKind.STEP, Job.MAINTAIN, command)
            self.acted("resumed", command, "the schedule")
            self.changed = True

    def acted(self, action: str, command: Command, subject: str, *, run: int | None = None) -> None:
        """What the scheduler does by itself for a hold stands in the audit trail beside what its owner did."""
        audit.record(self.connection, audit.Act(
            at=self.now, actor=SCHEDULER, host=self.host, action=action, subject=subject, run_id=run, rule=command.rule,
            reason=command.reason,
        ))  # fmt: skip
