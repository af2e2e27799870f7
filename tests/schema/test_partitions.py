"""What PostgreSQL keeps in partitions is declared with a column that every key of the table holds."""

import pytest
from sqlalchemy import UniqueConstraint, text

from gim_manager.domain.partitions import Group
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.facts import interaction_fact
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import CONTROL, FACTS, INFO_MART, LANDING, PARTITIONED


def test_M02_facts_extracted_rows_and_history_are_in_partitions() -> None:
    wanted = {table.name for table in FACTS}
    wanted |= {table.name for table in LANDING if not table.name.startswith(("gidb_gc", "gidb_g_dss"))}
    wanted |= {table.name for table in CONTROL if table.name.endswith(("_audit_log", "_history"))} - {
        "ctl_purge_history"
    }
    assert set(PARTITIONED) == wanted


@pytest.mark.parametrize("name", PARTITIONED)
def test_M02_every_key_holds_the_column_of_the_partitions(name: str) -> None:
    table = INFO_MART.tables[name]
    unique = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    for key in (table.primary_key, *unique):
        assert PARTITIONED[name].column in key.columns.keys()  # noqa: SIM118
    assert not table.c[PARTITIONED[name].column].nullable


def test_only_the_history_is_dated_by_its_writer() -> None:
    ours = {name for name, table in PARTITIONED.items() if not table.is_dated_by_source}
    assert ours == {name for name in PARTITIONED if name.startswith("ctl_")}
    assert {PARTITIONED[name].group for name in ours} == {Group.GIM}


def test_M02_the_first_partition_takes_every_row_until_others_begin(postgresql_url: str) -> None:
    engine = make_engine(parse_url(postgresql_url))
    with writing(engine) as connection:
        interaction_fact.create(connection)
    with reading(engine) as connection:
        bounds = "SELECT relname, pg_get_expr(relpartbound, oid) FROM pg_class WHERE relispartition AND relkind = 'r'"
        assert {name: bound for name, bound in connection.execute(text(bounds))} == {
            "interaction_fact_before": "FOR VALUES FROM (MINVALUE) TO (MAXVALUE)",
            "interaction_fact_default": "DEFAULT",
        }
