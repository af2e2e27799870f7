"""The filtered job list into a CSV file, page by page: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gim_manager.domain.errors import StorageFailed
from gim_manager.host.settings import whole_file
from gim_manager.presenters import run_file
from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.domain.listing import Cursor, RunPage, RunQuery

PAGE = 2000
"""Runs that are read and written at a time: whoever wants to stop is heard between two."""


class Lister(Protocol):
    """Where the runs come from."""

    def page(self, query: RunQuery, after: Cursor | None, limit: int) -> RunPage:
        """Rows of the list."""

    def count(self, query: RunQuery) -> int:
        """How many rows the whole list has."""


def export(lister: Lister, query: RunQuery, zone: tzinfo, file: Path, progress: Callable[[float, str], None]) -> int:
    """Write every run of the question; how many there were.

    `progress` is told how far it is, 0.0 to 1.0, and in words; what it raises ends the writing, and then no file is
    left or replaced. Blocks; raises StorageFailed that names the file, and what asking for a page raises.
    """
    try:
        return _written(lister, query, zone, file, progress)
    except OSError as error:
        raise StorageFailed(str(file), error.strerror or str(error)) from error


def _written(lister: Lister, query: RunQuery, zone: tzinfo, file: Path, progress: Callable[[float, str], None]) -> int:
    total, written, after = max(1, lister.count(query)), 0, None
    with whole_file(file.absolute()) as new:
        run_file.write_head(new)
        while True:
            page = lister.page(query, after, PAGE)
            run_file.write_runs(new, page.runs, zone)
            written, after = written + len(page.runs), page.next
            progress(min(1.0, written / total), tr("{n} runs", "", written, one="{n} run"))
            if after is None:
                return written
