"""The ETL status panel: sections of lines, painted in one go and told to screen readers as text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import bar
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words
from gim_manager.presenters.etl_status import Line, Panel, Section

WIDTH, INSET, RULE_GAP, BAR_ROW = 252, 14, 11, 18
LEAST_MARGIN = 2
"""So much stays free between a line and the scroll bar."""
CHIP_HEIGHT, EDGE = 20, 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.TextFlag.TextWordWrap
_END = Qt.TextElideMode.ElideRight


class PanelBody(QWidget):
    """Paints a Panel; as tall as it needs."""

    run_wanted = Signal(int)
    """A running job was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.wide = round(WIDTH * max(1.0, theme.line_height() / 16))
        self.margin = INSET
        """At the right; a scroll bar stands in it, so that nothing is cut when one comes."""
        self._panel: Panel | None = None
        self._is_stale = False
        self._places: list[tuple[QRect, Line]] = []
        self.setObjectName("panelBody")
        self.setAccessibleName(self.tr("ETL status"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_panel(self, panel: Panel, *, stale: bool) -> None:
        """Show another state; `stale` takes the colours back."""
        spoken = _spoken(panel)
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self._panel, self._is_stale = panel, stale
        height = self._lay_out()
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.wide, self._lay_out())

    @property
    def _line(self) -> int:
        return self._theme.line_height() + 5

    @property
    def _room(self) -> int:
        """How wide a line is, in the frame with its edge."""
        return self.wide - EDGE - INSET - self.margin

    def _lay_out(self) -> int:
        """Where each line stands; returns the height of all."""
        self._places = []
        top = 10 + CHIP_HEIGHT + 8
        for place, section in enumerate(self._panel.sections if self._panel else ()):
            top += 2 * RULE_GAP + 1 if place else 0
            top += self._line
            for line in section.lines or (Line(label=section.empty, is_label_quiet=True),):
                height = self._label_height(line) + self._below_height(line)
                self._places.append((QRect(INSET, top, self._room, height), line))
                top += height
        return top + 16

    def _label_height(self, line: Line) -> int:
        """What has no value beside it is a sentence, and wraps."""
        if line.value:
            return self._line
        return self._wrapped(line.label, self._theme.font(), self._room - (icons.GLYPH + 6 if line.icon else 0)) + 5

    def _below_height(self, line: Line) -> int:
        if line.share is not None or not line.below:
            return BAR_ROW if line.share is not None else 0
        return max(BAR_ROW, self._wrapped(line.below, self._theme.font(-0.5), self._room) + 4)

    @staticmethod
    def _wrapped(text: str, font: QFont, width: int) -> int:
        metrics = QFontMetrics(font)
        return max(metrics.height(), metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._panel is None:
            return
        self._lay_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, self._panel)
        rows = iter(self._places)
        for place, section in enumerate(self._panel.sections):
            rects = [next(rows) for _ in section.lines or (None,)]
            self._paint_title(painter, section, rects[0][0].top() - self._line, is_first=place == 0)
            for rect, line in rects:
                self._paint_line(painter, rect, line)

    def _paint_head(self, painter: QPainter, panel: Panel) -> None:
        area = QRect(INSET, 10, self._room, CHIP_HEIGHT)
        font = self._theme.semi_bold()
        text = QFontMetrics(font).horizontalAdvance(panel.chip)
        chip = QRect(0, area.top(), text + icons.GLYPH + 20, CHIP_HEIGHT)
        chip.moveRight(area.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme[f"{panel.chip_token}_soft"])
        painter.drawRoundedRect(QRectF(chip), 4, 4)
        glyph = QRectF(chip.left() + 6, chip.top() + 3, icons.GLYPH, icons.GLYPH)
        icons.draw(painter, panel.chip_icon, self._theme[panel.chip_token], glyph)
        inside = chip.adjusted(icons.GLYPH + 12, 0, 0, 0)
        self._text(painter, inside, panel.chip, panel.chip_token, font, _LEFT)
        title = area.adjusted(0, 0, -chip.width() - 8, 0)
        self._text(painter, title, self.tr("ETL status"), "text", self._theme.semi_bold(1), _LEFT)

    def _paint_title(self, painter: QPainter, section: Section, top: int, *, is_first: bool) -> None:
        area = QRect(INSET, top, self._room, self._line)
        if not is_first:
            painter.fillRect(INSET, top - RULE_GAP - 1, area.width(), 1, self._theme["border"])
        self._text(painter, area, section.title, "text2", self._theme.semi_bold(), _LEFT)
        token = "stopping" if section.is_warning else "text2"
        self._text(painter, area, section.value, token, self._theme.font(digits=True), _RIGHT)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        area = QRect(rect.left(), rect.top(), rect.width(), self._label_height(line))
        ink = "text2" if self._is_stale else "text"
        strong = self._theme.semi_bold(digits=True) if line.is_strong else self._theme.font(digits=True)
        value = line.token if line.is_strong and not self._is_stale else ink
        used = self._text(painter, area, line.value, value, strong, _RIGHT) if line.value else -8
        if line.quiet:
            quiet = area.adjusted(0, 0, -used - 8, 0)
            used += self._text(painter, quiet, line.quiet, "text2", self._theme.font(digits=True), _RIGHT) + 8
        label = area.adjusted(0, 0, -used - 8, 0)
        if line.icon:
            glyph = QRectF(label.left(), label.top() + (self._line - icons.GLYPH) / 2, icons.GLYPH, icons.GLYPH)
            icons.draw(painter, line.icon, self._theme["text2" if self._is_stale else line.token], glyph)
            label.adjust(icons.GLYPH + 6, 0, 0, 0)
        is_warning = line.token == "stopping" and not line.value and not self._is_stale
        token = "stopping" if is_warning else "text2" if line.is_label_quiet else ink
        if line.value:
            self._text(painter, label, line.label, token, self._theme.font(), _LEFT)
        else:
            self._sentence(painter, label, line.label, token, self._theme.font())
        self._paint_below(painter, rect.adjusted(0, area.height(), 0, 0), line)

    def _paint_below(self, painter: QPainter, below: QRect, line: Line) -> None:
        if line.share is None:
            self._sentence(painter, below, line.below, "text2", self._theme.font(-0.5))
            return
        wide = QFontMetrics(self._theme.font(digits=True)).horizontalAdvance(words.percent(1.0))
        ink = "text2" if self._is_stale else "text"
        self._text(painter, below, words.percent(line.share), ink, self._theme.font(digits=True), _RIGHT)
        track = QRect(below.left(), below.center().y() - 2, below.width() - wide - 10, 4)
        soft, fill = ("line", "text2") if self._is_stale else ("running_soft", "running")
        bar(painter, track, line.share, self._theme[soft], self._theme[fill])

    def _text(self, painter: QPainter, area: QRect, text: str, token: str, font: QFont, side: Qt.AlignmentFlag) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, _END, area.width())
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, side, shown)
        return metrics.horizontalAdvance(shown)

    def _sentence(self, painter: QPainter, area: QRect, text: str, token: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _LEFT | _WRAPPED, text)

    def _line_at(self, place: QPoint) -> Line | None:
        return next((line for rect, line in self._places if rect.contains(place)), None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            line = self._line_at(event.pos())
            QToolTip.showText(
                event.globalPos(), (line.tip or f"{line.label} {line.value}".strip()) if line else "", self
            )
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        jumps = line is not None and line.run_id is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if jumps else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        if line is not None and line.run_id is not None:
            self.run_wanted.emit(line.run_id)


def _spoken(panel: Panel) -> str:
    lines = [panel.chip]
    for section in panel.sections:
        lines.append(section.title)
        lines += [words.plain(f"{line.label} {line.value}".strip()) for line in section.lines] or [section.empty]
    return "\n".join(lines)


class StatusPanel(QFrame):
    """The panel in its scroll area, as wide as the look says."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panelFrame")
        self.body = PanelBody(theme)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("panel")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self._scroll.verticalScrollBar()
        bar.ensurePolished()
        self.body.margin = max(INSET, bar.sizeHint().width() + LEAST_MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._scroll)
        self.setFixedWidth(self.body.wide)
