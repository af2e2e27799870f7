"""A box to tick can be seen on every ground, ticked or not, and with the focus."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.tokens import PAIRS, contrast
from gim_manager.desktop.widgets.tick import INSET, SIDE, Tick


def _image(tick: Tick) -> QImage:
    return tick.grab().toImage()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_its_outline_can_be_seen(theme: Theme, qtbot: QtBot, appearance: Appearance) -> None:
    theme.wear(appearance)
    tick = Tick(theme, "true")
    qtbot.addWidget(tick)
    tick.show()
    image = _image(tick)
    edge = image.pixelColor(INSET, image.height() // 2).name()
    ground = PAIRS["window"][appearance is Appearance.DARK]
    assert contrast(edge, ground) > 2.0
    tick.setChecked(True)
    accent = PAIRS["accent"][appearance is Appearance.DARK]
    assert _image(tick).pixelColor(INSET + 2, image.height() // 2).name().upper() == accent


def test_it_takes_a_click_and_the_space_key(theme: Theme, qtbot: QtBot) -> None:
    tick = Tick(theme, "true")
    qtbot.addWidget(tick)
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(INSET + SIDE // 2, tick.height() // 2))
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_its_box_stands_below_the_left_edge_of_what_is_above_it(theme: Theme, qtbot: QtBot) -> None:
    holder, tick = QWidget(), Tick(theme, "Keep it")
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addLayout(tick.flush())
    holder.show()
    assert tick.x() + INSET == column.contentsMargins().left()


def test_its_words_fit(theme: Theme, qtbot: QtBot) -> None:
    tick = Tick(theme, "Set run-aggregates to false first")
    qtbot.addWidget(tick)
    assert tick.sizeHint().width() > tick.fontMetrics().horizontalAdvance(tick.text()) + INSET + SIDE


def test_the_middle_of_three_states_has_a_dash_and_goes_to_ticked(theme: Theme, qtbot: QtBot) -> None:
    tick = Tick(theme, "ALLSETS")
    tick.setTristate(True)
    qtbot.addWidget(tick)
    tick.show()
    tick.setCheckState(Qt.CheckState.Checked)
    whole = _image(tick)
    tick.setCheckState(Qt.CheckState.PartiallyChecked)
    assert _image(tick) != whole
    tick.click()
    assert tick.checkState() is Qt.CheckState.Checked
    tick.click()
    assert tick.checkState() is Qt.CheckState.Unchecked
