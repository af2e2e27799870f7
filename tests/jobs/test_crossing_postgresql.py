"""Rows into PostgreSQL: from its own database by one statement, from SQLite without what it cannot hold."""

from sqlalchemy import text

from gim_manager.jobs import extract
from gim_manager.schema import idb
from gim_manager.schema.engines import writing
from gim_manager.schema.gidb import GIDB
from tests.language.idb import an_idb
from tests.language.mart import bare_mart, rows_of
from tests.language.work import a_work


def test_a_source_in_the_info_marts_own_database_is_read_by_one_statement(postgresql_url: str) -> None:
    mart, source = bare_mart(postgresql_url), an_idb(postgresql_url)
    for status in (2, 1):
        source.add(idb.gcx_group_agent, groupid=5, agentid=7, status=status)
    call = source.add_call()
    source.publish()
    assert extract.run(a_work(mart, sources=[source.source])).rows == 8
    source.change(idb.g_call, call, state=9)
    source.publish()
    assert extract.run(a_work(mart, sources=[source.source])).rows == 1
    assert [row["state"] for row in rows_of(mart, GIDB["g_call"])] == [9]
    assert [row["status"] for row in rows_of(mart, GIDB["gcx_group_agent"])] == [1]


def test_a_nul_is_left_out(postgresql_url: str, sqlite_url: str) -> None:
    source, mart = an_idb(sqlite_url), bare_mart(postgresql_url)
    source.add(idb.g_userdata_history, value="x")
    source.publish()
    with writing(source.engine) as connection:
        connection.execute(text("UPDATE g_userdata_history SET value = 'a' || char(0) || 'b'"))
    extract.run(a_work(mart, sources=[source.source]))
    assert [row["value"] for row in rows_of(mart, GIDB["g_userdata_history"])] == ["ab"]
