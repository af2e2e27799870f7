"""The parts of the running program, and what becomes of them when it speaks another language."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gim_manager.desktop import language
from gim_manager.desktop.garbage import Collector
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.errors import Exit
from gim_manager.host.paths import profile
from gim_manager.host.settings import Settings

if TYPE_CHECKING:
    from qasync import QEventLoop

    from gim_manager.desktop.language import Choice
    from gim_manager.desktop.opening import Opening

SCHEME_VARIABLE = "GIM_MANAGER_SCHEME"
"""`light` or `dark` overrules the system and the settings: for pictures."""


SWITCH_SECONDS = 0.001
"""After so long a thread at work gives the interpreter to one that waits; as it comes it is 0.005, and a repaint that
waits for three threads misses a frame."""


class Program:
    """The parts of the running program."""

    def __init__(self, folder: Path | None, *, hosts: bool, appearance: Appearance | None = None) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self.app = application()
        self._hosts = hosts
        self.garbage = Collector(self.app)
        self.memory = Memory(Settings(profile(folder)))
        language.install(self.app, self.memory.language)
        self.theme = Theme(self.app, appearance or _asked_appearance() or self.memory.appearance)
        self.window = MainWindow(self.theme, self.memory)
        self.code = Exit.DONE

    @cached_property
    def loop(self) -> QEventLoop:
        """Runs tasks inside Qt's own; made when it is wanted, after the first picture."""
        from gim_manager.desktop.bridge import event_loop

        return event_loop(self.app)

    @cached_property
    def opening(self) -> Opening:
        """How Info Marts come into the window; made when it is wanted, after the first picture."""
        from gim_manager.desktop.opening import Opening

        made = Opening(self.loop, self.theme, self.memory, self.window, hosts=self._hosts)
        made.opened.connect(self.garbage.settle)
        return made

    def speak(self, chosen: Choice) -> None:
        """Speak another language: texts keep the one that they were made in, so a new window takes the old one's
        place, on the same Info Mart, whose server and jobs go on."""
        old, opening = self.window, self.opening
        page = None if old.workplace is None else old.workplace.tabs.currentIndex()
        old.step_aside()
        language.install(self.app, chosen)
        self.window = MainWindow(self.theme, self.memory)
        opening.move_to(self.window)
        if page is not None:
            self.window.open_workplace.tabs.setCurrentIndex(page)

    def run(self) -> int:
        """Until `leave`."""
        self.app.exec()
        return int(self.code)

    def leave(self, code: Exit = Exit.DONE) -> None:
        """End the event loop."""
        self.code = code
        self.app.quit()


def application() -> QApplication:
    """The one of this process, made where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["gim-manager", *_own_style()])
    app.setApplicationName("GIM Manager")
    app.setDesktopFileName("gim-manager")
    app.setQuitOnLastWindowClosed(False)
    return app


def _own_style() -> tuple[str, ...]:
    """Fusion where the system has no widgets of its own. As an argument: whoever sets a style, or looks at it, waits
    for all the constants of its class."""
    is_native = sys.platform in ("win32", "darwin") and not os.environ.get("QT_QPA_PLATFORM")
    return () if is_native else ("-style", "Fusion")


def _asked_appearance() -> Appearance | None:
    asked = os.environ.get(SCHEME_VARIABLE, "")
    return Appearance(asked) if asked in ("light", "dark") else None
