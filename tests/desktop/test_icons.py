"""Icons are our own, drawn in any colour, as sharp as the screen."""

import gc

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.host.paths import resources

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_icon_draws_something(qapp: QApplication, name: str, ratio: float) -> None:
    image = icons.pixmap(name, QColor("#B3261E"), 16, ratio)
    assert image.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert image.devicePixelRatio() == ratio
    picture = image.toImage()
    assert any(picture.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))


def _colour(button: QPushButton) -> str:
    return button.icon().pixmap(QSize(16, 16)).toImage().pixelColor(8, 8).name()


def test_an_icon_takes_the_colour_of_the_theme_in_use(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put(theme, button, "stop", "failed")
    assert _colour(button) == "#b3261e"
    theme.wear(Appearance.DARK)
    assert _colour(button) == "#ff8a80"
    icons.put(theme, button, "stop", "text2")
    theme.wear(Appearance.LIGHT)
    assert _colour(button) == "#4a5462"
    assert len(button.children()) == 1


def test_an_icon_is_drawn_as_finely_as_each_screen(theme: Theme) -> None:
    assert theme.ratios == {1.0}
    theme.ratios = frozenset({1.0, 1.5})
    drawn = {size.width() for size in icons.icon(theme, "run").availableSizes(QIcon.Mode.Disabled)}
    assert drawn == {13, 14, 16, 20, 21, 24}


def test_a_greyed_icon_has_the_ground_of_its_button(theme: Theme) -> None:
    picture = icons.icon(theme, "stop").pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert (picture.pixelColor(0, 0).alpha(), picture.pixelColor(8, 8)) == (0, theme["disabled"])


def test_a_copied_icon_outlives_its_first_owner(theme: Theme, qtbot: QtBot) -> None:
    for _ in range(50):
        copy = QIcon(icons.icon(theme, "run"))
        copy.addPixmap(QPixmap(16, 16))
        gc.collect(0)
        assert not copy.pixmap(QSize(20, 20)).isNull()


def test_a_glyph_is_painted_on_whole_pixels_and_drawn_once(theme: Theme) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    glyphs, painter = icons.Glyphs(1.0), QPainter(image)
    for _ in range(2):
        glyphs.draw(painter, "stopped", theme["stopped"], QRectF(3.4, 3.4, 12, 12))
    painter.end()
    assert len(glyphs._known) == 1
    assert image.pixelColor(9, 9) == theme["stopped"]
    assert image.pixelColor(1, 1) == QColor("white")
