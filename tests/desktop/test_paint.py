"""Each state has a look of its own, and a bar is never invisible."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gim_manager.desktop.paint import bar, look_of
from gim_manager.domain.run import Cause, Status


def test_every_state_has_a_glyph_of_its_own() -> None:
    looks = [look_of(status).icon for status in Status]
    assert len(set(looks)) == len(looks)
    assert look_of(Status.FAILED, Cause.LOST).icon != look_of(Status.FAILED, Cause.ERROR).icon


def test_a_bar_fills_its_share(qapp: QApplication) -> None:
    image = QImage(100, 6, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    bar(painter, QRect(0, 0, 100, 6), 0.5, QColor("#D9E6F8"), QColor("#1D5FBF"))
    painter.end()
    assert image.pixelColor(30, 3) == QColor("#1D5FBF")
    assert image.pixelColor(70, 3) == QColor("#D9E6F8")
