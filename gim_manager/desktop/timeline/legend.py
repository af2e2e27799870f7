"""What the signs of a timeline mean, in one or more lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.bars import diamond
from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.plot import INSET
from gim_manager.presenters.language import tr

LINE, SIGN, GAP = 24, 14, 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LegendPainter:
    """Every sign with its word."""

    def __init__(self, inks: Inks, glyphs: Glyphs, *, draft: bool = False) -> None:
        self._inks, self._glyphs = inks, glyphs
        self._signs: list[tuple[str, Callable[[QPainter, QRectF], None]]] = [
            (tr("Complete"), self._filled("complete_bar")),
            (tr("Running"), self._filled("running")),
            (tr("Failed"), self._glyph("failed", "failed")),
            (tr("Failed lost"), self._glyph("lost", "failed")),
            (tr("Stopped"), self._glyph("stopped", "stopped")),
            (tr("Not started"), self._missed),
            (tr("Expected"), self._outlined("outline", "surface")),
            (tr("ETL window"), self._outlined("border", "band_etl")),
            (tr("Aggregation window"), self._outlined("border", "band_aggregation")),
            (tr("Hold"), self._hatched),
            (tr("Option changed"), self._glyph("sliders", "stopped")),
        ]
        if draft:
            self._signs.insert(7, (tr("With unsaved options"), self._outlined("accent", "soft", dashed=True)))

    def places(self, width: int) -> list[QPoint]:
        """Where each sign stands, broken into lines of this width."""
        metrics, found = QFontMetrics(self._inks.font(-0.5)), []
        left, top = INSET, 0
        for word, _ in self._signs:
            wide = SIGN + 6 + metrics.horizontalAdvance(word)
            if left > INSET and left + wide > width - INSET:
                left, top = INSET, top + LINE
            found.append(QPoint(left, top))
            left += wide + GAP
        return found

    def height(self, width: int) -> int:
        """Of all lines."""
        return self.places(width)[-1].y() + LINE + 6

    def paint(self, painter: QPainter, width: int) -> None:
        """From the top left of the painter's coordinates on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._inks.font(-0.5))
        for place, (word, sign) in zip(self.places(width), self._signs, strict=True):
            sign(painter, QRectF(place.x(), place.y() + (LINE - SIGN) // 2, SIGN, SIGN))
            painter.setPen(self._inks["text"])
            painter.drawText(QRectF(place.x() + SIGN + 6, place.y(), 1000, LINE), _LEFT, word)

    @property
    def words(self) -> list[str]:
        """For whoever cannot see the signs."""
        return [word for word, _ in self._signs]

    def _filled(self, token: str) -> Callable[[QPainter, QRectF], None]:
        def sign(painter: QPainter, place: QRectF) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks[token])
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 3, 3)

        return sign

    def _outlined(self, edge: str, ground: str, *, dashed: bool = False) -> Callable[[QPainter, QRectF], None]:
        def sign(painter: QPainter, place: QRectF) -> None:
            pen = QPen(self._inks[edge], 1)
            if dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(self._inks[ground])
            painter.drawRoundedRect(place.adjusted(0.5, 1.5, -0.5, -1.5), 3, 3)

        return sign

    def _glyph(self, icon: str, token: str) -> Callable[[QPainter, QRectF], None]:
        return lambda painter, place: self._glyphs.draw(painter, icon, self._inks[token], place)

    def _missed(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(self._inks["scheduled"], 1.5))
        painter.setBrush(self._inks["surface"])
        painter.drawPolygon(diamond(place.center().x(), place.center().y()))

    def _hatched(self, painter: QPainter, place: QRectF) -> None:
        room = place.adjusted(0.5, 1.5, -0.5, -1.5)
        painter.setPen(QPen(self._inks["warn_edge"], 1))
        for share in (0.45, 1.0):
            low = QPointF(room.left(), room.top() + room.height() * share)
            painter.drawLine(low, QPointF(room.left() + room.width() * share, room.top()))
        painter.setPen(QPen(self._inks["stopping"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)


class Legend(QWidget):
    """Under the lanes, as many lines as it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Legend"))
        self.show_draft(False)
        theme.changed.connect(self._dress)

    def show_draft(self, draft: bool) -> None:
        """With the sign of unsaved options, or without."""
        self._draft = draft
        self._painter = LegendPainter(self._theme, Glyphs(self.devicePixelRatioF()), draft=draft)
        self.setAccessibleDescription(", ".join(self._painter.words))
        self._settle()
        self.update()

    def _dress(self) -> None:
        self.show_draft(self._draft)

    def _settle(self) -> None:
        self.setFixedHeight(self._painter.height(self.width()))

    def sizeHint(self) -> QSize:
        return QSize(600, self._painter.height(max(600, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["surface"])
        self._painter.paint(painter, self.width())
