"""What is kept of a hierarchy has the shape of its aggregates."""

import pytest

from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.kept import KEPT


@pytest.mark.parametrize("hierarchy", HIERARCHIES, ids=lambda hierarchy: hierarchy.name)
def test_a_kept_row_is_a_row_of_the_aggregate_of_a_run_and_a_level_before_or_after(hierarchy: Hierarchy) -> None:
    kept, table = KEPT[hierarchy], TABLES[hierarchy, Level.DAY]
    added = {"run_id", "agg_level", "is_after"}
    assert set(kept.columns.keys()) == {*table.columns.keys(), *added}
    assert set(kept.primary_key.columns.keys()) == {*table.primary_key.columns.keys(), *added}
    assert all(isinstance(kept.c[name].type, type(column.type)) for name, column in table.columns.items())
