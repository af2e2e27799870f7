"""Colours for the screen and for paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.timeline.inks import Glyphs, LightInks


def test_paper_is_light_whatever_the_window_wears(theme: Theme) -> None:
    light = theme["surface"].name()
    theme.wear(Appearance.DARK)
    assert theme["surface"].name() != light
    assert LightInks(theme)["surface"].name() == light


def test_a_glyph_is_painted_on_whole_pixels_and_drawn_once(theme: Theme) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    glyphs, painter = Glyphs(1.0), QPainter(image)
    for _ in range(2):
        glyphs.draw(painter, "stopped", theme["stopped"], QRectF(3.4, 3.4, 12, 12))
    painter.end()
    assert len(glyphs._known) == 1
    assert image.pixelColor(9, 9) == theme["stopped"]
    assert image.pixelColor(1, 1) == QColor("white")
