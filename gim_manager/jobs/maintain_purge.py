"""What is purged and in which order, a bounded transaction at a time; wherever it ends, the next run goes on (M01)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from gim_manager.domain.partitions import Span
from gim_manager.domain.retention import Cutoffs
from gim_manager.jobs.maintain_drop import FAMILIES, Found, drop_all, look, mark_edges, tell
from gim_manager.jobs.script import script
from gim_manager.jobs.work import StepReport, Work
from gim_manager.schema.engines import writing
from gim_manager.schema.idb import SOURCE_TABLES
from gim_manager.schema.warehouse import PARTITIONED

ROWS_OF_ONE = 20
"""How many rows go with one interaction or session, about: so many fewer of them go in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """One kind of old rows: those of a table under a condition, or what a script takes whole."""

    name: str
    cutoff: int
    condition: str = ""
    """Empty for a script."""

    def rows(
        self, connection: Connection, values: Mapping[str, object], limit: int, edges: Sequence[Span]
    ) -> dict[str, int]:
        """Deletes at most about `limit` rows; how many by table. A script takes what touches one of the edges."""
        if not self.condition:
            mark_edges(connection, edges)
            script(f"maintain/{self.name}_old").run(connection, **values, limit=max(limit // ROWS_OF_ONE, 1))
            taken = script(f"maintain/{self.name}")
            counted = taken.counts(connection, **values)
            return {table: rows for table, rows in counted.items() if table in taken.writes}
        statement = delete_some(self.name, self.condition, connection.dialect.name)
        return {self.name: connection.execute(text(statement), dict(values) | {"limit": limit}).rowcount}


def delete_some(table: str, condition: str, dialect: str) -> str:
    """The statement that deletes at most `:limit` rows of a table under a condition."""
    if dialect == "sqlite":
        # Differs from PostgreSQL because SQLite's rows are known by rowid.
        return f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {condition} LIMIT :limit)"
    # In a table with partitions a row is known by its partition and its place there. All conditions ask for an age:
    # said here again, it leaves the young partitions alone.
    aged = f" AND {PARTITIONED[table].column} < :cutoff" if table in PARTITIONED else ""
    old = f"SELECT tableoid, ctid FROM {table} WHERE {condition}{aged} LIMIT :limit"
    return f"DELETE FROM {table} WHERE (tableoid, ctid) IN ({old}){aged}"


def purges(cutoffs: Cutoffs) -> list[Purge]:
    """Everything that is purged, facts before what they came from."""
    return [
        Purge(name="interactions", cutoff=cutoffs.facts),
        Purge(name="sessions", cutoff=cutoffs.facts),
        *_links(cutoffs),
        Purge(name="calls", cutoff=cutoffs.extracted),
        Purge(name="logins", cutoff=cutoffs.extracted),
        *_strays(cutoffs),
        *_connections(cutoffs),
        *_configuration(cutoffs),
        *_history(cutoffs),
    ]


def _links(cutoffs: Cutoffs) -> Iterator[Purge]:
    for table in ("resource_group_fact_", "resource_skill_fact_"):
        yield Purge(name=table, cutoff=cutoffs.configuration, condition="end_ts < :cutoff")


def _strays(cutoffs: Cutoffs) -> Iterator[Purge]:
    """Rows whose call never came, or went before them."""
    moments = {
        "party": "created_ts", "party_history": "added_ts", "virtual_queue": "created_ts", "route_result": "added_ts",
        "userdata_history": "added_ts",
    }  # fmt: skip
    for name, moment in moments.items():
        table = f"gidb_g_{name}"
        unknown = f"NOT EXISTS (SELECT 1 FROM gidb_g_call c WHERE c.callid = {table}.callid)"
        condition = f"{moment} + :active_seconds < :cutoff AND update_audit_key < :mark AND {unknown}"
        yield Purge(name=table, cutoff=cutoffs.extracted, condition=condition)


def _connections(cutoffs: Cutoffs) -> Iterator[Purge]:
    """Connections of ICON to its sources, save each source's last, which tells how far its data reach (X05)."""
    for provider in ("cfg", "gcc", "gls", "gud", "gos"):
        table = f"gidb_g_dss_{provider}_provider"
        later = (
            f"SELECT 1 FROM {table} l WHERE l.data_source_key = {table}.data_source_key AND l.dss_id > {table}.dss_id"
        )
        condition = f"COALESCE(levent_dsutc, created_ts) < :cutoff AND update_audit_key < :mark AND EXISTS ({later})"
        yield Purge(name=table, cutoff=cutoffs.extracted, condition=condition)


def _configuration(cutoffs: Cutoffs) -> Iterator[Purge]:
    for source in SOURCE_TABLES:
        if "deleted_ts" in source.table.c:
            condition = "deleted_ts < :cutoff AND status = 2 AND update_audit_key < :mark"
            yield Purge(name=f"gidb_{source.table.name}", cutoff=cutoffs.configuration, condition=condition)


def _history(cutoffs: Cutoffs) -> Iterator[Purge]:
    # The last audit key stays, or SQLite would give it out again; so do those that a reader has still to come to.
    last = "(SELECT MAX(audit_key) FROM ctl_audit_log)"
    yield Purge(
        name="ctl_audit_log", cutoff=cutoffs.history,
        condition=f"created_ts < :cutoff AND audit_key < {last} AND audit_key < :unread",
    )  # fmt: skip
    tables = ("ctl_extract_history", "ctl_transform_history", "ctl_etl_history", "ctl_purge_history", "ctl_discard")
    for table in tables:
        yield Purge(name=table, cutoff=cutoffs.history, condition="created_ts < :cutoff")
    yield Purge(name="agr_rebuilt", cutoff=cutoffs.history, condition="begun_ts < :cutoff AND dropped_by IS NOT NULL")


def purge_all(work: Work, purge: Purge, values: Mapping[str, object], step: StepReport) -> int:
    """Purges until nothing of this kind is left; how many rows. What is in partitions goes with them where it can.

    What goes together is first purged by rows at the edges, or a part of it would be left without the others."""
    values = dict(values) | {"cutoff": purge.cutoff}
    family = FAMILIES.get(purge.name) if work.info_mart.dialect.name == "postgresql" else None
    found = look(work, family, purge.cutoff, values) if family else Found()
    dropped = drop_all(work, family, found, purge.cutoff) if family and not family.finds else 0
    by_rows = _by_rows(work, purge, values, found.edges, step)
    if family and family.finds:
        dropped = drop_all(work, family, found, purge.cutoff)
    step.rows(by_rows + dropped)
    return by_rows + dropped


def _by_rows(work: Work, purge: Purge, values: Mapping[str, object], edges: Sequence[Span], step: StepReport) -> int:
    """A transaction of about purge-transaction-size rows at a time."""
    limit = work.options.number("gim-etl", "purge-transaction-size")
    total = 0
    while True:
        work.stop.check()
        with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
            counted = purge.rows(connection, values, limit, edges)
            rows = sum(counted.values())
            if rows:
                tell(connection, work, counted, purge.cutoff)
        if not rows:
            return total
        total += rows
        step.rows(total)
