"""Why a run is as it is: one sentence with its glyph, then facts with their times."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import Look, look_of
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import rules, words
from gim_manager.presenters.run_view import Evidence, Why

INSET, TIMES, ROW_EXTRA = 14, 108, 7
GAP, TAG = 16, 44
"""Between the columns; the room of a rule tag at the end of a line."""
MOMENT = Look(name="Moment", icon="clock", token="text2")
"""Of what is no run."""
OPEN_MS = 20_000
"""So long a sentence stands that was asked for, unless the pointer goes elsewhere."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WhyView(QWidget):
    """Painted; long facts wrap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._why: Why | None = None
        self._tags: list[tuple[QRect, str]] = []
        """Where the tags of rules stand, as painted last."""
        self._at = 0
        """The tag that has the focus."""
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Why"))
        self.setMouseTracking(True)

    def show_why(self, why: Why | None) -> None:
        """Show another answer."""
        self._why = why
        lines = [why.sentence, *(_spoken(fact) for fact in why.evidence)] if why else []
        spoken = words.plain("\n".join(lines))
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        has_rules = why is not None and any(fact.rule for fact in why.evidence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_rules else Qt.FocusPolicy.NoFocus)
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

    def event(self, event: QEvent) -> bool:
        """The sentence of a rule as the tooltip of its tag."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._tag_at(event.pos())
            self._tell(found, event.globalPos()) if found is not None else QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_on_tag = self._tag_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_on_tag else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._tag_at(event.position().toPoint())
        if found is not None:
            self._at = found
            self._open()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tag to tag, Return and Space open the sentence."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}.get(event.key())  # type: ignore[call-overload]
        if step is not None and self._tags:
            self._at = (self._at + step) % len(self._tags)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._tags:
            self._open()
        else:
            super().keyPressEvent(event)

    def _tag_at(self, place: QPoint) -> int | None:
        return next((at for at, (room, _) in enumerate(self._tags) if room.contains(place)), None)

    def _open(self) -> None:
        room, _ = self._tags[min(self._at, len(self._tags) - 1)]
        self._tell(self._at, self.mapToGlobal(room.bottomLeft()))
        self.update()

    def _tell(self, at: int, where: QPoint) -> None:
        room, rule = self._tags[at]
        said = f"<p><b>{rule}</b> {escape(rules.sentence(rule))}</p>"
        QToolTip.showText(where, said, self, room, OPEN_MS)

    def _paint_facts(self, painter: QPainter, why: Why) -> None:
        top, left = 44, INSET + TIMES + GAP
        self._tags = []
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
        if self.hasFocus() and len(self._tags) == self._at:
            painter.setPen(QPen(self._theme["accent"], 2))
            painter.drawRoundedRect(QRectF(tag), 3, 3)
        self._tags.append((tag, rule))


def _spoken(fact: Evidence) -> str:
    rule = f"{fact.rule}: {rules.sentence(fact.rule)}" if rules.sentence(fact.rule) else fact.rule
    return " ".join(part for part in (fact.time, fact.fact, rule) if part)
