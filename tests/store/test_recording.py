"""The flight recorder's file: what is in it, what is not, and that nothing of it can be changed."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from gim_manager import __version__
from gim_manager.domain.errors import Abandoned, BadUrl, GimError, NotAnInfoMart, OtherRecording
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.schema.control import ctl_ds, ctl_etl_history
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_option, mgr_run, mgr_source, mgr_step
from gim_manager.store import leases, options, recording, sources
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database, connect, open_database
from gim_manager.store.recording import recorded_at
from tests.language.facts import whole_row
from tests.language.stored import NOON, stored

DAY = timedelta(days=1)
NAMED = ("m.keller", "desk-of-ada", "ada", "eu-idb1", "warehouse", "hunter2", "hooks.example")


def _filled(database: Database) -> None:
    """Two runs, one of them too old, with the names of persons, computers and sources all over."""
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, at=NOON - 9 * DAY)
        run = stored(
            connection, Status.STOPPED, job=Job.TRANSFORM, stopped_by="m.keller", requested_host="desk-of-ada",
            reason="m.keller saw that postgresql://gim:hunter2@warehouse/x is gone", server="desk-of-ada:1:x",
        )  # fmt: skip
        step = {"run_id": run.id, "number": 1, "name": "eu-idb1: G_CALL", "status": "Complete"}
        connection.execute(insert(mgr_step).values(step))
        changes = {("schedule", "etl-frequency"): "20", ("alarms", "webhook-url"): "https://hooks.example/hunter2"}
        options.change(connection, changes, by="m.keller", host="desk-of-ada", now=NOON)
        sources.add(connection, name="eu-idb1", url="postgresql://gim:hunter2@warehouse/idb", roles={Role.ICON_CORE},
                    now=NOON)  # fmt: skip
        leases.beat(
            connection, server="desk-of-ada:1:x", host="desk-of-ada", pid=1, version="1", standing=Standing.RUNNING
        )
    with writing(database.info_mart) as connection:
        ds = {"data_source_key": 1, "data_source_name": "eu-idb1", "data_source_type": 1, "created_ts": 0}
        connection.execute(insert(ctl_ds).values(ds))
        done = whole_row(ctl_etl_history, job_id="0", job_name="Job_InitializeGIM", status="COMPLETE")
        connection.execute(insert(ctl_etl_history).values(done))


def _record(database: Database, file: Path) -> Database:
    with reading(database.manager) as connection:
        now = database_now(connection)
    recording.record(database, file, since=NOON - DAY, now=now, progress=lambda _done, _words: None)
    return open_database(f"sqlite:///{file.as_posix()}")


@pytest.fixture
def recorded(database: Database, tmp_path: Path) -> Database:
    _filled(database)
    return _record(database, tmp_path / "night.gimrec")


def test_nobody_is_named_in_the_file(recorded: Database) -> None:
    assert recorded.file is not None
    written = recorded.file.read_bytes()
    found = [name for name in NAMED if name.encode() in written]
    assert not found


def test_runs_of_the_time_are_there_with_their_steps_under_pseudonyms(recorded: Database) -> None:
    with reading(recorded.manager) as connection:
        row = connection.execute(select(mgr_run)).one()
        assert connection.scalar(select(mgr_step.c.name)) == "source-1: G_CALL"
    assert (row.job, row.requested_by[:7], row.stopped_by[:7]) == ("Job_TransformGIM", "person-", "person-")
    assert row.reason == f"{row.stopped_by} saw that (address) is gone"
    assert (row.requested_host, row.server, row.token) == ("computer-1", "server-1", None)


def test_options_stay_as_far_as_they_name_nobody(recorded: Database) -> None:
    with reading(recorded.manager) as connection:
        found = {row.name: row.value for row in connection.execute(select(mgr_option))}
        url = connection.scalar(select(mgr_source.c.url))
    assert found == {"etl-frequency": "20", "webhook-url": "(left out)"}
    assert url == "postgresql://recorded/source-1"


def test_its_present_is_the_moment_of_it(recorded: Database) -> None:
    with reading(recorded.manager) as connection:
        assert database_now(connection) == recorded_at(recorded)
        assert [server.id for server in leases.servers(connection)] == ["server-1"]


def test_nothing_can_be_written(recorded: Database) -> None:
    assert recorded.is_recording
    with pytest.raises(GimError), writing(recorded.manager) as connection:
        connection.execute(text("DELETE FROM mgr_run"))


def test_what_is_given_up_leaves_no_file(database: Database, tmp_path: Path) -> None:
    def give_up(done: float, _words: str) -> None:
        if done > 0.5:
            raise Abandoned

    with pytest.raises(Abandoned):
        recording.record(database, tmp_path / "x.gimrec", since=NOON, now=NOON, progress=give_up)
    assert not list(tmp_path.glob("x.gimrec*"))


def test_a_recording_of_another_schema_names_the_version_that_shows_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "night.gimrec"
    recording.ensure_shown(_record(sqlite_database, file))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE mgr_schema_version SET version_num = '0001'")
    with pytest.raises(OtherRecording, match=f"was recorded by version {__version__}"):
        recording.ensure_shown(open_database(f"sqlite:///{file}"))


def test_a_file_that_is_no_recording_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    file = tmp_path / "night.gimrec"
    with pytest.raises(BadUrl, match="recordings, which are only read"):
        connect(f"sqlite:///{file}", must_exist=False)
    _record(sqlite_database, file)
    with sqlite3.connect(file) as connection:
        connection.execute("DELETE FROM ctl_mark")
    with pytest.raises(NotAnInfoMart):
        recorded_at(open_database(f"sqlite:///{file}"))
