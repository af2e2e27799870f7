"""Where a moment lies on the picture, and the measures of its parts in device-independent pixels."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.presenters.time_span import HOUR
from gim_manager.presenters.timeline import AnyRow, Picture

LANE, BAR = 46, 18
BAR_TOP = (LANE - BAR) // 2
BEHIND = 100
"""Height of the curve under the lanes."""
FLAGS, TICKS = 28, 34
"""Heights of the two lines of the head."""
HEAD = FLAGS + TICKS
RADIUS = 3.0
LEAST_WIDTH = 2.5
GLYPH = 12
GLYPH_TOP = 1
INSET, RIGHT = 14, 22
"""Left of the names, right of the lanes."""
CROWDED = 5.0
"""Bars whose starts lie closer than this, on the average of their lane, are drawn as a crowd."""
FEW = 20
"""So many bars are never a crowd."""
BUCKETS = (60.0, 300.0, 900.0, HOUR)
BUCKET_WIDTH = 3.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels of a moment: `origin` lies at 0, a second is `rate` wide."""

    origin: float
    rate: float

    def x(self, at: float) -> float:
        """Where it lies."""
        return (at - self.origin) * self.rate

    def at(self, x: float) -> float:
        """The moment at a place."""
        return self.origin + x / self.rate


@dataclass(frozen=True, slots=True)
class Plot:
    """What is painted: from one place to another, and where the present lies."""

    scale: Scale
    left: float
    right: float
    now: float

    @property
    def since(self) -> float:
        """The moment at the left edge."""
        return self.scale.at(self.left)

    @property
    def until(self) -> float:
        """The moment at the right edge."""
        return self.scale.at(self.right)


def height(picture: Picture) -> int:
    """Of all that stands under the head."""
    return LANE * len(picture.lanes) + (BEHIND if picture.reached else 0)


def is_crowded(row: AnyRow, rate: float) -> bool:
    """Whether its bars would merge at this zoom; the same on all of the lane, so that no seam shows."""
    if len(row) < FEW:
        return False
    return (row.starts[-1] - row.starts[0]) / (len(row) - 1) * rate < CROWDED


def bucket_width(rate: float) -> float:
    """The seconds that one density bar stands for: an hour, less where there is room."""
    return next((bucket for bucket in BUCKETS if bucket * rate >= BUCKET_WIDTH), BUCKETS[-1])
