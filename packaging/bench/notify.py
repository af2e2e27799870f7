"""How soon a change that another committed is painted in a window, beside the bare NOTIFY that tells of it."""

import os
import select
import statistics
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg2
from harness import Ratio
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.program import Program
from gim_manager.desktop.session import Session
from gim_manager.domain.run import Status
from gim_manager.presenters.open_mart import OpenMart
from gim_manager.schema.engines import writing
from gim_manager.schema.urls import parse_url
from gim_manager.store import changes, migrate
from gim_manager.store.changes import CHANNEL, Topic
from gim_manager.store.connect import Database
from gim_manager.usecases.context import Actor, Context
from tests.language.postgres import cluster
from tests.language.server import has_completed
from tests.language.stored import stored

CHANGES = int(os.environ.get("GIM_BENCH_CHANGES", "40"))
RUNS = 300
REST_MS = 600
"""Between two changes, so that each is one by itself."""


def measure() -> Iterator[Ratio]:
    """From commit to paint, on PostgreSQL, in a window whose list is full."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with ExitStack() as stack:
        server = stack.enter_context(cluster())
        database = _filled(stack.enter_context(server.database("mart")))
        ear = _Ear(database)
        stack.callback(ear.close)
        painted = _painted(database)
        heard = ear.delays(CHANGES)
    for name, percent in (("median", 50), ("p95", 95)):
        yield Ratio(
            measure=f"commit to painted, {name}", ours=_percentile(painted, percent), yardstick="NOTIFY to callback",
            theirs=_percentile(heard, percent), unit="ms",
        )  # fmt: skip


def _percentile(seconds: list[float], percent: int) -> float:
    return 1000 * statistics.quantiles(seconds, n=100)[percent - 1]


def _filled(url: str) -> Database:
    database = migrate.create(url)
    has_completed(database, 0)
    begun = datetime.now(UTC) - timedelta(days=1)
    with writing(database.manager) as connection:
        for number in range(RUNS):
            stored(connection, Status.COMPLETE, at=begun + timedelta(minutes=number))
    return database


_committed: list[float] = []


def _change(database: Database, run_id: int, said: str) -> None:
    """What a server does when a run gets on."""
    with writing(database.manager) as connection:
        connection.exec_driver_sql(f"UPDATE gim_manager.mgr_run SET note = '{said}' WHERE id = {run_id}")
        changes.note(connection, Topic.RUN, run_id)
    _committed.append(perf_counter())


class _Ear:
    """The yardstick: a session that listens and does nothing else."""

    def __init__(self, database: Database) -> None:
        url = parse_url(database.secret_url)
        self._session: Any = psycopg2.connect(host=url.host, port=url.port, user=url.username, dbname=url.database)
        self._session.autocommit = True
        self._session.cursor().execute(f"LISTEN {CHANNEL}")
        self._moments: list[float] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        with suppress(psycopg2.Error, ValueError):
            while True:
                select.select([self._session], [], [])
                self._session.poll()
                if self._session.notifies:
                    self._moments.append(perf_counter())
                    self._session.notifies.clear()

    def delays(self, count: int) -> list[float]:
        return [max(0.0, heard - told) for heard, told in zip(self._moments[:count], _committed, strict=True)]

    def close(self) -> None:
        self._session.close()


def _painted(database: Database) -> list[float]:
    """Seconds from each commit until the list has been painted with it."""
    window = _Painting(database)
    for number in range(CHANGES):
        window.live(lambda: True, least=REST_MS)
        writer = threading.Thread(target=_change, args=(database, RUNS, f"chunk {number}"))
        writer.start()
        window.live(partial(window.was_painted, number + 1))
        writer.join()
    window.close()
    return [painted - committed for painted, committed in zip(window.moments, _committed, strict=True)]


class _Painting(QObject):
    """A window on the Info Mart, and the moments at which a newer list had been painted."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.moments: list[float] = []
        self._fresh = False
        program = Program(Path(tempfile.mkdtemp(prefix="gim-bench-")), hosts=False)
        self._window = program.window
        self._window.remembers = False
        self._window.resize(1360, 860)
        self._window.show()
        self._mart = OpenMart(Context(database=database, actor=Actor.here()), lambda _stop: None)
        self._session = Session(self._mart, Bridge(program.loop))
        self._window.show_session(self._session)
        self._window.open_workplace.jobs.table.viewport().installEventFilter(self)
        self._session.refreshed.connect(self._refreshed)
        self.live(self._window.open_workplace.is_painted)

    def _refreshed(self, _head: object, changed: object, _gone: object) -> None:
        self._fresh = bool(changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The first paint after a newer list."""
        if event.type() is QEvent.Type.Paint and self._fresh:
            self._fresh = False
            QTimer.singleShot(0, lambda: self.moments.append(perf_counter()))
        return False

    def was_painted(self, times: int) -> bool:
        """Whether so many newer lists were."""
        return len(self.moments) >= times

    def live(self, until: Callable[[], bool], *, least: int = 1) -> None:
        """Let the window live for so many milliseconds, and then until something is so."""
        for milliseconds in chain([least], repeat(1, 60_000)):
            turn = QEventLoop()
            QTimer.singleShot(milliseconds, turn.quit)
            turn.exec()
            if until():
                return
        raise TimeoutError("the window was not painted")

    def close(self) -> None:
        """Let go of the database."""
        self._session.close()
        self._mart.close(stop_jobs=False)
