"""Recordings and backups of an Info Mart that is made of values: nothing is written, and half-way one can wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from gim_manager.presenters.mart import Progress
from gim_manager.usecases.backup import Kept
from gim_manager.usecases.recording import Made
from tests.language.fake_clock import NOW


class FakeFiles:
    """Goes on past its middle once `half_way` is set, as it is at first."""

    asked: list[tuple[object, ...]]
    before: Callable[[], None]
    half_way = threading.Event()
    half_way.set()

    def record(self, file: Path, progress: Progress) -> Made:
        self._do_work("record", file, progress)
        return Made(file=file, since=NOW - timedelta(days=7), rows=489, bytes=1_640_000)

    def back_up(self, file: Path, progress: Progress) -> Kept:
        self._do_work("back up", file, progress)
        return Kept(files=(file,), bytes=78_004_224)

    def _do_work(self, what: str, file: Path, progress: Progress) -> None:
        self.before()
        self.asked.append((what, file))
        progress(0.5, "MGR_RUN")
        self.half_way.wait(10)
        progress(1.0, "")
