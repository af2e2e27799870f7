"""R36, R26, E04: a server dies, a person stops, a disk is full; nothing is lost, doubled or half-written."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.schema.engines import reading
from gim_manager.store import runs
from gim_manager.store.connect import Database, keeping
from gim_manager.usecases import stops
from gim_manager.usecases.context import Actor, Context
from tests.language import whole_mart
from tests.language.journey import JOBS, Journey, Server, served
from tests.language.serving import ServeProcess, asked, run_of
from tests.language.waiting import until
from tests.whole.test_kill import completed

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send"),
]
SLOW = 3.0
"""Seconds that a busy machine adds, which is no fault of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphaned:
    """A run whose server was killed."""

    job: Job
    database: Database
    run_id: int
    was_running: bool
    seconds: float
    """How long its worker outlived its server."""


def orphaned(database: Database, job: Job, out: Path, *, commits: int) -> Orphaned:
    """A server is killed outright while its worker is at work, after so many commits."""
    server = ServeProcess(database)
    try:
        run = asked(database, job)
        until(lambda: run_of(database, run.id).status is not Status.SCHEDULED, seconds=60, what=f"{job} to start")
        seen = {whole_mart.progress(database.info_mart, out)}

        def is_under_way() -> bool:
            seen.add(whole_mart.progress(database.info_mart, out))
            is_known = len(seen) > commits and _worker(database, run.id) is not None
            return is_known or run_of(database, run.id).status in ENDED

        until(is_under_way, seconds=60, what=f"{commits} commits of {job}")
        worker = _worker(database, run.id)
        server.process.kill()
        gone = until(lambda: worker is None or not _is_alive(worker), seconds=5 + SLOW, what="the worker to end itself")
        is_open = run_of(database, run.id).status not in ENDED
        return Orphaned(job=job, database=database, run_id=run.id, was_running=is_open, seconds=gone)
    finally:
        server.clean_up()


def _worker(database: Database, run_id: int) -> runs.Worker | None:
    with reading(database.manager) as connection:
        return next((each for each in runs.workers(connection) if each.run_id == run_id and each.pid), None)


def _is_alive(worker: runs.Worker) -> bool:
    return processes.is_alive(worker.pid or 0, worker.started)


def test_R36_a_server_killed_in_any_job_is_recovered_from_and_a_rerun_leaves_the_same_info_mart(
    journey: Journey, tmp_path: Path
) -> None:
    chance = random.Random(1)
    with ExitStack() as stack:
        lost = []
        for job in JOBS:
            folder = tmp_path / job.name
            database = stack.enter_context(journey.before(job, folder))
            commits = chance.randint(1, max(1, journey.commits[job] // 3))
            lost.append(orphaned(database, job, folder / "out", commits=commits))
        assert any(each.was_running for each in lost)
        for each in lost:
            _ensure_recovered(journey, each, tmp_path / each.job.name / "out")


def _ensure_recovered(journey: Journey, lost: Orphaned, out: Path) -> None:
    with served(lost.database) as server:
        run = server.ended(lost.run_id)
        if str(run.id) in completed(lost.database):
            assert (run.status, run.cause) == (Status.COMPLETE, Cause.DONE)
        else:
            assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)
            assert run.error is not None and run.error.startswith("Its server is gone. Its worker on ")
        _ensure_same_after_rerun(journey, server, lost.job, out)


def _ensure_same_after_rerun(journey: Journey, server: Server, job: Job, out: Path) -> None:
    server.done(job)
    assert whole_mart.differences(journey.after[job], journey.form(server.database, job)) == []
    if job is Job.EXPORT:
        assert whole_mart.exported_differences(server.database.info_mart, out) == []


def _stopped(server: Server, job: Job, commits: int, out: Path, stop: Callable[[Run], object]) -> tuple[Run, float]:
    """Asks for a run and stops it after so many commits: how it ended, and after how many seconds."""
    mart = keeping(server.database).info_mart
    run = server.asked(job)
    server.until(lambda: run.id in server.pool.of_run, "a worker")
    seen = {whole_mart.progress(mart, out)}

    def has_committed() -> bool:
        seen.add(whole_mart.progress(mart, out))
        return len(seen) > commits or server.has_ended(run.id)

    server.until(has_committed, f"{commits} commits of {job}")
    mart.dispose()
    began = time.monotonic()
    stop(run)
    return server.ended(run.id), time.monotonic() - began


@pytest.mark.parametrize("job", JOBS)
def test_R26_a_stop_in_any_job_keeps_what_is_committed_and_a_rerun_leaves_the_same_info_mart(
    journey: Journey, job: Job, tmp_path: Path
) -> None:
    out, few = tmp_path / "out", max(1, journey.commits[job] // 6)
    with journey.before(job, tmp_path) as database, served(database) as server:
        ada = Context(database=database, actor=Actor(user="ada", host="desk"))

        def stop(run: Run) -> None:
            stops.stop(ada, [run.id], reason="lunch")
            server.wake()

        def stop_at_once(run: Run) -> None:
            stop(run)
            stop(run)

        once, seconds = _stopped(server, job, few, out, stop)
        _ensure_hers(once, database)
        assert seconds < 10 + SLOW
        twice, seconds = _stopped(server, job, few, out, stop_at_once)
        _ensure_hers(twice, database)
        assert seconds < SLOW
        _ensure_same_after_rerun(journey, server, job, out)


def _ensure_hers(run: Run, database: Database) -> None:
    """Stopped by the person who asked for it; what was over when the stop came is Complete."""
    if str(run.id) in completed(database):
        assert run.status is Status.COMPLETE
        return
    assert (run.status, run.cause, run.stopped_by, run.reason) == (Status.STOPPED, Cause.PERSON, "ada", "lunch")


def test_R26_a_stop_of_a_scheduled_run_cancels_it(journey: Journey, tmp_path: Path) -> None:
    with journey.before(Job.AGGREGATE, tmp_path) as database, served(database) as server:
        ada = Context(database=database, actor=Actor(user="ada", host="desk"))
        running = server.asked(Job.AGGREGATE)
        server.until(lambda: running.id in server.pool.of_run, "a worker")
        # R27: what stands alone waits for what runs.
        waiting = server.asked(Job.INITIALIZE)
        server.until(lambda: server.run(waiting.id).reason, "the reason of the wait")
        (canceled,) = stops.stop(ada, [waiting.id], reason="never mind")
        assert (canceled.status, canceled.cause, canceled.reason) == (Status.CANCELED, Cause.PERSON, "never mind")
        server.stop(running.id)
        assert server.ended(running.id).status is Status.STOPPED
        assert waiting.id not in server.pool.of_run


class SmallDisk:
    """A file system of its own, whose size the test says; made by root alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self._mount("size=64m", "-t", "tmpfs", "tmpfs")

    def _mount(self, options: str, *words: str) -> None:
        done = subprocess.run(["mount", "-o", options, *words, str(self.folder)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("only root may mount a small file system")

    def leave(self, kilobytes: int) -> None:
        """From now on so much is free."""
        state = os.statvfs(self.folder)
        used = (state.f_blocks - state.f_bfree) * state.f_frsize // 1024
        self._mount(f"remount,size={used + kilobytes}k")

    def grow(self) -> None:
        self._mount("remount,size=64m")

    def unmount(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


LOCAL = pytest.mark.parametrize("journey", ["sqlite"], indirect=True)
"""The disk of a PostgreSQL server is its own; its errors come as those of any statement."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root may mount a small file system")
    made = SmallDisk(tmp_path / "disk")
    yield made
    made.unmount()


@LOCAL
@pytest.mark.parametrize("job", [Job.EXTRACT, Job.TRANSFORM])
def test_a_full_disk_fails_the_run_in_words_and_a_rerun_leaves_the_same_info_mart(
    journey: Journey, disk: SmallDisk, job: Job, caplog: pytest.LogCaptureFixture
) -> None:
    with journey.before(job, disk.folder) as database, served(database) as server:
        # The files of both write-ahead logs are there before the disk is full.
        with reading(database.info_mart), reading(database.manager):
            run = server.asked(job)
            server.until(lambda: run.id in server.pool.of_run, "a worker")
            disk.leave(700)
            process = server.pool.of_run[run.id].process
            until(lambda: process.poll() is not None, seconds=60, what="the worker to end")
            disk.grow()
        failed = server.ended(run.id)
        assert (failed.status, failed.cause) == (Status.FAILED, Cause.ERROR)
        assert failed.error is not None and "disk is full" in failed.error
        _ensure_same_after_rerun(journey, server, job, disk.folder)


@LOCAL
def test_E04_a_full_disk_leaves_no_half_export_and_loses_no_increment(journey: Journey, disk: SmallDisk) -> None:
    out = disk.folder / "out"
    with journey.before(Job.EXPORT, disk.folder.parent / "elsewhere") as database, served(database) as server:
        journey.export_to(database, out)
        disk.leave(100)
        failed = server.ended(server.asked(Job.EXPORT).id)
        assert (failed.status, failed.cause) == (Status.FAILED, Cause.ERROR)
        assert failed.error is not None and "disk is full" in failed.error
        assert not any(path.name.startswith(".") for path in out.iterdir())
        disk.grow()
        _ensure_same_after_rerun(journey, server, Job.EXPORT, out)
