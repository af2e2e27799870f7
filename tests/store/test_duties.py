"""Who led the schedule at a moment, and who came before and after."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_duty
from gim_manager.store import duties
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON

HOUR = timedelta(hours=1)


@pytest.fixture
def three(database: Database) -> Database:
    """Three duties of an hour each, an hour apart, the last of them still on."""
    rows = [
        {"server": server, "since": micros(NOON + start * HOUR), "until": until and micros(NOON + until * HOUR)}
        for server, start, until in (("a", 0, 1), ("b", 2, 3), ("c", 4, None))
    ]
    with writing(database.manager) as connection:
        connection.execute(insert(mgr_duty), rows)
    return database


@pytest.mark.parametrize(
    ("hours", "servers"), [(-1, ["a"]), (0, ["a", "b"]), (1.5, ["a", "b"]), (2, ["b", "c"]), (9, ["c"])]
)
def test_the_duty_at_a_moment_and_the_next_are_told(three: Database, hours: float, servers: list[str]) -> None:
    with reading(three.manager) as connection:
        assert [duty.server for duty in duties.around(connection, NOON + hours * HOUR)] == servers


def test_what_ended_long_ago_is_forgotten(three: Database) -> None:
    with writing(three.manager) as connection:
        duties.forget(connection, before=NOON + 2 * HOUR)
        assert [duty.server for duty in duties.around(connection, NOON + 2 * HOUR)] == ["b", "c"]
        assert [duty.server for duty in duties.around(connection, NOON)] == ["b"]


@pytest.mark.parametrize(
    ("since", "until", "servers"),
    [(0.5, 2.5, ["a", "b"]), (1.5, 1.7, ["a"]), (3.5, 9, ["b", "c"]), (-2, -1, []), (-2, 0.5, ["a"])],
)
def test_those_that_touch_a_time_are_told_and_the_one_before(
    three: Database, since: float, until: float, servers: list[str]
) -> None:
    with reading(three.manager) as connection:
        found = duties.between(connection, NOON + since * HOUR, NOON + until * HOUR)
    assert [duty.server for duty in found] == servers
