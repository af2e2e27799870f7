"""The menu bar holds every action; the toolbar the few that are used all day."""

from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.actions import SPECS
from gim_manager.desktop.language import Choice
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.window import MainWindow
from gim_manager.presenters.connections import Row


def _window(qtbot: QtBot, theme: Theme, memory: Memory) -> MainWindow:
    window = MainWindow(theme, memory)
    qtbot.addWidget(window)
    return window


def test_every_action_stands_in_a_menu(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    window = _window(qtbot, theme, memory)
    listed = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {spec.key for spec in SPECS} <= listed


def test_the_appearance_is_chosen_and_kept(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    window = _window(qtbot, theme, memory)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Appearance")
    next(action for action in menu.actions() if action.text() == "Dark").trigger()
    assert theme.is_dark
    assert memory.appearance is Appearance.DARK


def test_the_language_is_chosen_and_kept_and_the_window_told_of_it(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    window = _window(qtbot, theme, memory)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Language")
    chosen = [action.text() for action in menu.actions() if action.isCheckable()]
    assert chosen == ["System", "English", "Deutsch"]
    with qtbot.waitSignal(window.language_wanted) as wanted:
        next(action for action in menu.actions() if action.text() == "Deutsch").trigger()
    assert wanted.args == [Choice.GERMAN]
    assert memory.language is Choice.GERMAN


def test_the_connection_button_names_what_is_open(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    toolbar = _window(qtbot, theme, memory).toolbar
    assert toolbar.connection.text() == "No connection"
    toolbar.show_connection("prod", "postgresql://db/prod")
    assert (toolbar.connection.text(), toolbar.connection.toolTip()) == ("prod", "postgresql://db/prod")
    assert toolbar.connection.accessibleName() == "Connection: prod"


def test_the_connection_button_offers_the_saved_connections_first(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    toolbar = _window(qtbot, theme, memory).toolbar
    menu = toolbar.connection.menu()
    usual = [action.text() for action in menu.actions()]
    toolbar.show_saved((Row(name="work", place="db/mart"), Row(name="R&D", place="db/rd")))
    assert [action.text() for action in menu.actions()] == ["work", "R&&D", "", *usual]
    assert menu.actions()[0].toolTip() == "db/mart"
    with qtbot.waitSignal(toolbar.saved_wanted) as told:
        menu.actions()[1].trigger()
    assert told.args == ["R&D"]
    toolbar.show_saved(())
    assert [action.text() for action in menu.actions()] == usual


def test_what_opens_the_actions_without_room_is_drawn_in_the_colours_of_the_theme(
    qtbot: QtBot, theme: Theme, memory: Memory
) -> None:
    toolbar = _window(qtbot, theme, memory).toolbar
    rest = toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(rest, QToolButton) and rest.accessibleName() == "More"
    for appearance in (Appearance.DARK, Appearance.LIGHT):
        theme.wear(appearance)
        image = rest.icon().pixmap(16, 16).toImage()
        inked = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
        assert theme["text"].name() in inked
