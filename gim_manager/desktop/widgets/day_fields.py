"""The first and the last day of a range as fields, and ranges that are asked for often."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_field import ring
from gim_manager.desktop.widgets.remark import drop
from gim_manager.presenters.reaggregation_builder import is_day, usual_days


class DayField(QLineEdit):
    """One day; what is written and is none has a red ring."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(digits=True))
        self.setAccessibleName(name)
        self.setPlaceholderText("YYYY-MM-DD")
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("YYYY-MM-DD") + 28)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that is no day."""
        return bool(self.text().strip()) and not is_day(self.text().strip())

    def show_text(self, text: str) -> None:
        """Another day; the cursor of who types it stays where it is."""
        if text != self.text().strip():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return leaves the field, as it does the Job Parameters: it starts no job."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_wrong:
            ring(self, self._theme)


class DayFields(QWidget):
    """Tells what a person types or takes."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first = DayField(theme, self.tr("First day"))
        self.last = DayField(theme, self.tr("Last day, included"))
        self.usual: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        for part in (self.first, QLabel(self.tr("to")), self.last, QLabel(self.tr("included"))):
            self._line.addWidget(part)
        self._line.addStretch(1)
        for field in (self.first, self.last):
            field.textEdited.connect(lambda: self.edited.emit(self.first.text(), self.last.text()))

    def show_days(self, first: str, last: str) -> None:
        """Another range."""
        self.first.show_text(first)
        self.last.show_text(last)

    def offer(self, today: date) -> None:
        """Ranges by the day that it is where the calendar is."""
        for old in self.usual:
            drop(self._line, old)
        self.usual = [self._link(*one) for one in usual_days(today)]

    def _link(self, name: str, first: date, last: date) -> QPushButton:
        link = QPushButton(name)
        link.setObjectName("link")
        link.setAutoDefault(False)
        link.setToolTip(str(first) if first == last else self.tr("{first} to {last}").format(first=first, last=last))
        link.clicked.connect(lambda: self.edited.emit(str(first), str(last)))
        self._line.insertWidget(self._line.count() - 1, link)
        return link
