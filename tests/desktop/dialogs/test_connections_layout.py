"""The Connections dialog can be walked through by keyboard, and says what was found to those who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.connections_layout import ConnectionsLayout
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.connection_answers import Outcome


@pytest.fixture
def layout(theme: Theme, qtbot: QtBot) -> Iterator[ConnectionsLayout]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ConnectionsLayout(theme, parent)
    made.open()
    yield made


def test_tab_goes_as_the_eye_does(layout: ConnectionsLayout) -> None:
    order = [layout.list, layout.new, layout.remove, *layout.form.in_order(), layout.test, layout.save, layout.cancel]
    at: QWidget | None = layout.list
    for expected in order[1:]:
        at = at.nextInFocusChain() if at else None
        while at is not None and at not in order:
            at = at.nextInFocusChain()
        assert at is expected


def test_what_was_found_is_said_aloud_too(layout: ConnectionsLayout) -> None:
    layout.say(Outcome(icon="failed", token="failed", text="The host db cannot be found."))
    assert layout.answer.text() == layout.answer.accessibleName() == "The host db cannot be found."
