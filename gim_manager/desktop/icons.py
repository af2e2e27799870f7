"""Icons drawn at run time: our SVGs in any token's colour, as sharp as the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gim_manager.desktop import resources
from gim_manager.desktop.theme import Theme

GLYPH = 14
"""Side of a state's glyph and of a chip's, in device-independent pixels."""

_renderers: dict[tuple[str, str], QSvgRenderer] = {}


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    key = (name, colour.name())
    if key not in _renderers:
        text = resources.icon(name).replace("currentColor", colour.name())
        _renderers[key] = QSvgRenderer(QByteArray(text.encode()))
    return _renderers[key]


def draw(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    """Paint an icon into a square."""
    _renderer(name, colour).render(painter, place)


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon for a label, at the ratio of its screen."""
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter, name, colour, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


class _Engine(QIconEngine):
    """Looks the colour up when it paints: the same icon is right in both themes, and grey when disabled."""

    def __init__(self, theme: Theme, name: str, token: str) -> None:
        super().__init__()
        self._theme, self._name, self._token = theme, name, token

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, _state: QIcon.State) -> None:
        token = "disabled" if mode is QIcon.Mode.Disabled else self._token
        draw(painter, self._name, self._theme[token], QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        token = "disabled" if mode is QIcon.Mode.Disabled else self._token
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw(painter, self._name, self._theme[token], QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return image

    def clone(self) -> QIconEngine:
        return _Engine(self._theme, self._name, self._token)


def icon(theme: Theme, name: str, token: str = "text2") -> QIcon:
    """An icon for an action or a button, in a token's colour."""
    return QIcon(_Engine(theme, name, token))
