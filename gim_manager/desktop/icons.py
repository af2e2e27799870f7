"""Icons drawn at run time: our SVGs in any token's colour, as sharp as the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

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


class Glyphs:
    """Icons at their places, each drawn once: an SVG takes as long as a row of text, and what keeps a drawing for a
    file makes its lines solid."""

    def __init__(self, ratio: float) -> None:
        """`ratio` of the screen."""
        self.ratio = ratio
        self._known: dict[tuple[str, str, int], QPixmap] = {}

    def draw(self, painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
        """Paint an icon into a square on whole pixels."""
        key = (name, colour.name(), round(place.width()))
        if key not in self._known:
            self._known[key] = pixmap(name, colour, key[2], self.ratio)
        painter.drawPixmap(QPointF(round(place.left()), round(place.top())), self._known[key])


SIDES = (13, 14, 16)
"""What buttons and menus ask for, in device-independent pixels."""
_WITHIN = QPainter.CompositionMode.CompositionMode_DestinationIn


def icon(theme: Theme, name: str, token: str = "text2") -> QIcon:
    """An icon in the colours of the theme in use, grey when disabled, as the screens there are draw it."""
    made = QIcon()
    for size in sorted({round(side * ratio) for side in SIDES for ratio in theme.ratios}):
        image = pixmap(name, theme[token], size, 1.0)
        made.addPixmap(image, QIcon.Mode.Normal)
        made.addPixmap(_tinted(image, theme["disabled"]), QIcon.Mode.Disabled)
    return made


def _tinted(image: QPixmap, colour: QColor) -> QPixmap:
    """The same in another colour: a tenth of what it takes to draw the SVG again."""
    made = QPixmap(image.size())
    # Filled with a colour at once it would have no holes.
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.fillRect(made.rect(), colour)
    painter.setCompositionMode(_WITHIN)
    painter.drawPixmap(0, 0, image)
    painter.end()
    return made


class _Dresser(QObject):
    """Lives with its action or button, and draws the icon again when the theme changes."""

    def __init__(self, theme: Theme, target: QAction | QAbstractButton) -> None:
        super().__init__(target)
        self._theme, self._target = theme, target
        theme.changed.connect(self.dress)

    def choose(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.dress()

    def dress(self) -> None:
        self._target.setIcon(icon(self._theme, self._name, self._token))


def put(theme: Theme, target: QAction | QAbstractButton, name: str, token: str = "text2") -> None:
    """Give an action or a button an icon that follows the theme; a later one takes its place.

    Not an icon engine of our own: one written in Python does not survive being cloned (PySide6 6.11).
    """
    worn = target.findChild(_Dresser, options=Qt.FindChildOption.FindDirectChildrenOnly)
    dresser = worn if isinstance(worn, _Dresser) else _Dresser(theme, target)
    dresser.choose(name, token)
