"""A small language that writes what the aggregation reads: a calendar, dimensions, facts and their announcements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, DateTime, Engine, String, Table, Text, delete, func, insert, select

from gim_manager.domain.calendar import Calendar, Filling, Row, beyond
from gim_manager.domain.calendar_year import Year
from gim_manager.domain.timing import LocalClock, from_epoch
from gim_manager.jobs.load import load
from gim_manager.schema import facts as tables
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import agr_notification, ctl_mark
from gim_manager.schema.dimensions import media_type, resource_, resource_state, technical_descriptor
from gim_manager.schema.engines import writing

SLOT = 900
AGENTS, QUEUES, PORT = (1, 2, 3), (101, 102), 201
LEFT = ("ABANDONED", "CUSTOMERABANDONED")
RESULTS = ("DIVERTED", *LEFT, "CLEARED", "COMPLETED", "REDIRECTED", "TRANSFERRED", "INCOMPLETE")
ROLES = ("RECEIVED", "INITIATED", "RECEIVEDCONSULT", "INITIATEDCONSULT", "RECEIVEDTRANSFER", "INCONFERENCE")
STATES = ("READY", "NOTREADY", "BUSY", "ACW", "LOGGEDONONLY", "UNKNOWN")
VOICE, EMAIL = 1, 2
_keys = count(1)


@dataclass(frozen=True, kw_only=True)
class Leg:
    """A row of INTERACTION_RESOURCE_FACT; seconds of each state, None where the state was not entered."""

    resource: int = AGENTS[0]
    start: int
    ring: int | None = 3
    talk: int | None = 60
    hold: int | None = None
    wrap: int | None = None
    result: str = "COMPLETED"
    role: str = "RECEIVED"
    customer: bool = True
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When it left the call."""
        return self.start + (self.ring or 0) + (self.talk or 0) + (self.hold or 0)

    def row(self) -> dict[str, Any]:
        """Its columns."""
        entered = {"ring": self.ring, "talk": self.talk, "hold": self.hold, "after_call_work": self.wrap}
        names = {"ring": "ring", "talk": "talk", "hold": "hold", "after_call_work": "acw"}
        measured = {name: value for name, value in entered.items() if value is not None}
        if self.customer:
            measured |= {f"customer_{names[name]}": value for name, value in measured.items()}
        counts = {f"{name}_count": 1 for name in measured}
        seconds = {f"{name}_duration": value for name, value in measured.items()}
        return {
            "interaction_resource_id": self.key, "natural_id": f"leg {self.key}", "resource_key": self.resource,
            "technical_descriptor_key": descriptor(self.result, self.role), **counts, **seconds, **_times(self),
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A row of MEDIATION_SEGMENT_FACT."""

    resource: int = QUEUES[0]
    start: int
    seconds: int = 20
    result: str = "DIVERTED"
    target: Leg | None = None
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When it was left."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "mediation_segment_id": self.key, "mediation_guid": f"stay {self.key}", "resource_key": self.resource,
            "technical_descriptor_key": descriptor(self.result, "RECEIVED"), "mediation_duration": self.seconds,
            "target_ixn_resource_id": self.target.key if self.target else None,
            "target_ixn_resource_sdt_key": slot_of(self.target.start) if self.target else None, **_times(self),
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class State:
    """A row of SM_RES_STATE_FACT."""

    resource: int = AGENTS[0]
    start: int
    seconds: int = 600
    state: str = "READY"
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When another state followed."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "sm_res_state_fact_key": self.key, "natural_id": f"state {self.key}", "resource_key": self.resource,
            "resource_state_key": STATES.index(self.state), "total_duration": self.seconds, **_times(self),
        }  # fmt: skip


Fact = Leg | Stay | State
TABLES: dict[type[Fact], Table] = {
    Leg: tables.interaction_resource_fact, Stay: tables.mediation_segment_fact, State: tables.sm_res_state_fact,
}  # fmt: skip


def descriptor(result: str, role: str) -> int:
    """The TECHNICAL_DESCRIPTOR_KEY of a result in a role."""
    return RESULTS.index(result) * len(ROLES) + ROLES.index(role)


def slot_of(moment: int) -> int:
    """The quarter hour of a moment."""
    return moment - moment % SLOT


def at(text: str, zone: str = "GMT") -> int:
    """The UTC second of a wall time such as `2026-03-29 01:30`; the first of two."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def purged(fact: Fact) -> Fact:
    """The same fact, after it no longer results from anything."""
    return replace(fact, purged=True)


def write(engine: Engine, *written: Fact, announced: bool = True) -> None:
    """Writes facts, in the place of those of the same key, and announces their slots (T12), in one transaction."""
    with writing(engine) as connection:
        add(connection, written)
        if announced:
            announce(connection, *slots_of(written))


def add(connection: Connection, written: Iterable[Fact]) -> None:
    """Writes facts and announces nothing."""
    for fact in written:
        table = TABLES[type(fact)]
        row = whole_row(table, **fact.row())
        identifier = next(iter(table.primary_key.columns))
        connection.execute(delete(table).where(identifier == fact.key))
        connection.execute(insert(table).values(row))


def slots_of(written: Iterable[Fact]) -> Iterator[tuple[str, int, int]]:
    """What the transformation would announce of each fact: its table, its first slot and its last."""
    for fact in written:
        yield TABLES[type(fact)].name, slot_of(fact.start), slot_of(fact.end)


def announce(connection: Connection, *ranges: tuple[str, int, int], first_key: int | None = None) -> None:
    """Rows of AGR_NOTIFICATION: table, first and last slot; `first_key` where another numbers them meanwhile."""
    highest = connection.scalar(select(func.max(agr_notification.c.notification_key))) or 0
    for key, (name, first, last) in enumerate(ranges, start=first_key or highest + 1):
        connection.execute(
            insert(agr_notification).values(
                notification_key=key, fact_name=name, start_date_time_key=first, end_date_time_key=last,
                create_audit_key=1, created_ts=0,
            )
        )  # fmt: skip


def whole_row(table: Table, **known: Any) -> dict[str, Any]:
    """A row with a value for every mandatory column: what is known, else nothing in particular."""
    return {**{column.name: _nothing(column) for column in table.columns if _is_wanted(column)}, **known}


def _is_wanted(column: Any) -> bool:
    return not column.nullable and column.server_default is None


def _nothing(column: Any) -> Any:
    if isinstance(column.type, (String, Text)):
        return ""
    return datetime(2026, 1, 1) if isinstance(column.type, DateTime) else 0  # noqa: DTZ001


def _times(fact: Fact) -> dict[str, Any]:
    return {
        "start_ts": fact.start, "end_ts": fact.end, "start_date_time_key": slot_of(fact.start),
        "end_date_time_key": slot_of(fact.end), "tenant_key": 1, "media_type_key": fact.media,
        "resource_group_combination_key": fact.group, "active_flag": int(fact.active), "purge_flag": int(fact.purged),
    }  # fmt: skip


def write_dimensions(engine: Engine) -> None:
    """Agents, queues, one port, and every descriptor and state that facts name."""
    kinds = [*((key, "AGENT") for key in AGENTS), *((key, "QUEUE") for key in QUEUES), (PORT, "IVRPORT")]
    with writing(engine) as connection:
        for key, kind in kinds:
            row = whole_row(resource_, resource_key=key, resource_type_code=kind, resource_cfg_dbid=key)
            connection.execute(insert(resource_).values(row))
        for result in RESULTS:
            for role in ROLES:
                named = {"technical_result_code": result, "resource_role_code": role}
                row = whole_row(technical_descriptor, technical_descriptor_key=descriptor(result, role), **named)
                connection.execute(insert(technical_descriptor).values(row))
        for key, is_online in ((VOICE, 1), (EMAIL, 0)):
            connection.execute(
                insert(media_type).values(whole_row(media_type, media_type_key=key, is_online=is_online))
            )
        for key, state in enumerate(STATES):
            row = whole_row(resource_state, resource_state_key=key, state_name_code=state)
            connection.execute(insert(resource_state).values(row))


def write_calendar(engine: Engine, zone: str = "GMT", *, around: Iterable[int] = (), days: int = 2) -> None:
    """Fills DATE_TIME anew with the days around these moments, by default with the first half of June 2026; what
    lies between them is left out, it would only take time."""
    chosen = tuple(around) or (at("2026-06-08 12:00"),)
    audited = {"create_audit_key": 1, "update_audit_key": 1}
    rows = _days(zone, chosen, days if around else 7)
    with writing(engine) as connection:
        connection.execute(delete(date_time))
        connection.execute(delete(ctl_mark).where(ctl_mark.c.name == "calendar date_time"))
        load(connection, date_time, date_time.columns.keys(), (row | audited for row in (beyond(FOREVER), *rows)))
        filled = insert(ctl_mark).values(name="calendar date_time", value=0, value2=zone, update_audit_key=1)
        connection.execute(filled)


@cache
def _days(zone: str, around: tuple[int, ...], days: int) -> tuple[Row, ...]:
    clock = LocalClock(zone=ZoneInfo(zone))
    reach = range(-days, days + 1)
    wanted = {clock.local_date(from_epoch(moment)) + timedelta(days=number) for moment in around for number in reach}
    filling = Filling(Calendar(clock=clock, year=Year()))
    return tuple(row for day in sorted(wanted) for row in filling.day(day))
