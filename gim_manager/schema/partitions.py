"""Which tables PostgreSQL keeps in partitions, by which column, and the two partitions that each has from the first (M02)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, event

from gim_manager.domain.partitions import Group

SCHEMA = "gim_partitions"
"""Where the partitions stand: out of the list of tables that reporting people see (docs/decisions/0017)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partitioned:
    """A table in partitions: the column of seconds UTC that says where a row belongs, and whose option says how long
    a partition is."""

    name: str
    column: str
    group: Group

    @property
    def is_dated_by_source(self) -> bool:
        """Whether the column says when something happened in the contact centre, not when a job wrote the row."""
        return self.group is Group.GIDB or self.column == "start_date_time_key"

    @property
    def first(self) -> str:
        """The partition without a lower bound: all that was there before partitions were made ahead."""
        return f"{SCHEMA}.{self.name}_before"

    @property
    def default(self) -> str:
        """Where a row goes for which there is no partition."""
        return f"{SCHEMA}.{self.name}_default"


PARTITIONED: dict[str, Partitioned] = {}
"""Every such table by its name. Taken from `schema.warehouse`, which loads all that is declared."""


def partitioned(table: Table, column: str, group: Group) -> Table:
    """Declares that a table is kept in partitions. Differs from PostgreSQL because SQLite has none: there it is a table
    like others."""
    declared = Partitioned(name=str(table.name), column=column, group=group)
    PARTITIONED[declared.name] = declared
    table.dialect_options["postgresql"]["partition_by"] = f"RANGE ({column})"

    def first_partitions(_table: Table, connection: Connection, **_how: object) -> None:
        if connection.dialect.name == "postgresql":
            for statement in _first_partitions(declared):
                connection.exec_driver_sql(statement)

    event.listen(table, "after_create", first_partitions)
    return table


def _first_partitions(table: Partitioned) -> tuple[str, ...]:
    return (
        f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
        f"CREATE TABLE {table.first} PARTITION OF {table.name} FOR VALUES FROM (MINVALUE) TO (MAXVALUE)",
        f"CREATE TABLE {table.default} PARTITION OF {table.name} DEFAULT",
    )
