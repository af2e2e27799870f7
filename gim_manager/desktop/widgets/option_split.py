"""The sections, the rows of one, and the inspector: beside the rows, and where there is no room, folded below them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Elided
from gim_manager.desktop.widgets.option_inspector import OptionInspector
from gim_manager.desktop.widgets.section_list import SectionList
from gim_manager.presenters.option_inspector import Inspector

ROOMY = 1060
"""Where there is less, the inspector gives the rows some of its room."""
SLIM = 800
"""And where there is less than this, all of it: a line below the rows says what it is about, and unfolds it."""
LEAST_ROWS, LEAST_TOLD = 44, 200
"""Pixels of the rows that stay in sight above an inspector that is unfolded, one of them at the least; and of the
inspector, of which half the height is enough elsewhere."""


class FoldLine(QFrame):
    """Which option the inspector is about and what it means, in one line; pressed, all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("optionBar")
        self.toggle = QPushButton()
        self.toggle.setObjectName("link")
        self.toggle.setCheckable(True)
        self.toggle.setAutoDefault(False)
        self.toggle.setToolTip(self.tr("All about this option (F6)"))
        self.toggle.toggled.connect(self._dress)
        self._meaning = Elided()
        self._dress()
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 3, 12, 3)
        line.setSpacing(8)
        line.addWidget(self.toggle)
        line.addWidget(self._meaning, 1)

    def _dress(self) -> None:
        icons.put(self._theme, self.toggle, "chevron-down" if self.toggle.isChecked() else "chevron-up", "accent")
        self._meaning.setVisible(not self.toggle.isChecked())

    def show_option(self, view: Inspector) -> None:
        """Another option."""
        self.toggle.setText(view.name)
        self.toggle.setAccessibleName(self.tr("About {option}").format(option=view.name))
        self._meaning.setText(view.error or view.meaning)


class OptionSplit(QWidget):
    """Lays the three out by its own width."""

    def __init__(self, theme: Theme, sections: SectionList, rows: QWidget, inspector: OptionInspector) -> None:
        super().__init__()
        self.inspector, self.fold, self._sections = inspector, FoldLine(theme), sections
        self._is_slim = False
        holder = QFrame()
        holder.setObjectName("sectionHolder")
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 8, 1, 8)
        left.addWidget(sections)
        self._across, self._down = QHBoxLayout(), QVBoxLayout(self)
        for layout in (self._across, self._down):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for part in (holder, rows):
            # They scroll: less than a scroll bar wants is enough.
            part.setMinimumHeight(LEAST_ROWS)
        self._across.addWidget(holder)
        self._across.addWidget(rows, 1)
        self._across.addWidget(inspector)
        self._down.addLayout(self._across, 1)
        self._down.addWidget(self.fold)
        self.fold.hide()
        self.fold.toggle.toggled.connect(self._settle)

    def show_option(self, view: Inspector) -> None:
        """Another option, or a newer state of the same."""
        self.inspector.show_option(view)
        self.fold.show_option(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_slim = self.width() < SLIM
        if is_slim != self._is_slim:
            self._is_slim = is_slim
            place: QBoxLayout = self._down if is_slim else self._across
            place.addWidget(self.inspector)
            self.fold.setVisible(is_slim)
            self._sections.set_narrow(is_slim)
        self._settle()

    def _settle(self) -> None:
        inspector, is_slim = self.inspector, self._is_slim
        inspector.set_narrow(self.width() < ROOMY, below=is_slim)
        inspector.setVisible(not is_slim or self.fold.toggle.isChecked())
        if is_slim:
            most = self.height() - self.fold.sizeHint().height() - LEAST_ROWS
            inspector.setFixedHeight(max(0, min(most, max(LEAST_TOLD, self.height() // 2))))

    def cross(self, editor: QWidget) -> None:
        """From the option's editor to what is told of it and can be done, and back; where it is folded, it unfolds."""
        holder = QApplication.focusWidget()
        is_back = holder is not None and self.inspector.isAncestorOf(holder)
        if self._is_slim:
            self.fold.toggle.setChecked(not is_back)
        if is_back:
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.inspector.enter()
