"""Something that takes a while and can be stopped: how far it is, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.theme import Theme
from gim_manager.domain.errors import Abandoned, GimError
from gim_manager.presenters.language import retold

Progress = Callable[[float, str], None]
Work = Callable[[Progress], Any]
"""Blocks; tells how far it is, 0.0 to 1.0, and is given up by what the telling raises."""
SCALE = 1000


class _Carrier(QObject):
    """Carries what the working thread tells into the window's, and whether to stop the other way."""

    told = Signal(float, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = threading.Event()

    def progress(self, done: float, words: str) -> None:
        """Called in the working thread; raises Abandoned once somebody has stopped it."""
        if self.stop.is_set():
            raise Abandoned
        self.told.emit(done, words)


class WorkDialog(QDialog):
    """Window-modal; closes when the work is done, stays with a sentence when it failed."""

    made = Signal(object)
    """What the work came to."""

    def __init__(self, theme: Theme, bridge: Bridge, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_over = False
        self._carrier = _Carrier(self)
        self._carrier.told.connect(self._show)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(480)
        self.sentence, self.at_hand = QLabel(sentence), QLabel()
        self.sentence.setWordWrap(True)
        self.at_hand.setWordWrap(True)
        self.at_hand.setFont(theme.font(digits=True))
        self.at_hand.setAccessibleName(self.tr("What is at hand"))
        self.bar = QProgressBar()
        self.bar.setRange(0, SCALE)
        self.bar.setTextVisible(False)
        self.bar.setObjectName("workBar")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Give it up; nothing is written"))
        self.stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (self.sentence, self.bar, self.at_hand):
            layout.addWidget(widget)
        layout.addLayout(row)

    def begin(self, work: Work) -> None:
        """Open, and start the work in a thread."""
        self.open()
        self._bridge.start("work", self._carry_out(work))

    async def _carry_out(self, work: Work) -> None:
        try:
            came_to = await self._bridge.ask(work, self._carrier.progress)
        except Abandoned:
            self._is_over = True
            self.reject()
        except GimError as error:
            self._fail(retold(str(error)))
        else:
            self._is_over = True
            self.accept()
            self.made.emit(came_to)

    def _show(self, done: float, words: str) -> None:
        self.bar.setValue(round(done * SCALE))
        if words:
            self.at_hand.setText(retold(words))

    def _fail(self, sentence: str) -> None:
        self._is_over = True
        self.at_hand.setText(sentence)
        self.stop.setText(self.tr("Close"))
        self.stop.setToolTip("")

    def reject(self) -> None:
        """Stop; the dialog goes when the work has noticed it."""
        if self._is_over:
            super().reject()
            return
        self._carrier.stop.set()
        self.stop.setEnabled(False)
        self.at_hand.setText(self.tr("Stopping …"))
