"""R18, A07: whoever dies during a re-aggregation, every aggregate is in the end what the facts say."""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Cause, Run, Status
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.language import whole_mart
from tests.language.journey import OLD_DAYS, Journey, Server, served
from tests.language.serving import ServeProcess, asked, run_of, stopped_by_ada
from tests.language.waiting import until

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send"),
]
KILLS = 3
SEED = 20261123


def everything() -> str:
    """A request for all that the journey's facts can be built into."""
    today = datetime.now(UTC).date()
    return f"-insertPendingAgg ALLSETS:{today - timedelta(days=OLD_DAYS + 1)}:{today}"


def falsify(database: Database) -> None:
    """Every row of every aggregate is wrong, or gone."""
    with writing(database.info_mart) as connection:
        for (hierarchy, _), table in TABLES.items():
            measure = table.c[hierarchy.measures[0].name]
            subject = next(name for name in ("resource_key", "group_key", "tenant_key") if name in table.c)
            connection.execute(delete(table).where(table.c.date_time_key % 1800 == 0, table.c[subject] % 2 == 0))
            connection.execute(update(table).values({measure: measure + 1000}))


def ensure_right(journey: Journey, database: Database) -> None:
    """The aggregates are those of the undisturbed run."""
    names = {table.name for table in TABLES.values()}
    right, found = journey.after[Job.AGGREGATE], journey.form(database, Job.AGGREGATE)
    assert names <= right.keys()
    assert whole_mart.differences(_only(right, names), _only(found, names)) == []


def _only(form: whole_mart.Form, names: set[str]) -> whole_mart.Form:
    return {name: rows for name, rows in form.items() if name in names}


@contextmanager
def falsified(journey: Journey, folder: Path) -> Iterator[Database]:
    """The Info Mart after its aggregation, with every aggregate wrong."""
    with journey.before(Job.EXPORT, folder) as database:
        falsify(database)
        yield database


def test_R18_R37_kills_of_the_worker_at_any_moment_leave_what_the_facts_say(journey: Journey, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    with falsified(journey, tmp_path) as database, served(database) as server:
        request = server.asked(Job.AGGREGATE, parameters=everything())
        killed = [_killed(server, request, chance.uniform(0.0, 0.3)) for _ in range(KILLS)]
        assert any(killed), "no kill fell into the middle of the request"
        aggregation = server.asked(Job.AGGREGATE)
        done = server.ended(request.id)
        assert (done.status, done.part_of, done.progress) == (Status.COMPLETE, aggregation.id, 1.0), done.error
        server.until(lambda: server.is_drained(aggregation.id), "all intervals")
        ensure_right(journey, database)


def _killed(server: Server, request: Run, seconds: float) -> bool:
    """Kills the worker of a new aggregation so long after the request has come forward; whether that was in the
    middle of it."""
    aggregation = server.asked(Job.AGGREGATE)
    before = server.run(request.id).progress or 0.0

    def has_come_forward() -> bool:
        run = server.run(request.id)
        return run.status in ENDED or (run.status is Status.RUNNING and (run.progress or 0.0) > before)

    server.until(has_come_forward, "the request to come forward")
    moment = time.monotonic() + seconds
    server.until(lambda: time.monotonic() >= moment, "the moment of the kill")
    with suppress(ProcessLookupError):
        os.kill(server.pool.of_run[aggregation.id].pid, signal.SIGKILL)
    assert server.ended(aggregation.id).cause is Cause.LOST
    run = server.run(request.id)
    assert run.status in (Status.SCHEDULED, Status.COMPLETE)
    return run.status is Status.SCHEDULED and 0.0 < (run.progress or 0.0) < 1.0


def test_R18_R36_a_server_killed_outright_leaves_the_request_for_the_next(journey: Journey, tmp_path: Path) -> None:
    with falsified(journey, tmp_path) as database:
        request = asked(database, Job.AGGREGATE, parameters=everything())
        first = asked(database, Job.AGGREGATE)
        server = ServeProcess(database)
        try:
            until(lambda: run_of(database, request.id).status is not Status.SCHEDULED, seconds=60, what="its beginning")
            server.process.kill()
        finally:
            server.clean_up()
        assert run_of(database, request.id).status is Status.RUNNING, "nobody has told of the end yet"
        second = asked(database, Job.AGGREGATE)
        server = ServeProcess(database)
        try:
            until(lambda: run_of(database, request.id).status in ENDED, seconds=90, what="the end of the request")
            done, lost = run_of(database, request.id), run_of(database, first.id)
            assert (done.status, done.part_of) == (Status.COMPLETE, second.id), done
            assert lost.cause is Cause.LOST
            until(lambda: run_of(database, second.id).note == "follows the facts", seconds=60, what="all intervals")
            stopped_by_ada(database, second.id)
            until(lambda: run_of(database, second.id).status in ENDED, seconds=20, what="the stop")
        finally:
            server.clean_up()
        ensure_right(journey, database)
