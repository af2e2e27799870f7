"""`status` by the contract, key by key."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gim_manager.cli.status import status_object
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState, ServerStatus, SourceMark
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = EtlStatus(
    at=NOON, zone="Europe/Prague", scheduling=True,
    server=ServerStatus(state=ServerState.RUNNING, id="desk-1", host="desk", since=NOON),
    next=(NextLaunch(job=Job.EXTRACT, time=NOON, reason="every 30 minutes"),),
    extract=(SourceMark(data_source="Berlin", table="g_call", max_time=NOON, lag_seconds=61),),
    transform_max_time=NOON, aggregate_running=True, aggregate_pending=7, partitions_ahead_days=30,
)  # fmt: skip


def test_every_key_is_there_with_its_value() -> None:
    noon = "2026-11-23T13:00:00+01:00"
    assert status_object(FULL, ZoneInfo("Europe/Prague")) == {
        "server": {"state": "running", "id": "desk-1", "host": "desk", "since": noon},
        "scheduler": {
            "running": True,
            "next": [{"job": "Job_ExtractICON", "time": noon, "reason": "every 30 minutes"}],
        },
        "extract": [{"data_source": "Berlin", "table": "g_call", "max_time": noon, "lag_seconds": 61}],
        "transform": {"max_time": noon},
        "aggregate": {"running": True, "pending": 7},
        "partitions_ahead_days": 30,
        "holds": [],
    }


def test_without_a_server_absent_values_are_null(gim: CommandLine) -> None:
    assert gim.json("status") == {
        "server": {"state": "none", "id": None, "host": None, "since": None},
        "scheduler": {"running": False, "next": []},
        "extract": [], "transform": {"max_time": None}, "aggregate": {"running": False, "pending": 0},
        "partitions_ahead_days": None, "holds": [],
    }  # fmt: skip


def test_a_server_that_is_heard_of_is_told(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        leases.beat(connection, server="desk-1", host="desk", pid=1, version="0", standing=Standing.STANDBY)
    server = gim.json("status")["server"]
    assert (server["state"], server["id"], server["host"]) == ("standby", "desk-1", "desk")
    assert "Server        standby on desk\n" in gim("status").out


def test_for_a_person_it_says_what_happens_and_what_does_not(gim: CommandLine) -> None:
    told = gim("status").out
    assert "Schedule      suspended (run-scheduler is false), zone GMT\n" in told
    assert "Running now   nothing\n" in told
    assert "Transformed   nothing yet\n" in told
