"""The parameters of a re-aggregation: the guide's examples are read, and an error points at its character."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.aggregates import LEVELS, Level
from gim_manager.domain.errors import BadValue
from gim_manager.domain.reaggregation import HIERARCHY_NAMES, BadParameters, Flavor, read_parameters
from tests.language.build import at
from tests.language.zones import clock_of


def test_the_guides_month_of_all_sets() -> None:
    found = read_parameters("-insertPendingAgg ALLSETS:2014-05-01:2014-05-31")
    assert (found.hierarchies, found.levels, found.flavor) == (HIERARCHY_NAMES, LEVELS, None)
    assert (found.start, found.end) == (date(2014, 5, 1), date(2014, 5, 31))


def test_the_guides_hierarchy() -> None:
    found = read_parameters("-insertPendingAgg H_QUEUE-HOUR:2014-05-01:2014-05-02")
    assert (found.hierarchies, found.levels, found.flavor) == (("H_QUEUE",), (Level.HOUR,), None)


@pytest.mark.parametrize("flavor", [".Offline", " .Offline", ".offline"])
def test_R20_the_guides_flavor_may_follow_a_blank(flavor: str) -> None:
    found = read_parameters(f"-insertPendingAgg H_I_AGENT-SUBHOUR{flavor}:2014-05-01:2014-05-02")
    assert (found.hierarchies, found.levels, found.flavor) == (("H_I_AGENT",), (Level.SUBHOUR,), Flavor.OFFLINE)


def test_R20_an_empty_list_means_all_hierarchies_at_that_level() -> None:
    found = read_parameters("-insertPendingAgg -DAY:2014-05-01:2014-05-01")
    assert (found.hierarchies, found.levels) == (HIERARCHY_NAMES, (Level.DAY,))


def test_a_list_may_have_blanks_and_names_each_once() -> None:
    found = read_parameters("  -insertPendingAgg  h_id, H_QUEUE,H_ID-YEAR:2014-05-01:2014-05-01 ")
    assert found.hierarchies == ("H_ID", "H_QUEUE")


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("", 1, "-insertPendingAgg is expected"),
        ("ALLSETS:2014-05-01:2014-05-31", 1, "-insertPendingAgg is expected"),
        ("-insertPendingAgg", 18, "a blank"),
        ("-insertPendingAggALLSETS", 18, "a blank"),
        ("-insertPendingAgg H_QUEUES-DAY:2014-05-01:2014-05-31", 19, "a hierarchy"),
        ("-insertPendingAgg H_QUEUE,-DAY:2014-05-01:2014-05-31", 27, "a hierarchy is one of"),
        ("-insertPendingAgg H_QUEUE:2014-05-01:2014-05-31", 26, "a hyphen"),
        ("-insertPendingAgg H_QUEUE-WEEK:2014-05-01:2014-05-31", 27, "the level is one of SUBHOUR"),
        ("-insertPendingAgg H_QUEUE-DAY.Both:2014-05-01:2014-05-31", 31, "the flavor is one of Online"),
        ("-insertPendingAgg ALLSETS 2014-05-01:2014-05-31", 26, "a colon"),
        ("-insertPendingAgg ALLSETS:2014-5-1:2014-05-31", 27, "YYYY-MM-DD"),
        ("-insertPendingAgg ALLSETS:2014-02-30:2014-05-31", 27, "there is no day 2014-02-30"),
        ("-insertPendingAgg ALLSETS:2014-05-01", 37, "a colon"),
        ("-insertPendingAgg ALLSETS:2014-05-31:2014-05-01", 38, "lies before"),
        ("-insertPendingAgg ALLSETS:2014-05-01:2014-05-31 now", 49, "nothing more"),
    ],
)
def test_an_error_points_at_its_character(text: str, column: int, says: str) -> None:
    with pytest.raises(BadParameters) as refused:
        read_parameters(text)
    assert refused.value.column == column
    assert f"at character {column}" in str(refused.value)
    assert says in str(refused.value)


def test_R20_the_range_ends_after_its_last_day_in_the_calendars_zone() -> None:
    found = read_parameters("-insertPendingAgg ALLSETS:2026-10-25:2026-10-25")
    assert found.range(clock_of("Europe/Berlin")) == (at("2026-10-24T22:00"), at("2026-10-25T23:00"))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        read_parameters(text)
    except BadParameters as wrong:
        assert isinstance(wrong, BadValue)
        assert 1 <= wrong.column <= len(text) + 1
