"""Icons are our own, drawn in any colour, as sharp as the screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

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


def test_an_icon_takes_the_colour_of_the_theme_in_use(theme: Theme) -> None:
    icon = icons.icon(theme, "stop", "failed")
    light = icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8)
    theme.wear(Appearance.DARK)
    dark = icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8)
    assert light.name() == "#b3261e"
    assert dark.name() == "#ff8a80"
