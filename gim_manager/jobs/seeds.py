"""The rows that an Info Mart has before any data: what is unknown, what is none, and the dimensions that never
change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, insert, select, tuple_

from gim_manager.domain.icon import MEDIA_VOICE
from gim_manager.schema import control, dimensions
from gim_manager.schema.columns import FOREVER, NONE_KEY, UNKNOWN_KEY

Row = dict[str, object]

DIMENSIONS: tuple[Table, ...] = (
    dimensions.tenant, dimensions.media_type, dimensions.interaction_type, dimensions.technical_descriptor,
    dimensions.resource_, dimensions.place, dimensions.group_, dimensions.skill, dimensions.resource_group_combination,
    dimensions.resource_state, dimensions.resource_state_reason, dimensions.interaction_resource_state,
    dimensions.interaction_descriptor, dimensions.user_data_cust_dim_1, dimensions.routing_target,
)  # fmt: skip
"""Each has the rows -1, unknown, and -2, none."""

_WORDS = {UNKNOWN_KEY: "Unknown", NONE_KEY: "None"}


def _named(table: Table, number: int, **names: str) -> Row:
    """A row whose columns come in pairs, a name and its code in capitals."""
    row: Row = {next(iter(table.primary_key.columns)).name: number}
    for column, name in names.items():
        row |= {column: name, f"{column}_code": name.upper()}
    return row


def _media() -> list[Row]:
    names = {MEDIA_VOICE: ("Voice", 1), 2: ("Email", 0), 3: ("Chat", 1)}
    return [
        _named(dimensions.media_type, number, media_name=name) | {"is_online": is_online}
        for number, (name, is_online) in names.items()
    ]


def _interactions() -> list[Row]:
    kinds = [("Inbound", "InboundNew"), ("Outbound", "OutboundNew"), ("Internal", "Internal")]
    return [
        _named(dimensions.interaction_type, number, interaction_type=kind, interaction_subtype=subtype) | {"ignore": 0}
        for number, (kind, subtype) in enumerate(kinds, 1)
    ]


def _resource_states() -> list[Row]:
    names = ["Ready", "NotReady", "Busy", "AfterCallWork", "LoggedOnOnly"]
    codes = {"AfterCallWork": "ACW", "LoggedOnOnly": "LOGGEDON"}
    made = [
        _named(dimensions.resource_state, number, state_type=name, state_name=name)
        for number, name in enumerate(names, 1)
    ]
    for row in made:
        code = codes.get(str(row["state_name"]), row["state_name_code"])
        row.update(state_type_code=code, state_name_code=code)
    return made


def _interaction_states() -> list[Row]:
    table = dimensions.interaction_resource_state
    return [
        _named(table, number, state_name=name, state_role="None", state_descriptor="None")
        for number, name in enumerate(["Dial", "Ring", "Talk", "Hold", "Wrap"], 1)
    ]


def _special(table: Table, number: int) -> Row:
    left_out = ("create_audit_key", "update_audit_key")
    return {column.name: _filled(column, number) for column in table.columns if column.name not in left_out}


def _filled(column: Column[object], number: int) -> object:
    if column.nullable:
        return None
    word = _WORDS[number]
    if not issubclass(column.type.python_type, int):
        return word.upper() if column.name.endswith("_code") else word
    if column.name in ("start_ts", "end_ts"):
        return 0 if column.name == "start_ts" else FOREVER
    return number if column.primary_key or column.name.endswith(("_key", "_dbid", "_type_id")) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """The default rows of one table."""

    table: Table
    rows: tuple[Row, ...]


FIXED: dict[Table, list[Row]] = {
    dimensions.media_type: _media(),
    dimensions.interaction_type: _interactions(),
    dimensions.resource_state: _resource_states(),
    dimensions.interaction_resource_state: _interaction_states(),
}
"""The dimensions whose rows are known beforehand; those of the others come with the data."""

SEEDS: tuple[Seed, ...] = (
    Seed(table=control.ctl_processing_status, rows=({"processing_status_key": 1, "processing_status": "COMPLETE"},)),
    *(
        Seed(
            table=table,
            rows=(_special(table, UNKNOWN_KEY), _special(table, NONE_KEY), *FIXED.get(table, ())),
        )
        for table in DIMENSIONS
    ),
)


def missing(connection: Connection, seed: Seed) -> list[Row]:
    """The default rows that the table lacks."""
    keys = list(seed.table.primary_key.columns)
    wanted = {tuple(row[key.name] for key in keys): row for row in seed.rows}
    held = connection.execute(select(*keys).where(tuple_(*keys).in_(list(wanted)))).all()
    return [row for key, row in wanted.items() if key not in {tuple(one) for one in held}]


def sow(connection: Connection, seed: Seed, audit_key: int) -> int:
    """Inserts what the table lacks; how many rows."""
    audited = "create_audit_key" in seed.table.c
    keys = {"create_audit_key": audit_key, "update_audit_key": audit_key} if audited else {}
    rows = missing(connection, seed)
    for row in rows:
        connection.execute(insert(seed.table).values(row | keys))
    return len(rows)
