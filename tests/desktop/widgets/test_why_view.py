"""Why is painted, and told to screen readers."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.why_view import WhyView
from gim_manager.domain.why_run import story
from gim_manager.presenters.run_view import why
from tests.language.fake_window import BERLIN, HELD, NOW, the_morning


def test_the_sentence_and_its_evidence_are_there(theme: Theme, qtbot: QtBot) -> None:
    view = WhyView(theme)
    qtbot.addWidget(view)
    view.resize(700, 300)
    empty = view.grab().toImage()
    view.show_why(why(the_morning()[11], BERLIN, NOW))
    assert view.grab().toImage() != empty
    assert view.accessibleDescription().startswith("INTERACTION_RESOURCE_FACT: integer out of range")
    assert "09:08:05 Failed: INTERACTION_RESOURCE_FACT" in view.accessibleDescription()


def test_a_rule_is_painted_and_spoken_behind_what_follows_from_it(theme: Theme, qtbot: QtBot) -> None:
    view = WhyView(theme)
    qtbot.addWidget(view)
    view.resize(700, 200)
    waiting = the_morning()[1]
    view.show_why(why(waiting, BERLIN, NOW, story(waiting, [replace(HELD, rule="")])))
    without = view.grab().toImage()
    view.show_why(why(waiting, BERLIN, NOW, story(waiting, [HELD])))
    assert view.grab().toImage() != without
    assert "10:44:31 Waits for Job_TransformGIM 48213 to end. R21" in view.accessibleDescription()


def test_long_facts_need_more_height_in_a_narrow_view(theme: Theme, qtbot: QtBot) -> None:
    view = WhyView(theme)
    qtbot.addWidget(view)
    answer = why(the_morning()[3], BERLIN, NOW)
    view.resize(1200, 300)
    view.show_why(answer)
    wide = view.minimumHeight()
    view.resize(360, 300)
    view.show_why(answer)
    assert view.minimumHeight() > wide


def test_the_tag_of_a_rule_opens_its_sentence_by_pointer_and_by_keys(theme: Theme, qtbot: QtBot) -> None:
    view = WhyView(theme)
    qtbot.addWidget(view)
    view.resize(700, 200)
    waiting = the_morning()[1]
    view.show_why(why(waiting, BERLIN, NOW, story(waiting, [HELD])))
    view.show()
    view.grab()
    ((room, rule),) = view._tags
    assert rule == "R21"
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=room.center())
    assert "No job runs twice at a time" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=10_000)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "No job runs twice at a time" in QToolTip.text()
    assert "R21: No job runs twice at a time" in view.accessibleDescription()


def test_without_a_rule_it_takes_no_focus(theme: Theme, qtbot: QtBot) -> None:
    view = WhyView(theme)
    qtbot.addWidget(view)
    view.show_why(why(the_morning()[11], BERLIN, NOW))
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
