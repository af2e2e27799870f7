"""The jobs that may be run, as a list with their present state instead of a blind drop-down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gim_manager.desktop import icons
from gim_manager.desktop.paint import look_of
from gim_manager.desktop.theme import Theme
from gim_manager.domain.job import Job
from gim_manager.presenters import words
from gim_manager.presenters.run_job import JobChoice

WIDTH = 236
_CHOICE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Painter(QStyledItemDelegate):
    """Two lines and the state's glyph."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH, 2 * self._theme.line_height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: JobChoice = index.data(_CHOICE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = self._list.hasFocus()
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme["select" if focus else "select_idle"])
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self._theme["accent" if focus else "outline"])
        half = rect.height() // 2
        right = 40 if choice.status else 12
        top = QRect(rect.left() + 14, rect.top() + 4, rect.width() - 14 - right, half - 4)
        self._line(painter, top, choice.job.value, "text", bold=chosen)
        self._line(painter, top.translated(0, half - 4), choice.state, "text2", bold=False)
        if choice.status is not None:
            look = look_of(choice.status)
            place = QRectF(rect.right() - 28, rect.center().y() - 7, icons.GLYPH, icons.GLYPH)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            icons.draw(painter, look.icon, self._theme[look.token], place)
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, text: str, token: str, *, bold: bool) -> None:
        font = self._theme.semi_bold() if bold else self._theme.font(digits=True)
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


class JobChoiceList(QListWidget):
    """One job is always chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("jobChoice")
        self.setAccessibleName(self.tr("Job"))
        self.setFixedWidth(round(WIDTH * max(1.0, theme.line_height() / 16)))
        self.setItemDelegate(_Painter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_choices(self, choices: tuple[JobChoice, ...]) -> None:
        """The same jobs in another state keep the choice."""
        for row, choice in enumerate(choices):
            if row == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(row)
            if item.data(_CHOICE) != choice:
                item.setData(_CHOICE, choice)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.plain(f"{choice.job.value}, {choice.state}"))
                item.setToolTip(f"{choice.job.value}: {choice.state}")

    def choose(self, job: Job) -> None:
        """Choose a job; one that is not offered leaves the first."""
        rows = [row for row in range(self.count()) if self.item(row).data(_CHOICE).job is job]
        self.setCurrentRow(rows[0] if rows else 0)

    def choice(self) -> JobChoice:
        """The chosen job."""
        choice: JobChoice = self.item(max(0, self.currentRow())).data(_CHOICE)
        return choice

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit()
