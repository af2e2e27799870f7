"""APScheduler 3 in the comparison, with its job stores in memory, on SQLite and on PostgreSQL, as it comes."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from notebook import Notebook

IN_MEMORY = "memory"
LEAD_SECONDS = 1.0
_notebook = Notebook()


def note(number: int) -> None:
    """The job: nothing but its moment. A job store keeps it by its name."""
    _notebook.note(number)


def prepare(_store: str, _argument: None = None) -> None:
    """It makes its table itself."""


def launches(store: str, offsets: Sequence[float]) -> list[float]:
    """How late each job was started."""
    with _scheduling(store) as scheduler:
        due = _add(scheduler, [time.time() + LEAD_SECONDS + offset for offset in offsets])
        _notebook.wait_for(len(due), seconds=LEAD_SECONDS + offsets[-1] + 30)
    return [_notebook.started[number] - moment for number, moment in enumerate(due)]


def no_ops(store: str, count: int) -> float:
    """How long it takes to add so many jobs, all due at once, and to run them until none is left in the store."""
    with _scheduling(store) as scheduler:
        begin = time.time()
        _add(scheduler, [begin] * count)
        _notebook.wait_for(count, seconds=300)
        while scheduler.get_jobs():
            time.sleep(0.001)
        return time.time() - begin


def ask_here(store: str, pauses: Sequence[float]) -> list[float]:
    """From adding a job that is due now to its start, in one process: another cannot wake it."""
    asked = []
    with _scheduling(store) as scheduler:
        for number, pause in enumerate(pauses):
            time.sleep(pause)
            asked.append(time.time())
            scheduler.add_job(note, args=[number], misfire_grace_time=None)
        _notebook.wait_for(len(asked), seconds=30)
    return [_notebook.started[number] - moment for number, moment in enumerate(asked)]


def _add(scheduler: BackgroundScheduler, due: list[float]) -> list[float]:
    for number, moment in enumerate(due):
        at = datetime.fromtimestamp(moment, UTC)
        scheduler.add_job(note, "date", run_date=at, args=[number], misfire_grace_time=None)
    return due


@contextmanager
def _scheduling(store: str) -> Iterator[BackgroundScheduler]:
    kept = MemoryJobStore() if store == IN_MEMORY else SQLAlchemyJobStore(url=store)
    scheduler = BackgroundScheduler(jobstores={"default": kept}, timezone=UTC)
    scheduler.start()
    try:
        yield scheduler
    finally:
        scheduler.shutdown()
