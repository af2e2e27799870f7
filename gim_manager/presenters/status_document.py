"""`status` as a JSON document by the contract, for the command line and for whoever asks a server by HTTP."""

from __future__ import annotations

from datetime import datetime, tzinfo

from gim_manager.domain.hold import Hold
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus, NextLaunch

_LENGTH = len("2026-11-23T06:30:04+01:00")


def stamp(instant: datetime | None, zone: tzinfo) -> str | None:
    """`YYYY-MM-DDTHH:MM:SS±HH:MM` in the zone of the schedule; None stays None."""
    # Zones of history had offsets with seconds; the contract's form has none.
    return None if instant is None else instant.astimezone(zone).isoformat(timespec="seconds")[:_LENGTH]


def status_object(status: EtlStatus, zone: tzinfo) -> dict[str, object]:
    """The document: absent values are null, never missing."""
    server = status.server
    return {
        "server": {
            "state": server.state.value,
            "id": server.id,
            "host": server.host,
            "since": stamp(server.since, zone),
        },
        "scheduler": {
            "running": status.scheduling,
            "next": [launch_object(launch, zone) for launch in status.next],
        },
        "extract": [
            {
                "data_source": mark.data_source, "table": mark.table, "max_time": stamp(mark.max_time, zone),
                "lag_seconds": mark.lag_seconds,
            }
            for mark in status.extract
        ],
        "transform": {"max_time": stamp(status.transform_max_time, zone)},
        "aggregate": {"running": status.aggregate_running, "pending": status.aggregate_pending},
        "seal": seal_object(status.seal, zone) if status.seal else None,
        "partitions_ahead_days": status.partitions_ahead_days,
        "holds": [hold_object(status.hold, status.hold_waits_for, zone)] if status.hold else [],
    }  # fmt: skip


def seal_object(seal: DaySeal, zone: tzinfo) -> dict[str, object]:
    """The document of one day."""
    return {
        "day": seal.day.isoformat(),
        "final": seal.is_final,
        "since": stamp(seal.since, zone),
        "missing": list(seal.missing),
    }


def launch_object(launch: NextLaunch, zone: tzinfo) -> dict[str, object]:
    """A launch that is expected."""
    return {"job": launch.job.value, "time": stamp(launch.time, zone), "reason": launch.reason}


def hold_object(held: Hold, waits_for: str | None, zone: tzinfo) -> dict[str, object]:
    """The hold in force."""
    return {
        "owner": held.owner,
        "since": stamp(held.since, zone),
        "expires": stamp(held.expires, zone),
        "state": held.state.value,
        "waits_for": waits_for,
    }
