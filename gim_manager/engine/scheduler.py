"""The server as outsiders hold it: run or start it, wake it, see whether it leads, close it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import GimError, NewerSchema
from gim_manager.engine.alarms import Alarms
from gim_manager.engine.clock import Clock, SystemClock
from gim_manager.engine.heart import Identity, new_identity
from gim_manager.engine.inbox import Closing, Inbox, Vacant, Woken
from gim_manager.engine.lookout import Lookout
from gim_manager.engine.loop import Event, Loop
from gim_manager.engine.succession import Succession
from gim_manager.engine.threshold import LOOK_SECONDS, Threshold
from gim_manager.engine.tidying import Tidying
from gim_manager.engine.workers import Gone, Pool
from gim_manager.store import sessions
from gim_manager.store.connect import Database, keeping
from gim_manager.store.versions import explain_errors
from gim_manager.store.watch import Watch

_LOG = logging.getLogger(__name__)

DRAIN_SECONDS = 12.0
"""How long a server that ends waits for its runs: ten seconds to reach a safe point, and a little to write it."""
WATCH_SECONDS = 1.0
CHECK_SECONDS = 5.0
"""How often it is thought of whether the surroundings are to be looked at again."""
ATTEND_SECONDS = 15.0
"""How often alarms are looked at where no run ends."""
REST_SECONDS = 2.0
"""Between two looks, however many runs end: looking takes from the processor what launches need."""
STUCK_SECONDS = 120.0
"""A channel that keeps its courier for so long has failed, whatever it goes on to say."""
AFTER_A_BUG = 3.0
TROUBLE_SECONDS = 10.0
"""For so long a database may be away before those who wait for a run are told."""


class Scheduler:
    """One server on one Info Mart. `scheduling` False serves requests and launches nothing by itself (`run --wait`)."""

    def __init__(
        self, database: Database, *, clock: Clock | None = None, scheduling: bool = True,
        worker_command: Sequence[str] | None = None, ahead: int | None = None,
    ) -> None:  # fmt: skip
        """`ahead`: how many workers are begun ahead of their runs (workers.Pool)."""
        self._me = new_identity()
        self._database = keeping(database, application=sessions.server_name(self._me.id))
        explain_errors(self._database)
        own_clock = clock or SystemClock()
        self._inbox: Inbox[Event | Closing] = Inbox()
        self._pool = Pool(self._inbox.put, command=worker_command, ahead=ahead)
        self._loop = Loop(self._database, own_clock, self._pool, self._me, scheduling=scheduling)
        self._clock = self._loop.clock
        self._lookout = Lookout(
            database, own_clock, self._loop.guard, host=self._me.host, leads=lambda: self._loop.leads
        )
        self._scheduling = scheduling
        self._alarms = Alarms(database, self._clock, self._loop.guard)
        self._tidying = Tidying(database, self._clock, self._loop.guard)
        self._rung = threading.Event()
        self._told = threading.Event()
        """Somebody wrote since the surroundings were thought of last."""
        self._couriers: dict[Channel, tuple[threading.Thread, float]] = {}
        self._closed = threading.Event()
        self._succession = Succession(self._database, host=self._me.host, closed=self._closed)
        self._thread: threading.Thread | None = None
        self._died: str | None = None
        self._outdated: NewerSchema | None = None
        self._next_turn: float | None = None

    @property
    def identity(self) -> Identity:
        """Which server this is."""
        return self._me

    @property
    def is_leader(self) -> bool:
        """Whether it owns the schedule of its Info Mart."""
        return self._loop.leads

    @property
    def failure(self) -> str | None:
        """Why nothing is served here, as a sentence: the server has died, or for 10 s no turn came through."""
        trouble = self._loop.trouble
        if self._died is None and trouble and self._clock.steady() - trouble.since > TROUBLE_SECONDS:
            return trouble.why
        return self._died

    @property
    def overdue(self) -> float | None:
        """Seconds by which the next turn is late, or the one under way takes longer than it should; None before the
        first has ended."""
        return None if self._next_turn is None else max(0.0, self._clock.steady() - self._next_turn)

    def start(self) -> None:
        """Serve in a thread of its own until `close`."""
        self._thread = threading.Thread(target=self._run_here, name="scheduler", daemon=True)
        self._thread.start()

    def _run_here(self) -> None:
        try:
            self.run()
        except NewerSchema as error:
            self._died = str(error)
        except Exception as error:  # noqa: BLE001  the edge: who waits for a run asks `failure`
            _LOG.exception("the scheduler died", extra={"action": "bug"})
            self._died = _bug(error)

    def wake(self) -> None:
        """There is something to look at; from any thread."""
        self._told.set()
        self._inbox.put(Woken())

    def ask_to_close(self, *, stop_jobs: bool = True) -> None:
        """Begin to end; from any thread, and from a signal handler."""
        self._inbox.put(Closing(stop_jobs=stop_jobs))

    def close(self, *, stop_jobs: bool = True) -> None:
        """End: hand the schedule over, stop the runs of this server if `stop_jobs`, and be gone within 15 s."""
        self.ask_to_close(stop_jobs=stop_jobs)
        if self._thread is not None:
            self._thread.join(timeout=DRAIN_SECONDS + 8)

    def run(self) -> None:
        """Serve in this thread until asked to close; raises NewerSchema, once in order, where that ended it (R29)."""
        helpers: list[threading.Thread] = []
        try:
            if self._enter():
                helpers += self._helped()
                self._pool.warm_up()
                self._drain(self._serve())
        finally:
            self._closed.set()
            self._rung.set()
            self._pool.close()
            for helper in helpers:
                helper.join(timeout=2 * WATCH_SECONDS)
            self._database.let_go()
        if self._outdated is not None:
            raise self._outdated

    def _enter(self) -> bool:
        """R29: waits before older tables; False if it is asked to close meanwhile."""
        threshold = Threshold(self._database, self._clock, self._me)
        while True:
            seconds = LOOK_SECONDS
            try:
                if threshold.crossed():
                    return True
            except NewerSchema:
                raise
            except GimError as away:
                self._loop.rest(seconds, str(away))
            except Exception as error:  # noqa: BLE001  the edge: as in a turn
                _LOG.exception("the server cannot begin", extra={"action": "bug"})
                seconds = self._loop.rest(AFTER_A_BUG, _bug(error))
            if any(isinstance(event, Closing) for event in self._inbox.take(seconds)):
                self._undisturbed(threshold.leave)
                return False

    def _helped(self) -> list[threading.Thread]:
        """Starts what works beside the turns; those that are waited for in the end."""
        watcher = threading.Thread(target=self._watch, name="watch", daemon=True)
        attendant = threading.Thread(target=self._attend, name="attendant", daemon=True)
        successor = threading.Thread(target=self._succeed, name="succession", daemon=True)
        for thread in (watcher, attendant, successor):
            thread.start()
        if self._scheduling:
            # Nobody waits for it: a source that does not answer delays neither a launch nor the end of the server.
            threading.Thread(target=self._check, name="check", daemon=True).start()
        return [watcher, attendant, successor]

    def _serve(self) -> Closing:
        seconds = 0.0
        while True:
            events = self._inbox.take(seconds)
            closing = next((event for event in events if isinstance(event, Closing)), None)
            seconds = self._turn(events)
            if closing is not None:
                return closing

    def _drain(self, closing: Closing) -> None:
        """R35: the schedule goes first, so that another server leads while the runs of this one come to their end."""
        end = self._clock.steady() + DRAIN_SECONDS
        try:
            if closing.stop_jobs:
                self._loop.stop_all("The server that worked it was ended.")
            while closing.stop_jobs and not self._loop.is_idle and self._clock.steady() < end:
                self._turn(self._inbox.take(0.1))
            self._loop.leave()
        except GimError as away:
            _LOG.warning("the server could not say that it ends: %s", away, extra={"action": "leave"})

    def _turn(self, events: Sequence[Event | Closing]) -> float:
        seconds = self._turned(events)
        self._next_turn = self._clock.steady() + seconds
        return seconds

    def _turned(self, events: Sequence[Event | Closing]) -> float:
        try:
            seconds = self._loop.turn([event for event in events if not isinstance(event, Closing)])
            if any(isinstance(event, Gone) for event in events):
                self._rung.set()
            return seconds
        except NewerSchema as newer:
            return self._give_up(newer)
        except Exception as error:  # noqa: BLE001  the edge: a bug in one turn must not end the server, on which runs depend
            _LOG.exception("a turn of the scheduler failed", extra={"action": "bug"})
            return self._loop.rest(AFTER_A_BUG, _bug(error))

    def _give_up(self, newer: NewerSchema) -> float:
        """R29: what runs here is stopped, and the server ends."""
        if self._outdated is None:
            _LOG.error("%s This server ends.", newer, extra={"action": "newer"})
            self._outdated = newer
            self.ask_to_close()
        return 0.0

    def _watch(self) -> None:
        """Wakes the loop when another process wrote to the job tables; a database that is away is asked again."""
        watch: Watch | None = None
        while not self._closed.is_set():
            try:
                watch = watch or Watch(self._database, but_own=True)
                if watch.wait(WATCH_SECONDS):
                    self.wake()
            except GimError:
                self._closed.wait(WATCH_SECONDS)
        if watch is not None:
            watch.release()

    def _succeed(self) -> None:
        """Shows that this server leads, or watches over the one that does; the lease decides who it is."""
        while not self._closed.is_set():
            try:
                vacant = self._succession.turn(self._loop.epoch)
            except GimError:
                self._closed.wait(WATCH_SECONDS)  # the loop tells of a database that is away
            except Exception:  # noqa: BLE001  the edge: without it the lease runs out, and decides all the same
                _LOG.exception("the watch over the leader failed", extra={"action": "bug"})
                self._closed.wait(AFTER_A_BUG)
            else:
                if vacant is not None:
                    self._inbox.put(Vacant(vacant))
        self._succession.close()

    def _check(self) -> None:
        """Looks at the surroundings every 60 s (R28), beside everything else."""
        while not self._closed.wait(CHECK_SECONDS if self._lookout.has_looked else WATCH_SECONDS / 4):
            if told := self._told.is_set():
                # Not where it was not set: what is told in this very moment would be lost.
                self._told.clear()
            try:
                self._lookout.turn(told=told)
            except GimError:
                self._told.set()  # the loop tells of a database that is away
            except Exception:  # noqa: BLE001  the edge: what was found before stands until it is too old
                _LOG.exception("the check of the surroundings failed", extra={"action": "bug"})

    def _attend(self) -> None:
        """Alarms and tidying, beside the launches: no launch ever waits for what these wait for."""
        while not self._closed.is_set():
            if self._scheduling and self._loop.leads:
                self._undisturbed(self._look_after)
            self._closed.wait(REST_SECONDS)
            self._rung.wait(ATTEND_SECONDS - REST_SECONDS)
            self._rung.clear()

    def _look_after(self) -> None:
        for channel in self._alarms.look():
            self._send_out(channel)
        self._tidying.tidy()

    def _send_out(self, channel: Channel) -> None:
        """A courier for this channel, unless one is on its way: a slow channel holds up itself alone."""
        now = self._clock.steady()
        courier, since = self._couriers.get(channel, (None, now))
        if courier is not None and courier.is_alive():
            if now - since < STUCK_SECONDS:
                return
            self._alarms.give_up(channel, STUCK_SECONDS)
        courier = threading.Thread(
            target=self._undisturbed, args=(lambda: self._alarms.deliver(channel),), name=f"courier {channel}",
            daemon=True,
        )  # fmt: skip
        self._couriers[channel] = courier, now
        courier.start()

    @staticmethod
    def _undisturbed(work: Callable[[], object]) -> None:
        """A database that is away is told of by the turns; here it is asked again the next time."""
        try:
            work()
        except GimError as away:
            _LOG.debug("alarms wait: %s", away, extra={"action": "away"})
        except Exception:  # noqa: BLE001  the edge: a bug in an alarm must not end the alarms
            _LOG.exception("alarms or tidying failed", extra={"action": "bug"})


def _bug(error: Exception) -> str:
    return f"the scheduler met an error that it does not know: {type(error).__name__}: {error}"
