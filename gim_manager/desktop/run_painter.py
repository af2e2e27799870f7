"""How a row of the list is painted: grounds, marks and glyphs from the tokens, around lines already laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from gim_manager.desktop import icons
from gim_manager.desktop.paint import bar, chosen_ground, look_of
from gim_manager.desktop.run_layout import BAR_HEIGHT, LaidRun, Place, RunLayout
from gim_manager.desktop.table_model import RunTableModel
from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Run

EDGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """Where a row stands in the viewport, and what the pointer and the keys make of it."""

    area: QRect
    is_selected: bool
    is_hovered: bool
    focused: str = ""
    """The key of the column that has the keys' focus, in a row that is not selected."""


class RunPainter:
    """Paints whole rows: the view calls it once a row, not once a cell, so that a repaint takes a few milliseconds."""

    def __init__(self, theme: Theme, model: RunTableModel) -> None:
        self._theme, self._model = theme, model
        self._layout = RunLayout(theme, model)
        self._glyphs = icons.Glyphs(1.0)
        self._columns: tuple[Place, ...] = ()
        self._has_focus = False

    def take_fonts(self) -> None:
        """Look the fonts up again, after the theme has changed."""
        self._layout.take_fonts()

    def begin(self, painter: QPainter, columns: Sequence[Place], *, has_focus: bool) -> None:
        """A repaint begins: the columns in view from left to right, and whether the list has the keys' focus."""
        self._columns, self._has_focus = tuple(columns), has_focus
        self._layout.arrange(self._columns)
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._glyphs.ratio:
            self._glyphs = icons.Glyphs(ratio)
        # Without antialiasing: with it, fractional scales show seams between the rows.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def row(self, painter: QPainter, run: Run | None, look: RowLook) -> None:
        """Paint one row; None is a run that has not been fetched."""
        area = look.area
        laid = self._layout.of(run)
        self._ground(painter, run, look)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme["line"])
        for left, baseline, text, font, token in laid.lines:
            painter.setFont(font)
            painter.setPen(self._theme[token])
            painter.drawText(QPointF(left, area.top() + baseline), text)
        self._signs(painter, laid, look)
        if look.focused:
            self._frame(painter, look)

    def _ground(self, painter: QPainter, run: Run | None, look: RowLook) -> None:
        area, model = look.area, self._model
        if look.is_selected:
            chosen_ground(painter, area, self._theme, has_focus=self._has_focus)
            return
        painter.fillRect(area, self._theme["hover" if look.is_hovered else "surface"])
        if run is None:
            return
        if model.is_status_marked(run.id):
            for _, left, width in (place for place in self._columns if place.key == "status"):
                soft = self._theme[f"{look_of(run.status).token}_soft"]
                painter.fillRect(left, area.top(), width, area.height(), soft)
        if model.is_marked(run.id):
            painter.fillRect(area.left(), area.top(), EDGE, area.height(), self._theme["accent"])

    def _signs(self, painter: QPainter, laid: LaidRun, look: RowLook) -> None:
        if laid.glyph is not None:
            left, name, token = laid.glyph
            top = look.area.top() + (look.area.height() - 1 - icons.GLYPH) / 2
            self._glyphs.draw(painter, name, self._theme[token], QRectF(left, top, icons.GLYPH, icons.GLYPH))
        if laid.bar is not None:
            left, width, share = laid.bar
            top = look.area.top() + (look.area.height() - BAR_HEIGHT) // 2
            track = QRect(left, top, width, BAR_HEIGHT)
            is_stale = self._model.is_stale
            under = "line" if is_stale else "surface" if look.is_selected else "running_soft"
            bar(painter, track, share, self._theme[under], self._theme["text2" if is_stale else "running"])

    def _frame(self, painter: QPainter, look: RowLook) -> None:
        painter.setPen(self._theme["accent"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _, left, width in (place for place in self._columns if place.key == look.focused):
            painter.drawRect(left, look.area.top(), width - 1, look.area.height() - 2)
