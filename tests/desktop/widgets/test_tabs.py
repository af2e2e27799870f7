"""A strip of words with a line under the chosen one."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.tabs import Tabs


def test_the_chosen_tab_is_underlined(theme: Theme, qtbot: QtBot) -> None:
    tabs = Tabs(theme, 34, "Pages")
    qtbot.addWidget(tabs)
    for word in ("Steps", "Log", "Why"):
        tabs.addTab(word)
    tabs.show()
    rect = tabs.tabRect(1)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=rect.center())
    assert tabs.currentIndex() == 1
    image = tabs.grab().toImage()
    assert image.pixelColor(rect.center().x(), rect.bottom()) == theme["accent"]
    assert image.pixelColor(tabs.tabRect(0).center().x(), rect.bottom()) != theme["accent"]
    assert tabs.accessibleName() == "Pages"


def test_a_count_stands_beside_its_word(theme: Theme, qtbot: QtBot) -> None:
    tabs = Tabs(theme, 34, "Pages")
    qtbot.addWidget(tabs)
    for word in ("Jobs", "Health"):
        tabs.addTab(word)
    tabs.show()
    narrow = tabs.tabRect(1).width()
    tabs.show_count(1, 4)
    qtbot.waitUntil(lambda: tabs.tabRect(1).width() > narrow)
    assert (tabs.tabText(1), tabs.accessibleTabName(1)) == ("Health", "Health (4)")
    ground = {tabs.grab().toImage().pixelColor(x, tabs.height() // 2).name() for x in range(tabs.width())}
    assert theme["stopping_soft"].name() in ground
    tabs.show_count(1, 0)
    qtbot.waitUntil(lambda: tabs.tabRect(1).width() == narrow)
    assert tabs.accessibleTabName(1) == "Health"
