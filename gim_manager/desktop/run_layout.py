"""Which lines of text a run is in the list, elided and at their places: worked out once, drawn as often as needed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from gim_manager.desktop import icons
from gim_manager.desktop.paint import look_of
from gim_manager.desktop.table_model import RunTableModel
from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import words
from gim_manager.presenters.job_list import expected_end, note

INSET = 8
ROW_EXTRA = 10
"""Row height is the font's height and this (look.md, Type, space, shape)."""
BAR_HEIGHT, LEAST_BAR = 6, 16
KEPT = 1000
"""Runs whose lines are kept: many screens."""
_END = Qt.TextElideMode.ElideRight


class Place(NamedTuple):
    """A column in view, in pixels of the viewport."""

    key: str
    left: int
    width: int


class Line(NamedTuple):
    """One line of text; `baseline` counts from the top of its row."""

    left: float
    baseline: float
    text: str
    font: QFont
    token: str


class Glyph(NamedTuple):
    """The icon of a state."""

    left: float
    name: str
    token: str


class Bar(NamedTuple):
    """How far a run is; `share` from 0.0 to 1.0."""

    left: int
    width: int
    share: float


class LaidRun(NamedTuple):
    """All that is drawn of a run, whatever its row looks like."""

    run: Run | None
    lines: tuple[Line, ...]
    glyph: Glyph | None = None
    bar: Bar | None = None


class _Span(NamedTuple):
    """The part of a row that a text may take."""

    left: float
    right: float

    def after(self, width: float) -> _Span:
        return _Span(self.left + width, self.right)

    def before(self, width: float) -> _Span:
        return _Span(self.left, self.right - width)


class RunLayout:
    """Keeps the lines of what has ended until a column, the day, the fonts or the connection is another."""

    def __init__(self, theme: Theme, model: RunTableModel) -> None:
        self._theme, self._model = theme, model
        self._kept: dict[int, LaidRun] = {}
        self._arranged: object = None
        self._columns: tuple[Place, ...] = ()
        self._lines: list[Line] = []
        self._glyph: Glyph | None = None
        self._bar: Bar | None = None
        self._cells = {
            "id": self._id, "job": self._job, "status": self._status, "start": self._start, "end": self._end,
            "duration": self._duration, "rows": self._rows, "by": self._by, "note": self._note,
        }  # fmt: skip
        self.take_fonts()

    def take_fonts(self) -> None:
        """Look the fonts up again, after the theme has changed."""
        self._plain = self._theme.font(digits=True)
        self._medium = self._theme.medium(digits=True)
        self._bold = self._theme.semi_bold(digits=True)
        self._metrics = {font.weight(): QFontMetricsF(font) for font in (self._plain, self._medium, self._bold)}
        self._kept.clear()

    def arrange(self, columns: tuple[Place, ...]) -> None:
        """Before rows are asked for: what was laid out for other columns, or on another day, is forgotten."""
        wording = self._model.wording
        self._today = wording.now.astimezone(wording.zone).date()
        arranged = (columns, self._today, wording.zone, self._model.is_stale)
        if arranged != self._arranged:
            self._columns, self._arranged = columns, arranged
            self._kept.clear()

    def of(self, run: Run | None) -> LaidRun:
        """The lines of a run; None is one that has not been fetched."""
        if run is None:
            return self._lay_out(None)
        known = self._kept.get(run.id)
        if known is not None and known.run is run:
            return known
        laid = self._lay_out(run)
        # What has not ended ticks, and is laid out anew.
        if run.end_time is not None:
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[run.id] = laid
        return laid

    def _lay_out(self, run: Run | None) -> LaidRun:
        self._lines, self._glyph, self._bar = [], None, None
        for key, left, width in self._columns:
            span = _Span(left + INSET, left + width - INSET)
            if run is not None:
                self._cells[key](span, run)
            elif key == "id":
                self._text(span, words.DASH, "disabled", right=True)
        return LaidRun(run, tuple(self._lines), self._glyph, self._bar)

    def _text(self, span: _Span, text: str, token: str, font: QFont | None = None, *, right: bool = False) -> float:
        """One line, elided at its end; its width in pixels."""
        font = font or self._plain
        metrics = self._metrics[font.weight()]
        width = metrics.horizontalAdvance(text)
        if width > span.right - span.left:
            text = metrics.elidedText(text, _END, span.right - span.left)
            width = metrics.horizontalAdvance(text)
        if text:
            baseline = (ROW_EXTRA - 1) / 2 + metrics.ascent()
            self._lines.append(Line(span.right - width if right else span.left, baseline, text, font, token))
        return width

    def _token(self, token: str) -> str:
        """Values step back while the connection is lost."""
        return "text2" if self._model.is_stale and token in ("text", "running", "stopping") else token

    def _id(self, span: _Span, run: Run) -> None:
        self._text(span, str(run.id), "text2", right=True)

    def _job(self, span: _Span, run: Run) -> None:
        self._text(span, run.job.value, self._token("text"))

    def _status(self, span: _Span, run: Run) -> None:
        look = look_of(run.status, run.cause)
        token = "text2" if self._model.is_stale and run.is_active else look.token
        self._glyph = Glyph(span.left, look.icon, token)
        font = {"bold": self._bold, "medium": self._medium, "plain": self._plain}[look.weight]
        word = span.after(icons.GLYPH + 8)
        ink = self._token("text") if run.status is Status.COMPLETE else token
        used = self._text(word, words.status_word(run), ink, font)
        self._beside(word.after(used + 8), run, token)

    def _beside(self, rest: _Span, run: Run, token: str) -> None:
        detail = words.status_detail(run, self._model.wording.now)
        if run.status is Status.RUNNING and run.progress is not None:
            self._text(rest, detail, self._token("text"), right=True)
            wide = self._metrics[self._plain.weight()].horizontalAdvance(words.percent(1.0)) + 8
            left, width = round(rest.left) + 2, int(rest.right - rest.left - wide) - 2
            if width >= LEAST_BAR:
                self._bar = Bar(left, width, run.progress)
        elif run.status is Status.FAILED:
            self._text(rest, detail, token)
        elif not self._model.is_stale:
            self._text(rest, detail, "text2", right=True)

    def _start(self, span: _Span, run: Run) -> None:
        wording = self._model.wording
        due = wording.expected_start(run)
        self._clock(span, due or wording.start(run), is_expected=due is not None)

    def _end(self, span: _Span, run: Run) -> None:
        due = expected_end(run, self._model.rows.seen_at(run.id))
        if due is None:
            self._clock(span, self._model.wording.end(run))
        else:
            self._text(span, words.expected(due, self._model.wording.zone, today=self._today), "text3", right=True)

    def _clock(self, span: _Span, parts: words.ClockParts | None, *, is_expected: bool = False) -> None:
        """The time right-aligned, the date before it in a quieter colour; in a repeated hour the zone pushes it out."""
        if parts is None:
            return
        text = f"{parts.time} {parts.zone}" if parts.zone else parts.time
        if is_expected:
            text = f"{words.EXPECTED}{words.NARROW}{text}"
        token = "text3" if is_expected else self._token("text")
        left = span.before(self._text(span, text, token, right=True) + 6)
        metrics = self._metrics[self._plain.weight()]
        if parts.before and metrics.horizontalAdvance(parts.before) <= left.right - left.left:
            self._text(left, parts.before, "text3", right=True)

    def _duration(self, span: _Span, run: Run) -> None:
        token = "running" if run.is_active else "text"
        self._text(span, words.run_duration(run, self._model.wording.now), self._token(token), right=True)

    def _rows(self, span: _Span, run: Run) -> None:
        if run.rows is not None:
            self._text(span, words.count(run.rows), self._token("text"), right=True)

    def _by(self, span: _Span, run: Run) -> None:
        self._text(span, words.asker(run), "text3" if run.by_scheduler else self._token("text"))

    def _note(self, span: _Span, run: Run) -> None:
        self._text(span, note(run), "failed" if run.status is Status.FAILED else "text2")
