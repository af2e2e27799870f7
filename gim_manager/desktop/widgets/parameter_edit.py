"""The field for Job Parameters: as tall as its text, with the place of a fault marked in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from gim_manager.desktop.theme import Theme

MOST_LINES = 3


class ParameterEdit(QPlainTextEdit):
    """Job Parameters: grows from one to three lines; Return and Tab leave it."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.fixed())
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Job Parameters"))
        self.setPlaceholderText(self.tr("-insertPendingAgg SETS-LEVEL.FLAVOR:START:END"))
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """The parameters on one line, each character in the place where it stands in the field."""
        return self.toPlainText().replace("\n", " ")

    def _grow(self) -> None:
        lines = min(MOST_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    def mark_fault(self, column: int | None) -> None:
        """Underline the text from the wrong character on, counted from 1; None takes the mark back."""
        marks = []
        if column is not None:
            mark = QTextEdit.ExtraSelection()
            wrong = QTextCharFormat()
            wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            wrong.setUnderlineColor(self._theme["failed"])
            cursor = QTextCursor(self.document())
            end = self.document().characterCount() - 1
            cursor.setPosition(max(0, min(column, end) - 1))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format, mark.cursor = wrong, cursor
            marks.append(mark)
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("\r", "\n"):
            self.left.emit()
            return
        super().keyPressEvent(event)
