"""What is wrong that no option says: the past, the disks, and channels that cannot be used; one list for every face."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gim_manager.domain.channel import channel_findings
from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.health import SECTION, Rule
from gim_manager.domain.outbox import ChannelState
from gim_manager.domain.world import World
from gim_manager.engine import health
from gim_manager.schema.engines import reading
from gim_manager.store import alarms, leases
from gim_manager.usecases.context import Context


def findings(context: Context, world: World | None = None, now: datetime | None = None) -> tuple[Finding, ...]:
    """All of it as of now, warnings every one (R28); `world` where it has just been read."""
    now = now or context.now()
    world = world or context.world(now)
    if world.condition is Condition.MIGRATION:
        return ()
    with reading(context.database.manager) as connection:
        lease = leases.current(connection)
        leader = next((server for server in leases.servers(connection) if server.id == lease.holder), None)
        raised, states = alarms.raised(connection), alarms.states(connection)
    # The disks are those of the server: where it is on another computer, what it has raised about them counts.
    here = leader is None or leader.host == context.actor.host
    found = [symptom.finding for symptom in health.found(context.database, world, now, disks=here)]
    if not here:
        found += [alarm.symptom.finding for alarm in raised if alarm.rule is Rule.DISK_LOW]
    return (*found, *channel_findings(world.options), *_undelivered(states))


def _undelivered(states: Iterable[ChannelState]) -> list[Finding]:
    """Channels that have refused what waits for them."""
    return [
        Finding(
            level=Level.WARNING, section=SECTION, option=state.channel.value,
            message=f"{state.waiting} message{'s' * (state.waiting != 1)} about alarms could not be delivered by "
            f"{state.channel} and will be tried again: {state.error}",
        )
        for state in states
        if state.waiting and state.error
    ]  # fmt: skip
