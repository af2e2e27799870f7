"""Connecting is tried before it is done."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.connect_dialog import ConnectDialog
from gim_manager.desktop.theme import Theme
from gim_manager.store.migrate import create


@pytest.fixture
def dialog(theme: Theme, bridge: Bridge, qtbot: QtBot) -> Iterator[ConnectDialog]:
    """Over a window that outlives it."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ConnectDialog(theme, bridge, parent)
    made.open()
    yield made


def test_nothing_can_be_tried_without_a_url(dialog: ConnectDialog) -> None:
    assert not dialog.test.isEnabled()
    dialog.url.setText("postgresql://db/x")
    assert dialog.test.isEnabled()


def test_an_info_mart_that_answers_can_be_opened(dialog: ConnectDialog, qtbot: QtBot, postgresql_url: str) -> None:
    create(postgresql_url)
    dialog.url.setText(postgresql_url)
    dialog.test.click()
    qtbot.waitUntil(lambda: "is an Info Mart and answers" in dialog.answer.text(), timeout=30_000)
    with qtbot.waitSignal(dialog.chosen, timeout=30_000) as told:
        dialog.connect_button.click()
    assert told.args == [postgresql_url]


def test_what_is_wrong_is_said_in_the_dialog(dialog: ConnectDialog, qtbot: QtBot) -> None:
    dialog.url.setText("nonsense")
    dialog.connect_button.click()
    qtbot.waitUntil(lambda: "cannot be used" in dialog.answer.text(), timeout=30_000)
    assert dialog.isVisible()
