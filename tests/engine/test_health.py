"""The findings of health are made from real tables and real disks."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from gim_manager.domain.health import Rule, Symptom
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.retention import DAY
from gim_manager.domain.run import Status
from gim_manager.domain.timing import to_epoch
from gim_manager.engine import health
from gim_manager.jobs.partitions import STEP, keep_partitions
from gim_manager.schema.control import ctl_etl_history, ctl_extract_mark
from gim_manager.schema.engines import writing
from gim_manager.schema.facts import interaction_fact
from gim_manager.store import options, snapshot, sources
from gim_manager.store.connect import Database
from tests.language.mart import add
from tests.language.stored import NOON, stored
from tests.language.work import a_work

MINUTE = timedelta(minutes=1)


def found(database: Database, now=NOON) -> list[Symptom]:
    return list(health.found(database, snapshot.read(database, now), now))


def set_options(database: Database, **alarms: object) -> None:
    given = {("alarms", name.replace("_", "-")): str(value) for name, value in alarms.items()}
    with writing(database.manager) as connection:
        options.change(connection, given, by="ada", host=None, now=NOON)


def test_a_new_info_mart_is_well(database: Database) -> None:
    assert found(database) == []


def test_the_last_runs_tell_what_failed(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.FAILED, job=Job.EXPORT)
        stored(connection, Status.FAILED, job=Job.EXTRACT)
        stored(connection, Status.COMPLETE, job=Job.EXTRACT)
    (symptom,) = found(database)
    assert (symptom.rule, symptom.subject) == (Rule.JOB_FAILED, "Job_ExportGIM")


def test_a_running_job_is_measured_by_its_own_past(database: Database) -> None:
    with writing(database.manager) as connection:
        for _ in range(6):
            stored(connection, Status.COMPLETE, job=Job.EXPORT)
        stored(connection, Status.RUNNING, job=Job.EXPORT)
    assert found(database, NOON + MINUTE) == []
    assert [symptom.rule for symptom in found(database, NOON + 2 * MINUTE)] == [Rule.LONG_RUN]


@pytest.mark.parametrize(("seconds", "late"), [(900, False), (901, True)])
def test_X05_a_source_is_late_by_what_it_had_told_when_it_was_read(
    database: Database, tmp_path: Path, seconds: int, late: bool
) -> None:
    gone = tmp_path / "password"
    gone.touch(mode=0o600)
    with writing(database.manager) as connection:
        sources.add(
            connection, name="Berlin", url="postgresql://idb.example/idb", roles={Role.ICON_CORE}, now=NOON,
            secret_file=str(gone),
        )  # fmt: skip
        stored(connection, Status.COMPLETE, job=Job.EXTRACT, end_time=(to_epoch(NOON) + 60) * 1_000_000)
    gone.unlink()
    with writing(database.info_mart) as connection:
        told = to_epoch(NOON) + 60 - seconds
        connection.execute(
            insert(ctl_extract_mark).values(
                data_source_key=1, table_name="g_call", last_seq=1, max_ts=told, update_audit_key=1
            )
        )
    symptoms = found(database, NOON + timedelta(hours=9))
    assert [(symptom.rule, symptom.subject) for symptom in symptoms] == [(Rule.SOURCE_DELAYED, "Berlin")] * late


def test_the_disk_of_the_file_is_measured_where_there_is_one(database: Database) -> None:
    set_options(database, disk_free_megabytes=1_000_000_000)
    said = [symptom.message for symptom in found(database) if symptom.rule is Rule.DISK_LOW]
    assert len(said) == database.is_local
    if database.file:
        assert f"The disk of {database.file.parent} (the Info Mart) has " in said[0]


def test_the_disk_of_the_exports_is_measured_while_they_are_made(database: Database, tmp_path: Path) -> None:
    with writing(database.manager) as connection:
        wanted = {("schedule", "run-export"): "true", ("gim-export", "output-directory"): str(tmp_path / "not" / "yet")}
        options.change(connection, wanted, by="ada", host=None, now=NOON)
    set_options(database, disk_free_megabytes=1_000_000_000)
    (message,) = [symptom.message for symptom in found(database) if symptom.rule is Rule.DISK_LOW]
    assert ("the Info Mart, exports" if database.is_local else f"{tmp_path} (exports)") in message


def test_M02_rows_without_a_partition_and_partitions_that_run_out_are_found(database: Database) -> None:
    work = a_work(database.info_mart, job=Job.INITIALIZE, now=NOON)
    with work.report.step(STEP) as step:
        keep_partitions(work, step)
    far = to_epoch(NOON) + 4_000 * DAY
    add(database.info_mart, interaction_fact, {"interaction_id": 1, "start_date_time_key": far})
    add(database.info_mart, ctl_etl_history, {"job_id": "1"})
    said = [(symptom.rule, symptom.subject) for symptom in found(database, NOON + timedelta(days=12))]
    if database.is_local:
        assert said == []
    else:
        assert said == [(Rule.PARTITIONS_LOW, ""), (Rule.PARTITION_MISSING, "interaction_fact")]
