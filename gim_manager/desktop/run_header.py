"""The header of the table of runs: its columns' titles, widths and order, and by which one the list is sorted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.run_layout import INSET, ROW_EXTRA, Place
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.job_list import COLUMNS, Filters
from gim_manager.presenters.language import tr

STRETCHED = len(COLUMNS) - 1
ARROW, SLACK = 12, 3


class RunHeader(QHeaderView):
    """Titles with the sort arrow left of the label in right-aligned columns; a click asks the database to sort."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.filters = Filters()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(36)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.line_height() + ROW_EXTRA)

    def measure(self) -> None:
        """Give each column the width of its sample in the font in use."""
        metrics = QFontMetrics(self._theme.font(digits=True))
        title = QFontMetrics(self._theme.semi_bold())
        for place, column in enumerate(COLUMNS[:STRETCHED]):
            needs = max(metrics.horizontalAdvance(tr(column.sample)), title.horizontalAdvance(tr(column.title)) + ARROW)
            extra = 42 if column.key == "status" else 0
            self.resizeSection(place, needs + 2 * INSET + extra + SLACK)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme["header"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme["border"])
        if rect.right() < self.viewport().width() - 1:
            painter.fillRect(rect.right(), rect.top() + 7, 1, rect.height() - 14, self._theme["border"])
        self._paint_title(painter, rect.adjusted(INSET, 0, -INSET, -1), logical)
        painter.restore()

    def _paint_title(self, painter: QPainter, cell: QRect, logical: int) -> None:
        column = COLUMNS[logical]
        is_sorted = column.order is self.filters.order
        font = self._theme.semi_bold() if is_sorted else self._theme.medium()
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(tr(column.title), Qt.TextElideMode.ElideRight, cell.width())
        width = metrics.horizontalAdvance(shown)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme["text" if is_sorted else "text2"])
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if is_sorted:
            left = cell.right() - width - ARROW - 3 if column.right else cell.left() + width + 4
            name = "chevron-down" if self.filters.descending else "chevron-up"
            place = QRectF(left, cell.center().y() - ARROW / 2 + 1, ARROW, ARROW)
            icons.draw(painter, name, self._theme["text2"], place)

    def _offer_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for logical, column in enumerate(COLUMNS):
            action = QAction(tr(column.title), menu, checkable=True, checked=not self.isSectionHidden(logical))
            action.setEnabled(column.key not in ("id", "note"))
            action.toggled.connect(lambda shown, section=logical: self.setSectionHidden(section, not shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns"), self.reset_columns)
        menu.popup(self.mapToGlobal(place))

    def reset_columns(self) -> None:
        """Every column shown, in its usual place and width."""
        for logical in range(len(COLUMNS)):
            self.setSectionHidden(logical, False)
            self.moveSection(self.visualIndex(logical), logical)
        self.measure()

    def places(self) -> tuple[Place, ...]:
        """The shown columns from left to right, and where they stand in the viewport."""
        order = [self.logicalIndex(visual) for visual in range(len(COLUMNS))]
        return tuple(
            Place(COLUMNS[logical].key, self.sectionViewportPosition(logical), self.sectionSize(logical))
            for logical in order
            if not self.isSectionHidden(logical)
        )
