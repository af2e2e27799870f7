"""The row above a timeline: where to look, how much of it at once, the draft, and the picture in a file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.presenters.time_span import Unit


class TimeBar(QFrame):
    """Says what the person wants; shows what is looked at."""

    stepped = Signal(int)
    now_wanted = Signal()
    unit_wanted = Signal(object)
    draft_wanted = Signal(bool)
    picture_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("filters")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 7, 12, 7)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.note = Words(theme, "", "text3", wraps=False)
        self.note.setMinimumWidth(0)
        self._way, way = _line()
        self._acts, acts = _line()
        self._add_way(way)
        self._add_units(way)
        self._add_acts(acts)
        self._is_narrow: bool | None = None
        self._settle()

    def _settle(self) -> None:
        """In one line where all of it has room, else the acts below; no segment is ever cut."""
        for button in self.units.values():
            button.setMinimumWidth(button.sizeHint().width())
        parts = [self._way.sizeHint().width(), self._acts.sizeHint().width()]
        is_narrow = self.width() < sum(parts) + 48
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for part in (self._way, self.note, self._acts):
                self._grid.removeWidget(part)
            self._grid.addWidget(self._way, 0, 0, 1, 3 if is_narrow else 1, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(self.note, int(is_narrow), 0 if is_narrow else 1)
            self._grid.addWidget(self._acts, int(is_narrow), 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _add_way(self, line: QHBoxLayout) -> None:
        self.back = self._step("chevron-left", self.tr("Earlier"), self.tr("The stretch of time before (Page Up)"), -1)
        self.title = QLabel()
        self.title.setFont(self._theme.semi_bold(digits=True))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setAccessibleName(self.tr("Time that is shown"))
        self._usual_title = QFontMetrics(self.title.font()).horizontalAdvance("Wed 30 Oct 2026") + 8
        self.forth = self._step("chevron-right", self.tr("Later"), self.tr("The stretch of time after (Page Down)"), 1)
        self.now = QPushButton(self.tr("Now"))
        icons.put(self._theme, self.now, "clock")
        self.now.setToolTip(self.tr("To the present (Home)"))
        self.now.clicked.connect(self.now_wanted)
        for part in (self.back, self.title, self.forth, self.now):
            line.addWidget(part)
        line.addSpacing(6)

    def _step(self, icon: str, name: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("step")
        icons.put(self._theme, button, icon)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(icons.GLYPH, icons.GLYPH))
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _add_units(self, line: QHBoxLayout) -> None:
        self.units: dict[Unit, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(0)
        for unit, edge, text, tip in (
            (Unit.HOUR, "first", self.tr("Hour"), self.tr("One hour")),
            (Unit.SIX_HOURS, "middle", self.tr("6 h"), self.tr("Six hours")),
            (Unit.DAY, "middle", self.tr("Day"), self.tr("One day")),
            (Unit.WEEK, "middle", self.tr("Week"), self.tr("One week, from Monday")),
            (Unit.MONTH, "last", self.tr("Month"), self.tr("One month")),
        ):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setObjectName("segment")
            button.setProperty("edge", edge)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _on=False, wanted=unit: self.unit_wanted.emit(wanted))
            self.units[unit] = button
            row.addWidget(button)
        line.addLayout(row)

    def _add_acts(self, line: QHBoxLayout) -> None:
        self.draft = Tick(self._theme, self.tr("Draw unsaved options"))
        self.draft.toggled.connect(self.draft_wanted)
        self.save = QPushButton(self.tr("Save picture…"))
        icons.put(self._theme, self.save, "export")
        self.save.setToolTip(self.tr("Save what is shown as PNG or SVG, in the light theme"))
        self.save.clicked.connect(self.picture_wanted)
        line.addWidget(self.draft)
        line.addWidget(self.save)

    def show_span(self, title: str, unit: Unit | None) -> None:
        """What is looked at."""
        self.title.setText(title)
        # While a person pans, the buttons beside it stay where they are.
        kept = self.title.minimumWidth() if unit is None else 0
        wide = QFontMetrics(self.title.font()).horizontalAdvance(title) + 8
        self.title.setMinimumWidth(max(self._usual_title, wide, kept))
        for of, button in self.units.items():
            button.setChecked(of is unit)
        self._settle()

    def allow_draft(self, allowed: bool) -> None:
        """Whether there are unsaved options that the schedule follows."""
        self.draft.setEnabled(allowed)
        if not allowed:
            self.draft.setChecked(False)
        self.draft.setToolTip(
            self.tr("Beside what is expected, what the changed options would do")
            if allowed
            else self.tr("No option of the schedule is changed and not applied")
        )

    def say(self, text: str) -> None:
        """A remark, cut to its room and whole as a tooltip."""
        self.note.setText(text)
        self.note.setToolTip(text)


def _line() -> tuple[QWidget, QHBoxLayout]:
    """Parts that stay beside one another."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    return holder, line
