"""`status` by the contract, key by key."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from gim_manager.domain.job import Job
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState, ServerStatus, SourceMark
from gim_manager.presenters.status_document import status_object

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = EtlStatus(
    at=NOON, zone="Europe/Prague", scheduling=True,
    server=ServerStatus(state=ServerState.RUNNING, id="desk-1", host="desk", since=NOON),
    next=(NextLaunch(job=Job.EXTRACT, time=NOON, reason="every 30 minutes"),),
    extract=(SourceMark(data_source="Berlin", table="g_call", max_time=NOON, lag_seconds=61),),
    transform_max_time=NOON, aggregate_running=True, aggregate_pending=7, partitions_ahead_days=30,
    seal=DaySeal(day=date(2026, 11, 22), since=NOON),
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
        "seal": {"day": "2026-11-22", "final": True, "since": noon, "missing": []},
        "partitions_ahead_days": 30,
        "holds": [],
    }
