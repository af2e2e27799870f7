"""R37: a worker killed outright at any moment, and a re-run, leave the Info Mart of an undisturbed run."""

import os
import random
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import reading
from gim_manager.store.connect import Database, keeping
from tests.language import whole_mart
from tests.language.journey import JOBS, Journey, Server, served

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send"),
]
KILLS = 2
ATTEMPTS = 5
"""A job may be over before a kill reaches it."""
SEED = 20261123


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """A run whose worker was killed, or was just over when it should have been."""

    run: Run
    had_committed: bool

    @property
    def is_in_the_middle(self) -> bool:
        """It had done a part of its work and not all of it."""
        return self.had_committed and self.run.status is Status.FAILED


def killed(server: Server, job: Job, out: Path, *, commits: int, seconds: float) -> Killed:
    """Asks for a run, and kills its worker so long after it committed so many times."""
    mart = keeping(server.database).info_mart
    run = server.asked(job)
    server.until(lambda: run.id in server.pool.of_run, "a worker")
    seen = {whole_mart.progress(mart, out)}

    def has_committed() -> bool:
        seen.add(whole_mart.progress(mart, out))
        is_idle = job is Job.AGGREGATE and server.is_drained(run.id)
        return len(seen) > commits or is_idle or server.has_ended(run.id)

    server.until(has_committed, f"{commits} commits of {job}")
    moment = time.monotonic() + seconds
    server.until(lambda: time.monotonic() >= moment, "the moment of the kill")
    before = len(seen | {whole_mart.progress(mart, out)})
    mart.dispose()
    with suppress(ProcessLookupError):
        os.kill(server.pool.of_run[run.id].pid, signal.SIGKILL)
    return Killed(run=server.ended(run.id), had_committed=before > 1)


def completed(database: Database) -> set[str]:
    """The runs that CTL_ETL_HISTORY has."""
    with reading(database.info_mart) as connection:
        return set(connection.scalars(select(ctl_etl_history.c.job_id)))


def ensure_told(killed_run: Run, history: set[str]) -> None:
    """A killed run is lost, with a sentence, unless all its work was committed."""
    if str(killed_run.id) in history:
        assert (killed_run.status, killed_run.cause) == (Status.COMPLETE, Cause.DONE)
        return
    assert (killed_run.status, killed_run.cause) == (Status.FAILED, Cause.LOST)
    assert killed_run.error is not None
    assert "was ended from outside (SIGKILL)" in killed_run.error
    assert killed_run.error.endswith(("the next run goes on from there.", "the next run begins where it began."))


@pytest.mark.parametrize("job", JOBS)
def test_R37_kills_at_any_moment_and_a_rerun_leave_the_same_info_mart(
    journey: Journey, job: Job, tmp_path: Path
) -> None:
    chance = random.Random(f"{SEED} {job}")
    steps = journey.commits[job]
    most = max(1, 2 * steps // (KILLS + 2))
    pause = journey.seconds[job] / (steps + 1)
    for attempt in range(ATTEMPTS):
        folder = tmp_path / str(attempt)
        with journey.before(job, folder) as database, served(database) as server:
            # The first is sure to have committed something, and all together they are about the length of the job.
            found = [
                killed(
                    server, job, folder / "out", commits=chance.randint(least, most), seconds=chance.uniform(0, pause)
                )
                for least in (1, *(0 for _ in range(KILLS - 1)))
            ]
            last = server.done(job)
            ensure_undisturbed(journey, database, job, found, last, folder / "out")
        if any(each.is_in_the_middle for each in found):
            return
    pytest.fail(f"{KILLS * ATTEMPTS} kills of {job}, and each was too late")


def ensure_undisturbed(
    journey: Journey, database: Database, job: Job, found: list[Killed], last: Run, out: Path
) -> None:
    history = completed(database)
    for each in found:
        ensure_told(each.run, history)
    assert job is Job.AGGREGATE or str(last.id) in history
    form = journey.form(database, job)
    assert whole_mart.differences(journey.after[job], form) == []
    assert whole_mart.dangling(form) == []
    if job is Job.EXPORT:
        assert whole_mart.exported_differences(database.info_mart, out) == []
