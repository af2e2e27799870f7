"""How a job's telling becomes few messages: what changed since the last one, at most four times a second."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from gim_manager.domain.run import LogLine, Status, Step
from gim_manager.engine.protocol import Told
from gim_manager.jobs.work import Stopped

MOST_LINES = 1000
"""Log lines between two messages; a job that says more is cut short, with the count of what is missing."""
_WEIGHTS = logging.getLevelNamesMapping()


class Reporter:
    """`jobs.work.Report` on the worker's side; any thread of the job may call it, `take` collects what is new."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.RLock()
        self._steps: list[Step] = []
        self._lines: list[LogLine] = []
        self._left_out = 0
        self._progress: float | None = None
        self._note: str | None = None
        self._says_progress = False
        self._steps_changed = self._changed = False
        self._least = 0

    def keep_from(self, level: str) -> None:
        """Lines of less than this level are not kept: debug, info, warn or error (option [log] level)."""
        self._least = _WEIGHTS[level.upper()]

    @contextmanager
    def step(self, name: str) -> Iterator[StepReporter]:
        """A step: Running inside the block, then Complete, Failed or Stopped as the block ends."""
        place = self._begin(name)
        try:
            yield StepReporter(self, place)
        except Stopped:
            self._end(place, Status.STOPPED)
            raise
        except BaseException:
            self._end(place, Status.FAILED)
            raise
        self._end(place, Status.COMPLETE)

    def planned(self, names: list[str]) -> None:
        """The steps that will come, in order, shown as waiting."""
        with self._lock:
            self._steps += [Step(name=name, status=Status.SCHEDULED) for name in names]
            self._steps_changed = True

    def progress(self, done: float | None, note: str = "") -> None:
        """How much of the run is done, 0.0 to 1.0; None for what has no end."""
        with self._lock:
            self._progress, self._note = done, note
            self._says_progress = self._changed = True

    def info(self, message: str) -> None:
        """A line of the run's log."""
        self.line("INFO", message)

    def warning(self, message: str) -> None:
        """A line that a person should see."""
        self.line("WARNING", message)

    def line(self, level: str, message: str) -> None:
        """A line of this level."""
        if _WEIGHTS[level] < self._least:
            return
        with self._lock:
            if len(self._lines) < MOST_LINES:
                self._lines.append(LogLine(number=0, time=self._now(), level=level, message=message))
            else:
                self._left_out += 1

    def rows(self) -> int:
        """Rows of all steps so far."""
        with self._lock:
            return sum(step.rows or 0 for step in self._steps)

    def take(self) -> Told | None:
        """What is new since the last call; None if nothing."""
        with self._lock:
            lines = self._take_lines()
            if not (lines or self._changed or self._steps_changed):
                return None
            told = Told(
                progress=self._done(), note=self._note, rows=self.rows() if self._steps else None,
                steps=tuple(self._steps) if self._steps_changed else None, lines=lines,
            )  # fmt: skip
            self._changed = self._steps_changed = False
            return told

    def _take_lines(self) -> tuple[LogLine, ...]:
        lines, self._lines = self._lines, []
        if self._left_out:
            told = f"{self._left_out} more lines were left out here."
            lines.append(LogLine(number=0, time=self._now(), level="WARNING", message=told))
            self._left_out = 0
        return tuple(lines)

    def _done(self) -> float | None:
        """What the job says; from its planned steps where it says nothing."""
        if self._says_progress or not any(step.status is Status.SCHEDULED for step in self._steps):
            return self._progress
        ended = sum(1.0 if step.end_time else step.progress or 0.0 for step in self._steps)
        return ended / len(self._steps)

    def _begin(self, name: str) -> int:
        with self._lock:
            running = Step(name=name, status=Status.RUNNING, start_time=self._now())
            waiting = (place for place, step in enumerate(self._steps) if step.name == name and not step.start_time)
            place = next(waiting, None)
            if place is None:
                self._steps.append(running)
                place = len(self._steps) - 1
            self._put(place, running)
            return place

    def _end(self, place: int, status: Status) -> None:
        with self._lock:
            self._put(place, replace(self._steps[place], status=status, end_time=self._now()))

    def change(
        self, place: int, *, rows: int | None = None, progress: float | None = None, note: str | None = None
    ) -> None:
        """What a step tells of itself."""
        with self._lock:
            step = self._steps[place]
            self._put(place, replace(
                step, rows=step.rows if rows is None else rows,
                progress=step.progress if progress is None else progress, note=step.note if note is None else note,
            ))  # fmt: skip

    def _put(self, place: int, step: Step) -> None:
        self._steps[place] = step
        self._steps_changed = True


class StepReporter:
    """`jobs.work.StepReport`: one step of the reporter, by its place in the list."""

    def __init__(self, reporter: Reporter, place: int) -> None:
        self._reporter = reporter
        self._place = place

    def rows(self, total: int) -> None:
        """Rows that the step has committed so far."""
        self._reporter.change(self._place, rows=total)

    def progress(self, done: float, note: str = "") -> None:
        """How much of the step is done, and in words."""
        self._reporter.change(self._place, progress=done, note=note)
