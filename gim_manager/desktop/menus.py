"""The menu bar and the toolbar: the same actions twice, and the connection button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.language import Choice
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.widgets.choice import DropButton
from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.desktop.actions import Actions
    from gim_manager.presenters.connections import Row

TOOLBAR_HEIGHT, END = 42, 4


def fill_menu_bar(window: QMainWindow, actions: Actions, chosen: Mapping[str, QMenu]) -> None:
    """File, Edit, View, Jobs, Schedule, Connection, Help."""
    bar = window.menuBar()
    layout: tuple[tuple[str, tuple[str, ...]], ...] = (
        (tr("&File"), ("export", "-", "record", "recording", "-", "back_up", "restore", "-", "quit")),
        (tr("&Edit"), ("copy", "select_all", "-", "find", "clear")),
        (tr("&View"), ("refresh", "live", "-", "panel", "details", "columns", "-", "alarms", "-", *chosen)),
        (tr("&Jobs"), ("run", "again", "undo", "stop", "-", "one_by_one")),
        (tr("&Schedule"), ("suspend", "hold", "-", "serve", "lead")),
        (tr("&Connection"), ("demo", "open", "connect", "-", "disconnect")),
        (tr("&Help"), ("about",)),
    )
    for title, keys in layout:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        for key in keys:
            if key == "-":
                menu.addSeparator()
            elif key in chosen:
                menu.addMenu(chosen[key])
            else:
                menu.addAction(actions[key])


Chosen = TypeVar("Chosen")


def appearance_menu(window: QMainWindow, now: Appearance, choose: Callable[[Appearance], None]) -> QMenu:
    """System, Light, Dark."""
    names = {Appearance.SYSTEM: tr("System"), Appearance.LIGHT: tr("Light"), Appearance.DARK: tr("Dark")}
    return _choices(QMenu(tr("Appearance"), window), names, now, choose)


def language_menu(window: QMainWindow, now: Choice, choose: Callable[[Choice], None]) -> QMenu:
    """System, English, Deutsch; each language by its own name, for whoever cannot read the one on the screen."""
    names = {Choice.SYSTEM: tr("System"), Choice.ENGLISH: "English", Choice.GERMAN: "Deutsch"}
    return _choices(QMenu(tr("Language"), window), names, now, choose)


def _choices(menu: QMenu, names: Mapping[Chosen, str], now: Chosen, choose: Callable[[Chosen], None]) -> QMenu:
    group = QActionGroup(menu)
    for choice, name in names.items():
        action = QAction(name, menu, checkable=True, checked=choice is now)
        action.triggered.connect(lambda _checked=False, wanted=choice: choose(wanted))
        group.addAction(action)
        menu.addAction(action)
    return menu


class ToolBar(QToolBar):
    """Run, stop, refresh, live, suspend; the connection at the right end."""

    saved_wanted = Signal(str)
    """The name of a saved connection."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Toolbar"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedHeight(max(TOOLBAR_HEIGHT, theme.line_height() + 26))
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(12, 0, 8, 0)
        for key in ("run", "stop", "refresh", "-", "live", "-", "suspend"):
            if key == "-":
                self.addSeparator()
            else:
                self.addAction(actions[key])
        self._add_connection(theme, actions)
        self._dress_rest(theme)
        for key in ("run", "stop", "refresh", "live", "suspend"):
            button = self.widgetForAction(actions[key])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(actions[key].text())

    def _dress_rest(self, theme: Theme) -> None:
        """What opens the actions that have no room: Qt draws it in black, on a dark ground, too."""
        rest = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(rest, QToolButton):
            icons.put(theme, rest, "chevron-right", "text")
            rest.setAccessibleName(tr("More"))

    def _add_connection(self, theme: Theme, actions: Actions) -> None:
        space = QWidget()
        QHBoxLayout(space).addStretch()
        self.addWidget(space)
        self.role = QToolButton()
        self.role.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.role.setEnabled(False)
        icons.put(theme, self.role, "lock")
        self._role = self.addWidget(self.role)
        self.connection = DropButton(theme, "database")
        self._menu = QMenu(self.connection)
        self._menu.setToolTipsVisible(True)
        self._saved: list[QAction] = []
        for key in ("demo", "open", "connect"):
            self._menu.addAction(actions[key])
        self._first = actions["demo"]
        self._menu.addSeparator()
        self._menu.addAction(actions["disconnect"])
        self.connection.setMenu(self._menu)
        self.addWidget(self.connection)
        end = QWidget()
        end.setFixedWidth(END)
        self.addWidget(end)
        self.show_connection("", "")

    def show_saved(self, rows: Sequence[Row]) -> None:
        """The saved connections at the top of the button's menu, in this order."""
        menu, first = self._menu, self._first
        for action in self._saved:
            menu.removeAction(action)
            action.deleteLater()
        # In a menu a single & would mark a key.
        self._saved = [QAction(row.name.replace("&", "&&"), menu) for row in rows]
        for action, row in zip(self._saved, rows, strict=True):
            action.setToolTip(row.place)
            action.triggered.connect(lambda _checked=False, name=row.name: self.saved_wanted.emit(name))
        if rows:
            end = QAction(menu)
            end.setSeparator(True)
            self._saved.append(end)
        menu.insertActions(first, self._saved)

    def show_role(self, role: str, tip: str) -> None:
        """The role found, left of the connection's name; nothing where there are no roles."""
        self._role.setVisible(bool(role))
        self.role.setText(role)
        self.role.setToolTip(tip)
        self.role.setAccessibleName(tip)

    def show_connection(self, name: str, tip: str) -> None:
        """Which Info Mart is open."""
        self.connection.setText(name or tr("No connection"))
        self.connection.setToolTip(tip or tr("Open an Info Mart"))
        self.connection.setAccessibleName(tr("Connection: {name}", name=name or tr("none")))
