"""One source: what makes it unreadable, and that no interruption at any statement loses or doubles a row."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source
from gim_manager.domain.timing import from_epoch
from gim_manager.jobs import extract
from gim_manager.jobs.work import Stopped
from gim_manager.schema import idb
from gim_manager.schema.control import ctl_extract_mark
from gim_manager.schema.engines import writing
from gim_manager.schema.gidb import GIDB
from tests.jobs.conftest import Pair
from tests.language.idb import START, AnIdb, an_idb
from tests.language.mart import empty_mart, rows_of
from tests.language.work import ToldStop, a_work, recorded

AUDIT = ("create_audit_key", "update_audit_key")
CHUNKS = {("gim-etl", "extract-data-chunk-rows"): "100"}


class Killed(BaseException):
    """The end of the process, as far as a test can play it."""


@contextmanager
def killed_at(mart: Engine, statement: int) -> Iterator[None]:
    """The n-th statement or commit on this database, whichever engine sends it, is never reached."""
    left = statement

    def count(connection: Connection, *_anything: Any) -> None:
        nonlocal left
        left -= connection.engine.url == mart.url
        if left <= 0:
            raise Killed

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(Engine, name, count)


def a_day(source: AnIdb, calls: int = 120) -> None:
    for _ in range(calls):
        source.add_call()
    source.publish()


def copies(mart: Engine) -> dict[str, list[dict[str, Any]]]:
    return {name: rows_of(mart, table, without=AUDIT) for name, table in GIDB.items()}


def test_X03_killed_anywhere_and_run_again_no_row_is_lost_or_doubled(pair: Pair, tmp_path: Path) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.roles = frozenset({Role.ICON_CORE})
    a_day(source)
    undisturbed = empty_mart(f"sqlite:///{(tmp_path / 'undisturbed.sqlite').as_posix()}")
    extract.run(a_work(undisturbed, sources=[source.source], options=CHUNKS))
    kills = 0
    for statement in range(5, 1000, 9):
        try:
            with killed_at(mart, statement):
                extract.run(a_work(mart, sources=[source.source], options=CHUNKS))
            break
        except Killed:
            kills += 1
            _one_more_change(source)
    assert kills > 5
    extract.run(a_work(undisturbed, sources=[source.source], options=CHUNKS))
    assert copies(mart) == copies(undisturbed)


def _one_more_change(source: AnIdb) -> None:
    """ICON goes on writing between the attempts, rows that were read and rows that were not."""
    source.change(idb.g_party, 3, state=source.last)
    source.add_call()
    source.publish()


def test_X03_stopped_between_chunks_it_goes_on_where_it_was(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    a_day(source)
    for check in (5, 12, 12, 12):
        work = a_work(mart, sources=[source.source], options=CHUNKS, stop=ToldStop(at_check=check))
        with pytest.raises(Stopped):
            extract.run(work)
        assert "Failed" not in {step.status for step in recorded(work).steps}
    extract.run(a_work(mart, sources=[source.source], options=CHUNKS))
    assert len(rows_of(mart, GIDB["g_party"])) == 240


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("DROP TABLE g_party_history", "has no table G_PARTY_HISTORY"),
        ("ALTER TABLE g_party DROP COLUMN cause", "its table G_PARTY has no column CAUSE"),
        ("DROP TABLE g_prov_control", "has no table G_PROV_CONTROL"),
    ],
)
def test_X04_what_a_source_lacks_is_named(sqlite_idb: AnIdb, mart: Engine, damage: str, why: str) -> None:
    with writing(sqlite_idb.engine) as connection:
        connection.execute(text(damage))
    with pytest.raises(JobFailed, match=f"data source Berlin cannot be read: .*{why}"):
        extract.run(a_work(mart, sources=[sqlite_idb.source]))


def test_X04_a_source_that_cannot_be_reached_is_skipped_and_named(sqlite_idb: AnIdb, mart: Engine) -> None:
    sqlite_idb.add_call()
    sqlite_idb.publish()
    gone = Source(key=2, name="Oslo", url="sqlite:////nowhere/idb.sqlite", roles=frozenset({Role.ICON_CORE}))
    refused = Source(key=3, name="Rome", url="postgresql://u:secret@127.0.0.1:1/idb", roles=frozenset({Role.ICON_CORE}))
    work = a_work(mart, sources=[gone, sqlite_idb.source, refused])
    outcome = extract.run(work)
    assert (outcome.rows, outcome.note) == (7, "2 of 3 sources could not be read")
    oslo, rome = (line for line in recorded(work).warnings if "skipped" in line)
    assert "Oslo" in oslo and "there is no such file" in oslo
    assert "Rome" in rome and "secret" not in rome


def without_constraints(source: AnIdb, table: str) -> None:
    """As in databases that are older than their rules."""
    with writing(source.engine) as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO strict"))
        connection.execute(text(f"CREATE TABLE {table} AS SELECT * FROM strict"))


def test_X04_a_row_that_cannot_be_taken_is_its_sources_fault(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add_call()
    source.publish()
    without_constraints(source, "g_call")
    with writing(source.engine) as connection:
        connection.execute(text("UPDATE g_call SET state = NULL"))
    with pytest.raises(JobFailed, match=r"Berlin cannot be read: a row of G_CALL cannot be taken: .*state"):
        extract.run(a_work(mart, sources=[source.source]))


def test_a_row_without_its_moment_is_dated_to_the_beginning_of_time(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add_call()
    source.publish()
    without_constraints(source, "g_call")
    with writing(source.engine) as connection:
        connection.execute(text("UPDATE g_call SET created_ts = NULL"))
    extract.run(a_work(mart, sources=[source.source]))
    assert [row["created_ts"] for row in rows_of(mart, GIDB["g_call"])] == [0]


def test_X02_a_replaced_idb_stops_with_an_error(sqlite_idb: AnIdb, mart: Engine) -> None:
    sqlite_idb.add_call()
    sqlite_idb.publish()
    extract.run(a_work(mart, sources=[sqlite_idb.source]))
    marks = rows_of(mart, ctl_extract_mark)
    sqlite_idb.publish(current=3)
    with pytest.raises(JobFailed, match="was read up to number 7, but now it counts only to 3"):
        extract.run(a_work(mart, sources=[sqlite_idb.source]))
    assert rows_of(mart, ctl_extract_mark) == marks


def test_X07_older_data_than_the_start_date_are_left_out_but_the_configuration_is_not(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add(idb.gc_agent)
    source.add_call()
    source.at += 86_400
    source.add_call()
    source.publish()
    day = from_epoch(START + 86_400).strftime("%Y-%m-%d")
    work = a_work(mart, sources=[source.source], options={("gim-etl", "etl-start-date"): day})
    assert extract.run(work).rows == 8
    assert len(rows_of(mart, GIDB["gc_agent"])) == 1


@pytest.fixture
def sqlite_idb(tmp_path: Path) -> AnIdb:
    return an_idb(f"sqlite:///{(tmp_path / 'idb.sqlite').as_posix()}")


@pytest.fixture
def mart(sqlite_url: str) -> Engine:
    return empty_mart(sqlite_url)
