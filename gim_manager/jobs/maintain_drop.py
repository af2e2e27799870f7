"""How old rows go with their partitions: what nobody needs any more is detached and dropped, whole (M01, PostgreSQL).

Not DETACH ... CONCURRENTLY, which PostgreSQL refuses while there is a default partition (docs/decisions/0019).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, insert, text, update

from gim_manager.domain.partitions import EVERYTHING, Span
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import audit
from gim_manager.jobs.partition_list import Partition, partitions
from gim_manager.jobs.partitions import InUse, patiently
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Work
from gim_manager.schema.control import ctl_purge_history
from gim_manager.schema.engines import writing
from gim_manager.schema.warehouse import PARTITIONED

UNLIMITED = 2**31 - 1
_ENDS = -(2**31), 2**31 - 1
"""What stands in `t_edge` for a span without end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Tables whose old rows go together; of each the condition by which a row `r` must stay."""

    name: str
    """Of the purge; with `_old` also of the script that finds what may go, where that takes more than a condition."""
    stays: Mapping[str, str]
    changes: str = "update_audit_key"
    """The column that names the transaction which wrote a row last; empty where nobody writes old rows."""

    @property
    def finds(self) -> str:
        """The script; empty where a row alone says whether it may go."""
        return f"maintain/{self.name}_old" if self.changes else ""


def _unless(old: str, key: str, *, of: str = "", or_else: str = "true") -> str:
    """The row is not of what may go, and whatever else keeps it."""
    return f"NOT EXISTS (SELECT 1 FROM {old} WHERE {old}.{of or key} = r.{key}) AND ({or_else})"


def _known(table: str, key: str, *, of: str = "", more: str = "") -> str:
    """What the row belongs to is there; rows that belong to nothing any more need not stay for it."""
    return f"EXISTS (SELECT 1 FROM {table} o WHERE o.{of or key} = r.{key}{more})"


_OLDER = " AND o.start_date_time_key < :cutoff"
_UNREAD = "r.update_audit_key >= :mark OR "


def _of_call(moment: str, table: str = "gidb_g_call", key: str = "callid", old: str = "t_call") -> str:
    """A row whose call is not there waits for it as long as one that never ended would."""
    waits = f"{_known(table, key)} OR r.{moment} + :active_seconds >= :cutoff"
    return _UNREAD + _unless(old, "callid", or_else=waits)


def _of_login(key: str) -> str:
    known = _known("gidb_g_login_session", key, of="loginsessionid")
    return _UNREAD + _unless("t_login", key, of="loginsessionid", or_else=known)


_OF_INTERACTION = _unless(
    "t_purged", "interaction_id", or_else=_known("interaction_fact", "interaction_id", more=_OLDER)
)
_OF_SESSION = _unless("t_purged", "natural_id", or_else=_known("sm_res_session_fact", "natural_id", more=_OLDER))
_FAMILIES = (
    Family(
        name="interactions",
        stays={
            "ixn_resource_state_fact": _OF_INTERACTION,
            "mediation_segment_fact": _OF_INTERACTION,
            "interaction_resource_fact": _OF_INTERACTION,
            "interaction_fact": _unless("t_purged", "interaction_id"),
        },
    ),
    Family(
        name="sessions",
        stays={
            "sm_res_state_reason_fact": _OF_SESSION,
            "sm_res_state_fact": _OF_SESSION,
            "sm_res_session_fact": _unless("t_purged", "natural_id"),
        },
    ),
    Family(
        name="calls",
        stays={
            "gidb_g_userdata_history": _of_call("added_ts"),
            "gidb_g_route_result": _of_call("added_ts"),
            "gidb_g_virtual_queue": _of_call("created_ts"),
            "gidb_g_party_history": _of_call("added_ts"),
            "gidb_g_party": _of_call("created_ts"),
            "gidb_g_call": _of_call("created_ts", "gidb_g_ir", "irid"),
            "gidb_g_ir": _UNREAD + _unless("t_old", "rootirid"),
        },
    ),
    Family(
        name="logins",
        stays={
            "gidb_g_agent_state_rc": _of_login("sessionid"),
            "gidb_g_agent_state_history": _of_login("loginsessionid"),
            "gidb_gx_session_endpoint": _of_login("loginsessionid"),
            "gidb_g_login_session": _UNREAD + _unless("t_login", "loginsessionid"),
        },
    ),
    Family(
        name="ctl_audit_log",
        stays={"ctl_audit_log": "r.audit_key >= :unread OR r.audit_key = (SELECT MAX(audit_key) FROM ctl_audit_log)"},
        changes="",
    ),
    *(
        Family(name=name, stays={name: "false"}, changes="")
        for name in ("ctl_extract_history", "ctl_transform_history", "ctl_etl_history")
    ),
)
FAMILIES: dict[str, Family] = {family.name: family for family in _FAMILIES}
"""All that is kept in partitions, by the name of its purge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Partitions of a family's tables for the same time, which go in one transaction or stay."""

    parts: tuple[tuple[str, Partition], ...]
    """With the name of their tables."""

    @property
    def span(self) -> Span:
        """All that they hold."""
        lows = [part.span.low for _, part in self.parts]
        low = None if None in lows else min(low for low in lows if low is not None)
        return Span(low=low, high=max(map(_end, (part for _, part in self.parts))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is to be done with old rows."""

    going: tuple[Unit, ...] = ()
    """Units of which no row must stay."""
    edges: tuple[Span, ...] = (EVERYTHING,)
    """Where old rows go one by one: units of which some must stay, and all that is in no unit."""
    bound: int = 0
    """Below this audit key every writer had ended when it was looked."""


def look(work: Work, family: Family, cutoff: int, values: Mapping[str, object]) -> Found:
    """Which units are older than the cutoff, and which of them hold nothing that must stay; `values` for the script."""
    values = dict(values) | {"cutoff": cutoff}
    with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
        units = _units(connection, family, cutoff)
        if not units:
            return Found()
        bound = audit.open_bound(connection)
        if family.finds:
            mark_edges(connection, [EVERYTHING])
            script(family.finds).run(connection, **values, limit=UNLIMITED)
        staying = [unit for unit in units if _must_stay(connection, family, unit, values)]
        edges = (*(unit.span for unit in staying), Span(low=units[-1].span.high, high=None))
        return Found(going=tuple(unit for unit in units if unit not in staying), edges=edges, bound=bound)


def mark_edges(connection: Connection, edges: Sequence[Span]) -> None:
    """Leaves the spans in the temporary table `t_edge`, for the scripts."""
    connection.execute(text("CREATE TEMP TABLE t_edge (low INT, high INT)"))
    lowest, highest = _ENDS
    rows = [
        {"low": lowest if span.low is None else span.low, "high": highest if span.high is None else span.high}
        for span in edges
    ]
    connection.execute(text("INSERT INTO t_edge (low, high) VALUES (:low, :high)"), rows)


def _units(connection: Connection, family: Family, cutoff: int) -> list[Unit]:
    there = partitions(connection)
    parts = [(table, part) for table in family.stays for part in there[table] if _end(part) <= cutoff]
    units: list[Unit] = []
    for one in sorted(parts, key=lambda one: _end(one[1])):
        unit = Unit(parts=(one,))
        while units and (unit.span.low is None or unit.span.low < (units[-1].span.high or 0)):
            unit = Unit(parts=(*units.pop().parts, *unit.parts))
        units.append(unit)
    return units


def _end(part: Partition) -> int:
    return UNLIMITED if part.span.high is None else part.span.high


def _must_stay(connection: Connection, family: Family, unit: Unit, values: Mapping[str, object]) -> bool:
    asked = (f"SELECT EXISTS (SELECT 1 FROM {part.name} r WHERE {family.stays[table]})" for table, part in unit.parts)
    return any(connection.scalar(text(one), dict(values)) for one in asked)


def drop_all(work: Work, family: Family, found: Found, cutoff: int) -> int:
    """Drops what may go, a unit a transaction; how many rows those held. What is in use is named and left."""
    total, left = 0, []
    for unit in found.going:
        try:
            total += patiently(
                work, PARTITIONED[unit.parts[0][0]],
                partial(_drop, work=work, family=family, unit=unit, bound=found.bound, cutoff=cutoff),
            )  # fmt: skip
        except InUse:
            left += [part.name for _, part in unit.parts]
    if left:
        work.report.warning(f"In use, so left for the next run to drop: {', '.join(left)}.")
    return total


def _drop(connection: Connection, *, work: Work, family: Family, unit: Unit, bound: int, cutoff: int) -> int:
    counted: dict[str, int] = {}
    for table, part in unit.parts:
        rows = int(connection.scalar(text(f"SELECT COUNT(*) FROM {part.name}")) or 0)
        counted[table] = counted.get(table, 0) + rows
    _lock(connection, unit)
    if family.changes and any(_is_newer(connection, family, part, bound) for _, part in unit.parts):
        return 0  # somebody came late with old rows: they are looked at in the next run
    for table, part in unit.parts:
        connection.exec_driver_sql(f"ALTER TABLE {table} DETACH PARTITION {part.name}")
        connection.exec_driver_sql(f"DROP TABLE {part.name}")
    tell(connection, work, counted, cutoff)
    return sum(counted.values())


def _lock(connection: Connection, unit: Unit) -> None:
    """The first table is waited for, the others must be free: who waits for one while holding another may be in the way
    of a reader that is in its own way, and PostgreSQL could end the reader."""
    tables = list(dict.fromkeys(table for table, _ in unit.parts))
    connection.exec_driver_sql(f"LOCK TABLE ONLY {tables[0]} IN ACCESS EXCLUSIVE MODE")
    others = [f"ONLY {table}" for table in tables[1:]] + [part.name for _, part in unit.parts]
    connection.exec_driver_sql(f"LOCK TABLE {', '.join(others)} IN ACCESS EXCLUSIVE MODE NOWAIT")


def _is_newer(connection: Connection, family: Family, part: Partition, bound: int) -> bool:
    asked = f"SELECT EXISTS (SELECT 1 FROM {part.name} WHERE {family.changes} >= :bound)"
    return bool(connection.scalar(text(asked), {"bound": bound}))


def tell(connection: Connection, work: Work, counted: Mapping[str, int], cutoff: int) -> None:
    """Counts per table, added up over the transactions of the run, and the audit row of this one."""
    for table, rows in counted.items():
        own = (ctl_purge_history.c.job_id == work.job_id, ctl_purge_history.c.table_name == table)
        more = update(ctl_purge_history).where(*own).values(row_count=ctl_purge_history.c.row_count + rows)
        if rows and not connection.execute(more).rowcount:
            connection.execute(
                insert(ctl_purge_history).values(
                    job_id=work.job_id, table_name=table, cutoff_ts=cutoff, row_count=rows,
                    created_ts=to_epoch(work.now()),
                )
            )  # fmt: skip
    audit_key = audit.begin(connection, work)
    audit.finish(connection, audit_key, rows=sum(counted.values()))
