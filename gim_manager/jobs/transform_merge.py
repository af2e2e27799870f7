"""How computed rows become rows of a dimension or fact: known ones keep their key, vanished ones are purged (T01, T02).

A script leaves what it computed in the temporary table `new_<table>`: the target's key, IS_NEW, and the columns that it
knows. Which key a row has stands in `key_<table>`, found by the natural id before anything refers to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, UniqueConstraint, text

from gim_manager.schema.facts import FACTS

_OURS = frozenset({"is_new", "create_audit_key", "update_audit_key"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A table that computed rows are merged into, and the columns by which a row is known again."""

    table: Table
    natural: tuple[str, ...]

    @property
    def name(self) -> str:
        """The table's name."""
        return str(self.table.name)

    @property
    def identifier(self) -> str:
        """The surrogate key."""
        return str(next(iter(self.table.primary_key.columns)).name)

    def same(self, one: str, other: str) -> str:
        """The condition that two aliases mean the same row."""
        return " AND ".join(f"{one}.{column} = {other}.{column}" for column in self.natural)

    def listed(self, alias: str) -> str:
        """The natural columns of an alias, for a SELECT."""
        return ", ".join(f"{alias}.{column}" for column in self.natural)


def fact_target(table: Table) -> Target:
    """A fact, known by its one unique constraint, which ends in START_DATE_TIME_KEY: a row that begins in another slot
    is another row, so that partitions and exports agree on what a row is."""
    unique = next(constraint for constraint in table.constraints if isinstance(constraint, UniqueConstraint))
    return Target(table=table, natural=tuple(str(column.name) for column in unique.columns))


FACT_TARGETS: dict[str, Target] = {str(table.name): fact_target(table) for table in FACTS}
"""Each fact by its name."""


def give_keys(connection: Connection, target: Target, source: str) -> None:
    """Makes `key_<table>` from the natural columns of a temporary table: the key of each row, and IS_NEW 1 where it was
    given out just now. There is one writer a table, so the highest key is known."""
    within, slots = _slots(connection, target, source)
    connection.execute(
        text(f"""
        CREATE TEMP TABLE key_{target.name} AS
        WITH newest AS (
            SELECT COALESCE(MAX({target.identifier}), 0) AS top_key FROM {target.name} WHERE {target.identifier} > 0
        ), matched AS (
            SELECT {target.listed("s")}, known.{target.identifier} AS known_key
            FROM {source} s LEFT JOIN {target.name} known ON {target.same("known", "s")}{within}
        )
        SELECT {target.listed("m")},
            CASE WHEN m.known_key IS NULL THEN 1 ELSE 0 END AS is_new,
            COALESCE(m.known_key, newest.top_key + ROW_NUMBER() OVER (
                PARTITION BY CASE WHEN m.known_key IS NULL THEN 1 ELSE 0 END
                ORDER BY {target.listed("m")}
            )) AS fact_key
        FROM matched m CROSS JOIN newest"""),
        slots,
    )
    connection.execute(text(f"CREATE INDEX tx_key_{target.name} ON key_{target.name} ({', '.join(target.natural)})"))
    connection.execute(text(f"ANALYZE key_{target.name}"))


def _slots(connection: Connection, target: Target, source: str) -> tuple[str, dict[str, object]]:
    """A condition that says what the join says already, but as plain numbers: so the planner sees how little of a large
    table, and how few of its partitions, can hold the rows."""
    if "start_date_time_key" not in target.natural:
        return "", {}
    first, last = connection.execute(
        text(f"SELECT MIN(start_date_time_key), MAX(start_date_time_key) FROM {source}")
    ).one()
    within = " AND known.start_date_time_key BETWEEN :first AND :last"
    return within, {"first": first or 0, "last": last or 0}


def merge(connection: Connection, target: Target, audit_key: int) -> int:
    """Writes `new_<table>` into the table: changed rows are updated, new ones inserted, equal ones left alone. Returns
    how many rows were written."""
    columns = _columns(connection, target)
    return _update(connection, target, columns, audit_key) + _insert(connection, target, columns, audit_key)


def purge(connection: Connection, target: Target, scope: str, audit_key: int) -> int:
    """Sets PURGE_FLAG on the rows of `scope` (a condition on the target) that no longer result; how many it were."""
    purged = connection.execute(
        text(f"""
        UPDATE {target.name} SET purge_flag = 1, update_audit_key = :audit_key
        WHERE purge_flag = 0 AND {scope} AND NOT EXISTS (
            SELECT 1 FROM key_{target.name} k
            WHERE k.fact_key = {target.name}.{target.identifier} AND {target.same("k", target.name)})"""),
        {"audit_key": audit_key},
    )
    return purged.rowcount


def touch_before(connection: Connection, target: Target) -> None:
    """Notes the slots that rows are about to leave: those up to their old end (T12)."""
    connection.execute(
        text(f"""
        INSERT INTO t_touched (fact_name, start_date_time_key, end_date_time_key)
        SELECT '{target.name}', f.start_date_time_key, f.end_date_time_key
        FROM new_{target.name} n
        JOIN {target.name} f ON f.{target.identifier} = n.{target.identifier} AND {target.same("f", "n")}
        WHERE n.is_new = 0 AND f.end_date_time_key > n.end_date_time_key""")
    )


def touch_after(connection: Connection, target: Target, audit_key: int) -> None:
    """Notes the slots of all rows that this transaction wrote or purged (T12)."""
    connection.execute(
        text(f"""
        INSERT INTO t_touched (fact_name, start_date_time_key, end_date_time_key)
        SELECT DISTINCT '{target.name}', start_date_time_key, end_date_time_key
        FROM {target.name} WHERE update_audit_key = :audit_key"""),
        {"audit_key": audit_key},
    )


def _columns(connection: Connection, target: Target) -> list[str]:
    staged = connection.execute(text(f"SELECT * FROM new_{target.name} WHERE 1 = 0")).keys()
    return [name for name in (key.lower() for key in staged) if name not in _OURS]


def _update(connection: Connection, target: Target, columns: list[str], audit_key: int) -> int:
    keys = {target.identifier, *target.natural}
    changing = [column for column in columns if column not in keys]
    was = ", ".join(f"{target.name}.{column}" for column in changing)
    shall = ", ".join(f"n.{column}" for column in changing)
    revived = f" OR {target.name}.purge_flag <> 0" if "purge_flag" in target.table.c else ""
    assignments = [f"{column} = n.{column}" for column in changing] + (["purge_flag = 0"] if revived else [])
    updated = connection.execute(
        text(f"""
        UPDATE {target.name} SET {", ".join(assignments)}, update_audit_key = :audit_key
        FROM new_{target.name} n
        WHERE n.is_new = 0 AND {target.name}.{target.identifier} = n.{target.identifier}
          AND {target.same(target.name, "n")}
          AND (({was}) IS DISTINCT FROM ({shall}){revived})"""),
        {"audit_key": audit_key},
    )
    return updated.rowcount


def _insert(connection: Connection, target: Target, columns: list[str], audit_key: int) -> int:
    listed = ", ".join(columns)
    inserted = connection.execute(
        text(f"""
        INSERT INTO {target.name} ({listed}, create_audit_key, update_audit_key)
        SELECT {listed}, :audit_key, :audit_key FROM new_{target.name} WHERE is_new = 1
        ORDER BY {target.identifier}"""),
        {"audit_key": audit_key},
    )
    return inserted.rowcount
