"""The sections of the options: how many changes each holds, and where something is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gim_manager.desktop import icons
from gim_manager.desktop.paint import chosen_ground
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.options import SectionView

LEFT, RIGHT, COUNT_WIDTH, COUNT_HEIGHT = 14, 12, 18, 16
NARROW = 150
_VIEW = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Painter(QStyledItemDelegate):
    """Name at the left; glyph and count at the right."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.line_height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view: SectionView = index.data(_VIEW)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            chosen_ground(painter, rect, self._theme, has_focus=self._list.hasFocus())
        right = self._paint_marks(painter, rect, view)
        font = self._theme.semi_bold() if chosen else self._theme.font()
        room = QRect(rect.left() + LEFT, rect.top(), right - rect.left() - LEFT - 4, rect.height())
        painter.setFont(font)
        painter.setPen(self._theme["text"])
        elided = QFontMetrics(font).elidedText(view.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _MIDDLE, elided)
        painter.restore()

    def _paint_marks(self, painter: QPainter, rect: QRect, view: SectionView) -> int:
        """Where the room of the name ends."""
        right = rect.right() - RIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.changes:
            font = self._theme.semi_bold(digits=True)
            width = max(COUNT_WIDTH, QFontMetrics(font).horizontalAdvance(str(view.changes)) + 8)
            badge = QRect(right - width, rect.center().y() - COUNT_HEIGHT // 2, width, COUNT_HEIGHT + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme["soft"])
            painter.drawRoundedRect(QRectF(badge), 4, 4)
            painter.setFont(font)
            painter.setPen(self._theme["accent"])
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(view.changes))
            right = badge.left() - 6
        if view.has_error:
            right -= icons.GLYPH
            place = QRectF(right, rect.center().y() - icons.GLYPH / 2 + 1, icons.GLYPH, icons.GLYPH)
            icons.draw(painter, "failed", self._theme["failed"], place)
        return right


class SectionList(QListWidget):
    """One section is always chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        self._wanted = NARROW
        self.setObjectName("sections")
        self.setAccessibleName(self.tr("Sections"))
        self.setItemDelegate(_Painter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_sections(self, views: Sequence[SectionView]) -> None:
        """The same sections in another state keep the choice; one that the filter empties is hidden."""
        if [view.name for view in views] != [self._view(row).name for row in range(self.count())]:
            self._fill(views)
        for row, view in enumerate(views):
            item = self.item(row)
            if self._view(row) != view:
                item.setData(_VIEW, view)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, view.spoken)
            item.setHidden(not view.is_shown)

    def _fill(self, views: Sequence[SectionView]) -> None:
        kept = self.section()
        self.blockSignals(True)
        self.clear()
        for view in views:
            item = QListWidgetItem(self)
            item.setData(_VIEW, view)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, view.spoken)
            item.setToolTip(view.name)
        self.blockSignals(False)
        metrics = QFontMetrics(self._theme.font())
        widest = max((metrics.horizontalAdvance(view.name) for view in views), default=0)
        self._wanted = min(260, widest + LEFT + RIGHT + COUNT_WIDTH + 16)
        self._size_up()
        self.choose(kept)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the rows need the room: long names are cut in their middle, for they differ at the end."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._size_up()

    def _size_up(self) -> None:
        self.setFixedWidth(min(NARROW, self._wanted) if self._is_narrow else self._wanted)

    def section(self) -> str:
        """The chosen one; empty before there are any."""
        return self._view(self.currentRow()).name if self.currentRow() >= 0 else ""

    def _view(self, row: int) -> SectionView:
        view: SectionView = self.item(row).data(_VIEW)
        return view

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._view(row).name)

    def choose(self, section: str) -> None:
        """Choose a section; one that is not there leaves the first."""
        names = [self._view(row).name for row in range(self.count())]
        self.setCurrentRow(names.index(section) if section in names else 0)
