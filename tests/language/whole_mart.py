"""An Info Mart as its readers see it: every table by natural names, without the numbers that any run gives (R37)."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sqlalchemy import Connection, Engine, Table, func, select

from gim_manager.jobs import marks
from gim_manager.jobs.export_rows import EXPORTED
from gim_manager.schema import control, dimensions, facts
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import reading
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.metadata import INFO_MART

Row = dict[str, Any]
Form = dict[str, Counter[tuple[Any, ...]]]
"""The rows of each table, each with how often it is there."""

_ANEW = frozenset(
    {"create_audit_key", "update_audit_key", "created_ts", "created", "inserted", "job_id", "job_version"}
)
"""What says when and by which run a row was written."""

NATURAL: dict[Table, tuple[str, ...]] = {
    dimensions.tenant: ("tenant_cfg_dbid",),
    dimensions.media_type: ("media_name_code",),
    dimensions.interaction_type: ("interaction_subtype_code",),
    dimensions.technical_descriptor: (
        "technical_result_code", "result_reason_code", "resource_role_code", "role_reason_code",
    ),
    dimensions.resource_: ("resource_cfg_type_id", "resource_cfg_dbid"),
    dimensions.place: ("place_cfg_dbid",),
    dimensions.group_: ("group_cfg_dbid",),
    dimensions.skill: ("skill_cfg_dbid",),
    dimensions.resource_state: ("state_name_code",),
    dimensions.resource_state_reason: (
        "tenant_key", "reason_type_code", "hardware_reason", "software_reason_key", "software_reason_value",
    ),
    dimensions.interaction_resource_state: ("state_name_code", "state_role_code"),
    dimensions.interaction_descriptor: (
        "tenant_key", "customer_segment", "service_type", "service_subtype", "business_result",
    ),
    dimensions.routing_target: ("routing_target_type_code", "target_object_selected"),
    facts.interaction_fact: ("media_server_root_ixn_guid", "start_date_time_key"),
    facts.interaction_resource_fact: ("natural_id", "start_date_time_key"),
    facts.mediation_segment_fact: ("mediation_guid", "start_date_time_key"),
    facts.sm_res_session_fact: ("natural_id", "start_date_time_key"),
    facts.sm_res_state_fact: ("natural_id", "start_ts"),
}  # fmt: skip
"""What names a row that others refer to; whatever it refers to is named first."""

_REFERS: dict[str, Table] = {
    "tenant_key": dimensions.tenant, "media_type_key": dimensions.media_type,
    "interaction_type_key": dimensions.interaction_type, "technical_descriptor_key": dimensions.technical_descriptor,
    "place_key": dimensions.place, "group_key": dimensions.group_, "skill_key": dimensions.skill,
    "requested_skill_key": dimensions.skill, "strategy_key": dimensions.resource_, "workbin_key": dimensions.resource_,
    "resource_group_combination_key": dimensions.resource_group_combination,
    "group_combination_key": dimensions.resource_group_combination,
    "resource_state_key": dimensions.resource_state, "resource_state_reason_key": dimensions.resource_state_reason,
    "interaction_resource_state_key": dimensions.interaction_resource_state,
    "interaction_descriptor_key": dimensions.interaction_descriptor, "routing_target_key": dimensions.routing_target,
    "interaction_id": facts.interaction_fact, "interaction_resource_id": facts.interaction_resource_fact,
    "prev_irf_id": facts.interaction_resource_fact, "ixn_resource_id": facts.interaction_resource_fact,
    "target_ixn_resource_id": facts.interaction_resource_fact, "mediation_segment_id": facts.mediation_segment_fact,
    "sm_res_session_fact_key": facts.sm_res_session_fact, "sm_res_state_fact_key": facts.sm_res_state_fact,
}  # fmt: skip
_PLAIN = frozenset({
    "software_reason_key", "employee_id", "natural_id", "media_server_root_ixn_id", "media_server_ixn_id",
    "group_cfg_type_id", "resource_cfg_type_id", "producer_batch_id", "date_time_next_key", "time_range_key", "id",
})  # fmt: skip
_SLOTS = ("date_time_key", "sdt_key")


def _referred(name: str) -> Table | None:
    """The table whose row a column names by its surrogate key; a column that nobody has thought of is an error."""
    if name in _REFERS:
        return _REFERS[name]
    if name.endswith("resource_key"):
        return dimensions.resource_
    assert name in _PLAIN or name.endswith(_SLOTS) or not name.endswith(("_key", "_id")), f"what does {name} name?"
    return None


class _Reader:
    """One Info Mart, all its rows and the names of what they refer to."""

    def __init__(self, engine: Engine) -> None:
        self.rows: dict[str, list[Row]] = {}
        with reading(engine) as connection:
            for table in INFO_MART.tables.values():
                if table is not date_time:
                    self.rows[table.name] = [dict(row) for row in connection.execute(select(table)).mappings()]
            self.newest = {name: _newest(connection, tables) for name, tables in _READ_BY.items()}
        self._names: dict[str, dict[int, Any]] = {}
        for table, natural in NATURAL.items():
            self._names[table.name] = {row[_own(table)]: self._name(table, natural, row) for row in self.of(table)}
        self._names[dimensions.resource_group_combination.name] = self._combinations()

    def of(self, table: Table) -> list[Row]:
        return self.rows[table.name]

    def _name(self, table: Table, natural: tuple[str, ...], row: Row) -> tuple[Any, ...]:
        if row[_own(table)] < 0:
            return ("special", row[_own(table)])
        return tuple(self._seen(name, row[name]) for name in natural)

    def _combinations(self) -> dict[int, Any]:
        """A set of groups is named by the names of its groups."""
        sets: dict[int, list[Any]] = defaultdict(list)
        for row in self.of(dimensions.resource_group_combination):
            sets[row["group_combination_key"]].append(self._seen("group_key", row["group_key"]))
        return {key: tuple(sorted(map(str, groups))) for key, groups in sets.items()}

    def _seen(self, column: str, value: Any) -> Any:
        """A value as a reader sees it: what it names instead of the number."""
        table = _referred(column)
        if table is None or value is None:
            return value
        return self._names[table.name].get(value, f"NOTHING: {column} {'unknown' if value < 0 else 'dangling'}")

    def named(self, table: Table, *, without: frozenset[str] = frozenset()) -> Iterable[Row]:
        """The rows by natural names, less their own number and what any run gives anew."""
        own = frozenset({_own(table)} if table in NATURAL or table in facts.FACTS else ())
        for row in self.of(table):
            kept = {name: value for name, value in row.items() if name not in _ANEW | own | without}
            yield {name: self._seen(name, value) for name, value in kept.items()}


def _own(table: Table) -> str:
    return next(iter(table.primary_key.columns)).name


def normal_form(engine: Engine, *, calendar_until: int) -> Form:
    """All tables of an Info Mart; of the calendar the slots before `calendar_until` (a test may last past midnight)."""
    reader = _Reader(engine)
    form = {name: _counted(rows) for name, rows in (_model(reader) | _landing(reader)).items()}
    return form | _control(reader) | {date_time.name: _calendar(engine, calendar_until)}


def _counted(rows: Iterable[Row]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(sorted(row.items())) for row in rows)


def _calendar(engine: Engine, until: int) -> Counter[tuple[Any, ...]]:
    columns = [column for column in date_time.columns if column.name not in _ANEW]
    with reading(engine) as connection:
        found = connection.execute(select(*columns).where(date_time.c.date_time_key < until))
        return Counter(tuple(row) for row in found)


def _model(reader: _Reader) -> dict[str, Iterable[Row]]:
    """Dimensions, facts and aggregates."""
    form: dict[str, Iterable[Row]] = {}
    links = frozenset({"resource_group_fact_key", "resource_skill_fact_key", "group_set"})
    for table in INFO_MART.tables.values():
        if not table.name.startswith(("ctl_", "gidb_", "agr_")) and table is not date_time:
            form[table.name] = reader.named(table, without=links)
    return form


def _landing(reader: _Reader) -> dict[str, Iterable[Row]]:
    """What was extracted, less its audit keys: ICON's own times are kept."""
    audit = frozenset({"create_audit_key", "update_audit_key"})
    return {
        table.name: ({name: value for name, value in row.items() if name not in audit} for row in reader.of(table))
        for table in GIDB.values()
    }


def _control(reader: _Reader) -> Form:
    """What the control tables come to: how much was done in all, how far, and what is still to do."""
    return {
        "ctl_ds": _plain(reader, control.ctl_ds, "data_source_key", "data_source_name", "data_source_type"),
        "ctl_discard": _plain(reader, control.ctl_discard, "table_name", "natural_id", "reason", "data_source_key"),
        "ctl_extract_mark": _plain(
            reader, control.ctl_extract_mark, "data_source_key", "table_name", "last_seq", "max_ts"
        ),
        "ctl_transform_todo": _plain(reader, control.ctl_transform_todo, "kind", "natural_id", "ts"),
        "agr_pending": _plain(reader, agr_pending, "hierarchy", "agg_level", "date_time_key", "date_time_next_key"),
        "agr_notification": Counter(_announced(reader)),
        "ctl_mark": Counter(_marks(reader)),
        "ctl_extract_history": _total(reader, control.ctl_extract_history, "data_source_key", "table_name"),
        "ctl_transform_history": _total(reader, control.ctl_transform_history, "hwm_name"),
        "ctl_purge_history": _total(reader, control.ctl_purge_history, "table_name"),
    }


def _plain(reader: _Reader, table: Table, *columns: str) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row[name] for name in columns) for row in reader.of(table))


def _total(reader: _Reader, table: Table, *columns: str) -> Counter[tuple[Any, ...]]:
    """How many rows were written or purged in all, over however many transactions and runs."""
    totals: Counter[tuple[Any, ...]] = Counter()
    for row in reader.of(table):
        totals[tuple(row[name] for name in columns)] += row["row_count"] or 0
    return +totals


def _announced(reader: _Reader) -> set[tuple[Any, ...]]:
    """Every slot of every fact table that waits for the aggregation, however it was announced."""
    return {
        (row["fact_name"], slot)
        for row in reader.of(control.agr_notification)
        for slot in range(row["start_date_time_key"], row["end_date_time_key"] + 1, 900)
    }


def _marks(reader: _Reader) -> Iterable[tuple[Any, ...]]:
    """A mark is an audit key: what it means is whether anything written is still to be read."""
    for row in reader.of(control.ctl_mark):
        yield row["name"], row["value2"], row["value"] > reader.newest.get(row["name"], -1)


_READ_BY: dict[str, tuple[Table, ...]] = {marks.TRANSFORM: tuple(GIDB.values()), marks.EXPORT: EXPORTED}


def _newest(connection: Connection, tables: Iterable[Table]) -> int:
    """The highest audit key among the rows of these tables."""
    return max(int(connection.scalar(select(func.max(table.c.update_audit_key))) or -1) for table in tables)


def differences(expected: Form, found: Form) -> list[str]:
    """Where two Info Marts differ, a line a table; empty where a reader could not tell them apart."""
    told = []
    for name in sorted(expected.keys() | found.keys()):
        lost, more = expected[name] - found[name], found[name] - expected[name]
        if lost or more:
            told.append(f"{name}: {lost.total()} lost, {more.total()} too many; {_first(lost)} <> {_first(more)}")
    return told


def _first(rows: Counter[tuple[Any, ...]]) -> str:
    return str(next(iter(sorted(rows, key=str)), "nothing"))


def dangling(form: Form) -> list[str]:
    """Rows that refer to a row that is not there."""
    return [f"{name}: {row}" for name, rows in form.items() for row in rows if "dangling" in str(row)]


def progress(engine: Engine, out: Path) -> tuple[int, ...]:
    """Numbers of which one changes with nearly every commit of any job, and while an export is written."""
    counted = (
        control.ctl_audit_log.c.audit_key, agr_pending.c.date_time_key, control.agr_notification.c.notification_key,
    )  # fmt: skip
    with reading(engine) as connection:
        committed = tuple(int(connection.scalar(select(func.count(column))) or 0) for column in counted)
    return (*committed, sum(1 for _ in out.rglob("*")), sum(_size(file) for file in out.rglob("*.zip")) // _BLOCK)


_BLOCK = 8192


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:  # it took its name, or was given up
        return 0


def exported_differences(engine: Engine, out: Path) -> list[str]:
    """Where the folders of an export, applied in order by primary key, are not the tables (E02)."""
    held: Mapping[str, dict[tuple[str, ...], tuple[str, ...]]] = {table.name: {} for table in EXPORTED}
    for folder in sorted(out.iterdir(), key=lambda path: int(path.name.split("_")[1])):
        with ZipFile(folder / f"{folder.name}.zip") as zipped:
            for table in EXPORTED:
                _apply(held[table.name], table, zipped.read(f"{table.name}.csv").decode())
    told = []
    with reading(engine) as connection:
        for table in EXPORTED:
            there = {tuple(_text(value) for value in row) for row in connection.execute(select(table))}
            if there != set(held[table.name].values()):
                told.append(f"{table.name}: {len(there)} rows, but {len(held[table.name])} in the folders")
    return told


def _apply(held: dict[tuple[str, ...], tuple[str, ...]], table: Table, text: str) -> None:
    names = [column.name for column in table.columns]
    keys = [names.index(column.name) for column in table.primary_key.columns]
    lines = iter(csv.reader(io.StringIO(text, newline="")))
    assert next(lines) == names
    for line in lines:
        held[tuple(line[place] for place in keys)] = tuple(line)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat(" ", "microseconds") if isinstance(value, datetime) else str(value)
