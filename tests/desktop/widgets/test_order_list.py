"""What is in order: a quiet list in columns."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.order_list import OrderList

ITEMS = tuple(f"Check number {number}" for number in range(7))


def test_it_fills_as_many_columns_as_fit(theme: Theme, qtbot: QtBot) -> None:
    made = OrderList(theme)
    qtbot.addWidget(made)
    made.show_items(ITEMS)
    made.resize(900, 200)
    made.show()
    qtbot.waitUntil(lambda: len({line.x() for line in made.lines}) == 3)
    assert len({line.y() for line in made.lines}) == 3
    made.resize(150, 300)
    qtbot.waitUntil(lambda: len({line.x() for line in made.lines}) == 1)


def test_the_same_checks_keep_their_lines(theme: Theme, qtbot: QtBot) -> None:
    made = OrderList(theme)
    qtbot.addWidget(made)
    made.show_items(ITEMS)
    before = made.lines
    made.show_items(ITEMS)
    assert made.lines is before
    made.show_items(ITEMS[:2])
    assert [line.words.text() for line in made.lines] == list(ITEMS[:2])
