"""The log follows its end until one scrolls up."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.log_view import LogView


@pytest.fixture
def log(theme: Theme, qtbot: QtBot) -> LogView:
    """Shown, with more lines than fit."""
    view = LogView(theme)
    qtbot.addWidget(view)
    view.resize(400, 120)
    view.show()
    view.append("\n".join(f"line {number}" for number in range(100)), 100, 100)
    return view


def _follows(log: LogView) -> bool:
    return log.is_following


def test_it_follows(log: LogView) -> None:
    log.append("the last", 1, 101)
    assert log.is_following
    assert log.text.endswith("the last")
    assert log.last_number == 101


def test_scrolled_up_it_stays_and_counts_what_comes(log: LogView) -> None:
    log._text.verticalScrollBar().setValue(0)
    log.append("one\ntwo", 2, 102)
    log.append("three", 1, 103)
    assert _follows(log) is False
    news = log.findChild(QPushButton)
    assert news is not None
    assert (news.isVisible(), news.text()) == (True, "3 new lines")
    news.click()
    assert _follows(log) is True
    assert news.isHidden()


def test_one_line_is_one_line(log: LogView) -> None:
    log._text.verticalScrollBar().setValue(0)
    log.append("one", 1, 101)
    news = log.findChild(QPushButton)
    assert news is not None
    assert news.text() == "1 new line"


def test_another_run_begins_with_an_empty_log(log: LogView) -> None:
    log.clear("No line yet")
    assert (log.text, log.last_number) == ("", 0)
