"""The aggregate tables and the views on them: one shape a hierarchy at all six levels (A01)."""

import pytest

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Hierarchy, table_name, view_name
from gim_manager.schema.aggregates import TABLES, reported
from gim_manager.schema.views import VIEWS


def test_A01_every_hierarchy_has_a_table_and_a_view_at_every_level() -> None:
    assert {str(table.name) for table in TABLES.values()} == {
        table_name(hierarchy, level) for hierarchy in HIERARCHIES for level in LEVELS
    }
    views = {view.name for view in VIEWS if view.name.startswith("ag2_")}
    assert views == {view_name(hierarchy, level) for hierarchy in HIERARCHIES for level in LEVELS}


@pytest.mark.parametrize("hierarchy", HIERARCHIES, ids=lambda hierarchy: hierarchy.name)
def test_A01_all_levels_of_a_hierarchy_have_one_shape(hierarchy: Hierarchy) -> None:
    shapes = {tuple(TABLES[hierarchy, level].columns.keys()) for level in LEVELS}
    keys = {tuple(TABLES[hierarchy, level].primary_key.columns.keys()) for level in LEVELS}
    assert len(shapes) == 1
    assert keys == {("date_time_key", *hierarchy.dimensions)}


@pytest.mark.parametrize("hierarchy", HIERARCHIES, ids=lambda hierarchy: hierarchy.name)
def test_A01_reports_see_the_documented_columns_and_nothing_carried(hierarchy: Hierarchy) -> None:
    stored = TABLES[hierarchy, LEVELS[0]].columns.keys()
    assert set(reported(hierarchy)) == {name for name in stored if not name.endswith("_carried")}
