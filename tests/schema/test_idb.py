"""The source tables are read as ICON writes them."""

import pytest

from gim_manager.domain.icon import Role
from gim_manager.schema.idb import SOURCE_TABLES, SourceTable

BY_NAME = {source.table.name: source for source in SOURCE_TABLES}


@pytest.mark.parametrize("source", SOURCE_TABLES, ids=lambda source: source.table.name)
def test_X02_every_table_can_be_read_by_its_sequences(source: SourceTable) -> None:
    indexed = {tuple(index.columns.keys()) for index in source.table.indexes}
    assert {("gsys_seq",), ("gsys_useq",)} <= indexed
    assert source.moment in source.table.columns
    assert source.roles
    assert len(source.table.primary_key.columns) == 1


def test_configuration_comes_first() -> None:
    configuration = [Role.ICON_CFG in source.roles for source in SOURCE_TABLES]
    assert configuration == sorted(configuration, reverse=True)


def test_histories_are_never_changed_after_writing() -> None:
    assert not BY_NAME["g_party_history"].updated
    assert BY_NAME["g_call"].updated
