"""The real worker in a real process: a run from its assignment to its last word."""

from collections.abc import Iterator

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.engine import processes
from gim_manager.engine.inbox import Inbox
from gim_manager.engine.protocol import Assignment, Ended, Ending, StopNow, Told
from gim_manager.engine.workers import Gone, Pool, Said
from gim_manager.schema.engines import reading, writing
from gim_manager.store import history, runs, sessions
from gim_manager.store.connect import Database
from tests.language.clock import START
from tests.language.waiting import until

pytestmark = [pytest.mark.timeout(60), pytest.mark.usefixtures("real_workers")]


class Story:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.inbox: Inbox[Said | Gone] = Inbox()
        self.pool = Pool(self.inbox.put, ahead=0)
        self.told: list[Told] = []
        self.ended: Ended | None = None
        self.gone: Gone | None = None

    def start(self, job: Job, *, url: str | None = None) -> Run:
        with writing(self.database.manager) as connection:
            run = runs.request(connection, job=job, by="ada", host="desk", now=START)
            runs.claim(connection, run.id, server="s", token="t", now=START)
        self.worker = self.pool.start(
            Assignment(run_id=run.id, token="t", url=url or self.database.secret_url, job=job)
        )
        return run

    def hear(self) -> None:
        for event in self.inbox.take(0.05):
            if isinstance(event, Gone):
                self.gone = event
            elif isinstance(event.message, Ended):
                self.ended = event.message
            else:
                self.told.append(event.message)

    def until_gone(self, *, seconds: float = 20.0) -> Ended | None:
        def gone() -> bool:
            self.hear()
            return self.gone is not None

        until(gone, seconds=seconds)
        return self.ended

    def until_at_work(self) -> None:
        def at_work() -> bool:
            self.hear()
            return any(told.note for told in self.told)

        until(at_work, seconds=20)


@pytest.fixture
def story(database: Database) -> Iterator[Story]:
    story = Story(database)
    yield story
    story.pool.close(seconds=1)


def test_a_job_is_worked_to_its_end_and_leaves_its_mark_in_the_info_mart(story: Story) -> None:
    run = story.start(Job.TRANSFORM)
    ended = story.until_gone()
    assert ended is not None and ended.ending is Ending.COMPLETE
    assert story.gone is not None and story.gone.exit_code == 0
    with reading(story.database.info_mart) as connection:
        assert history.completed(connection, run.id)


def test_what_a_person_can_act_on_is_one_sentence(story: Story) -> None:
    story.start(Job.EXTRACT)
    ended = story.until_gone()
    assert ended is not None
    assert ended.ending is Ending.FAILED and ended.error is not None and "no data source" in ended.error


def test_a_bug_is_a_line_and_its_trace_stands_in_the_log(story: Story) -> None:
    with writing(story.database.info_mart) as connection:
        connection.exec_driver_sql("ALTER TABLE ctl_etl_history RENAME TO elsewhere")
    story.start(Job.TRANSFORM)
    ended = story.until_gone()
    assert ended is not None and ended.ending is Ending.FAILED and ended.error is not None
    assert "Traceback" not in ended.error
    lines = [line for told in story.told for line in told.lines]
    assert any(line.level == "ERROR" and "Traceback" in line.message for line in lines)


def test_a_database_that_cannot_be_reached_is_said(story: Story) -> None:
    story.start(Job.TRANSFORM, url="sqlite:////nowhere/at/all.sqlite")
    ended = story.until_gone()
    assert ended is not None and ended.error is not None and "no such file" in ended.error


def test_R26_a_stop_ends_it_at_a_safe_point(story: Story) -> None:
    story.start(Job.AGGREGATE)
    story.until_at_work()
    story.pool.send("t", StopNow())
    ended = story.until_gone(seconds=4)
    assert ended is not None and ended.ending is Ending.STOPPED


def test_it_beats_about_every_second_even_if_there_is_nothing_to_tell(story: Story) -> None:
    story.start(Job.AGGREGATE)
    story.until_at_work()
    known = len(story.told)

    def beaten() -> bool:
        story.hear()
        return len(story.told) >= known + 2

    until(beaten, seconds=6)


def test_R36_without_a_host_it_ends_itself_within_five_seconds(story: Story) -> None:
    story.start(Job.AGGREGATE)
    story.until_at_work()
    worker = story.worker
    worker.hang_up()
    until(lambda: processes.started(worker.pid) is None, seconds=6)


def test_R35_its_sessions_carry_its_token() -> None:
    assert sessions.application_name(7, "t") == "gim-manager run 7 t"
