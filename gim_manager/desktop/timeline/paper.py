"""A timeline in a file: PNG or SVG, in the light theme, with its legend."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.inks import LightInks
from gim_manager.desktop.timeline.legend import LegendPainter
from gim_manager.desktop.timeline.plot import HEAD, INSET, height
from gim_manager.desktop.timeline.surface import Scene, Surface
from gim_manager.domain.errors import StorageFailed

TITLE = 34
RATIO, FINE = 2.0, 6.0
"""Pixels for one of the screen: of a PNG, and of the glyphs in a drawing."""


class Paper:
    """What is on the screen, painted anew."""

    def __init__(self, theme: Theme, scene: Scene, title: str, width: int) -> None:
        self._inks = LightInks(theme)
        self._scene, self._title, self._width = replace(scene, chosen=None), title, width
        self._draft = any(len(lane.draft) for lane in scene.picture.lanes)

    def image(self) -> QImage:
        """As pixels, which `write` makes a PNG of."""
        size = self._size(self._legend(RATIO))
        image = QImage(size * RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(RATIO)
        painter = QPainter(image)
        self._paint(painter, size, RATIO)
        painter.end()
        return image

    def drawing(self) -> bytes:
        """As lines, an SVG."""
        size = self._size(self._legend(FINE))
        kept = QByteArray()
        buffer = QBuffer(kept)
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(size)
        drawing.setViewBox(QRect(0, 0, size.width(), size.height()))
        drawing.setTitle(self._title)
        painter = QPainter(drawing)
        self._paint(painter, size, FINE)
        painter.end()
        return bytes(kept.data())

    def _legend(self, ratio: float) -> LegendPainter:
        return LegendPainter(self._inks, Glyphs(ratio), draft=self._draft)

    def _size(self, legend: LegendPainter) -> QSize:
        below = height(self._scene.picture)
        return QSize(self._width, TITLE + HEAD + below + legend.height(self._width))

    def _paint(self, painter: QPainter, size: QSize, ratio: float) -> None:
        painter.fillRect(QRect(0, 0, size.width(), size.height()), self._inks["surface"])
        painter.setFont(self._inks.semi_bold(1, digits=True))
        painter.setPen(self._inks["text"])
        painter.drawText(QRectF(INSET, 8, self._width, TITLE - 8), self._title)
        painter.translate(0, TITLE)
        Surface(self._inks, Glyphs(ratio)).paint_whole(painter, self._scene, self._width)
        painter.translate(0, HEAD + height(self._scene.picture))
        self._legend(ratio).paint(painter, self._width)


def write(file: Path, content: bytes | QImage) -> None:
    """Blocks, an image for long; raises StorageFailed."""
    try:
        file.write_bytes(_png(content) if isinstance(content, QImage) else content)
    except OSError as error:
        raise StorageFailed(str(file), error.strerror or str(error)) from error


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())
