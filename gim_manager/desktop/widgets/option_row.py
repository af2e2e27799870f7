"""One option of the page: its name, its editor, and behind it what is to be said, painted by the row itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_choices import FlagField
from gim_manager.desktop.widgets.option_field import AnyField
from gim_manager.presenters import words
from gim_manager.presenters.options import CHANGED, OVERTAKEN, WARNED, WRONG, Row

INSET, GAP, BAR, HEIGHT_EXTRA = 16, 10, 3, 17
SHORT = 20
"""Letters of a remark that is never broken."""
NOTE = 130
"""The room that a wide editor leaves to what stands behind it."""
LOOKS = {WRONG: ("failed", "failed"), WARNED: ("warning", "stopping"), OVERTAKEN: ("warning", "stopping")}
"""Glyph and colour of the sentence of a tone; of a wrong and an overtaken one also the bar, and the ground."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAPPED = _MIDDLE | Qt.TextFlag.TextWordWrap


def on_two_lines(metrics: QFontMetrics, room: QRect, text: str) -> str:
    """As much of a text as two lines hold, with an ellipsis where that is not all; a word that is wider is cut, too."""
    for share in range(20, 8, -1):
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() * share // 10)
        needed = metrics.boundingRect(room, _WRAPPED, shown)
        if needed.height() <= 2 * metrics.lineSpacing() + 4 and needed.width() <= room.width():
            break
    return shown


class OptionRow(QWidget):
    """A changed one has an accent bar and soft ground, a wrong one a red bar and a red ring."""

    edited = Signal(object, str)
    """Key, and the text in the editor."""

    def __init__(self, theme: Theme, field: AnyField, names: int) -> None:
        super().__init__()
        self._theme, self.field, self._names = theme, field, names
        self.row: Row | None = None
        field.setParent(self)
        field.edited.connect(self._tell)
        self._field_height = field.minimumHeight() or field.sizeHint().height()
        self._field_width = field.maximumWidth()
        self.setFixedHeight(max(theme.line_height() + HEIGHT_EXTRA, self._field_height + 7))
        theme.changed.connect(self.update)

    def _tell(self, text: str) -> None:
        if self.row is not None:
            self.edited.emit(self.row.key, text)

    def show_row(self, row: Row) -> None:
        """The option as it stands now."""
        if row == self.row:
            return
        self.row = row
        self.field.show_text(row.text)
        self.field.show_wrong(row.tone == WRONG)
        self.field.show_editable(row.editable)
        self.field.setAccessibleDescription(row.spoken)
        self.setToolTip(row.tip)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A wide editor gives way to what stands behind it."""
        left, height = INSET + self._names, self._field_height
        if isinstance(self.field, FlagField):
            left -= self.field.inset
        width = max(self.field.minimumWidth(), min(self._field_width, self.width() - left - NOTE))
        self.field.setGeometry(left, (self.height() - height + 1) // 2, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.row is None:
            return
        painter = QPainter(self)
        self._paint_ground(painter, self.row)
        font = self._theme.semi_bold() if self.row.is_changed or self.row.tone == WRONG else self._theme.font()
        name = QRect(INSET, 0, self._names - GAP, self.height())
        self._write(painter, name, self.row.key[1], font.weight() > 500, "text")
        self._paint_notes(painter, self.row)

    def _paint_ground(self, painter: QPainter, row: Row) -> None:
        grounds = {
            CHANGED: ("hover", "accent"),
            WRONG: ("failed_soft", "failed"),
            OVERTAKEN: ("stopping_soft", "warn_edge"),
        }
        if row.tone == WARNED and row.is_changed:
            ground, bar = grounds[CHANGED]
        elif row.tone in grounds:
            ground, bar = grounds[row.tone]
        else:
            return
        painter.fillRect(self.rect(), self._theme["soft" if ground == "hover" else ground])
        painter.fillRect(0, 0, BAR, self.height(), self._theme[bar])

    def _paint_notes(self, painter: QPainter, row: Row) -> None:
        left = self.field.geometry().right() + GAP
        if isinstance(self.field, FlagField):
            left += self.field.inset
        if row.sentence:
            glyph, token = LOOKS[row.tone]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRectF(left, (self.height() - icons.GLYPH) / 2, icons.GLYPH, icons.GLYPH)
            icons.draw(painter, glyph, self._theme[token], place)
            left += icons.GLYPH + 8
            left += self._write_wrapped(painter, self._rest(left), row.sentence, token) + GAP
        if not row.sentence or self._rest(left).width() >= NOTE:
            self._write_wrapped(painter, self._rest(left), _kept_together(row.note), "text2")

    def _rest(self, left: int) -> QRect:
        return QRect(left, 0, max(0, self.width() - left - GAP), self.height())

    def _write_wrapped(self, painter: QPainter, room: QRect, text: str, token: str) -> int:
        """On two lines where one is too short; how wide it is."""
        metrics = QFontMetrics(self._theme.font(digits=True))
        if metrics.horizontalAdvance(text) <= room.width():
            return self._write(painter, room, text, False, token)
        painter.setFont(self._theme.font(digits=True))
        painter.setPen(self._theme[token])
        painter.drawText(room, _WRAPPED, on_two_lines(metrics, room, text))
        return room.width()

    def _write(self, painter: QPainter, room: QRect, text: str, bold: bool, token: str) -> int:
        """Writes, elided at the end; how wide it is."""
        font = self._theme.semi_bold() if bold else self._theme.font(digits=True)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(room, _MIDDLE, shown)
        return metrics.horizontalAdvance(shown)


def _kept_together(note: str) -> str:
    """A line ends between two remarks, not within a short one."""
    parts = note.split(" · ")
    return " · ".join(part.replace(" ", words.NO_BREAK) if len(part) <= SHORT else part for part in parts)
