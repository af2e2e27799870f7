"""How one data source is read: what it must have, how far it counts, then each of its tables chunk by chunk (X02,
X03)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, Table, exists, func, inspect, or_, select
from sqlalchemy.engine.reflection import ObjectKind
from sqlalchemy.exc import DataError, IntegrityError

from gim_manager.domain.errors import GimError, SourceUnreadable
from gim_manager.domain.icon import Provider
from gim_manager.domain.marks import is_replaced
from gim_manager.domain.source import Source
from gim_manager.jobs import audit, crossing_postgresql, crossing_sqlite
from gim_manager.jobs.crossing import Crossing, first_line, source_reading
from gim_manager.jobs.extract_chunk import Chunk, forget_moved
from gim_manager.jobs.extract_marks import Taken, ensure_known, marks_of, record, tables_of
from gim_manager.jobs.work import StepReport, Work
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.gidb import GIDB, is_dated, is_kept
from gim_manager.schema.idb import SourceTable, g_prov_control
from gim_manager.schema.urls import parse_url

BEFORE_ALL = -1
"""Below every sequence number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One source, found readable, with what the run needs to read it."""

    work: Work
    source: Source
    idb: Engine
    crossing: Crossing
    bounds: dict[Provider, int]
    marks: dict[str, int]
    since: int
    chunk_rows: int
    quiet: list[Taken] = field(default_factory=list)
    """Tables without news; their marks move together, in one transaction."""


def open_source(work: Work, source: Source, since: int) -> Reader:
    """The source, once it has shown all that is to be read of it; raises SourceUnreadable (X04)."""
    try:
        idb = make_engine(parse_url(source.url))
    except GimError as error:
        raise SourceUnreadable(source.name, str(error)) from error
    with source_reading(source.name, idb) as connection:
        _ensure_complete(connection, source)
        bounds = _bounds(connection)
    with reading(work.info_mart) as connection:
        marks = marks_of(connection, source)
    _ensure_same(source, marks, bounds)
    with work.turn(), writing(work.info_mart) as connection:
        ensure_known(connection, work, source)
    chunk_rows = work.options.number("gim-etl", "extract-data-chunk-rows")
    return Reader(
        work=work, source=source, idb=idb, crossing=_crossing(work.info_mart, idb, source.name), bounds=bounds,
        marks=marks, since=since, chunk_rows=chunk_rows,
    )  # fmt: skip


def read_table(reader: Reader, table: SourceTable, step: StepReport) -> int:
    """Takes over all news of a table up to its bound, a transaction a chunk; how many rows were new or changed."""
    name = table.table.name
    low, bound = reader.marks.get(name, BEFORE_ALL), reader.bounds.get(table.provider, 0)
    first = name not in reader.marks and _is_empty(reader, table)
    rows = 0
    while low < bound:
        reader.work.stop.check()
        high = _end(reader, table, low, bound, first=first)
        if high is None:
            reader.quiet.append(Taken(table=table, last_seq=bound))
            return rows
        # Configuration and connections are always read whole, whatever etl-start-date.
        since = reader.since if is_dated(table) else 0
        key = reader.source.key
        rows += _take(reader, Chunk(source=table, data_source_key=key, low=low, high=high, since=since, first=first))
        step.rows(rows)
        low = high
    return rows


def settle(reader: Reader) -> None:
    """Moves the marks of the tables that had no news, so that the same numbers are not looked through again."""
    if not reader.quiet:
        return
    started = reader.work.now()
    with reader.work.turn(), writing(reader.work.info_mart) as connection:
        audit_key = audit.begin(connection, reader.work, data_source_key=reader.source.key)
        for taken in reader.quiet:
            record(connection, reader.work, reader.source, taken, audit_key=audit_key, started=started)
        audit.finish(connection, audit_key, rows=0)


def _crossing(mart: Engine, idb: Engine, name: str) -> Crossing:
    if mart.dialect.name == "sqlite":
        if idb.dialect.name == "sqlite":
            return crossing_sqlite.Attached(mart, idb, name)
        return crossing_sqlite.FromPostgresql(mart, idb, name)
    if idb.dialect.name == "sqlite":
        return crossing_postgresql.FromSqlite(mart, idb, name)
    place = ("host", "port", "database")
    if all(getattr(mart.url, part) == getattr(idb.url, part) for part in place):
        return crossing_postgresql.Within(mart)
    return crossing_postgresql.FromPostgresql(mart, idb, name)


def _ensure_complete(connection: Connection, source: Source) -> None:
    """Names the first table or column that the source lacks; names are compared as SQL does, in any case."""
    held = inspect(connection).get_multi_columns(kind=ObjectKind.ANY)
    columns = {name.casefold(): {each["name"].casefold() for each in found} for (_, name), found in held.items()}
    needed = {table.table.name: _needed(table.table) for table in tables_of(source)}
    for name, wanted in ({"g_prov_control": {"providertag", "seqcurrent"}} | needed).items():
        if name not in columns:
            raise SourceUnreadable(source.name, f"it has no table {name.upper()}")
        if missing := sorted(wanted - columns[name]):
            raise SourceUnreadable(source.name, f"its table {name.upper()} has no column {missing[0].upper()}")


def _needed(table: Table) -> set[str]:
    return {column.name for column in table.columns if is_kept(column.name)} | {"gsys_seq", "gsys_useq"}


def _bounds(connection: Connection) -> dict[Provider, int]:
    """By provider the number up to which all rows are written (X02); of several ICONs the one that is furthest
    behind."""
    furthest = select(g_prov_control.c.providertag, func.min(g_prov_control.c.seqcurrent).label("bound"))
    rows = connection.execute(furthest.group_by(g_prov_control.c.providertag)).all()
    known = {provider.value for provider in Provider}
    return {Provider(row.providertag): int(row.bound) for row in rows if row.providertag in known}


def _ensure_same(source: Source, marks: dict[str, int], bounds: dict[Provider, int]) -> None:
    for table in tables_of(source):
        mark, current = marks.get(table.table.name, BEFORE_ALL), bounds.get(table.provider, 0)
        if is_replaced(mark=mark, current=current):
            raise SourceUnreadable(
                source.name,
                f"{table.table.name.upper()} was read up to number {mark}, but now it counts only to {current}: "
                "this is not the database that it was. If that is right, remove the data source and add the database "
                "under another name.",
            )


def _is_empty(reader: Reader, table: SourceTable) -> bool:
    with reading(reader.work.info_mart) as connection:
        return not connection.scalar(select(exists(select(GIDB[table.table.name].c.update_audit_key))))


def _end(reader: Reader, table: SourceTable, low: int, bound: int, *, first: bool) -> int | None:
    """The highest number of the next chunk, so that it holds about `chunk_rows` rows; None if there is no news."""
    numbers: list[Column[Any]] = [table.table.c.gsys_seq]
    if table.updated and not first:
        numbers.append(table.table.c.gsys_useq)
    with source_reading(reader.source.name, reader.idb) as connection:
        last = [connection.scalar(_last_of_a_chunk(number, low, bound, reader.chunk_rows)) for number in numbers]
        if found := [int(number) for number in last if number is not None]:
            return min(found)
        news = or_(*(number.between(low + 1, bound) for number in numbers))
        return bound if connection.scalar(select(exists(select(numbers[0]).where(news)))) else None


def _last_of_a_chunk(number: Column[Any], low: int, bound: int, rows: int) -> Select[Any]:
    return select(number).where(number > low, number <= bound).order_by(number).offset(rows - 1).limit(1)


def _take(reader: Reader, chunk: Chunk) -> int:
    """One transaction: rows, audit row, history row and mark (X03)."""
    work, crossing = reader.work, reader.crossing
    started = work.now()
    with reader.work.turn(), writing(crossing.mart) as connection:
        audit_key = audit.begin(connection, work, data_source_key=reader.source.key)
        try:
            rows = crossing.move(connection, chunk, audit_key, work.stop)
            if rows and not chunk.first and chunk.source.updated and is_dated(chunk.source):
                connection.execute(forget_moved(chunk, audit_key))
        except (DataError, IntegrityError) as error:
            why = f"a row of {chunk.source.table.name.upper()} cannot be taken: {first_line(error)}"
            raise SourceUnreadable(reader.source.name, why) from error
        taken = _taken(connection, chunk, rows, audit_key)
        record(connection, work, reader.source, taken, audit_key=audit_key, started=started)
        first, last = taken.min_ts or 0, taken.max_ts or 0
        slots = {"min_key": first - first % 900, "max_key": last - last % 900}
        audit.finish(connection, audit_key, rows=rows, max_ts=taken.max_ts, **slots)
    return rows


def _taken(connection: Connection, chunk: Chunk, rows: int, audit_key: int) -> Taken:
    moment = chunk.landing.c[chunk.source.moment]
    span = select(func.min(moment), func.max(moment)).where(chunk.landing.c.update_audit_key == audit_key)
    first, last = connection.execute(span).one() if rows else (None, None)
    return Taken(table=chunk.source, last_seq=chunk.high, rows=rows, min_ts=first, max_ts=last)
