"""Whatever a text holds, it arrives as it was, on all four pairs of databases; and errors find their owner."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import SourceUnreadable
from gim_manager.jobs import extract
from gim_manager.jobs.crossing import in_the_mart, source_reading
from gim_manager.schema import idb
from gim_manager.schema.engines import make_engine
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.urls import parse_url
from tests.jobs.conftest import Pair
from tests.language.mart import empty_mart, rows_of
from tests.language.work import a_work

TRAPS = [
    "", "\\N", "\\.", "a\\", "\n\\.\n", "\t", "\r\n", '"', "'", ",", ":name", "%s %(x)s", "{}", "日本 🙂", " x ",
    "\x01\x7f", "NULL",
]  # fmt: skip
TEXTS = st.one_of(
    st.none(),
    st.sampled_from(TRAPS),
    st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40),
)


@settings(
    deadline=None, max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rows=st.lists(st.tuples(TEXTS, st.none() | st.integers(-(2**31), 2**31 - 1)), min_size=30, max_size=60))
def test_every_text_number_and_null_arrives_as_it_was(pair: Pair, rows: list[tuple[Any, Any]]) -> None:
    source, mart = _kept(pair)
    expected = {}
    for value, number in [*rows, *((trap, None) for trap in TRAPS)]:
        expected[source.add(idb.g_userdata_history, keyname=value or "k", value=value, agentid=number)] = (
            value,
            number,
        )
    source.publish()
    extract.run(a_work(mart, sources=[source.source]))
    arrived = {row["id"]: (row["value"], row["agentid"]) for row in rows_of(mart, GIDB["g_userdata_history"])}
    assert {key: arrived[key] for key in expected} == expected


def _kept(pair: Pair) -> Any:
    """The same two databases for all examples: the later ones go the way of changed tables, not of empty ones."""
    if not hasattr(pair, "made"):
        pair.made = (pair.idb(), empty_mart(pair.mart_url))  # type: ignore[attr-defined]
    return pair.made  # type: ignore[attr-defined]


def test_X04_an_error_of_the_source_is_the_sources_and_one_of_the_mart_is_not(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    with pytest.raises(SourceUnreadable, match="Berlin"), source_reading("Berlin", engine) as connection:
        connection.execute(text("SELECT * FROM nothing"))
    other = pytest.raises(DBAPIError)
    with other, source_reading("Berlin", engine) as connection, in_the_mart():
        connection.execute(text("SELECT * FROM nothing"))
