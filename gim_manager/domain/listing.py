"""What a person may ask of the job list: filters, order, and the place in it from which the next page goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status


class RunColumn(StrEnum):
    """The columns that the job list can be sorted by, in the database."""

    ID = "id"
    JOB = "job"
    STATUS = "status"
    START_TIME = "start_time"
    END_TIME = "end_time"
    DURATION = "duration"
    ROWS = "rows"
    BY = "requested_by"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunQuery:
    """Which runs, in which order; Canceled ones only if `statuses` names them."""

    statuses: frozenset[Status] = frozenset()
    """Empty: all but Canceled."""
    jobs: frozenset[Job] = frozenset()
    since: datetime | None = None
    """Requested at or after this instant."""
    text: str = ""
    """Anywhere in job, parameters, person, note, reason, error; or a run's number."""
    order: RunColumn = RunColumn.ID
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """The last row of a page: the sorted column's raw value and the id that tells equals apart."""

    value: str | int | float | None
    run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """Rows of the list in order; `next` is None at its end."""

    runs: tuple[Run, ...]
    next: Cursor | None
