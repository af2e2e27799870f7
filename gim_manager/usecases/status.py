"""The state of the whole: who leads, what runs and waits, what comes next, how far the data have come."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decide import next_launches
from gim_manager.domain.holding import awaited, hold_ending
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.status import EtlStatus, ServerState, ServerStatus, SwitchedOff
from gim_manager.domain.verify import verify
from gim_manager.domain.world import World
from gim_manager.schema.engines import reading
from gim_manager.store import audit, history, leases, older, one_by_one, options
from gim_manager.store.leases import Lease, Server
from gim_manager.store.versions import ensure_not_newer
from gim_manager.usecases import health, seal
from gim_manager.usecases.context import Context

_OF_CONDITION = {
    Condition.UNINITIALIZED: ServerState.UNINITIALIZED,
    Condition.MIGRATION: ServerState.MIGRATION,
}

OLDER_SCHEMA = "The schema is older than this program. Bring it up to date with: gim-manager migrate"
REPAIRS_SHOWN = timedelta(days=1)
"""How long what a server found wrong and put right is told of (R38)."""


def read(context: Context) -> EtlStatus:
    """Everything on the ETL status panel, as of now; of an older schema what its every version tells (R29)."""
    now = context.now()
    if ensure_not_newer(context.database).manager_is_older:
        return _of_older(context, now)
    world = context.world(now)
    findings = (*verify(world.options), *world.findings)
    if hold_ending(world, now):
        world = replace(world, hold=None)
    with reading(context.database.manager) as connection:
        alive, lease = leases.servers(connection), leases.current(connection)
        switched = options.history(connection, "schedule", "run-scheduler")[:1]
        procedure = one_by_one.in_force(connection)
        repairs = audit.repairs(connection, now - REPAIRS_SHOWN)
    return EtlStatus(
        at=now, zone=world.options.text("schedule", "timezone"), server=_server(world, alive, lease, findings),
        scheduling=(scheduling := world.options.flag("schedule", "run-scheduler")),
        switched_off=None if scheduling else next((SwitchedOff(at=one.at, by=one.by) for one in switched), None),
        hold=world.hold, hold_waits_for=awaited(world, world.hold) if world.hold else None,
        one_by_one=procedure,
        running=tuple(run for run in world.runs if run.is_active),
        waiting=tuple(run for run in world.runs if run.status is Status.SCHEDULED),
        next=next_launches(world, now) if alive else (),
        aggregate_running=world.active(Job.AGGREGATE) is not None, **_data(context, world, now),
        errors=tuple(finding for finding in findings if finding.level is Level.ERROR),
        warnings=(
            *(
                finding.message
                for finding in (*findings, *health.findings(context, world, now))
                if finding.level is Level.WARNING
            ),
            *(repair.reason or "" for repair in repairs),
        ),
    )  # fmt: skip


def _data(context: Context, world: World, now: datetime) -> dict[str, Any]:
    """How far the data have come; nothing is asked of the tables of an older Info Mart."""
    if world.condition is Condition.MIGRATION:
        return {"schema_is_older": True}
    day = seal.latest(context.database, world.options, world.runs, now)
    with reading(context.database.info_mart) as connection:
        return {
            "extract": history.extract_marks(connection, now),
            "transform_max_time": history.transformed_to(connection),
            "aggregated_to": history.aggregated_to(connection),
            "seal": day,
            "aggregate_pending": history.pending_aggregation(connection),
            "partitions_ahead_days": None if context.database.is_local else _partitions_ahead(connection, now),
        }


def _partitions_ahead(connection: Any, now: datetime) -> int | None:
    # Loaded where it is asked: it brings every table with it, and on SQLite nobody asks.
    from gim_manager.jobs.partition_list import days_ahead

    return days_ahead(connection, now)


def _of_older(context: Context, now: datetime) -> EtlStatus:
    with reading(context.database.manager) as connection:
        alive, set_options = older.servers(connection), options.load(connection)
    shown = next(iter(alive), None)
    server = ServerStatus(state=ServerState.NONE)
    if shown:
        server = ServerStatus(
            state=ServerState.MIGRATION, id=shown.id, host=shown.host, since=shown.since, heard_at=shown.heartbeat_at
        )
    return EtlStatus(
        at=now, zone=set_options.text("schedule", "timezone"), server=server,
        scheduling=set_options.flag("schedule", "run-scheduler"), schema_is_older=True, warnings=(OLDER_SCHEMA,),
    )  # fmt: skip


def _server(world: World, alive: tuple[Server, ...], lease: Lease, findings: tuple[Finding, ...]) -> ServerStatus:
    leader = next((server for server in alive if server.id == lease.holder), None)
    shown = leader or next(iter(alive), None)
    if shown is None:
        return ServerStatus(state=ServerState.NONE, epoch=lease.epoch)
    return ServerStatus(
        state=_state(world, leader is not None, findings), id=shown.id, host=shown.host,
        since=shown.since, epoch=lease.epoch, heard_at=shown.heartbeat_at,
        standbys=tuple(server.id for server in alive if server is not leader),
    )  # fmt: skip


def _state(world: World, leads: bool, findings: tuple[Finding, ...]) -> ServerState:
    if world.condition in _OF_CONDITION:
        return _OF_CONDITION[world.condition]
    if not leads:
        return ServerState.STANDBY
    if any(finding.level is Level.ERROR for finding in findings):
        return ServerState.CONFIG_ERROR
    if world.hold or not world.options.flag("schedule", "run-scheduler"):
        return ServerState.PAUSED
    return ServerState.RUNNING
