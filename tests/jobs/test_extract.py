"""Job_ExtractICON on all four pairs of databases: every row once, whatever happens on the way."""

from typing import Any

from sqlalchemy import Engine

from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import from_epoch
from gim_manager.jobs import extract
from gim_manager.jobs.partitions import keep_partitions
from gim_manager.schema import idb
from gim_manager.schema.control import ctl_audit_log, ctl_extract_history, ctl_extract_mark
from gim_manager.schema.gidb import GIDB
from tests.jobs.conftest import Pair
from tests.language.idb import START, AnIdb
from tests.language.mart import empty_mart, rows_of
from tests.language.work import a_work, recorded

AUDIT = ("create_audit_key", "update_audit_key")


def extracted(mart: Engine, source: AnIdb, **options: str) -> tuple[int, str, Any]:
    work = a_work(mart, sources=[source.source], options={("gim-etl", name): value for name, value in options.items()})
    outcome = extract.run(work)
    return outcome.rows, outcome.note, recorded(work)


def test_X02_what_the_source_holds_arrives_and_nothing_twice(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    for _ in range(5):
        source.add_call()
    source.publish()
    rows, note, report = extracted(mart, source)
    assert (rows, note) == (35, "")
    assert report.rows_of("Berlin: G_PARTY") == 10
    assert len(rows_of(mart, GIDB["g_party"])) == 10
    assert extracted(mart, source)[:2] == (0, "nothing new")


def test_X02_the_copy_is_the_row_less_what_is_dropped(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add_call(callani="0301234", connidnum=2**40)
    source.publish()
    extracted(mart, source)
    (copied,) = rows_of(mart, GIDB["g_call"], without=[*AUDIT, "data_source_key", "producer_batch_id"])
    (original,) = rows_of(source.engine, idb.g_call, *copied)
    assert copied == original


def test_X02_rows_beyond_the_bound_of_their_provider_wait(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add_call()
    seen = source.last
    source.add_call()
    source.publish(current=seen)
    assert extracted(mart, source)[0] == 7
    source.publish()
    assert extracted(mart, source)[0] == 7
    assert len(rows_of(mart, GIDB["g_call"])) == 2


def test_X02_a_row_whose_moment_changed_has_one_copy_in_the_partition_of_its_new_moment(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    moved, other = source.add_call(), source.add_call()
    source.publish()
    extracted(mart, source)
    with (work := a_work(mart, now=from_epoch(START))).report.step("partitions") as step:
        keep_partitions(work, step)
    for later in (START + 2 * DAY, START - DAY):
        source.change(idb.g_call, moved, created_ts=later)
        source.publish()
        assert extracted(mart, source)[0] == 1
        copies = {row["id"]: row["created_ts"] for row in rows_of(mart, GIDB["g_call"])}
        assert len(rows_of(mart, GIDB["g_call"])) == 2
        assert copies == {moved: later, other: START + 30}


def test_X02_a_changed_row_replaces_its_copy_and_only_it_is_new_to_readers(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    first, second = source.add_call(), source.add_call()
    source.publish()
    extracted(mart, source)
    before = {row["id"]: row for row in rows_of(mart, GIDB["g_call"])}
    source.change(idb.g_call, first, state=9)
    source.change(idb.g_call, second, state=1)  # written again, as it was
    source.publish()
    assert extracted(mart, source)[0] == 1
    after = {row["id"]: row for row in rows_of(mart, GIDB["g_call"])}
    assert after[first]["state"] == 9
    assert after[first]["update_audit_key"] > before[first]["update_audit_key"]
    assert after[first]["create_audit_key"] == before[first]["create_audit_key"]
    assert after[second] == before[second]


def test_X02_a_row_changed_after_the_bound_is_read_again_when_the_bound_reaches_it(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    call = source.add_call()
    seen = source.last
    source.change(idb.g_call, call, state=5)
    source.publish(current=seen)
    extracted(mart, source)
    source.change(idb.g_call, call, state=6)
    source.publish()
    extracted(mart, source)
    assert [row["state"] for row in rows_of(mart, GIDB["g_call"])] == [6]


def test_X03_each_chunk_leaves_an_audit_row_a_history_row_and_a_mark(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    for _ in range(250):
        source.add(idb.g_call, callid=f"C{source.last}", irid="I")
    source.publish()
    extracted(mart, source, **{"extract-data-chunk-rows": "100"})
    history = [row for row in rows_of(mart, ctl_extract_history) if row["table_name"] == "g_call"]
    assert [row["row_count"] for row in history] == [100, 100, 50]
    keys = {row["create_audit_key"] for row in history}
    audited = [row for row in rows_of(mart, ctl_audit_log) if row["audit_key"] in keys]
    assert [row["row_count"] for row in audited] == [100, 100, 50]
    assert all(row["inserted"] and row["transaction_id"] == row["audit_key"] for row in audited)
    (mark,) = [row for row in rows_of(mart, ctl_extract_mark) if row["table_name"] == "g_call"]
    assert (mark["last_seq"], mark["max_ts"]) == (250, source.at)


def test_a_link_tied_twice_within_a_second_is_one_row(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    for status in (2, 1):
        source.add(idb.gcx_group_agent, groupid=5, agentid=7, status=status)
    source.publish()
    extracted(mart, source)
    assert [row["status"] for row in rows_of(mart, GIDB["gcx_group_agent"])] == [1]
