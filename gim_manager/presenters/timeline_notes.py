"""What a timeline says of itself: what is under way, what is left out, and how on from an empty one."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.presenters.language import retold, tr
from gim_manager.presenters.option_plan import READING
from gim_manager.presenters.time_span import Span, instant_of
from gim_manager.presenters.timeline import Picture
from gim_manager.presenters.timeline_words import Clock

NOW, RUN = "now", "run"
"""Where the ways on from an empty timeline lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a timeline is known."""

    is_reading: bool = False
    is_playing: bool = False
    played_to: float | None = None
    """How far the time to come is played, where that is not as far as it was wanted."""
    trouble: str = ""
    """Why the time to come is not known."""


def note(picture: Picture, span: Span, progress: Progress, clock: Clock) -> str:
    """The most important remark; empty where all is drawn."""
    left_out, played_to = picture.whole_from, progress.played_to
    if progress.trouble:
        return retold(progress.trouble)
    if progress.is_reading:
        return tr("reading …")
    if left_out is not None and span.since < left_out:
        time = clock.time(instant_of(left_out), seconds=False)
        return tr("Runs before {time} are too many to be drawn", time=time)
    if progress.is_playing:
        return tr(READING)
    if played_to is not None and span.until > played_to:
        time = clock.time(instant_of(played_to), seconds=False)
        return tr("Played up to {time}: beyond, launches are too many", time=time)
    return ""


def is_empty(picture: Picture, span: Span) -> bool:
    """Whether nothing ran, was decided or is expected in the span."""
    rows = (row for lane in picture.lanes for _, row in lane.rows())
    return not any(len(row) and row.visible(span.since, span.until) for row in rows)


def empty(span: Span, now: float) -> tuple[str, str, str]:
    """A sentence, the way on, and where it leads: `now` or `run`."""
    if span.until < now:
        return tr("Nothing ran in this time."), tr("Go to the present"), NOW
    if span.since > now:
        return tr("Nothing is expected to run in this time."), tr("Go to the present"), NOW
    return tr("No job has run in this time, and none is expected."), tr("Run Job"), RUN
