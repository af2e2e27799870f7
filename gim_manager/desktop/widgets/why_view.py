"""Why a run is as it is: one sentence with its glyph, then facts with their times."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import look_of
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words
from gim_manager.presenters.run_view import Why

INSET, TIMES, ROW_EXTRA = 14, 108, 7
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WhyView(QWidget):
    """Painted; long facts wrap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._why: Why | None = None
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Why"))

    def show_why(self, why: Why | None) -> None:
        """Show another answer."""
        self._why = why
        lines = [why.sentence, *(f"{fact.time} {fact.fact}".strip() for fact in why.evidence)] if why else []
        spoken = words.plain("\n".join(lines))
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self.setMinimumHeight(self._height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._height())

    def _fact_height(self, text: str) -> int:
        metrics = QFontMetrics(self._theme.font(digits=True))
        width = max(80, self.width() - INSET * 2 - TIMES - 16)
        return metrics.boundingRect(QRect(0, 0, width, 4000), _WRAP, text).height() + ROW_EXTRA

    def _height(self) -> int:
        return 44 + sum(self._fact_height(fact.fact) for fact in self._why.evidence) + 8 if self._why else 44

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["surface"])
        if self._why is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look_of(self._why.status, self._why.cause)
        icons.draw(painter, look.icon, self._theme[look.token], QRectF(INSET, 14, 16, 16))
        title = QRect(INSET + 26, 10, self.width() - INSET * 2 - 26, 24)
        painter.setFont(self._theme.semi_bold(0.5))
        painter.setPen(self._theme["text"])
        shown = QFontMetrics(painter.font()).elidedText(self._why.sentence, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_facts(painter, self._why)

    def _paint_facts(self, painter: QPainter, why: Why) -> None:
        painter.setFont(self._theme.font(digits=True))
        top = 44
        for fact in why.evidence:
            height = self._fact_height(fact.fact)
            painter.setPen(self._theme["text2"])
            times = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRect(INSET, top, TIMES, height), times, fact.time)
            painter.setPen(self._theme["text"])
            left = INSET + TIMES + 16
            painter.drawText(QRect(left, top, self.width() - left - INSET, height), _WRAP, fact.fact)
            top += height
