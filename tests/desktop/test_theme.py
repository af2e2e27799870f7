"""The theme follows the choice, and the fonts are the system's."""

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.tokens import PAIRS


@pytest.mark.parametrize(("appearance", "dark"), [(Appearance.LIGHT, False), (Appearance.DARK, True)])
def test_every_token_is_there_in_both_themes(theme: Theme, appearance: Appearance, dark: bool) -> None:
    theme.wear(appearance)
    assert theme.is_dark is dark
    assert {name: theme[name].name().upper() for name in PAIRS} == {name: pair[dark] for name, pair in PAIRS.items()}


def test_fusion_takes_the_whole_palette(theme: Theme, qapp: QApplication) -> None:
    theme.wear(Appearance.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme["surface"]
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme["disabled"]


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_a_hint_in_an_empty_field_is_no_fainter_than_its_token(
    theme: Theme, qtbot: QtBot, appearance: Appearance, field: type[QLineEdit | QPlainTextEdit]
) -> None:
    """A style sheet that names the colour of a text makes Qt write the hint half transparent in it."""
    theme.wear(appearance)
    made = field(placeholderText="empty")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.palette().color(QPalette.ColorRole.PlaceholderText) == theme["text3"]


def test_a_change_is_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.wear(Appearance.DARK)


def test_digits_are_equally_wide_where_they_tick(theme: Theme) -> None:
    assert theme.font(digits=True).isFeatureSet(QFont.Tag("tnum"))
    assert not theme.font().isFeatureSet(QFont.Tag("tnum"))
    assert theme.semi_bold(2.5).pointSizeF() == theme.size + 2.5
    assert theme.font().family() == QApplication.font().family()
