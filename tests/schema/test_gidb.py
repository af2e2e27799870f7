"""The landing tables are the source tables, less what ICON keeps for itself, plus who wrote the row."""

import pytest

from gim_manager.schema.gidb import GIDB, is_kept
from gim_manager.schema.idb import SOURCE_TABLES, SourceTable

ADDED = {"data_source_key", "producer_batch_id", "create_audit_key", "update_audit_key"}


@pytest.mark.parametrize("source", SOURCE_TABLES, ids=lambda source: source.table.name)
def test_a_copy_has_the_columns_that_are_documented(source: SourceTable) -> None:
    copy = GIDB[source.table.name]
    assert copy.name == f"gidb_{source.table.name}"
    assert set(copy.columns.keys()) == {name for name in source.table.columns.keys() if is_kept(name)} | ADDED  # noqa: SIM118
    assert all(column.nullable is False for column in copy.primary_key)


@pytest.mark.parametrize("name", ["gsys_seq", "gsys_useq", "gsys_partition", "gsys_ts", "gsys_tc", "created_tcode"])
def test_what_icon_keeps_for_itself_is_dropped(name: str) -> None:
    assert not is_kept(name)


@pytest.mark.parametrize("name", ["gsys_domain", "gsys_sys_id", "gsys_ext_vch1", "created", "created_ts"])
def test_all_else_is_kept(name: str) -> None:
    assert is_kept(name)


@pytest.mark.parametrize(
    ("table", "identity"),
    [
        ("gc_agent", ["id", "data_source_key"]),
        ("gcx_login_info", ["loginid", "agentid", "created_ts"]),
        ("g_call", ["id", "data_source_key", "created_ts"]),
        ("g_party_history", ["phid", "data_source_key", "added_ts"]),
    ],
)
def test_M02_a_row_is_known_by_its_source_and_the_partition_column(table: str, identity: list[str]) -> None:
    assert sorted(GIDB[table].primary_key.columns.keys()) == sorted(identity)
