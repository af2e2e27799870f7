"""The flight recorder's file: one SQLite file with the manager's tables and the control tables, and nobody's name.

It is an Info Mart as any other, whose two halves stand in one file, opened so that nothing can be written. What is not
listed here is not recorded: no fact, no dimension, no line of a log, no act of the audit trail, no alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Table, func, insert, or_, select, text, true

from gim_manager import __version__
from gim_manager.domain.errors import NotAnInfoMart, OtherRecording
from gim_manager.domain.pseudonyms import Named, Pseudonyms, option_value
from gim_manager.domain.run import ENDED
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.schema import control, live
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.store.clock import RECORDING
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from gim_manager.store.versions import INFO_MART_STEPS, MANAGER_STEPS, state, wanted

Progress = Callable[[float, str], None]
"""How much is done, 0.0 to 1.0, and what is at hand. What it raises ends the work."""
BATCH = 2_000
_NAMES: Mapping[Named, tuple[str, ...]] = {
    Named.PERSON: ("requested_by", "stopped_by", "changed_by", "owner", "ended_by", "actor", "os_user", "db_user"),
    Named.SERVER: ("server", "holder"),
    Named.COMPUTER: ("requested_host", "worker_host", "changed_host", "host"),
    Named.SOURCE: ("data_source_name", "dap_name"),
}
"""The columns that hold names, in whatever table."""
_KIND_OF = {column: kind for kind, columns in _NAMES.items() for column in columns}
_TOLD = frozenset({"reason", "error", "note", "message"})
_SERVER_IDS, _SOURCE_NAMES = live.mgr_server.c.id, live.mgr_source.c.name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """One table, and which of its rows are recorded."""

    table: Table
    rows: ColumnElement[bool]


def _of_manager(since: int) -> tuple[_Kept, ...]:
    """`since` in microseconds."""
    run, decision, hold, duty = (table.c for table in (live.mgr_run, live.mgr_decision, live.mgr_hold, live.mgr_duty))
    recorded = or_(run.requested_at >= since, run.status.not_in(sorted(ENDED)))
    ids = select(run.id).where(recorded)
    return (
        _Kept(table=live.mgr_info_mart, rows=true()), _Kept(table=live.mgr_run, rows=recorded),
        _Kept(table=live.mgr_step, rows=live.mgr_step.c.run_id.in_(ids)),
        _Kept(table=live.mgr_decision, rows=decision.last_at >= since),
        _Kept(table=live.mgr_option, rows=true()), _Kept(table=live.mgr_option_history, rows=true()),
        _Kept(table=live.mgr_finding, rows=true()), _Kept(table=live.mgr_server, rows=true()),
        _Kept(table=live.mgr_lease, rows=true()),
        _Kept(table=live.mgr_duty, rows=or_(duty.until.is_(None), duty.until >= since)),
        _Kept(table=live.mgr_hold, rows=or_(hold.ended_at.is_(None), hold.ended_at >= since)),
        _Kept(table=live.mgr_source, rows=true()),
    )  # fmt: skip


def _of_mart(since: int) -> tuple[_Kept, ...]:
    """`since` in seconds."""
    history = (
        control.ctl_audit_log, control.ctl_extract_history, control.ctl_transform_history, control.ctl_etl_history,
    )  # fmt: skip
    whole = (
        control.ctl_schema_info, control.ctl_ds, control.ctl_extract_mark, control.ctl_mark, control.ctl_purge_history,
        control.ctl_day_seal, control.agr_notification, agr_pending,
    )  # fmt: skip
    first = control.ctl_etl_history.c.start_ts
    initialized = first == select(func.min(first)).scalar_subquery()
    kept = (_Kept(table=table, rows=table.c.created_ts >= since) for table in history[:-1])
    last = _Kept(table=history[-1], rows=or_(history[-1].c.created_ts >= since, initialized))
    return (*kept, last, *(_Kept(table=table, rows=true()) for table in whole))


def record(database: Database, file: Path, *, since: datetime, now: datetime, progress: Progress) -> int:
    """Writes what was since then into a new file, whole or not at all; how many rows. Raises GimError."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        rows = _write(database, part, since, now, progress)
        part.replace(file)
        return rows
    finally:
        part.unlink(missing_ok=True)


def _write(database: Database, part: Path, since: datetime, now: datetime, progress: Progress) -> int:
    target = make_engine(URL.create("sqlite", database=str(part)), must_exist=False)
    of_manager, of_mart = _of_manager(micros(since)), _of_mart(to_epoch(since))
    copy = _Copy(names=Pseudonyms(), progress=progress, tables=len(of_manager) + len(of_mart))
    with writing(target) as into:
        _make_tables(into)
        with reading(database.manager) as source:
            _learn_names(source, copy.names)
            copy.all_of(source, into, of_manager)
        with reading(database.info_mart) as source:
            copy.names.learn(Named.SOURCE, source.scalars(select(control.ctl_ds.c.data_source_name)))
            copy.all_of(source, into, of_mart)
        into.execute(insert(control.ctl_mark).values(_mark(database, now)))
    target.dispose()
    return copy.rows


def _mark(database: Database, now: datetime) -> dict[str, object]:
    about = f"{__version__} {database.kind}"
    return {"name": RECORDING, "value": to_epoch(now), "value2": about, "update_audit_key": 0}


def _make_tables(connection: Connection) -> None:
    from gim_manager.schema.warehouse import INFO_MART, MANAGER

    for name, step in (("ctl_schema_version", INFO_MART_STEPS[-1]), ("mgr_schema_version", MANAGER_STEPS[-1])):
        connection.execute(text(f"CREATE TABLE {name} (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text(f"INSERT INTO {name} VALUES (:step)"), {"step": step})
    MANAGER.create_all(connection)
    INFO_MART.create_all(connection)


def _learn_names(connection: Connection, names: Pseudonyms) -> None:
    """Every name in the manager's tables."""
    names.learn(Named.SERVER, connection.scalars(select(_SERVER_IDS)))
    names.learn(Named.SOURCE, connection.scalars(select(_SOURCE_NAMES)))
    tables = (
        live.mgr_run, live.mgr_server, live.mgr_lease, live.mgr_duty, live.mgr_hold, live.mgr_option_history,
        live.mgr_audit,
    )  # fmt: skip
    for table in tables:
        for column in table.columns:
            if kind := _KIND_OF.get(column.name):
                names.learn(kind, connection.scalars(select(column).distinct()))


@dataclass(slots=True, kw_only=True)
class _Copy:
    """Carries tables over, and tells how far it is."""

    names: Pseudonyms
    progress: Progress
    tables: int
    done: int = 0
    rows: int = 0

    def all_of(self, source: Connection, into: Connection, kept: Sequence[_Kept]) -> None:
        """These tables, a bounded number of rows at a time."""
        for one in kept:
            self.progress(self.done / self.tables, one.table.name.upper())
            asked = select(one.table).where(one.rows)
            found = source.execute(asked, execution_options={"yield_per": BATCH}).mappings()
            for some in found.partitions(BATCH):
                into.execute(insert(one.table), [_nameless(one.table, dict(row), self.names) for row in some])
                self.rows += len(some)
                self.progress(self.done / self.tables, one.table.name.upper())
            self.done += 1


def _nameless(table: Table, row: dict[str, Any], names: Pseudonyms) -> dict[str, Any]:
    for column, value in row.items():
        if column in _KIND_OF:
            row[column] = names.of(value)
        elif column in _TOLD:
            row[column] = names.told(value)
    more = _BY_TABLE.get(table.name)
    return more(row, names) if more else row


def _nameless_source(row: dict[str, Any], names: Pseudonyms) -> dict[str, Any]:
    name = names.of(row["name"])
    return row | {"name": name, "url": f"postgresql://recorded/{name}", "secret_file": None, "pair": None}


def _nameless_option(row: dict[str, Any], _names: Pseudonyms) -> dict[str, Any]:
    values = {key: option_value(row["section"], row["name"], row[key]) for key in row if key.endswith("value")}
    return row | values


_BY_TABLE: Mapping[str, Callable[[dict[str, Any], Pseudonyms], dict[str, Any]]] = {
    "mgr_source": _nameless_source, "mgr_option": _nameless_option, "mgr_option_history": _nameless_option,
    "mgr_server": lambda row, names: row | {"id": names.of(row["id"])},
    "mgr_step": lambda row, names: row | {"name": names.told(row["name"])},
    "mgr_run": lambda row, _names: row | {"token": None, "noted": None, "text_id": None},
}  # fmt: skip


def ensure_shown(database: Database) -> None:
    """Raises OtherRecording for a recording that a program of another schema has written."""
    found, own = state(database), wanted()
    if (found.info_mart, found.manager) != (own.info_mart, own.manager):
        with reading(database.info_mart) as connection:
            about = connection.scalar(select(control.ctl_mark.c.value2).where(control.ctl_mark.c.name == RECORDING))
        raise OtherRecording(database.url, (about or "another").partition(" ")[0])


def recorded_at(database: Database) -> datetime:
    """The moment of a recording; raises NotAnInfoMart for a file that is none."""
    with reading(database.info_mart) as connection:
        at = connection.scalar(select(control.ctl_mark.c.value).where(control.ctl_mark.c.name == RECORDING))
    if at is None:
        raise NotAnInfoMart(database.url)
    return from_epoch(at)
