"""Steps are painted in columns and told to screen readers."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.step_list import StepList
from gim_manager.presenters.run_view import step_lines
from tests.language.fake_window import NOW, STEPS


def test_the_steps_are_painted_with_their_bars(theme: Theme, qtbot: QtBot) -> None:
    steps = StepList(theme)
    qtbot.addWidget(steps)
    steps.resize(900, 220)
    steps.show_steps(step_lines(STEPS, NOW), stale=False)
    image = steps.grab().toImage()
    assert any(image.pixelColor(x, y) == theme["running"] for x in range(image.width()) for y in range(image.height()))
    assert "INTERACTION_RESOURCE_FACT: 74 % 70,114 rows" in steps.accessibleDescription()
    assert steps.counts


def test_without_steps_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    steps = StepList(theme)
    qtbot.addWidget(steps)
    steps.resize(400, 100)
    steps.show_steps((), stale=False)
    with_words = steps.grab().toImage()
    steps.show_steps((), stale=False, is_known=False)
    assert steps.grab().toImage() != with_words
