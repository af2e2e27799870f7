"""The live log of a run: it follows its end until one scrolls up, and then says how many lines have come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import tr

MOST_LINES = 10_000
"""Lines kept on the screen; the whole log is on the command line."""


class LogView(QWidget):
    """Lines are appended, never rewritten."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._unread = 0
        self.setObjectName("page")
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setObjectName("log")
        self._text.setAccessibleName(self.tr("Log"))
        self._text.setFont(theme.fixed())
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setMaximumBlockCount(MOST_LINES)
        self._text.setUndoRedoEnabled(False)
        self._text.setTabChangesFocus(True)
        self._news = QPushButton(self)
        self._news.setCursor(Qt.CursorShape.PointingHandCursor)
        self._news.hide()
        self._news.clicked.connect(self.follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self._text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.last_number = 0

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.toPlainText()

    @property
    def is_following(self) -> bool:
        """Whether the last line is in view."""
        bar = self._text.verticalScrollBar()
        return bar.value() >= bar.maximum() - 1

    def clear(self, placeholder: str = "") -> None:
        """Another run's log begins."""
        self._text.clear()
        self._text.setPlaceholderText(placeholder)
        self.last_number, self._unread = 0, 0
        self._news.hide()

    def append(self, text: str, lines: int, last_number: int) -> None:
        """More lines at the end; `last_number` is that of the last."""
        following = self.is_following
        self._text.appendPlainText(text)
        self.last_number = last_number
        if following:
            self.follow()
        else:
            self._unread += lines
            self._tell()

    def follow(self) -> None:
        """Go to the end and stay there."""
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._unread = 0
        self._news.hide()

    def _scrolled(self) -> None:
        if self.is_following and self._unread:
            self.follow()

    def _tell(self) -> None:
        self._news.setText(tr("{n} new lines", "", self._unread, one="{n} new line"))
        self._news.adjustSize()
        self._place()
        self._news.show()
        self._news.raise_()

    def _place(self) -> None:
        self._news.move((self.width() - self._news.width()) // 2, self.height() - self._news.height() - 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
