"""Every action has words, a tooltip that names its shortcut, and a reason while it is greyed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gim_manager.desktop.actions import NEED_MART, SPECS, Actions
from gim_manager.desktop.theme import Theme


@pytest.fixture
def actions(theme: Theme, qtbot: QtBot) -> Iterator[Actions]:
    """Of a window without anything else."""
    window = QMainWindow()
    qtbot.addWidget(window)
    yield Actions(theme, window)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.key)
def test_an_action_explains_itself(actions: Actions, spec: object) -> None:
    action = actions[spec.key]  # type: ignore[attr-defined]
    assert action.text()
    assert spec.tip in action.toolTip()  # type: ignore[attr-defined]
    assert action.shortcut().toString()
    assert "(" in action.toolTip()


def test_no_two_actions_share_a_shortcut() -> None:
    shortcuts = [spec.shortcut for spec in SPECS if spec.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_without_an_info_mart_what_needs_one_says_why_it_is_greyed(actions: Actions) -> None:
    actions.mart_is_open(False)
    for key in NEED_MART:
        assert not actions[key].isEnabled()
        assert "no Info Mart is open" in actions[key].toolTip()
    actions.mart_is_open(True)
    assert all(actions[key].isEnabled() for key in NEED_MART)


def test_an_icon_is_drawn_in_both_states(actions: Actions) -> None:
    icon = actions["run"].icon()
    normal, disabled = (icon.pixmap(16, 16, mode).toImage() for mode in (icon.Mode.Normal, icon.Mode.Disabled))
    assert normal != disabled
