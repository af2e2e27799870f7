"""Above the rows what is shown of them, below them what may be applied."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPushButton

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.desktop.widgets.search_field import SearchField
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.presenters.option_bar import Bar
from gim_manager.presenters.options import Filter

TYPING_MS = 120
AROUND = 30
"""Pixels of a row's margins, and of the gap in it."""


class FilterBar(QFrame):
    """Search, two boxes, and what is done with all options."""

    filtered = Signal(object)
    """Filter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("filters")
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(10, 7, 12, 7)
        self._rows.setSpacing(8)
        line, self._acts = QHBoxLayout(), QHBoxLayout()
        self._rows.addLayout(line, 1)
        self._rows.addLayout(self._acts)
        line.setSpacing(8)
        line.addWidget(self._search(), 3)
        self.changed_only = Tick(theme, self.tr("Changed only"))
        self.not_default = Tick(theme, self.tr("Not at default"))
        for box, tip in (
            (self.changed_only, self.tr("Only options with a change that is not applied")),
            (self.not_default, self.tr("Only options that are set")),
        ):
            box.setToolTip(tip)
            box.toggled.connect(self._tell)
            line.addWidget(box)
        self.nothing = Words(theme, self.tr("No option matches."), "text2", wraps=False)
        self.nothing.hide()
        line.addWidget(self.nothing)
        line.addStretch(1)
        self._line = line
        self._add_buttons(self._acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is done with all options goes below what is shown, where both have no room beside each other."""
        super().resizeEvent(event)
        needed = self._line.minimumSize().width() + self._acts.minimumSize().width() + AROUND
        is_narrow = self.width() < needed
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._rows.direction() != way:
            self._rows.setDirection(way)

    def _search(self) -> SearchField:
        self.search = SearchField(
            self._theme, self.tr("Search option, value, meaning"), self.tr("Search options"),
            self.tr("Every word must stand in the section, name, value or meaning (Ctrl+F)"),
        )  # fmt: skip
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._tell)
        return self.search

    def _add_buttons(self, line: QHBoxLayout) -> None:
        self.history = self._button(self.tr("History…"), "clock", self.tr("Who changed which option when"))
        self.import_file = self._button(self.tr("Import…"), "import", self.tr("Say what an option file would change"))
        self.export_file = self._button(self.tr("Export…"), "export", self.tr("Write all options into an INI file"))
        self.reset = self._button(self.tr("Reset"), "undo", self.tr("Defaults as changes that are not applied yet"))
        menu = QMenu(self.reset)
        self.reset_section = QAction(self.tr("This section to its defaults"), menu)
        menu.addAction(self.reset_section)
        self.reset.setMenu(menu)
        for button in (self.history, self.import_file, self.export_file, self.reset):
            line.addWidget(button)

    def _button(self, text: str, icon: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        icons.put(self._theme, button, icon)
        button.setToolTip(tip)
        button.setProperty("tip", tip)
        return button

    def show_role(self, why_not: str, *, lost: bool) -> None:
        """What cannot be done just now is disabled, and says why."""
        gone = self.tr("the connection is lost") if lost else ""
        for button in (self.import_file, self.reset, self.history, self.export_file):
            why = gone or ("" if button in (self.history, self.export_file) else why_not)
            button.setEnabled(not why)
            tip = button.property("tip")
            button.setToolTip(f"{tip}: {why}" if why else tip)

    def show_hits(self, any_hit: bool) -> None:
        """Whether the filter leaves anything."""
        self.nothing.setVisible(not any_hit)

    def _tell(self) -> None:
        self._typing.stop()
        self.filtered.emit(
            Filter(
                text=self.search.text(), changed_only=self.changed_only.isChecked(),
                not_default=self.not_default.isChecked(),
            )
        )  # fmt: skip

    def clear(self) -> None:
        """Everything is shown."""
        for part in (self.search, self.changed_only, self.not_default):
            with QSignalBlocker(part):
                part.clear() if isinstance(part, SearchField) else part.setChecked(False)
        self._tell()


class ActBar(QFrame):
    """The reason at the left, Discard and Apply at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("optionBar")
        self._bar: Bar | None = None
        self._glyph, self.text = Glyph(theme), Words(theme)
        self.discard, self.apply = QPushButton(self.tr("Discard changes")), QPushButton(self.tr("Apply"))
        self.apply.setObjectName("primary")
        self.discard.setToolTip(self.tr("Take every change back that is not applied"))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 12, 7)
        line.setSpacing(8)
        line.addWidget(self._glyph)
        line.addWidget(self.text, 1)
        line.addWidget(self.discard)
        line.addWidget(self.apply)
        self.setMinimumHeight(theme.line_height() + 28)

    def show_bar(self, bar: Bar) -> None:
        """Another state."""
        if bar == self._bar:
            return
        self._bar = bar
        self._glyph.setVisible(bool(bar.icon))
        self._glyph.show_icon(bar.icon, bar.token)
        self.text.setText(bar.text)
        self.text.ink(bar.token)
        self.discard.setEnabled(bar.can_discard)
        self.apply.setText(bar.apply_text)
        self.apply.setShortcut(QKeySequence("Ctrl+Return"))
        self.apply.setEnabled(bar.can_apply)
        self.apply.setToolTip(self.tr("Write all changes at once (Ctrl+Return)") if bar.can_apply else bar.text)
