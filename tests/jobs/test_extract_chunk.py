"""A chunk: which numbers it spans, which changes it sees, which of its rows may be one and the same."""

from gim_manager.jobs.extract_chunk import Chunk, is_number, is_time
from gim_manager.schema import idb
from gim_manager.schema.idb import SOURCE_TABLES

BY_NAME = {source.table.name: source for source in SOURCE_TABLES}


def chunk(table: str, *, since: int = 0, first: bool = False) -> Chunk:
    return Chunk(source=BY_NAME[table], data_source_key=1, low=10, high=20, since=since, first=first)


def test_X02_new_and_changed_rows_are_found_by_their_two_numbers() -> None:
    both = "((gsys_seq > 10 AND gsys_seq <= 20) OR (gsys_useq > 10 AND gsys_useq <= 20))"
    assert chunk("g_call").condition() == both


def test_a_table_that_icon_never_changes_is_found_by_one() -> None:
    assert chunk("g_party_history").condition() == "((gsys_seq > 10 AND gsys_seq <= 20))"


def test_the_first_extraction_finds_each_row_once() -> None:
    assert chunk("g_call", first=True).condition() == "((gsys_seq > 10 AND gsys_seq <= 20))"


def test_X07_older_rows_are_left_out() -> None:
    assert chunk("g_route_result", since=7).condition().endswith(" AND added_ts >= 7")


def test_only_links_may_repeat() -> None:
    assert {name for name in BY_NAME if chunk(name).may_repeat} == {name for name in BY_NAME if name.startswith("gcx_")}


def test_kinds_of_columns() -> None:
    assert is_number(idb.g_call.c.connidnum) and not is_number(idb.g_call.c.callid)
    assert is_time(idb.g_call.c.created) and not is_time(idb.g_call.c.created_ts)
