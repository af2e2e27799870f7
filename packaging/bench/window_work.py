"""A window in a process of its own: `window_work.py first|idle ours|bare [DATABASE]` prints what it cost as JSON.

`first`: seconds from the start of the process to the first picture, and the memory then. `idle`: seconds of processor
that a hidden window takes in IDLE_SECONDS. The bare window is PySide6's, with a table of as many columns.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QWidget

IDLE_SECONDS = 20
SETTLE_SECONDS = 40
"""A server looks at its alarms, and tidies, for the first time after a quarter of a minute: a start is no rest."""
BEGAN = "GIM_BENCH_BEGAN"


class _Painted(QObject):
    """Tells once that a widget has been painted."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell: Callable[[], None] | None = tell

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() is QEvent.Type.Paint and self._tell is not None:
            tell, self._tell = self._tell, None
            QTimer.singleShot(0, tell)
        return False


def _bare() -> tuple[QApplication, QWidget]:
    app = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(0, 9))
    window.resize(1360, 860)
    return app, window


def _ours(database: str | None) -> tuple[QApplication, QWidget]:
    from gim_manager.desktop.program import Program

    program = Program(Path(tempfile.mkdtemp()), hosts=True)
    if database is not None:
        program.opening.open(database)
    # The parts must live as long as the window.
    program.window.setProperty("program", program)
    return program.app, program.window


def main(question: str, side: str, database: str | None = None) -> None:
    """Open the window, measure, print, and end without a word more."""
    app, window = _bare() if side == "bare" else _ours(database)
    if question == "first":
        painted = _Painted(lambda: _leave(seconds=time.time() - float(os.environ[BEGAN])))
        window.installEventFilter(painted)
        window.show()
    else:
        window.show()
        QTimer.singleShot(SETTLE_SECONDS * 1000, lambda: _rest(window))
    app.exec()


def _rest(window: QWidget) -> None:
    window.hide()
    before = time.process_time()
    QTimer.singleShot(IDLE_SECONDS * 1000, lambda: _leave(seconds=time.process_time() - before))


def _most_memory() -> float:
    """Megabytes. What Linux says of a process when asked includes what its parent held when it was started."""
    told = Path("/proc/self/status")
    if not told.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = told.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _leave(seconds: float) -> None:
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": _most_memory()}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
