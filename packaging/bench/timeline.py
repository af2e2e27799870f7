"""What a frame of the timeline costs while a person pans over 100,000 bars, beside one over 100 bars."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles
from time import perf_counter

from harness import Ratio

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import Ran, Reached, Record

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.timeline.canvas import Canvas
from gim_manager.presenters.time_span import DAY, HOUR, Span, seconds_of
from gim_manager.presenters.timeline import picture
from gim_manager.usecases.timeline import MOST_REACHED

FEW, MANY = 100, 100_000
NOW = datetime(2026, 11, 1, tzinfo=UTC)
JOBS = (Job.EXTRACT, Job.TRANSFORM, Job.UPDATE_STATS, Job.EXPORT)
FRAME = 1 / 60
FRAMES, STEP = 600, 12
"""Pixels that a person pans in a frame: 720 a second."""
SIZE = (1360, 560)
ZOOMS = {"a month": 31 * DAY, "a day": DAY, "an hour": HOUR}


def measure() -> Iterator[Ratio]:
    """Three zooms: the median and the 99th percentile of a full repaint, and what building the lanes takes."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    theme = Theme(application, Appearance.LIGHT)
    for name, length in ZOOMS.items():
        few, many = (_panned(theme, runs, length) for runs in (FEW, MANY))
        for what, taken in (("median", median), ("99th percentile", _p99)):
            yield Ratio(
                measure=f"a frame while panning {name}, {MANY:,} bars, {what}", ours=taken(many) * 1000, unit="ms",
                yardstick=f"the same, {FEW} bars", theirs=taken(few) * 1000,
            )  # fmt: skip
        yield Ratio(
            measure=f"a frame while panning {name}, {MANY:,} bars, 99th percentile", ours=_p99(many) * 1000, unit="ms",
            yardstick="a frame of 60 a second", theirs=FRAME * 1000,
        )  # fmt: skip
    yield Ratio(
        measure=f"lanes of {MANY:,} runs, off the event loop", ours=_timed(MANY), yardstick=f"the same, {FEW} runs",
        theirs=_timed(FEW), rows=MANY,
    )  # fmt: skip


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


def _record(runs: int) -> Record:
    """A month of four busy lanes, a run in twenty with trouble, and of how far the data had come after each cycle."""
    since = NOW - timedelta(days=31)
    every = timedelta(days=31) / (runs / len(JOBS))
    ends = [since + every * number for number in range(1, min(runs // len(JOBS), MOST_REACHED))]
    return Record(
        since=since, until=NOW, runs=tuple(_ran(number, since, every) for number in range(runs)),
        reached=tuple(Reached(at=end, to=end - every) for end in ends),
    )  # fmt: skip


def _ran(number: int, since: datetime, every: timedelta) -> Ran:
    fails, start = number % 20 == 7, since + every * (number // len(JOBS))
    return Ran(
        run_id=number, job=JOBS[number % len(JOBS)], start=start, end=start + every * 0.6,
        status=Status.FAILED if fails else Status.COMPLETE, cause=Cause.ERROR if fails else Cause.DONE,
    )  # fmt: skip


def _timed(runs: int) -> float:
    record = _record(runs)
    start = perf_counter()
    picture(record, postgresql=True)
    return perf_counter() - start


def _panned(theme: Theme, runs: int, length: float) -> list[float]:
    """Seconds of each repaint, warm, from the middle of the month on and back again."""
    span = Span(since=seconds_of(NOW) - 16 * DAY, until=seconds_of(NOW) - 16 * DAY + length)
    canvas = Canvas(theme, span, NOW)
    canvas.resize(*SIZE)
    canvas.show_picture(picture(_record(runs), postgresql=True), UTC, "UTC")
    canvas.show()
    QApplication.processEvents()
    rate = canvas.scene.plot(canvas.viewport().width()).scale.rate
    taken = []
    for frame in range(FRAMES):
        way = STEP if frame < FRAMES / 2 else -STEP
        taken.append(_took(canvas.show_span, canvas.scene.span.moved(way / rate), canvas))
    assert canvas.surface.tiles.painted > 5, "nothing was painted"
    canvas.close()
    return taken[10:]


def _took(show: Callable[[Span], None], span: Span, canvas: Canvas) -> float:
    start = perf_counter()
    show(span)
    canvas.viewport().repaint()
    return perf_counter() - start
