"""Words and glyphs wear a token's colour, and follow the theme."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.tokens import PAIRS
from gim_manager.desktop.widgets.labels import Glyph, Words


def _colour(words: Words) -> str:
    return words.palette().color(words.foregroundRole()).name().upper()


def test_words_change_colour_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    words = Words(theme, "late", "failed")
    qtbot.addWidget(words)
    assert _colour(words) == PAIRS["failed"][0]
    theme.wear(Appearance.DARK)
    assert _colour(words) == PAIRS["failed"][1]
    words.ink("text2")
    assert _colour(words) == PAIRS["text2"][1]


def test_a_glyph_is_drawn_or_leaves_its_place_empty(theme: Theme, qtbot: QtBot) -> None:
    glyph = Glyph(theme)
    qtbot.addWidget(glyph)
    assert glyph.pixmap().isNull()
    glyph.show_icon("failed", "failed")
    assert not glyph.pixmap().isNull()
    width = glyph.width()
    glyph.show_icon("", "text2")
    assert glyph.pixmap().isNull() and glyph.width() == width
