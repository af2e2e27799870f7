"""What every use case is handed: the Info Mart, who asks, the scheduler if it is here, and the clock."""

from __future__ import annotations

import getpass
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from gim_manager.domain.access import Access
from gim_manager.domain.options import Options
from gim_manager.domain.run import Run
from gim_manager.domain.schedule import zone_of
from gim_manager.domain.world import World
from gim_manager.engine.clock import Clock, StillClock, SystemClock
from gim_manager.schema.engines import reading
from gim_manager.store import options, roles
from gim_manager.store.audit import Act
from gim_manager.store.connect import Database
from gim_manager.store.recording import recorded_at
from gim_manager.store.snapshot import Reader

if TYPE_CHECKING:
    from gim_manager.engine.scheduler import Scheduler

_ZONE_SECONDS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks, and from which computer; both stand on what they do."""

    user: str
    host: str
    os_user: str | None = None
    """How their computer calls them, where the database has a name of its own for them."""

    @classmethod
    def here(cls) -> Actor:
        """The person at this computer, as the operating system knows them."""
        try:
            user = getpass.getuser()
        except (KeyError, OSError, ImportError):
            user = str(os.getuid()) if hasattr(os, "getuid") else "unknown"
        return cls(user=user, host=socket.gethostname(), os_user=user)


@dataclass(slots=True, kw_only=True)
class Context:
    """One Info Mart as one person sees it; safe to use from several threads."""

    database: Database
    actor: Actor
    access: Access = field(default_factory=Access)
    """What the database lets this person do."""
    scheduler: Scheduler | None = None
    """The engine that this program hosts, if it hosts one."""
    schedules: bool = True
    """Whether the schedule is served: not while this program hosts an engine that serves requests alone."""
    clock: Clock = field(default_factory=SystemClock)
    _zone: tuple[float, tzinfo] | None = None
    _reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        """Remembers what it reads: between two looks of a person little changes."""
        self._reader = Reader(self.database)

    @classmethod
    def of(cls, database: Database, actor: Actor | None = None) -> Context:
        """For whoever is connected: where the database knows persons, theirs is the name that they log in with."""
        given, access = actor or Actor.here(), roles.access(database)
        known = replace(given, user=access.login) if access.knows_persons else given
        clock: Clock = StillClock(recorded_at(database)) if database.is_recording else SystemClock()
        return cls(database=database, actor=known, access=access, clock=clock)

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return self.clock.now()

    def world(self, now: datetime) -> World:
        """All that the rules look at, as it is now."""
        world = self._reader.read(now)
        return world if self.schedules else replace(world, scheduling=False)

    def options(self) -> Options:
        """What is set."""
        with reading(self.database.manager) as connection:
            return options.load(connection)

    @property
    def zone(self) -> tzinfo:
        """The `timezone` option, at most two seconds old: it is asked for once a row."""
        known, now = self._zone, self.clock.steady()
        if known is None or now - known[0] > _ZONE_SECONDS:
            known = self._zone = now, zone_of(self.options())
        return known[1]

    def act(
        self, action: str, now: datetime, *, subject: str | None = None, run: Run | None = None, **said: str | None
    ) -> Act:
        """What this person does now, as the audit trail keeps it; the subject of an act upon a run is its job.

        What is `said` of it: its rule, reason, detail.
        """
        return Act(
            at=now, actor=self.actor.user, host=self.actor.host, os_user=self.actor.os_user, action=action,
            subject=run.job.value if run else subject, run_id=run.id if run else None, **said,
        )  # fmt: skip

    def wake(self) -> None:
        """There is something for the scheduler to look at; one that lives elsewhere sees it by itself."""
        if self.scheduler is not None:
            self.scheduler.wake()


def system_now() -> datetime:
    """The present instant where there is no Info Mart to ask about, aware UTC."""
    return SystemClock().now()


@contextmanager
def hosted(
    context: Context, *, scheduling: bool, ahead: int | None = None, behind: bool = False
) -> Iterator[Scheduler]:
    """A server in this process while the block lasts; it stands by if another leads. Without `scheduling` it only
    serves requests and makes no launch by itself. So many workers are begun `ahead` of their runs: one is enough where
    one run is wanted, a second would take the time of the first. `behind` a window they leave it the processor. Raises
    NeedsRole."""
    context.access.ensure_serves("Running a server")
    # Loaded by whoever hosts one: a command that only asks begins in half the time.
    from gim_manager.engine.scheduler import Scheduler
    from gim_manager.engine.workers import worker_command

    scheduler = Scheduler(
        context.database, clock=context.clock, scheduling=scheduling, ahead=ahead,
        worker_command=worker_command(behind=behind),
    )  # fmt: skip
    context.scheduler, context.schedules = scheduler, scheduling
    scheduler.start()
    try:
        yield scheduler
    finally:
        context.scheduler, context.schedules = None, True
        scheduler.close()
