"""A small language that writes what the aggregation reads: a calendar, dimensions, facts and their announcements."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, DateTime, Engine, String, Table, Text, delete, func, insert, select

from gim_manager.domain.calendar import Calendar, Filling, Row, beyond
from gim_manager.domain.calendar_year import Year
from gim_manager.domain.timing import LocalClock, from_epoch
from gim_manager.jobs.load import load
from gim_manager.schema import facts as tables
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import agr_notification, ctl_mark
from gim_manager.schema.dimensions import (
    interaction_resource_state,
    media_type,
    resource_,
    resource_group_combination,
    resource_state,
    technical_descriptor,
)
from gim_manager.schema.engines import writing
from tests.language.fact_kinds import (
    AGENTS,
    EMAIL,
    GROUPS,
    LEG_STATES,
    PORT,
    QUEUES,
    RESULTS,
    ROLES,
    STATES,
    VOICE,
    Fact,
    Interaction,
    Leg,
    Reason,
    State,
    Stay,
    descriptor,
    slot_of,
)

TABLES: dict[type[Fact], Table] = {
    Interaction: tables.interaction_fact, Leg: tables.interaction_resource_fact, Stay: tables.mediation_segment_fact,
    State: tables.sm_res_state_fact, Reason: tables.sm_res_state_reason_fact,
}  # fmt: skip
STATES_OF_LEGS = tables.ixn_resource_state_fact


def at(text: str, zone: str = "GMT") -> int:
    """The UTC second of a wall time such as `2026-03-29 01:30`; the first of two."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def a_day(start: int) -> list[Fact]:
    """A call with its queue and its agent, and the agent's state."""
    leg = Leg(start=start + 30, ring=4, talk=60)
    return [leg, Stay(start=start, seconds=30, target=leg), State(start=start)]


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
    """Writes facts, a leg with its states, and announces nothing."""
    for fact in written:
        table = TABLES[type(fact)]
        _put(connection, table, next(iter(table.primary_key.columns)) == fact.key, [fact.row()])
        if isinstance(fact, Leg):
            own = STATES_OF_LEGS.c.interaction_resource_id == fact.key
            _put(connection, STATES_OF_LEGS, own, fact.state_rows())


def _put(connection: Connection, table: Table, old: ColumnElement[bool], rows: list[dict[str, Any]]) -> None:
    connection.execute(delete(table).where(old))
    for row in rows:
        known = {name: value for name, value in row.items() if name in table.c}
        connection.execute(insert(table).values(whole_row(table, **known)))


def slots_of(written: Iterable[Fact]) -> Iterator[tuple[str, int, int]]:
    """What the transformation would announce of each fact: its table, its first slot and its last; of a leg also those
    of its states, and with a part of an interaction the slot of the whole."""
    for fact in written:
        yield str(TABLES[type(fact)].name), slot_of(fact.start), slot_of(fact.end)
        if isinstance(fact, Leg):
            for _, begin, end in fact.states:
                yield str(STATES_OF_LEGS.name), slot_of(begin), slot_of(end)
        if isinstance(fact, Leg | Stay) and fact.interaction:
            whole = slot_of(fact.interaction.start)
            yield str(tables.interaction_fact.name), whole, whole


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


def write_dimensions(engine: Engine) -> None:
    """Agents, queues, one port, and every group, descriptor and state that facts name."""
    kinds = [*((key, "AGENT") for key in AGENTS), *((key, "QUEUE") for key in QUEUES), (PORT, "IVRPORT")]
    rows: dict[Table, list[dict[str, Any]]] = {
        resource_: [{"resource_key": key, "resource_type_code": kind, "resource_cfg_dbid": key} for key, kind in kinds],
        technical_descriptor: [
            {
                "technical_descriptor_key": descriptor(*two),
                "technical_result_code": two[0],
                "resource_role_code": two[1],
            }
            for two in product(RESULTS, ROLES)
        ],
        media_type: [{"media_type_key": key, "is_online": online} for key, online in ((VOICE, 1), (EMAIL, 0))],
        resource_state: [{"resource_state_key": key, "state_name_code": name} for key, name in enumerate(STATES)],
        interaction_resource_state: [
            {"interaction_resource_state_key": key, "state_name_code": name} for key, name in enumerate(LEG_STATES)
        ],
        resource_group_combination: [
            {"group_combination_key": key, "group_key": group} for key, groups in GROUPS.items() for group in groups
        ],
    }
    with writing(engine) as connection:
        for table, filled in rows.items():
            connection.execute(insert(table), [whole_row(table, **row) for row in filled])


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
