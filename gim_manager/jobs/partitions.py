"""How partitions are made, ahead of their rows or under them, without ever keeping anybody waiting for long (M02).

Differs from PostgreSQL because SQLite has none: there every function finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain, count, islice

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import StorageFailed
from gim_manager.domain.options import Options
from gim_manager.domain.partitions import AHEAD, EVERYTHING, SECTION, Span, around, floor, interval, missing
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.jobs.partition_list import partitions, without_partition
from gim_manager.jobs.work import StepReport, Work
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.partitions import SCHEMA, Partitioned
from gim_manager.schema.warehouse import PARTITIONED

STEP = "partitions"
PATIENCE_SECONDS = 2
"""How long a lock on a table is waited for. Whoever comes to the table meanwhile waits behind us, so it is short."""
ATTEMPTS = 3
_LOCKED = frozenset({"55P03", "40P01"})
"""SQLSTATE of a lock that was waited for too long, and of a deadlock."""
AT_ONCE = 50
"""Partitions of one transaction, which locks each of them with its indexes."""
_MOST = 1000
"""Transactions of one run and table: rows of a clock gone mad must not make millions of partitions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What the options and the clock say about the partitions of one table."""

    table: Partitioned
    options: Options
    now: int

    @property
    def size(self) -> int:
        """How long a partition is, in seconds."""
        return interval(self.options, self.table.group)

    @property
    def until(self) -> int:
        """Up to where they must reach."""
        return self.now + self.options.number(SECTION, AHEAD) * DAY

    @property
    def start(self) -> int:
        """Where they begin while there are no rows: with the first data, if it is said when that was."""
        said = self.options.text(SECTION, "etl-start-date") if self.table.is_dated_by_source else ""
        return min(to_epoch(datetime.fromisoformat(said).replace(tzinfo=UTC)), self.now) if said else self.now

    def missing(self, spans: Sequence[Span]) -> Iterator[Span]:
        """What must be made behind the first partition, or from now on where that has gone."""
        first = spans[0].high if spans and spans[0].low is None else None
        return missing(spans, self.now if first is None else first, self.until, self.size)

    def is_whole(self, spans: Sequence[Span]) -> bool:
        """Whether partitions have begun and none is missing."""
        return list(spans) != [EVERYTHING] and next(self.missing(spans), None) is None


def keep_partitions(work: Work, step: StepReport) -> int:
    """Makes what is missing from now on, and for the rows in the default partitions; how many.

    A table that is in use is named and left for the next run: until then its default partition takes its rows.
    """
    if work.info_mart.dialect.name != "postgresql":
        return 0
    made, left = 0, []
    for plan in _plans(work):
        try:
            for number in _made(work, plan):
                made += number
                step.rows(made)
        except InUse:
            left.append(plan.table.name)
    if left:
        work.report.warning(f"In use, so their partitions are left for the next run: {', '.join(left)}.")
    return made


def _plans(work: Work) -> list[_Plan]:
    """Of each table of which anything is missing."""
    with reading(work.info_mart) as connection:
        there, without = partitions(connection), without_partition(connection)
    plans = [_Plan(table=table, options=work.options, now=to_epoch(work.now())) for table in PARTITIONED.values()]
    return [
        plan
        for plan in plans
        if plan.table.name in without or not plan.is_whole([part.span for part in there[plan.table.name]])
    ]


def _made(work: Work, plan: _Plan) -> Iterator[int]:
    """Partitions by transaction: some that are ahead, or one that rows wait for, for they may be many rows."""
    for change in (_ahead, _under_rows):
        for _ in range(_MOST):
            number = patiently(work, plan.table, partial(change, plan=plan))
            yield number
            if not number:
                break


class InUse(Exception):
    """Others use a table for longer than we wait for it; nothing was changed."""


def patiently(work: Work, table: Partitioned, change: Callable[[Connection], int]) -> int:
    """Changes the partitions of a table in one transaction, as whoever owns the table.

    Raises InUse where its locks could not be had within ATTEMPTS times PATIENCE_SECONDS."""
    for _ in range(ATTEMPTS):
        work.stop.check()
        try:
            with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'")
                _become_owner(connection, table)
                return change(connection)
        except (StorageFailed, DBAPIError) as error:
            if _sqlstate(error) not in _LOCKED:
                raise
    raise InUse


def _sqlstate(error: Exception) -> str | None:
    driver = error if isinstance(error, DBAPIError) else error.__cause__
    return getattr(getattr(driver, "orig", None), "pgcode", None)


def _become_owner(connection: Connection, table: Partitioned) -> None:
    """A partition belongs to whoever owns its table: only then may others of that role go on with it."""
    asked = "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass(:name)"
    owner = connection.scalar(text(asked), {"name": table.name})
    if owner != connection.scalar(text("SELECT current_user")):
        connection.exec_driver_sql(f"SET LOCAL ROLE {connection.dialect.identifier_preparer.quote(owner)}")


def _ahead(connection: Connection, plan: _Plan) -> int:
    """What is missing, AT_ONCE at most."""
    if _spans(connection, plan.table) == [EVERYTHING]:
        _begin(connection, plan)
    wanted = list(islice(plan.missing(_spans(connection, plan.table)), AT_ONCE))
    for span in wanted:
        _make(connection, plan.table, span)
    return len(wanted)


def _spans(connection: Connection, table: Partitioned) -> list[Span]:
    return [part.span for part in partitions(connection)[table.name]]


def _begin(connection: Connection, plan: _Plan) -> None:
    """Ends the first partition, which held everything, where the others begin. What it holds of later than that goes to
    the default partition, to be given one of its own."""
    table = plan.table
    connection.exec_driver_sql(f"ALTER TABLE {table.name} DETACH PARTITION {table.first}")
    is_empty = not connection.scalar(text(f"SELECT EXISTS (SELECT 1 FROM {table.first})"))
    end = floor(plan.start if is_empty else plan.now, plan.size) + (0 if is_empty else plan.size)
    _move(connection, table.first, table.default, f"{table.column} >= {end}")
    bounds = f"FOR VALUES FROM (MINVALUE) TO ({end})"
    connection.exec_driver_sql(f"ALTER TABLE {table.name} ATTACH PARTITION {table.first} {bounds}")


def _move(connection: Connection, source: str, target: str, condition: str) -> None:
    connection.exec_driver_sql(f"INSERT INTO {target} SELECT * FROM {source} WHERE {condition}")
    connection.exec_driver_sql(f"DELETE FROM {source} WHERE {condition}")


def _make(connection: Connection, table: Partitioned, span: Span) -> None:
    """One partition, with the rows of the default partition that belong into it: ATTACH refuses to leave them there.

    A plain CREATE ... PARTITION OF would keep every reader of the table out; this only those of the default partition.
    """
    name = _free_name(connection, table, span)
    connection.exec_driver_sql(f"CREATE TABLE {name} (LIKE {table.name} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
    connection.exec_driver_sql(f"LOCK TABLE {table.default} IN ACCESS EXCLUSIVE MODE")
    _move(connection, table.default, name, f"{table.column} >= {span.low} AND {table.column} < {span.high}")
    bounds = f"FOR VALUES FROM ({span.low}) TO ({span.high})"
    connection.exec_driver_sql(f"ALTER TABLE {table.name} ATTACH PARTITION {name} {bounds}")


def _free_name(connection: Connection, table: Partitioned, span: Span) -> str:
    """By the day on which it begins; one of this name may stand there that a person has detached and kept."""
    begin = from_epoch(span.low or 0)
    plain = f"{SCHEMA}.{table.name}_{begin:%Y%m%d}" + (f"_{begin:%H%M%S}" if (span.low or 0) % DAY else "")
    names = chain([plain], (f"{plain}_{number}" for number in count(2)))
    is_taken = text("SELECT to_regclass(:name) IS NOT NULL")
    return next(name for name in names if not connection.scalar(is_taken, {"name": name}))


def _under_rows(connection: Connection, plan: _Plan) -> int:
    """The partition that the oldest row without one belongs into; 0 if there is no such row."""
    table = plan.table
    oldest = connection.scalar(text(f"SELECT MIN({table.column}) FROM {table.default}"))
    if oldest is None:
        return 0
    _make(connection, table, around(_spans(connection, table), int(oldest), plan.size))
    return 1
