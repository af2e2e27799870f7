"""The five facts on top of the Health page, each a card; as many in a row as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.presenters.health_facts import Fact

LEAST_WIDTH = 178
"""Of a card at the system's usual font."""
_GAP = 10


class FactCard(QFrame):
    """Title, glyph and value, and a line below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("card")
        self.title, self.value, self.below = Words(theme), Words(theme), Words(theme, token="text2")
        self.glyph = Glyph(theme)
        self.value.setFont(theme.semi_bold(1, digits=True))
        self.below.setFont(theme.font(digits=True))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.glyph)
        line.addWidget(self.value, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.below)
        column.addStretch(1)

    def show_fact(self, fact: Fact, *, stale: bool) -> None:
        """Another state; a stale one steps back."""
        self.title.setText(fact.title)
        self.value.setText(fact.value)
        self.below.setText(fact.below)
        self.glyph.setVisible(bool(fact.icon))
        self.glyph.show_icon(fact.icon, "text2" if stale else fact.token)
        self.title.ink("text2" if stale else "text")
        self.value.ink("text2" if stale else fact.token if fact.is_strong else "text")
        self.setAccessibleName(fact.spoken)


class FactCards(QWidget):
    """Flows: five in a row where they fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[FactCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setAccessibleName(self.tr("Facts"))

    def show_facts(self, facts: Sequence[Fact], *, stale: bool) -> None:
        """As many cards as there are facts."""
        while len(self.cards) < len(facts):
            self.cards.append(FactCard(self._theme))
            self._columns = 0
        for card, fact in zip(self.cards, facts, strict=True):
            card.show_fact(fact, stale=stale)
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        least = round(LEAST_WIDTH * max(1.0, self._theme.line_height() / 16))
        columns = max(1, min(len(self.cards), (self.width() + _GAP) // (least + _GAP)))
        if columns == self._columns or not self.cards:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag(0))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
