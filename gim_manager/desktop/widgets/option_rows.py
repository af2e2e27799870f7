"""The rows of one section under their subjects, built a few at a time so that the window never stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.option_field import AnyField
from gim_manager.desktop.widgets.option_row import GAP, INSET, OptionRow
from gim_manager.domain.option_file import Key
from gim_manager.presenters.options import Group

SLICE_MS = 12
"""So long rows are built before the event loop has its turn."""
LEAST_NAMES = 170


class OptionRows(QScrollArea):
    """One section; its rows come into being when it is shown first."""

    built = Signal()
    edited = Signal(object, str)
    """Key, and the text in the editor."""

    def __init__(self, theme: Theme, section: str, groups: Sequence[Group], field: Callable[[Key], AnyField]) -> None:
        super().__init__()
        self._theme, self._groups, self._field = theme, groups, field
        self.rows: dict[Key, OptionRow] = {}
        self.is_built = False
        self.shown: Callable[[OptionRow, Key], None] = lambda _row, _key: None
        """Puts an option into its new row."""
        self._titles: list[tuple[QWidget, Group]] = []
        self._work = self._build()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("page")
        self.setAccessibleName(section)
        body = QFrame()
        body.setObjectName("page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 8, 0, 16)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(body)
        metrics = QFontMetrics(theme.semi_bold())
        names = (metrics.horizontalAdvance(name) for group in groups for _, name in group.keys)
        self._names = max(LEAST_NAMES, max(names, default=0) + GAP + 4)

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every option of the section, in the order of its rows."""
        return tuple(key for group in self._groups for key in group.keys)

    def begin(self) -> None:
        """Build what is not built yet, between two turns of the event loop."""
        if not self.is_built:
            self._turn.start()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for _ in self._work:
            if clock.elapsed() >= SLICE_MS:
                return
        self._turn.stop()
        self.is_built = True
        self.built.emit()

    def _build(self) -> Iterator[None]:
        for group in self._groups:
            title = Words(self._theme, group.subject, "text2", wraps=False)
            title.setFont(self._theme.semi_bold())
            title.setContentsMargins(INSET, 0, 0, 0)
            title.setFixedHeight(self._theme.line_height() + 15)
            self._titles.append((title, group))
            self._add(title)
            for key in group.keys:
                row = self.rows[key] = OptionRow(self._theme, self._field(key), self._names)
                row.edited.connect(self.edited)
                self.shown(row, key)
                self._add(row)
                yield

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_only(self, keys: frozenset[Key]) -> None:
        """Hide the rest, and subjects of which nothing is left."""
        for key, row in self.rows.items():
            row.setVisible(key in keys)
        for title, group in self._titles:
            title.setVisible(any(key in keys for key in group.keys))

    def chain(self, after: QWidget) -> QWidget:
        """Tab goes through the editors in the order of the rows; the last of them."""
        for row in self.rows.values():
            QWidget.setTabOrder(after, row.field)
            after = row.field
        return after
