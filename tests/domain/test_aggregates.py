"""The declaration of the hierarchies: names as the guide spells them, levels in order, one column a measure (A01)."""

import pytest

from gim_manager.domain.aggregates import (
    H_I_SESS_STATE,
    HIERARCHIES,
    LEVELS,
    Attribution,
    Fold,
    Hierarchy,
    Level,
    stored_columns,
    table_name,
    view_name,
)
from gim_manager.domain.reaggregation import HIERARCHY_NAMES


def test_A01_levels_follow_each_other_from_the_finest() -> None:
    assert [level.finer for level in LEVELS] == [None, *LEVELS[:-1]]
    assert [level.coarser for level in LEVELS] == [*LEVELS[1:], None]


@pytest.mark.parametrize(
    ("level", "suffix"),
    [("SUBHOUR", "subhr"), ("HOUR", "hour"), ("DAY", "day"), ("MONTH", "month"), ("QUARTER", "qrtr"), ("YEAR", "year")],
)
def test_A01_tables_and_views_are_named_as_the_guide_does(level: str, suffix: str) -> None:
    assert table_name(H_I_SESS_STATE, Level(level)) == f"agt_i_sess_state_{suffix}"
    assert view_name(H_I_SESS_STATE, Level(level)) == f"ag2_i_sess_state_{suffix}"


@pytest.mark.parametrize("hierarchy", HIERARCHIES, ids=lambda hierarchy: hierarchy.name)
def test_A01_a_hierarchy_is_one_of_the_guide_s_and_names_each_column_once(hierarchy: Hierarchy) -> None:
    columns = (*hierarchy.dimensions, *stored_columns(hierarchy))
    assert hierarchy.name in HIERARCHY_NAMES
    assert hierarchy.name == f"H_{hierarchy.stem.upper()}"
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("hierarchy", HIERARCHIES, ids=lambda hierarchy: hierarchy.name)
def test_A03_only_interval_hierarchies_count_what_is_touched(hierarchy: Hierarchy) -> None:
    touching = any(measure.fold is Fold.TOUCH for measure in hierarchy.measures)
    assert touching == (hierarchy.attribution is Attribution.INTERVAL)
    assert touching == hierarchy.name.startswith("H_I_")


def test_A03_a_touching_count_is_stored_with_what_was_carried_in() -> None:
    assert stored_columns(H_I_SESS_STATE)[-2:] == ("wrap", "wrap_carried")
