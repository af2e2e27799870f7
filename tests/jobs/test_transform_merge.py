"""How computed rows meet the rows that are there: keys kept, equal rows left alone, vanished ones purged."""

import pytest
from sqlalchemy import Engine, text

from gim_manager.jobs.transform_merge import FACT_TARGETS, give_keys, merge, purge, touch_before
from gim_manager.schema.engines import writing
from gim_manager.schema.facts import FACTS, sm_res_session_fact
from tests.language.calls import T0
from tests.language.mart import bare_mart, rows_of

TARGET = FACT_TARGETS["sm_res_session_fact"]
COMPUTED = """
    CREATE TEMP TABLE new_sm_res_session_fact AS
    SELECT k.fact_key AS sm_res_session_fact_key, k.is_new, s.natural_id, s.start_date_time_key,
        s.end_ts - s.end_ts % 900 AS end_date_time_key, 1 AS tenant_key, 1 AS media_type_key, s.start_ts, s.end_ts,
        s.end_ts - s.start_ts AS total_duration
    FROM t_seen s JOIN key_sm_res_session_fact k ON k.natural_id = s.natural_id"""


@pytest.fixture
def mart(database_url: str) -> Engine:
    return bare_mart(database_url)


def write(mart: Engine, audit_key: int, **ends: int) -> int:
    """Sessions by natural id, each from T0 to its end; how many rows were written."""
    with writing(mart) as connection:
        seen = " UNION ALL ".join(
            f"SELECT '{name}' AS natural_id, {T0} AS start_date_time_key, {T0} AS start_ts, {T0 + end} AS end_ts"
            for name, end in ends.items()
        )
        connection.execute(text(f"CREATE TEMP TABLE t_seen AS {seen}"))
        connection.execute(
            text("CREATE TEMP TABLE t_touched (fact_name TEXT, start_date_time_key INT, end_date_time_key INT)")
        )
        give_keys(connection, TARGET, "t_seen")
        connection.execute(text(COMPUTED))
        touch_before(connection, TARGET)
        return merge(connection, TARGET, audit_key) + purge(connection, TARGET, "tenant_key = 1", audit_key)


def rows(mart: Engine) -> dict[str, tuple[int, ...]]:
    columns = ("sm_res_session_fact_key", "total_duration", "purge_flag", "create_audit_key", "update_audit_key")
    return {row["natural_id"]: tuple(row[column] for column in columns) for row in rows_of(mart, sm_res_session_fact)}


def test_new_rows_get_the_next_keys(mart: Engine) -> None:
    assert write(mart, 1, a=10, b=20) == 2
    assert write(mart, 2, a=10, b=20, c=30) == 1
    assert rows(mart) == {"a": (1, 10, 0, 1, 1), "b": (2, 20, 0, 1, 1), "c": (3, 30, 0, 2, 2)}


def test_T01_a_changed_row_keeps_its_key_and_an_equal_one_is_left_alone(mart: Engine) -> None:
    write(mart, 1, a=10, b=20)
    assert write(mart, 2, a=10, b=25) == 1
    assert rows(mart) == {"a": (1, 10, 0, 1, 1), "b": (2, 25, 0, 1, 2)}


def test_T01_a_vanished_row_is_purged_and_comes_back_under_its_key(mart: Engine) -> None:
    write(mart, 1, a=10, b=20)
    assert write(mart, 2, a=10) == 1
    assert rows(mart)["b"] == (2, 20, 1, 1, 2)
    assert write(mart, 3, a=10, b=20) == 1
    assert rows(mart)["b"] == (2, 20, 0, 1, 3)


def test_every_fact_is_known_by_an_id_and_the_slot_of_its_start() -> None:
    assert len(FACT_TARGETS) == len(FACTS)
    for target in FACT_TARGETS.values():
        assert target.natural[-1] == "start_date_time_key"
        assert target.identifier == next(iter(target.table.primary_key.columns)).name
