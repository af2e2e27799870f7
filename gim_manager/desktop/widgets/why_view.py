"""Why a run is as it is: one sentence with its glyph, then facts with their times."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import Look, look_of
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words
from gim_manager.presenters.run_view import Evidence, Why

INSET, TIMES, ROW_EXTRA = 14, 108, 7
GAP, TAG = 16, 44
"""Between the columns; the room of a rule tag at the end of a line."""
MOMENT = Look(name="Moment", icon="clock", token="text2")
"""Of what is no run."""
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
        lines = [why.sentence, *(_spoken(fact) for fact in why.evidence)] if why else []
        spoken = words.plain("\n".join(lines))
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self.setMinimumHeight(self._height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._height())

    def _fact_size(self, text: str) -> QSize:
        metrics = QFontMetrics(self._theme.font(digits=True))
        return metrics.boundingRect(QRect(0, 0, self._fact_width(), 4000), _WRAP, text).size()

    def _fact_width(self) -> int:
        return max(80, self.width() - INSET * 2 - TIMES - GAP - TAG - GAP)

    def _fact_height(self, text: str) -> int:
        return self._fact_size(text).height() + ROW_EXTRA

    def _height(self) -> int:
        return 44 + sum(self._fact_height(fact.fact) for fact in self._why.evidence) + 8 if self._why else 44

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["surface"])
        if self._why is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        status = self._why.status
        look = MOMENT if status is None else look_of(status, self._why.cause)
        icons.draw(painter, look.icon, self._theme[look.token], QRectF(INSET, 14, 16, 16))
        title = QRect(INSET + 26, 10, self.width() - INSET * 2 - 26, 24)
        painter.setFont(self._theme.semi_bold(0.5))
        painter.setPen(self._theme["text"])
        shown = QFontMetrics(painter.font()).elidedText(self._why.sentence, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_facts(painter, self._why)

    def _paint_facts(self, painter: QPainter, why: Why) -> None:
        top, left = 44, INSET + TIMES + GAP
        for fact in why.evidence:
            size, height = self._fact_size(fact.fact), self._fact_height(fact.fact)
            painter.setFont(self._theme.font(digits=True))
            painter.setPen(self._theme["text3" if fact.time.startswith(words.EXPECTED) else "text2"])
            times = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRect(INSET, top, TIMES, height), times, fact.time)
            painter.setPen(self._theme["text"])
            painter.drawText(QRect(left, top, self._fact_width(), height), _WRAP, fact.fact)
            if fact.rule:
                self._paint_tag(painter, QRect(left + size.width() + GAP, top, TAG, height - ROW_EXTRA), fact.rule)
            top += height

    def _paint_tag(self, painter: QPainter, room: QRect, rule: str) -> None:
        """The rule, outlined, behind what follows from it."""
        painter.setFont(self._theme.font(-0.5, digits=True))
        metrics = QFontMetrics(painter.font())
        tag = QRect(room.left(), room.top(), metrics.horizontalAdvance(rule) + 10, metrics.height())
        painter.setPen(self._theme["outline"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(self._theme["text2"])
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, rule)


def _spoken(fact: Evidence) -> str:
    return " ".join(part for part in (fact.time, fact.fact, fact.rule) if part)
