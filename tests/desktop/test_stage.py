"""What acts need of the window: the open Info Mart, and a way for errors to be told."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.error_dialog import ErrorDialog
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import FakeMart


def test_an_error_names_what_was_tried_and_what_came_of_it(opened: Opened, qtbot: QtBot) -> None:
    window = opened(FakeMart())
    window.show_error("The schedule stays as it is", "The role viewer may not change options.")
    asked = dialog(qtbot, ErrorDialog)
    told = [label.text() for label in asked.findChildren(QLabel)]
    assert "The schedule stays as it is" in told
    assert "The role viewer may not change options." in told


def test_it_has_a_session_while_an_info_mart_is_open(opened: Opened) -> None:
    window = opened(FakeMart())
    assert window.session is window.open_workplace.session
    window.show_first_page()
    assert window.workplace is None
