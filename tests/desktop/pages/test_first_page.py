"""Three ways to begin."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.first_page import FirstPage
from gim_manager.desktop.theme import Theme


def test_each_card_has_its_button(theme: Theme, qtbot: QtBot) -> None:
    page = FirstPage(theme)
    qtbot.addWidget(page)
    buttons = page.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Create demo…", "Open file…", "Connect…"]
    for button, signal in zip(buttons, (page.demo_wanted, page.open_wanted, page.connect_wanted), strict=True):
        with qtbot.waitSignal(signal):
            button.click()
    assert page.first_button is buttons[0]


def test_a_file_can_be_dropped(theme: Theme, qtbot: QtBot) -> None:
    page = FirstPage(theme)
    qtbot.addWidget(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/mart.sqlite")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.dropped) as told:
        page.dropEvent(event)
    assert told.args[0].name == "mart.sqlite"
