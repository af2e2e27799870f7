"""What Job_InitializeGIM does: default rows, calendars and partitions, so that a new Info Mart can take data; safe to
run twice (M05)."""

from __future__ import annotations

from gim_manager.jobs import audit
from gim_manager.jobs.calendars import calendars, keep_ahead
from gim_manager.jobs.partitions import STEP, keep_partitions
from gim_manager.jobs.seeds import SEEDS, missing, sow
from gim_manager.jobs.work import Outcome, Work
from gim_manager.schema.engines import reading, writing

DEFAULT_ROWS = "default rows"


def run(work: Work) -> Outcome:
    """Runs the job; what is already there is left as it is."""
    started = work.now()
    kept = calendars(work)
    parts = [STEP] if work.info_mart.dialect.name == "postgresql" else []
    work.report.planned([DEFAULT_ROWS, *parts, *(f"calendar {each.table.name}" for each in kept)])
    with work.report.step(DEFAULT_ROWS) as step:
        rows = sow_all(work)
        step.rows(rows)
    for name in parts:
        with work.report.step(name) as step:
            keep_partitions(work, step)
    for calendar in kept:
        work.stop.check()
        with work.report.step(f"calendar {calendar.table.name}") as step:
            rows += keep_ahead(work, calendar, step)
    with work.turn(), writing(work.info_mart) as connection:
        audit.complete(connection, work, started, rows)
    return Outcome(rows=rows, note="" if rows else "already initialized")


def sow_all(work: Work) -> int:
    """Every default row that is missing, in one transaction; how many."""
    with reading(work.info_mart) as connection:
        lacking = [seed for seed in SEEDS if missing(connection, seed)]
    if not lacking:
        return 0
    with work.turn(), writing(work.info_mart) as connection:
        audit_key = audit.begin(connection, work)
        rows = sum(sow(connection, seed, audit_key) for seed in lacking)
        audit.finish(connection, audit_key, rows=rows)
    return rows
