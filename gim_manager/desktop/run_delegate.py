"""How a run is painted in the list: glyphs, bars and digits from the tokens, one look at the run a cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gim_manager.desktop import icons
from gim_manager.desktop.paint import bar, look_of
from gim_manager.desktop.table_model import RunTableModel
from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import words
from gim_manager.presenters.job_list import COLUMNS, expected_end, note

INSET = 8
EDGE = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SELECTED = QStyle.StateFlag.State_Selected
_ACTIVE = QStyle.StateFlag.State_Active
_FOCUS = QStyle.StateFlag.State_HasFocus
_END = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class RunDelegate(QStyledItemDelegate):
    """Paints whole cells; the view tells it the hovered row and whether it has the focus."""

    def __init__(self, theme: Theme, header: QHeaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._header = theme, header
        self._is_selected = False
        self.hovered = -1
        self.has_focus = False
        self._painters = {
            "id": self._id, "job": self._job, "status": self._status, "start": self._start, "end": self._end,
            "duration": self._duration, "rows": self._rows, "by": self._by, "note": self._note,
        }  # fmt: skip
        self.take_fonts()

    def take_fonts(self) -> None:
        """Look the fonts up again, after the theme or the screen has changed."""
        self._plain = self._theme.font(digits=True)
        self._medium = self._theme.medium(digits=True)
        self._bold = self._theme.semi_bold(digits=True)
        self._metrics = {font.weight(): QFontMetrics(font) for font in (self._plain, self._medium, self._bold)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RunTableModel)
        run = model.run_at(index.row())
        column = COLUMNS[index.column()].key
        rect, state = option.rect, option.state
        self._is_selected = bool(state & _SELECTED)
        painter.save()
        # Without antialiasing: with it, fractional scales show seams between the cells of a row.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(rect, self._theme[self._ground(index.row(), run, column, model)])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme["line"])
        if self._header.logicalIndexAt(0) == index.column():
            self._edge(painter, rect, run, model)
        cell = rect.adjusted(INSET, 0, -INSET, -1)
        if run is not None:
            self._painters[column](painter, cell, run, model)
        elif column == "id":
            self._text(painter, cell, words.DASH, "disabled", right=True)
        if state & _FOCUS and not self._is_selected:
            painter.setPen(self._theme["accent"])
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    def _ground(self, row: int, run: Run | None, column: str, model: RunTableModel) -> str:
        if self._is_selected:
            return "select" if self.has_focus else "select_idle"
        if run is not None and column == "status" and model.is_status_marked(run.id):
            return f"{look_of(run.status).token}_soft"
        return "hover" if row == self.hovered else "surface"

    def _edge(self, painter: QPainter, rect: QRect, run: Run | None, model: RunTableModel) -> None:
        if self._is_selected:
            token = "accent" if self.has_focus else "outline"
        elif run is not None and model.is_marked(run.id):
            token = "accent"
        else:
            return
        painter.fillRect(rect.left(), rect.top(), EDGE, rect.height(), self._theme[token])

    def _colour(self, token: str, model: RunTableModel) -> QColor:
        """Values step back while the connection is lost."""
        return self._theme["text2" if model.is_stale and token in ("text", "running", "stopping") else token]

    def _text(self, painter: QPainter, cell: QRect, text: str, ink: str | QColor, *, right: bool = False) -> int:
        """Paint one line in usual weight, elided at its end; its width in pixels."""
        return self._line(painter, cell, text, ink, self._plain, _RIGHT if right else _LEFT)

    def _line(
        self, painter: QPainter, cell: QRect, text: str, ink: str | QColor, font: QFont, side: Qt.AlignmentFlag
    ) -> int:
        metrics = self._metrics[font.weight()]
        shown = metrics.elidedText(text, _END, cell.width())
        painter.setFont(font)
        painter.setPen(ink if isinstance(ink, QColor) else self._theme[ink])
        painter.drawText(cell, side, shown)
        return metrics.horizontalAdvance(shown)

    def _id(self, painter: QPainter, cell: QRect, run: Run, _model: RunTableModel) -> None:
        self._text(painter, cell, str(run.id), "text2", right=True)

    def _job(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        self._text(painter, cell, run.job.value, self._colour("text", model))

    def _status(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        look = look_of(run.status, run.cause)
        glyph = self._theme["text2" if model.is_stale and run.is_active else look.token]
        top = cell.top() + (cell.height() - icons.GLYPH) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw(painter, look.icon, glyph, QRectF(cell.left(), top, icons.GLYPH, icons.GLYPH))
        font = {"bold": self._bold, "medium": self._medium, "plain": self._plain}[look.weight]
        word = cell.adjusted(icons.GLYPH + 8, 0, 0, 0)
        ink = self._theme["text"] if run.status is Status.COMPLETE else glyph
        if run.status is Status.COMPLETE and model.is_stale:
            ink = self._theme["text2"]
        used = self._line(painter, word, words.status_word(run), ink, font, _LEFT)
        self._beside(painter, word.adjusted(used + 8, 0, 0, 0), run, glyph, model)

    def _beside(self, painter: QPainter, rest: QRect, run: Run, glyph: QColor, model: RunTableModel) -> None:
        detail = words.status_detail(run, model.wording.now)
        if run.status is Status.RUNNING and run.progress is not None:
            self._text(painter, rest, detail, self._colour("text", model), right=True)
            wide = self._metrics[self._plain.weight()].horizontalAdvance(words.percent(1.0)) + 8
            track = QRect(rest.left() + 2, rest.center().y() - 2, rest.width() - wide - 2, 6)
            if track.width() >= 16:
                soft = self._theme["surface" if self._is_selected else "running_soft"]
                fill = self._theme["text2"] if model.is_stale else self._theme["running"]
                bar(painter, track, run.progress, soft if not model.is_stale else self._theme["line"], fill)
        elif run.status is Status.FAILED:
            self._text(painter, rest, detail, glyph)
        elif not model.is_stale:
            self._text(painter, rest, detail, "text2", right=True)

    def _start(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        self._clock(painter, cell, model.wording.start(run), model)

    def _end(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        due = expected_end(run, model.rows.seen_at(run.id))
        if due is not None:
            zone, today = model.wording.zone, model.wording.now.astimezone(model.wording.zone).date()
            self._text(painter, cell, words.expected(due, zone, today=today), "text3", right=True)
            return
        self._clock(painter, cell, model.wording.end(run), model)

    def _clock(self, painter: QPainter, cell: QRect, parts: words.ClockParts | None, model: RunTableModel) -> None:
        """The time right-aligned, the date before it in a quieter colour; in a repeated hour the zone pushes it out."""
        if parts is None:
            return
        text = f"{parts.time} {parts.zone}" if parts.zone else parts.time
        used = self._text(painter, cell, text, self._colour("text", model), right=True)
        left = cell.adjusted(0, 0, -used - 6, 0)
        metrics = self._metrics[self._plain.weight()]
        if parts.before and metrics.horizontalAdvance(parts.before) <= left.width():
            self._text(painter, left, parts.before, "text3", right=True)

    def _duration(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        token = "running" if run.is_active else "text"
        text = words.run_duration(run, model.wording.now)
        self._text(painter, cell, text, self._colour(token, model), right=True)

    def _rows(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        if run.rows is not None:
            self._text(painter, cell, words.count(run.rows), self._colour("text", model), right=True)

    def _by(self, painter: QPainter, cell: QRect, run: Run, model: RunTableModel) -> None:
        self._text(painter, cell, words.asker(run), "text3" if run.by_scheduler else self._colour("text", model))

    def _note(self, painter: QPainter, cell: QRect, run: Run, _model: RunTableModel) -> None:
        self._text(painter, cell, note(run), "failed" if run.status is Status.FAILED else "text2")
