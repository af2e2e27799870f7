"""How the sample centre becomes a database: made whole, continued day by day, or kept alive while somebody watches."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, event, func, inspect, select

from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.domain.timing import to_epoch
from gim_manager.sample.arguments import Position, SampleArguments
from gim_manager.sample.bulk import create_indexes, create_tables
from gim_manager.sample.ledger import SAMPLE, sample_centre, sample_ledger_day
from gim_manager.sample.running import Running
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.idb import IDB
from gim_manager.schema.urls import parse_url, shown, sqlite_file

Progress = Callable[[float, str], None]
"""Is told the part that is done, 0 to 1, and what it is at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTotals:
    """The totals of the ledger, from the first day to the last moment.

    `calls` are all but consultations; `offered` are customers' calls, each in the end `answered` or `abandoned`.
    """

    calls: int
    agents: int
    offered: int
    answered: int
    abandoned: int
    talk_seconds: int


def write_sample(url: str, arguments: SampleArguments, *, progress: Progress | None = None) -> SampleTotals:
    """Write a sample into a database that is empty, or go on with one (`append`), a day a transaction.

    Raises BadValue for a database that holds anything else, and whatever the database raises (GimError).
    """
    target, tell = parse_url(url), progress or _silent
    if arguments.append:
        return _append(target, arguments, tell)
    _ensure_empty(target)
    start = Position.at_start(arguments, datetime.now(UTC))
    goal = arguments.end(arguments.last_day(datetime.now(UTC)))
    if target.drivername != "sqlite":
        return _fresh(make_engine(target), start, goal, tell)
    return _fresh_file(sqlite_file(target), target, start, goal, tell)


class LiveCentre:
    """A sample that goes on living: `step` writes what has happened since. One thread at a time."""

    def __init__(self, url: str) -> None:
        """Raises BadValue if the database is no sample centre."""
        self._url = parse_url(url)
        self._engine = make_engine(self._url)
        self._running: Running | None = None
        position = _position(self._engine, self._url)
        self.last = position.last
        if self._url.drivername == "sqlite":
            _keep_log(self._engine)

    def step(self, until: datetime) -> int:
        """Write what happens up to and including this moment; the number of rows written, 0 if it is in the past."""
        goal, rows = to_epoch(until), 0
        running, self._running = self._running, None
        while self.last < goal:
            with writing(self._engine) as connection:
                position = _read(connection, self._url)
                if running is None or running.position != position:
                    running = Running(position)
                rows += running.one_day(connection, goal)
            self.last = running.position.last
        # Kept only if it was written: after an error the next step begins again from what the database says.
        self._running = running
        return rows


def live_step(url: str, until: datetime) -> int:
    """One step of a LiveCentre; whoever steps often keeps one, which need not live through the day again each time."""
    return LiveCentre(url).step(until)


def _keep_log(engine: Engine) -> None:
    # Differs from PostgreSQL because there a reader never blocks a writer; a SQLite file must first keep a log.
    with closing(engine.raw_connection()) as raw:
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error as error:
            raise StorageFailed(shown(engine.url), str(error)) from error


def _silent(_done: float, _words: str) -> None:
    """Nobody watches."""


def _ensure_empty(url: URL) -> None:
    if url.drivername == "sqlite" and not (sqlite_file(url).is_file() and sqlite_file(url).stat().st_size):
        return
    with reading(make_engine(url)) as connection:
        tables = inspect(connection).get_table_names()
    if sample_centre.name in tables:
        raise BadValue(f"{shown(url)} holds a sample already. Go on with it by --append, or name another database.")
    if tables:
        raise BadValue(f"{shown(url)} is not empty: it holds {tables[0]}. A sample needs an empty database.")


def _fresh_file(path: Path, url: URL, start: Position, goal: int, tell: Progress) -> SampleTotals:
    """Under another name until it is whole."""
    part = path.with_name(f"{path.name}.part")
    engine = make_engine(url.set(database=str(part)), must_exist=False)
    event.listen(engine, "connect", _careless)
    part.unlink(missing_ok=True)
    try:
        totals = _fresh(engine, start, goal, tell)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return totals


def _careless(connection: object, _record: object) -> None:
    """No journal: until it is whole the file is nothing that anybody would mend."""
    connection.execute("PRAGMA journal_mode = OFF")  # type: ignore[attr-defined]
    connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]


def _fresh(engine: Engine, start: Position, goal: int, tell: Progress) -> SampleTotals:
    with writing(engine) as connection:
        create_tables(connection, IDB, SAMPLE)
        running = Running(start)
        running.configure(connection)
        while running.position.last < goal:
            _tell_day(tell, running.position, start.last, goal)
            running.one_day(connection, goal)
        tell(1.0, "making the indexes")
        create_indexes(connection, IDB, SAMPLE)
        return _totals(connection, start)


def _append(url: URL, wanted: SampleArguments, tell: Progress) -> SampleTotals:
    engine = make_engine(url)
    start = position = _position(engine, url)
    goal = start.goal(wanted)
    running = Running(start)
    while position.last < goal:
        _tell_day(tell, position, start.last, goal)
        with writing(engine) as connection:
            if _read(connection, url) != position:
                raise BadValue(f"{shown(url)} is being gone on with by another program.")
            running.one_day(connection, goal)
        position = running.position
    tell(1.0, "done")
    with reading(engine) as connection:
        return _totals(connection, start)


def _tell_day(tell: Progress, position: Position, start: int, goal: int) -> None:
    tell((position.last - start) / (goal - start), f"the calls of {position.day.isoformat()}")


def _position(engine: Engine, url: URL) -> Position:
    with reading(engine) as connection:
        return _read(connection, url)


def _read(connection: Connection, url: URL) -> Position:
    row = None
    if inspect(connection).has_table(sample_centre.name):
        row = connection.execute(select(sample_centre)).one_or_none()
    if row is None:
        raise BadValue(f"{shown(url)} is not a sample contact centre. Make one with: gim-manager sample-idb --out URL")
    return Position.from_row(row.arguments, row.last_ts, row.day, row.counters)


def _totals(connection: Connection, position: Position) -> SampleTotals:
    facts = ("calls", "offered", "answered", "abandoned", "talk_seconds")
    sums = connection.execute(select(*(func.sum(sample_ledger_day.c[fact]) for fact in facts))).one()
    values = {fact: int(value or 0) for fact, value in zip(facts, sums, strict=True)}
    return SampleTotals(agents=position.arguments.agents, **values)
