"""Three ways to begin."""

from itertools import pairwise

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.first_page import FirstPage
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words


def test_each_card_has_its_button(theme: Theme, qtbot: QtBot) -> None:
    page = FirstPage(theme)
    qtbot.addWidget(page)
    buttons = [button for button in page.findChildren(QPushButton) if button is not page.stop]
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


def test_while_an_info_mart_is_opened_it_says_which_for_how_long_and_the_way_out(theme: Theme, qtbot: QtBot) -> None:
    page = FirstPage(theme)
    qtbot.addWidget(page)
    page.show_opening("db:5432/mart")
    page._clock.timeout.emit()
    assert words.plain(page._below.text()) == "db:5432/mart · 1 s"
    with qtbot.waitSignal(page.stopped):
        page.stop.click()
    page.show_ways()
    assert page.stop.isHidden()


def test_in_a_narrow_window_the_cards_stand_beside_one_another_and_their_words_wrap(theme: Theme, qtbot: QtBot) -> None:
    page = FirstPage(theme)
    qtbot.addWidget(page)
    page.resize(683, 400)
    page.show()
    cards = page.findChildren(QFrame, "card")
    assert len(cards) == 3
    assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(cards))
    assert cards[-1].geometry().right() < page.width()
    wrapped = [label for card in cards for label in card.findChildren(QLabel) if label.wordWrap()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in wrapped)
