"""What is remembered of a source: its row, its marks, and when it was last heard."""

from datetime import timedelta

from sqlalchemy import Engine

from gim_manager.domain.icon import Role
from gim_manager.domain.timing import from_epoch
from gim_manager.jobs import extract
from gim_manager.schema import idb
from gim_manager.schema.control import ctl_ds
from tests.jobs.conftest import Pair
from tests.language.idb import AnIdb
from tests.language.mart import empty_mart, rows_of
from tests.language.work import a_work, recorded


def warnings(mart: Engine, source: AnIdb, *, late: int) -> list[str]:
    """The warnings of a run that long after the last call."""
    work = a_work(mart, sources=[source.source], now=from_epoch(source.at - 30) + timedelta(seconds=late))
    extract.run(work)
    return recorded(work).warnings


def test_X05_a_source_without_new_data_is_named_with_what_is_awaited(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.add_call()
    source.publish()
    assert warnings(mart, source, late=900) == []
    (said,) = warnings(mart, source, late=901)
    assert said.startswith("55-20110 The data source Berlin is 901 seconds late; awaited are G_CALL, ")
    assert "G_USERDATA_HISTORY" in said and "G_LOGIN_SESSION" not in said, "no agent ever logged in here"


def test_X05_a_quiet_hour_of_a_connected_source_is_not_late(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    source.roles = frozenset({Role.ICON_CORE})
    source.add_call()
    for table in (idb.g_dss_gcc_provider, idb.g_dss_gud_provider):
        source.add(table, levent_dsutc=source.at + 3600)
    source.publish()
    assert warnings(mart, source, late=3600) == []


def test_a_source_has_one_row_for_good(pair: Pair) -> None:
    source, mart = pair.idb(), empty_mart(pair.mart_url)
    for _ in range(2):
        warnings(mart, source, late=0)
    (row,) = rows_of(mart, ctl_ds)
    assert (row["data_source_key"], row["data_source_name"], row["data_source_type"]) == (1, "Berlin", 1)
