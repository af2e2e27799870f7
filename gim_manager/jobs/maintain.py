"""What Job_MaintainGIM does: keeps partitions and calendars ahead, purges what is older than the options say, drops
what was kept to undo re-aggregations, tidies the file (M01 to M03)."""

from __future__ import annotations

from typing import Any

from gim_manager.domain.retention import cutoffs
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import audit, marks
from gim_manager.jobs.calendars import calendars, keep_ahead
from gim_manager.jobs.maintain_kept import STEP as KEPT
from gim_manager.jobs.maintain_kept import drop_kept
from gim_manager.jobs.maintain_purge import purge_all, purges
from gim_manager.jobs.partitions import STEP, keep_partitions
from gim_manager.jobs.work import Outcome, Work
from gim_manager.schema.engines import reading, writing

TIDYING = "tidying the file"
_PAGES = 2_000


def run(work: Work) -> Outcome:
    """Runs the job; whatever ends it, the next run goes on."""
    started = work.now()
    kept = calendars(work)
    old = purges(cutoffs(work.options, started))
    on_sqlite = work.info_mart.dialect.name == "sqlite"
    steps = [f"calendar {each.table.name}" for each in kept] + [f"purge {purge.name}" for purge in old] + [KEPT]
    work.report.planned([*steps, TIDYING] if on_sqlite else [STEP, *steps])
    if not on_sqlite:
        with work.report.step(STEP) as step:
            keep_partitions(work, step)
    for calendar in kept:
        with work.report.step(f"calendar {calendar.table.name}") as step:
            keep_ahead(work, calendar, step)
    values = _values(work)
    purged = 0
    for purge in old:
        with work.report.step(f"purge {purge.name}") as step:
            purged += purge_all(work, purge, values, step)
    with work.report.step(KEPT) as step:
        drop_kept(work, to_epoch(started), step)
    if on_sqlite:
        with work.report.step(TIDYING):
            _tidy(work)
    with work.turn(), writing(work.info_mart) as connection:
        audit.complete(connection, work, started, purged)
    return Outcome(rows=purged, note="" if purged else "nothing to purge")


def _values(work: Work) -> dict[str, object]:
    """What the purges ask for besides their cutoff."""
    with reading(work.info_mart) as connection:
        transformed = marks.read(connection, marks.TRANSFORM)
        exported = marks.read(connection, marks.EXPORT)
    return {
        "mark": transformed,
        "unread": min(transformed, exported) if exported else transformed,
        "active_seconds": cutoffs(work.options, work.now()).active_seconds,
    }


def _tidy(work: Work) -> None:
    """Fresh statistics, and the pages of purged rows given back to the disk, some at a time."""
    with work.turn(), work.info_mart.connect() as connection:
        # On the bare connection: these are no part of a transaction.
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA optimize").fetchall()
        while driver.execute("PRAGMA freelist_count").fetchone()[0]:
            work.stop.check()
            before = driver.execute("PRAGMA page_count").fetchone()[0]
            driver.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()
            if driver.execute("PRAGMA page_count").fetchone()[0] == before:
                return  # the file was not made to shrink
