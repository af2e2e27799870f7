"""What Job_MigrateGIM does: the steps that the Info Mart's half lacks, in order, each all or nothing (M05).

It stands here and not in jobs/, because the steps are the store's (docs/decisions/0018). The manager's own tables,
which hold the run, were brought up to date before it began.
"""

from __future__ import annotations

from datetime import datetime

from gim_manager.domain.errors import JobFailed
from gim_manager.jobs import audit
from gim_manager.jobs.work import Outcome, Work
from gim_manager.schema.engines import writing
from gim_manager.store.migrate import bring_info_mart_up, missing_steps

VIEWS_ARE_GONE = "Until the last step is done, the views of the Info Mart are gone."


def run(work: Work) -> Outcome:
    """Runs the job; a second run goes on after the last step that is done. What a stop interrupts is taken back."""
    started = work.now()
    steps = missing_steps(work.info_mart)
    work.report.planned([_named(step) for step in steps])
    if len(steps) > 1:
        work.report.info(VIEWS_ARE_GONE)
    for number, step in enumerate(steps):
        work.stop.check()
        work.report.progress(number / len(steps), f"version {step}")
        with work.report.step(_named(step)):
            _take(work, step, started if step == steps[-1] else None)
        work.report.info(f"The Info Mart is of version {step} now.")
    if not steps:
        _complete(work, started)
    return Outcome(rows=0, note=f"version {steps[-1]}" if steps else "the Info Mart was up to date")


def _named(step: str) -> str:
    return f"Info Mart {step}"


def _take(work: Work, step: str, ends: datetime | None) -> None:
    """One step; with the last, as it `ends` a run that started then, the job's row in CTL_ETL_HISTORY."""
    try:
        with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
            bring_info_mart_up(connection, step)
            if ends is not None:
                audit.complete(connection, work, ends, 0)
    except RuntimeError as obstacle:
        # A step imports nothing of the house: this is how it says what a person has to put out of its way.
        raise JobFailed(str(obstacle)) from obstacle


def _complete(work: Work, started: datetime) -> None:
    with work.turn(), writing(work.info_mart) as connection:
        audit.complete(connection, work, started, 0)
