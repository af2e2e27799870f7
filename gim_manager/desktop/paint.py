"""What every painter shares: the glyph, colour and weight of a state, and the progress bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Cause, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A state as glyph, colour and weight: always two signs beside the word."""

    name: str
    icon: str
    token: str
    weight: str = "medium"


STATUS_LOOKS: dict[str, Look] = {
    look.name: look
    for look in (
        Look(name="Scheduled", icon="scheduled", token="scheduled"),
        Look(name="Running", icon="running", token="running"),
        Look(name="Stopping", icon="stopping", token="stopping"),
        Look(name="Complete", icon="check", token="complete", weight="plain"),
        Look(name="Failed", icon="failed", token="failed", weight="bold"),
        Look(name="Lost", icon="lost", token="failed", weight="bold"),
        Look(name="Stopped", icon="stopped", token="stopped"),
        Look(name="Canceled", icon="canceled", token="stopped"),
    )
}
"""look.md, Status."""


def look_of(status: Status, cause: Cause | None = None) -> Look:
    """How a state looks; a lost worker is told from an error."""
    lost = status is Status.FAILED and cause is Cause.LOST
    return STATUS_LOOKS["Lost" if lost else status.value]


def chosen_ground(painter: QPainter, row: QRect, theme: Theme, *, has_focus: bool) -> None:
    """What lies under a chosen row of a list, with the mark at its left edge; without antialiasing, or seams show."""
    painter.fillRect(row, theme["select" if has_focus else "select_idle"])
    painter.fillRect(row.left(), row.top(), 3, row.height(), theme["accent" if has_focus else "outline"])


def bar(painter: QPainter, place: QRect, share: float, track: QColor, fill: QColor) -> None:
    """A progress bar: round ends, the track always visible."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = min(3.0, place.height() / 2)
    painter.setBrush(track)
    painter.drawRoundedRect(QRectF(place), radius, radius)
    filled = QRectF(place)
    filled.setWidth(max(float(place.height()), place.width() * min(1.0, max(0.0, share))))
    if share > 0:
        painter.setBrush(fill)
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def hatching(room: QRectF, step: float) -> Iterator[tuple[QPointF, QPointF]]:
    """Diagonal lines within a room, on a grid of the whole picture; a pattern of Qt's is finer on a larger scale."""
    first = floor((room.left() + room.top()) / step) + 1
    last = floor((room.right() + room.bottom()) / step)
    for number in range(first, last + 1):
        total = number * step
        low, high = max(room.left(), total - room.bottom()), min(room.right(), total - room.top())
        yield QPointF(low, total - low), QPointF(high, total - high)
