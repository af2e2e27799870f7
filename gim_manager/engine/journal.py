"""What workers told and the job tables do not know yet; nothing is lost while the database is away."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gim_manager.domain.run import LogLine, Step
from gim_manager.engine.protocol import Told
from gim_manager.store import output, runs

Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""

MOST_LINES = 10_000
"""Log lines of one run that are kept while they cannot be written."""


@dataclass(slots=True, kw_only=True)
class _Page:
    token: str
    progress: float | None = None
    note: str | None = None
    rows: int | None = None
    steps: tuple[Step, ...] | None = None
    lines: list[LogLine] = field(default_factory=list)
    beat: bool = False


class Journal:
    """A page a run; used by the scheduler's thread alone."""

    def __init__(self) -> None:
        self._pages: dict[int, _Page] = {}

    @property
    def has_news(self) -> bool:
        """Whether something is to be written."""
        return any(page.beat for page in self._pages.values())

    def open(self, run_id: int, token: str) -> None:
        """A page for a run that starts."""
        self._pages[run_id] = _Page(token=token)

    def close(self, run_id: int) -> None:
        """The run has ended and all is written."""
        self._pages.pop(run_id, None)

    def add(self, run_id: int, told: Told) -> None:
        """What its worker told."""
        page = self._pages[run_id]
        page.beat = True
        page.progress = told.progress if told.progress is not None else page.progress
        page.note = told.note if told.note is not None else page.note
        page.rows = told.rows if told.rows is not None else page.rows
        page.steps = told.steps if told.steps is not None else page.steps
        page.lines += told.lines[: MOST_LINES - len(page.lines)]

    def write(self, connection: Connection, now: datetime) -> None:
        """Everything, in the caller's transaction; call `written` after its commit."""
        for run_id in self._pages:
            self.write_page(connection, run_id, now)

    def write_page(self, connection: Connection, run_id: int, now: datetime) -> None:
        """One run's page, if there is news on it; nothing of a run that is another's by now (R35)."""
        page = self._pages[run_id]
        if not page.beat:
            return
        told: Any = {"progress": page.progress, "note": page.note, "rows": page.rows}
        if not runs.beat(connection, run_id, page.token, now=now, **told):
            return
        if page.steps is not None:
            output.write_steps(connection, run_id, page.steps)
        if page.lines:
            output.append_log(connection, run_id, page.lines)

    def written(self) -> None:
        """The transaction of `write` has committed."""
        for page in self._pages.values():
            page.steps, page.lines, page.beat = None, [], False
