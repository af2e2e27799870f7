"""A scene on the screen is the same as in a file, and panning paints little."""

from dataclasses import replace

from PySide6.QtGui import QImage, QPainter

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import HEAD, LANE
from gim_manager.desktop.timeline.surface import Scene, Surface, names_width
from gim_manager.presenters.timeline import Picture
from tests.desktop.timeline.painted import WIDTH, Painted, the_picture
from tests.language.fake_window import FakeMart


def on_screen(surface: Surface, scene: Scene, scrolled: int = 0) -> QImage:
    image = QImage(WIDTH, HEAD + LANE * len(scene.picture.lanes), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    surface.paint_screen(painter, scene, WIDTH, scrolled, 1.0)
    painter.end()
    return image


def test_tiles_show_what_is_painted_at_once(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    screen = on_screen(Surface(theme, Glyphs(1.0)), painted.scene)
    other = sum(
        screen.pixelColor(x, y) != painted.image.pixelColor(x, y)
        for x in range(0, WIDTH, 3) for y in range(HEAD, screen.height(), 5)
    )  # fmt: skip
    assert other < 60


def test_panning_copies_tiles_and_zooming_paints_them_anew(theme: Theme) -> None:
    scene = Painted(theme, the_picture(FakeMart())).scene
    surface = Surface(theme, Glyphs(1.0))
    on_screen(surface, scene)
    first = surface.tiles.painted
    for step in range(1, 10):
        on_screen(surface, replace(scene, span=scene.span.moved(step * 60)))
    assert surface.tiles.painted == first
    on_screen(surface, replace(scene, span=scene.span.zoomed(1, scene.now)))
    assert surface.tiles.painted > first + 3


def test_scrolled_lanes_go_under_the_head(theme: Theme) -> None:
    scene = Painted(theme, the_picture(FakeMart())).scene
    still, moved = (on_screen(Surface(theme, Glyphs(1.0)), scene, scrolled) for scrolled in (0, LANE))
    assert moved.pixelColor(600, HEAD + 23) == still.pixelColor(600, HEAD + LANE + 23)
    assert moved.pixelColor(300, 10) == still.pixelColor(300, 10)


def test_names_have_room_whatever_they_are(theme: Theme) -> None:
    assert names_width(theme, the_picture(FakeMart())) > names_width(theme, Picture())
