"""Beside the rows: all about the option that has the focus, above what the day would be with the drafts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.plan_card import PlanCard
from gim_manager.desktop.widgets.remark import Remark, Table, drop
from gim_manager.presenters import words
from gim_manager.presenters.language import tr
from gim_manager.presenters.option_inspector import NO_HISTORY, Change, Inspector

WIDTH, NARROW, INSET, RING = 292, 248, 16, 2
MOST = 16_777_215
"""Pixels: Qt's word for no limit."""
SHOWN = 8
"""Changes of an option; all of them stand in the history of every option."""
_TOP = Qt.AlignmentFlag.AlignTop


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("link")
    button.setProperty("flush", True)
    button.setAutoDefault(False)
    return button


class ChangeLine(QWidget):
    """One change of an option, and the way back."""

    reverted = Signal(object)
    """Change."""

    def __init__(self, theme: Theme, change: Change) -> None:
        super().__init__()
        self.revert = _link(self.tr("Revert"))
        self.revert.setEnabled(not change.why_not)
        self.revert.setToolTip(change.why_not or self.tr("Put the value before this change into the editor"))
        self.revert.setAccessibleName(self.tr("Revert {values}").format(values=words.plain(change.values)))
        self.revert.clicked.connect(lambda: self.reverted.emit(change))
        values, story = Words(theme, change.values), Words(theme, change.story, "text2")
        for label in (values, story):
            label.setFont(theme.font(digits=True))
            label.setToolTip(change.tip)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(values, 0, 0)
        grid.addWidget(self.revert, 0, 1, _TOP)
        grid.addWidget(story, 1, 0, 1, 2)


class OptionInspector(QFrame):
    """Follows the focus."""

    reverted = Signal(object)
    """Change: its old value goes into the editor."""
    decided = Signal(bool)
    """Another person was faster: whether one's own draft is kept."""
    test_wanted = Signal(object)
    """Channel."""
    reset_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: Inspector | None = None
        self._lines: list[QWidget] = []
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("About the option"))
        self.plan = PlanCard(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scrolled(), 1)
        self._foot = QVBoxLayout()
        layout.addLayout(self._foot)
        self.set_narrow(False)

    def _scrolled(self) -> QScrollArea:
        self._area = area = QScrollArea(widgetResizable=True)
        area.setObjectName("inspectorView")
        area.setAccessibleName(self.tr("About the option"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QFrame()
        body.setObjectName("inspectorBody")
        area.setWidget(body)
        self._column = column = QVBoxLayout(body)
        # The ring of the focus has its room around it.
        column.setContentsMargins(INSET - RING, 12 - RING, INSET - RING, 12 - RING)
        column.setSpacing(7)
        for part in self._parts():
            column.addWidget(part)
        column.addLayout(self._acts())
        column.addWidget(self._rule())
        column.addWidget(self._times_title)
        column.addWidget(self._times)
        column.addWidget(self._times_rule)
        column.addWidget(self._history_title)
        self._history = QVBoxLayout()
        self._history.setSpacing(6)
        column.addLayout(self._history)
        column.addStretch(1)
        return area

    def _parts(self) -> list[QWidget]:
        theme = self._theme
        self.title, self.meaning = Words(theme), Words(theme, token="text2")
        self.title.setFont(theme.semi_bold(1))
        self.error, self.warning = Remark(theme, "failed", "failed"), Remark(theme, "warning", "stopping")
        self.overtaken = Remark(theme, "warning", "stopping")
        self._facts = Table(theme, ("text2", "text"), wrapped=1)
        self._times_rule = self._rule()
        self._times = Table(theme, ("text", "text", "text2"))
        self._times_title, self._history_title = (
            Words(theme, text, "text2", wraps=False) for text in (self.tr("Next five times"), self.tr("History"))
        )
        for title in (self._times_title, self._history_title):
            title.setFont(theme.semi_bold())
        return [self.title, self.meaning, self.error, self.warning, self.overtaken, self._choice(), self._facts]

    def _choice(self) -> QWidget:
        """Two people at one option: whose value is it to be?"""
        self._decide = QWidget()
        self.mine, self.theirs = QPushButton(self.tr("Keep mine")), QPushButton(self.tr("Take theirs"))
        line = QHBoxLayout(self._decide)
        line.setContentsMargins(0, 0, 0, 0)
        for button, mine in ((self.mine, True), (self.theirs, False)):
            button.clicked.connect(lambda _checked=False, kept=mine: self.decided.emit(kept))
            line.addWidget(button)
        line.addStretch(1)
        return self._decide

    def _acts(self) -> QHBoxLayout:
        self.reset, self.test = _link(self.tr("Back to default")), _link("")
        self.reset.clicked.connect(self.reset_wanted)
        self.test.clicked.connect(self._test)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.reset)
        line.addWidget(self.test)
        line.addStretch(1)
        return line

    def enter(self) -> None:
        """To what can be done here; below the rows to what is told, which the keys scroll, and Tab leads on."""
        acts = [self.mine, self.theirs, self.reset, self.test, *(line.revert for line in self.lines)]
        usable = (act for act in acts if not self._is_below and act.isVisible() and act.isEnabled())
        next(usable, self._area).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @staticmethod
    def _rule() -> QFrame:
        rule = QFrame()
        rule.setObjectName("rule")
        return rule

    def _test(self) -> None:
        if self._view is not None and self._view.test is not None:
            self.test_wanted.emit(self._view.test.channel)

    def set_narrow(self, narrow: bool, *, below: bool = False) -> None:
        """In a narrow window the rows need the room; below them all of it scrolls, the outlook, too."""
        self._is_below = below
        self.setMinimumSize(0, 0)
        self.setMaximumSize(MOST, MOST)
        if not below:
            self.setFixedWidth(round((NARROW if narrow else WIDTH) * max(1.0, self._theme.line_height() / 16)))
        self._foot.setContentsMargins(INSET, 0 if below else 4, INSET, 0 if below else 12)
        (self._column if below else self._foot).addWidget(self.plan)
        # The line above it names the option already.
        self.title.setVisible(not below)

    def show_option(self, view: Inspector) -> None:
        """Another option, or a newer state of the same."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self.title.setText(view.name)
        self.meaning.setText(view.meaning)
        self.error.show_text(view.error)
        self.warning.show_text(view.warning)
        self.overtaken.show_text(view.overtaken)
        self._decide.setVisible(bool(view.overtaken))
        self._facts.show_rows(view.facts)
        self._times.show_rows(view.times)
        for part in (self._times, self._times_title, self._times_rule):
            part.setVisible(bool(view.times))
        self._show_acts(view)
        if before is None or before.history != view.history:
            self._show_history(view.history)

    def _show_acts(self, view: Inspector) -> None:
        self.reset.setVisible(view.why_not_reset is not None)
        self.reset.setEnabled(not view.why_not_reset)
        self.reset.setToolTip(view.why_not_reset or self.tr("Put the default into the editor (F6 leads here and back)"))
        self.test.setVisible(view.test is not None)
        if view.test is not None:
            self.test.setText(view.test.text)
            self.test.setEnabled(not view.test.why_not)
            self.test.setToolTip(view.test.why_not or self.tr("Send a test message from this computer"))

    def _show_history(self, history: tuple[Change, ...] | None) -> None:
        for line in self._lines:
            drop(self._history, line)
        self._lines = [self._change(change) for change in (history or ())[:SHOWN]]
        if not history:
            self._lines = [Words(self._theme, "" if history is None else tr(NO_HISTORY), "text2")]
        for line in self._lines:
            self._history.addWidget(line)

    def _change(self, change: Change) -> ChangeLine:
        line = ChangeLine(self._theme, change)
        line.reverted.connect(self.reverted)
        return line

    @property
    def lines(self) -> list[ChangeLine]:
        """The history as it is shown."""
        return [line for line in self._lines if isinstance(line, ChangeLine)]
