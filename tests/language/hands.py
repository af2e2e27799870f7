"""A person at the real window: xdotool moves the mouse and presses the keys, what is seen is asked of the widgets.

`python -m tests.language.hands MODULE:FUNCTION WORDS…` is the program called with these words, and the function is what
the person does. It is the program's own process: the way back is its exit code.
"""

import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from gim_manager.__main__ import main
from gim_manager.desktop.program import Program
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run

PATIENCE_SECONDS = 60.0
LOOK_MS = 40
AGAIN_MS = 3000
Kind = TypeVar("Kind", bound=QDialog)


class Person:
    """Somebody with a mouse, a keyboard and eyes."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.has_left = False
        program.leave = self._leave  # type: ignore[method-assign]

    def _leave(self, code: Exit = Exit.DONE) -> None:
        self.program.code, self.has_left = code, True

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.program.window

    def waits(self, until: Callable[[], object], what: str, seconds: float = PATIENCE_SECONDS) -> None:
        """The window lives on until something is so."""
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, f"not within {seconds} s: {what}"
            QTest.qWait(LOOK_MS)

    def sees(self, kind: type[Kind]) -> Kind:
        """Waits for a dialog of this kind; it has the keyboard then."""
        self.waits(lambda: self._dialogs(kind), f"a {kind.__name__}")
        (dialog,) = self._dialogs(kind)
        _xdotool("windowfocus", "--sync", str(int(dialog.winId())))
        return dialog

    def opens(self, key: str, kind: type[Kind]) -> Kind:
        """Clicks on a button of the toolbar, again where that was disabled just then, until its dialog is there."""
        button = self.window.toolbar.widgetForAction(self.window.actions_by_key[key])
        end = time.monotonic() + PATIENCE_SECONDS
        while not self._dialogs(kind):
            assert time.monotonic() < end, f"no {kind.__name__} within {PATIENCE_SECONDS} s"
            self.clicks(button)
            QTest.qWait(AGAIN_MS)
        return self.sees(kind)

    def sees_no(self, kind: type[QDialog]) -> None:
        """Waits until no dialog of this kind is open."""
        self.waits(lambda: not self._dialogs(kind), f"no {kind.__name__}")
        _xdotool("windowfocus", "--sync", str(int(self.window.winId())))

    @staticmethod
    def _dialogs(kind: type[Kind]) -> list[Kind]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

    def clicks(self, widget: QWidget, area: QRect | None = None, *, times: int = 1) -> None:
        """With the left button, in the middle of the widget or of an area in it, as soon as it is there and enabled."""
        self.waits(lambda: widget.isVisible() and widget.isEnabled(), f"{widget.objectName() or widget} to be clicked")
        self.clicks_at(widget.mapToGlobal((area or widget.rect()).center()), times=times)

    def clicks_at(self, place: QPoint, *, times: int = 1) -> None:
        """Anywhere on the screen."""
        _xdotool("mousemove", "--sync", str(place.x()), str(place.y()))
        QTest.qWait(LOOK_MS)
        _xdotool("click", "--repeat", str(times), "--delay", "40", "1")
        QTest.qWait(LOOK_MS)

    def action(self, key: str) -> QAction:
        """What the menus and the toolbar offer."""
        return self.window.actions_by_key[key]

    def presses(self, keys: str) -> None:
        """Such as ctrl+r."""
        _xdotool("key", "--clearmodifiers", keys)
        QTest.qWait(LOOK_MS)

    def types(self, text: str) -> None:
        """Key after key."""
        _xdotool("type", "--delay", "15", "--", text)
        QTest.qWait(LOOK_MS)

    def writes(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Clicks into a field and types, once more where a key was lost on a busy screen."""
        said = field.text if isinstance(field, QLineEdit) else field.toPlainText
        end = time.monotonic() + PATIENCE_SECONDS
        while said() != text:
            assert time.monotonic() < end, f"{field.accessibleName()} says {said()!r}, not {text!r}"
            self.clicks(field, times=3)
            self.presses("ctrl+a")
            self.types(text)
            QTest.qWait(AGAIN_MS // 10)

    def runs(self, job: Job, *, asked_here: bool = False) -> list[Run]:
        """The runs of a job in the list as it stands on the screen, newest first; or those that a person asked for."""
        model = self.window.open_workplace.jobs.model
        shown = [model.run_at(place) for place in range(min(model.rowCount(), 100))]
        mine = [run for run in shown if run is not None and run.job is job]
        return [run for run in mine if not asked_here or run.requested_by != "scheduler"]


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=20)


def _acting(act: Callable[[Person], None]) -> Callable[[Program], int]:
    def run(program: Program) -> int:
        person = Person(program)
        try:
            act(person)
        except Exception:  # noqa: BLE001  whatever it was, the picture tells more
            traceback.print_exc()
            picture = QApplication.primaryScreen().grabWindow(0)
            picture.save("failed.png")
            return int(Exit.FAILED)
        return int(program.code)

    return run


if __name__ == "__main__":
    module, _, function = sys.argv[1].partition(":")
    Program.run = _acting(getattr(import_module(module), function))  # type: ignore[method-assign, assignment]
    sys.argv[1:] = sys.argv[2:]
    sys.exit(main())
