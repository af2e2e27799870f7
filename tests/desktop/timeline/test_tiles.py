"""Tiles are painted once and copied while a person pans."""

from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from gim_manager.desktop.timeline.tiles import KEPT, WIDTH, Tiles


def test_only_what_comes_into_sight_is_painted(qtbot: QtBot) -> None:
    painted = []

    def paint(_painter: QPainter, left: float, right: float) -> None:
        painted.append((left, right))

    tiles = Tiles(paint)
    assert [left for left, _ in tiles.between(-10, 600, 50, 1.0)] == [-WIDTH, 0, WIDTH, 2 * WIDTH]
    list(tiles.between(0, 610, 50, 1.0))
    assert len(painted) == 4
    list(tiles.between(0, 3 * WIDTH + 1, 50, 1.0))
    assert painted[-1] == (3 * WIDTH, 4 * WIDTH)


def test_another_height_or_dropping_them_paints_anew_and_few_are_kept(qtbot: QtBot) -> None:
    tiles = Tiles(lambda painter, left, _right: painter.drawPoint(int(left), 0))
    list(tiles.between(0, 10, 50, 1.0))
    list(tiles.between(0, 10, 60, 1.0))
    assert tiles.painted == 2
    tiles.drop()
    list(tiles.between(0, WIDTH * (KEPT + 3), 60, 1.0))
    assert len(tiles._known) == KEPT


def test_a_tile_is_painted_in_the_coordinates_of_the_strip_as_sharp_as_the_screen(qtbot: QtBot) -> None:
    def paint(painter: QPainter, left: float, _right: float) -> None:
        painter.fillRect(int(left), 0, 1, 1, "#123456")

    ((left, tile),) = Tiles(paint).between(WIDTH, WIDTH + 1, 10, 2.0)
    assert left == WIDTH
    assert (tile.width(), tile.height(), tile.devicePixelRatio()) == (2 * WIDTH, 20, 2.0)
    assert tile.toImage().pixelColor(1, 1).name() == "#123456"
