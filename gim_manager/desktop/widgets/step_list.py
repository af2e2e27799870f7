"""The steps of a run, a line each: glyph, name, bar while it runs, rows, duration, how far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import bar, look_of
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words
from gim_manager.presenters.run_view import StepLine

INSET, GAP, BAR = 14, 12, 130
ROW_EXTRA = 9
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_END = Qt.TextElideMode.ElideRight


class StepList(QWidget):
    """Painted lines; a sentence where there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[StepLine] = ()
        self._is_stale = self._is_known = False
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Steps"))

    def show_steps(self, lines: Sequence[StepLine], *, stale: bool, is_known: bool = True) -> None:
        """Show these steps; nothing while it is not known whether there are any."""
        self._lines, self._is_stale, self._is_known = lines, stale, is_known
        spoken = "\n".join(words.plain(f"{s.name}: {s.word or s.percent} {s.rows}".strip()) for s in lines)
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self.setMinimumHeight(self._row * len(lines) + 8)
        self.update()

    @property
    def counts(self) -> bool:
        """Whether a duration ticks."""
        return any(line.share is not None or line.word == "Running" for line in self._lines)

    @property
    def _row(self) -> int:
        return self._theme.line_height() + ROW_EXTRA

    def sizeHint(self) -> QSize:
        return QSize(600, self._row * max(1, len(self._lines)) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["surface"])
        if not self._lines and self._is_known:
            self._text(
                painter, QRect(INSET, 4, self.width() - 2 * INSET, self._row), self.tr("No steps recorded"), "text2"
            )
        if not self._lines:
            return
        metrics = QFontMetrics(self._theme.font(digits=True))
        names = min(max(metrics.horizontalAdvance(line.name) for line in self._lines) + 2, self.width() // 3)
        for place, line in enumerate(self._lines):
            self._paint_line(painter, QRect(0, 4 + place * self._row, self.width(), self._row), line, names)

    def _paint_line(self, painter: QPainter, row: QRect, line: StepLine, names: int) -> None:
        look = look_of(line.status)
        token = "text3" if line.waits else "text2" if self._is_stale and line.share is not None else look.token
        glyph = QRectF(INSET, row.center().y() - icons.GLYPH / 2 + 1, icons.GLYPH, icons.GLYPH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw(painter, "dash" if line.waits else look.icon, self._theme[token], glyph)
        ink = "text3" if line.waits else "text2" if self._is_stale else "text"
        metrics = QFontMetrics(self._theme.font(digits=True))
        left = INSET + icons.GLYPH + 8

        def cell(width: int) -> QRect:
            return QRect(left, row.top(), width, row.height())

        left = self._cell(painter, cell(names), line.name, ink)
        self._paint_state(painter, QRect(left, row.top(), BAR, row.height()), line)
        left += BAR + GAP
        left = self._cell(painter, cell(metrics.horizontalAdvance("100 %")), line.percent, ink, right=True)
        left = self._cell(painter, cell(metrics.horizontalAdvance("10,204,332 rows")), line.rows, ink, right=True)
        left = self._cell(painter, cell(metrics.horizontalAdvance("10 m 04 s")), line.duration, ink, right=True)
        self._cell(painter, cell(self.width() - left - INSET).adjusted(GAP, 0, 0, 0), line.note, "text2")

    def _paint_state(self, painter: QPainter, cell: QRect, line: StepLine) -> None:
        if line.share is None:
            bold = line.status.value == "Failed"
            token = "failed" if bold else "text3" if line.waits else "text2"
            self._text(painter, cell, line.word, token, font=self._theme.semi_bold() if bold else None)
            return
        track = QRect(cell.left(), cell.center().y() - 2, cell.width(), 6)
        soft, fill = ("line", "text2") if self._is_stale else ("running_soft", "running")
        bar(painter, track, line.share, self._theme[soft], self._theme[fill])

    def _cell(self, painter: QPainter, cell: QRect, text: str, token: str, *, right: bool = False) -> int:
        """Paint one cell; where the next begins."""
        self._text(painter, cell, text, token, right=right)
        return cell.left() + cell.width() + GAP

    def _text(
        self, painter: QPainter, area: QRect, text: str, token: str, *, right: bool = False, font: QFont | None = None
    ) -> None:
        font = font or self._theme.font(digits=True)
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _RIGHT if right else _LEFT, QFontMetrics(font).elidedText(text, _END, area.width()))
