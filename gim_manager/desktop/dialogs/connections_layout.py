"""The Connections dialog as it stands: the list, the form, what was found, and the buttons."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop.dialogs.room import open_at, room_for
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.connection_form import ConnectionForm
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.desktop.widgets.two_line_list import Lines, TwoLineList
from gim_manager.presenters.connection_answers import Outcome
from gim_manager.presenters.connections import Row

WIDTH, HEIGHT, LIST_WIDTH, ANSWER_LINES = 920, 600, 300, 4
GAP, SPACING = 16, 8
LEAST_LIST, LEAST_LEFT = 180, 250
"""Of the list in a narrow window, and of it with all that is beside the form."""
FIRST = 1000
"""What has so much of a stretch is as wide as it may be before the rest grows."""


def _lines(row: Row) -> Lines:
    return Lines(title=row.name, below=row.place, below_elides=Qt.TextElideMode.ElideMiddle)


class ConnectionsLayout(QDialog):
    """Its parts, with nothing behind them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        scale = max(1.0, theme.line_height() / 16)
        open_at(self, round(WIDTH * scale), round(HEIGHT * scale))
        self.list = TwoLineList(theme, self.tr("Saved connections"), _lines)
        self.list.setMinimumWidth(LEAST_LIST)
        self.list.setMaximumWidth(round(LIST_WIDTH * scale))
        self._build()

    def _build(self) -> None:
        self.form = ConnectionForm(self._theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        needed = self.form.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(min(needed, room_for(self).width() - LEAST_LEFT))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(area, 1)
        right.addLayout(self._answer_row())
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addLayout(self._left(), FIRST)
        body.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addLayout(self._buttons())
        below = (self.test, self.save, self.cancel, self.connect_button)
        for one, other in pairwise((self.list, self.new, self.remove, *self.form.in_order(), *below)):
            QWidget.setTabOrder(one, other)

    def _left(self) -> QVBoxLayout:
        heading = QLabel(self.tr("Saved connections"))
        heading.setFont(self._theme.semi_bold())
        heading.setBuddy(self.list)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        return column

    def _answer_row(self) -> QHBoxLayout:
        self._glyph, self.answer = Glyph(self._theme), Words(self._theme)
        self.answer.setMinimumHeight(ANSWER_LINES * self._theme.line_height())
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1)
        return row

    def _buttons_of_list(self) -> QWidget:
        self.new, self.remove = self._button(self.tr("New")), self._button(self.tr("Remove"))
        part = QWidget()
        part.setMaximumWidth(self.list.maximumWidth() + GAP - SPACING)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.new)
        row.addWidget(self.remove)
        row.addStretch(1)
        return part

    def _buttons(self) -> QHBoxLayout:
        self.test, self.save = self._button(self.tr("Test")), self._button(self.tr("Save"))
        self.cancel, self.connect_button = self._button(self.tr("Cancel")), QPushButton(self.tr("Connect"))
        self.connect_button.setObjectName("primary")
        self.connect_button.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._buttons_of_list(), FIRST)
        row.addWidget(self.test)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.connect_button)
        return row

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def say(self, outcome: Outcome) -> None:
        """What was found."""
        self._glyph.show_icon(outcome.icon, outcome.token)
        self.answer.ink(outcome.token if outcome.token != "complete" else "text")
        self.answer.setText(outcome.text)
        self.answer.setAccessibleName(outcome.text)
