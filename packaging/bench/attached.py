"""What a hundred windows that are open cost their database, idle and busy, counted by PostgreSQL itself."""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from harness import Ratio

from gim_manager.domain.errors import GimError
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import Status
from gim_manager.presenters.open_mart import OpenMart
from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes, migrate
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database, connect
from gim_manager.usecases.context import Actor, Context
from tests.language.postgres import Cluster, cluster
from tests.language.server import has_completed
from tests.language.stored import stored

WINDOWS = int(os.environ.get("GIM_BENCH_WINDOWS", "100"))
SECONDS = float(os.environ.get("GIM_BENCH_SECONDS", "20"))
CHANGES_A_SECOND = 4
PAGE = 200
# What desktop/session.py goes by; it cannot be loaded without a window.
WATCH_SECONDS, BREATH_SECONDS, PANEL_BREATH, PANEL_SECONDS = 5.0, 0.25, 1.0, 120.0


def measure() -> Iterator[Ratio]:
    """Statements a second of all windows together, beside pollers that ask one thing once a second."""
    with ExitStack() as stack:
        server = stack.enter_context(cluster(max_connections=4 * WINDOWS + 50))
        url = stack.enter_context(server.database("mart"))
        has_completed(database := migrate.create(url), 0)
        with writing(database.manager) as connection:
            for number in range(PAGE):
                stored(connection, Status.COMPLETE, at=datetime.now(UTC) - timedelta(minutes=number + 2))
        server.execute("ALTER SYSTEM SET log_statement TO 'all'")
        server.execute("SELECT pg_reload_conf()")
        with _many(lambda stop: _poller(url, stop)):
            polled = _counted(server)
        with _many(lambda stop: _window(url, stop)):
            idle = _counted(server)
            with _busy(database):
                busy = _counted(server)
    yield Ratio(
        measure=f"{WINDOWS} windows, idle", ours=idle, yardstick="as many, one SELECT/s", theirs=polled, unit="/s"
    )
    yield Ratio(
        measure=f"{WINDOWS} windows, {CHANGES_A_SECOND} changes/s", ours=busy, yardstick="as many, one SELECT/s",
        theirs=polled, unit="/s",
    )  # fmt: skip


def _counted(server: Cluster) -> float:
    """Statements a second, as its log tells."""
    threading.Event().wait(3)
    before = _logged(server.folder)
    threading.Event().wait(SECONDS)
    return (_logged(server.folder) - before) / SECONDS


def _logged(folder: Path) -> int:
    return sum(path.read_bytes().count(b"LOG:  statement:") for path in folder.glob("log*"))


@contextmanager
def _many(one: Callable[[threading.Event], None]) -> Iterator[None]:
    stop = threading.Event()
    threads = [threading.Thread(target=one, args=(stop,)) for _ in range(WINDOWS)]
    for thread in threads:
        thread.start()
        stop.wait(0.05)
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _poller(url: str, stop: threading.Event) -> None:
    database = connect(url)
    while not stop.wait(1):
        with suppress(GimError), reading(database.manager) as connection:
            changes.latest(connection)
    database.let_go()


def _window(url: str, stop: threading.Event) -> None:
    """All that a window asks, in its order."""
    database = connect(url)
    mart = OpenMart(Context(database=database, actor=Actor.here()), lambda _stop: None)
    seen, clock = mart.changes(None).latest, time.monotonic
    mart.status()
    panel_at = clock() - random.uniform(0, PANEL_SECONDS)  # windows are not opened all at once
    owed = False
    while not stop.is_set():
        changed = mart.wait_for_change(PANEL_BREATH if owed else WATCH_SECONDS)
        age = clock() - panel_at
        if changed:
            found = mart.changes(seen)
            seen = found.latest
            mart.page(RunQuery(), None, PAGE)
            mart.runs(found.run_ids)
            stop.wait(BREATH_SECONDS)
        owed = changed and age < PANEL_BREATH
        if age >= PANEL_SECONDS or (changed and not owed) or (owed and not changed):
            panel_at, owed = clock(), False
            mart.status()
            mart.alarms()
    mart.close(stop_jobs=False)
    database.let_go()


@contextmanager
def _busy(database: Database) -> Iterator[None]:
    """A run that gets on: its progress, as often as a server writes it."""
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(1 / CHANGES_A_SECOND):
            with writing(database.manager) as connection:
                changes.note(connection, Topic.RUN, PAGE)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
