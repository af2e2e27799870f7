"""One of a few values: told when a person chooses, by mouse or by keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.segments import Segments


def _shown(qtbot: QtBot) -> tuple[Segments, list[object]]:
    segments = Segments("Flavor", [(None, "Both"), ("on", "Online"), ("off", "Offline")])
    told: list[object] = []
    segments.chosen.connect(told.append)
    qtbot.addWidget(segments)
    segments.show()
    segments.choose(None)
    return segments, told


def test_a_click_is_told_and_the_programs_own_choice_is_not(theme: Theme, qtbot: QtBot) -> None:
    segments, told = _shown(qtbot)
    assert told == [] and segments.buttons[None].isChecked()
    segments.buttons["off"].click()
    assert told == ["off"] and not segments.buttons[None].isChecked()


def test_the_arrow_keys_choose_the_neighbour(theme: Theme, qtbot: QtBot) -> None:
    segments, told = _shown(qtbot)
    segments.activateWindow()
    segments.buttons[None].setFocus()
    qtbot.waitUntil(segments.buttons[None].hasFocus, timeout=10_000)
    qtbot.keyClick(segments.buttons[None], Qt.Key.Key_Right)
    assert told == ["on"] and segments.buttons["on"].isChecked()


def test_tab_comes_to_what_the_program_chose(theme: Theme, qtbot: QtBot) -> None:
    segments, _ = _shown(qtbot)
    segments.activateWindow()
    segments.buttons[None].setFocus()
    segments.choose("off")
    tabbed = [button.text() for button in segments.buttons.values() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["Offline"]


def test_what_cannot_be_chosen_says_why(theme: Theme, qtbot: QtBot) -> None:
    segments, _ = _shown(qtbot)
    segments.allow("on", "All levels have both")
    assert not segments.buttons["on"].isEnabled() and segments.buttons["on"].toolTip() == "All levels have both"
    segments.allow("on", "")
    assert segments.buttons["on"].isEnabled() and not segments.buttons["on"].toolTip()


def test_each_is_named_with_what_it_chooses(theme: Theme, qtbot: QtBot) -> None:
    segments, _ = _shown(qtbot)
    assert [button.accessibleName() for button in segments.buttons.values()][1] == "Flavor: Online"
