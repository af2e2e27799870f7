"""How long a full repaint of the job list takes while everything happens at once, beside one while nothing does."""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from harness import Ratio
from PySide6.QtCore import QEventLoop, QTimer

from gim_manager.desktop.program import Program
from gim_manager.desktop.workplace import Workplace
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database, open_database
from tests.language.stored import stored

REPAINTS = int(os.environ.get("GIM_BENCH_REPAINTS", "1000"))
EVERY_MS = 10
UPDATES_A_SECOND = 100
RUNS = 2000
OTHERS = Path(__file__).with_name("stalls_others.py")


def measure() -> Iterator[Ratio]:
    """In a window that hosts the server of a demo."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = _demo(folder)
        program = Program(folder / "profile", hosts=True)
        program.window.remembers = False
        program.window.show()
        program.opening.open(url)
        _live_until(lambda: program.window.workplace is not None and program.window.workplace.is_painted())
        workplace = program.window.open_workplace
        idle = _repaints(workplace, REPAINTS // 3)
        with _Bustle(workplace, open_database(url)) as busy:
            loaded = _repaints(workplace, REPAINTS)
        assert busy.updates > REPAINTS * EVERY_MS / 1000 * UPDATES_A_SECOND / 4, busy.updates
    for name, percent in (("median", 50), ("p99", 99)):
        yield Ratio(
            measure=f"repaint of the list under load, {name}", ours=_percentile(loaded, percent),
            yardstick=f"idle, {name}", theirs=_percentile(idle, percent), unit="ms",
        )  # fmt: skip
    yield Ratio(
        measure="the longest repaint under load", ours=1000 * max(loaded), yardstick="the longest idle",
        theirs=1000 * max(idle), unit="ms",
    )  # fmt: skip


def _percentile(seconds: list[float], percent: int) -> float:
    return 1000 * statistics.quantiles(seconds, n=100)[percent - 1]


def _demo(folder: Path) -> str:
    words = ["demo", "--headless", "--dir", str(folder / "demo"), "--days", "5"]
    command = [sys.executable, "-m", "gim_manager", "--profile", str(folder / "profile"), *words]
    subprocess.run(command, check=True, capture_output=True)
    (file,) = (folder / "demo").glob("info_mart.sqlite")
    url = f"sqlite:///{file.as_posix()}"
    begun = datetime.now(UTC) - timedelta(days=2)
    with writing(open_database(url).manager) as connection:
        for number in range(RUNS):
            stored(connection, Status.COMPLETE, at=begun + timedelta(minutes=number))
    return url


def _live_until(is_so: object) -> None:
    """The window lives on until then."""
    while not is_so():  # type: ignore[operator]
        _live(20)


def _live(milliseconds: int) -> None:
    turn = QEventLoop()
    QTimer.singleShot(milliseconds, turn.quit)
    turn.exec()


def _repaints(workplace: Workplace, number: int) -> list[float]:
    """Each of the whole list, a few rows further down, every EVERY_MS."""
    table, taken = workplace.jobs.table, []
    bar = table.verticalScrollBar()
    for step in range(number):
        bar.setValue(step * 3 % max(1, bar.maximum()))
        begun = perf_counter()
        table.viewport().repaint()
        taken.append(perf_counter() - begun)
        _live(EVERY_MS)
    return taken


class _Bustle:
    """Runs of jobs one after the other, asked for from here as the window does; what others do goes on elsewhere."""

    def __init__(self, workplace: Workplace, database: Database) -> None:
        self._workplace = workplace
        command = [sys.executable, str(OTHERS), database.secret_url, str(UPDATES_A_SECOND), str(RUNS)]
        self._others = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self.updates = 0

    def __enter__(self) -> "_Bustle":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ends.set()
        self.updates = int(self._others.communicate()[0])
        self._thread.join()

    def _ask(self) -> None:
        mart = self._workplace.session.mart
        for job in (Job.MAINTAIN, Job.TRANSFORM) * 1000:
            if self._ends.wait(4.0):
                return
            if not any(run.job is job for run in mart.status().running):
                mart.start(job, None, False, False)
