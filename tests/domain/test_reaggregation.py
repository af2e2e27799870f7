"""The parameters of a re-aggregation: the guide's examples are read, and an error points at its character."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.aggregates import LEVELS, Level
from gim_manager.domain.errors import BadValue
from gim_manager.domain.reaggregation import (
    HIERARCHY_NAMES,
    BadParameters,
    Flavor,
    Reaggregation,
    read_parameters,
)
from tests.language.build import PARAMETERS, at
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
        ("-insertPendingAgg H_QUEUE,-DAY:2014-05-01:2014-05-31", 27, "the hierarchy is one of"),
        ("-insertPendingAgg H_QUEUE:2014-05-01:2014-05-31", 26, "a hyphen"),
        ("-insertPendingAgg H_QUEUE-WEEK:2014-05-01:2014-05-31", 27, "the level is one of SUBHOUR"),
        ("-insertPendingAgg H_QUEUE-DAY.Both:2014-05-01:2014-05-31", 31, "the flavor is one of Online"),
        ("-insertPendingAgg ALLSETS 2014-05-01:2014-05-31", 26, "a colon"),
        ("-insertPendingAgg ALLSETS:2014-5-1:2014-05-31", 27, "YYYY-MM-DD"),
        ("-insertPendingAgg ALLSETS:2014-02-30:2014-05-31", 27, "there is no day 2014-02-30"),
        ("-insertPendingAgg ALLSETS:2014-05-01", 37, "a colon"),
        ("-insertPendingAgg ALLSETS:2014-05-31:2014-05-01", 38, "lies before"),
        ("-insertPendingAgg ALLSETS:2014-05-01:2014-05-31 now", 49, "nothing more"),
        ("-insertPendingAgg ALLSETS:2014-05-01:2014-05-310", 48, "nothing more"),
        ("-insertPendingAgg ALLSETS-DAY:2014-05-01:2014-05-31", 26, "a colon and the first day"),
        ("-insertPendingAgg ALLSETS,H_QUEUE-DAY:2014-05-01:2014-05-31", 26, "a colon and the first day"),
        ("-insertPendingAgg :2014-05-01:2014-05-31", 19, "ALLSETS or a hierarchy is one of"),
        ("-insertPendingAgg H_QUEUE-:2014-05-01:2014-05-31", 27, "the level is one of"),
        ("-insertPendingAgg H_QUEUE,:2014-05-01:2014-05-31", 27, "the hierarchy is one of"),
        ("-insertPendingAgg H_QUEUE H_AGENT-DAY:2014-05-01:2014-05-31", 26, "a hyphen and a level"),
        ("-insertPendingAgg H_QUEUE-DAY.:2014-05-01:2014-05-31", 31, "the flavor is one of"),
        ("-insertPendingAgg H_QUEUE-DAY Offline:2014-05-01:2014-05-31", 31, "a colon and the first day"),
        ("-insertPendingAgg H_QUEUE-DAY::2014-05-31", 31, "a day is written YYYY-MM-DD"),
        ("-insertPendingAgg H_QUEUE-DAY:2014-05-01:", 42, "a day is written YYYY-MM-DD"),
        ("-insertPendingAgg H_QUEUE-DAY:01.05.2014:2014-05-31", 31, "a day is written YYYY-MM-DD"),
        ("-insertPendingAgg H_QUEUE-DAY:2014-05-01:2014-02-29", 42, "there is no day 2014-02-29"),
        ("-insertPendingAgg H_QUEUE-DAY:0000-01-01:2014-05-31", 31, "there is no day 0000-01-01"),
        ("-insertPendingAgg H_QUEUE-DAY:２０14-05-01:2014-05-31", 31, "a day is written YYYY-MM-DD"),
        ("-insertPendingAgg H_QÜEUE-DAY:2014-05-01:2014-05-31", 19, "a hierarchy is one of"),
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


def test_no_word_minds_its_case() -> None:
    text = "-INSERTPENDINGAGG h_queue-hour.OFFLINE:2014-05-01:2014-05-02"
    assert read_parameters(text) == read_parameters("-insertPendingAgg H_QUEUE-HOUR.Offline:2014-05-01:2014-05-02")
    assert read_parameters("-insertpendingagg allsets:2014-05-01:2014-05-31") == read_parameters(PARAMETERS)


def test_the_picture_points_at_the_character() -> None:
    with pytest.raises(BadParameters) as refused:
        read_parameters("-insertPendingAgg\tH_QUEUE-WEEK:2014-05-01:2014-05-31")
    assert refused.value.picture.splitlines() == [
        "-insertPendingAgg H_QUEUE-WEEK:2014-05-01:2014-05-31", f"{' ' * 26}^",
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["1969-12-31", "2038-01-01", "9999-12-31", "0001-01-01"])
def test_a_day_that_no_calendar_can_have_is_refused(day: str) -> None:
    with pytest.raises(BadParameters, match="no calendar has a day before 1970 or after 2037"):
        read_parameters(f"-insertPendingAgg ALLSETS:{day}:{day}")


hierarchies = st.just(HIERARCHY_NAMES) | st.lists(
    st.sampled_from(HIERARCHY_NAMES), min_size=1, max_size=12, unique=True
).map(tuple)
days = st.dates(date(1970, 1, 1), date(2037, 12, 31))
blanks = st.text(" \t", max_size=2)


@st.composite
def requests(draw: st.DrawFn) -> Reaggregation:
    start, end = sorted((draw(days), draw(days)))
    if draw(st.booleans()):
        return Reaggregation(hierarchies=HIERARCHY_NAMES, levels=LEVELS, flavor=None, start=start, end=end)
    level, flavor = draw(st.sampled_from(LEVELS)), draw(st.none() | st.sampled_from(Flavor))
    return Reaggregation(hierarchies=draw(hierarchies), levels=(level,), flavor=flavor, start=start, end=end)


def written(asked: Reaggregation, blank: str) -> str:
    """The request as a person writes it, with blanks wherever they are allowed."""
    if len(asked.levels) > 1:
        sets = "ALLSETS"
    else:
        names = "" if asked.is_of_all else f",{blank}".join(asked.hierarchies)
        sets = f"{names}-{asked.levels[0]}" + (f"{blank}.{asked.flavor}" if asked.flavor else "")
    return f"{blank}-insertPendingAgg {blank}{sets}:{asked.start}:{asked.end}{blank}"


@given(requests(), blanks)
def test_what_is_written_is_read_as_it_was_meant(asked: Reaggregation, blank: str) -> None:
    assert read_parameters(written(asked, blank)) == asked


@given(requests(), blanks, st.integers(0, 200), st.characters(exclude_characters=" \t"))
def test_a_fault_is_never_told_to_be_behind_its_place(
    asked: Reaggregation, blank: str, place: int, letter: str
) -> None:
    text = written(asked, blank)
    place = min(place, len(text))
    try:
        read_parameters(text[:place] + letter + text[place:])
    except BadParameters as wrong:
        assert wrong.column <= place + 1 or letter.isdecimal() or "no day" in str(wrong) or "before" in str(wrong)


@pytest.mark.parametrize(
    ("level", "number"),
    [("SUBHOUR", 5948), ("HOUR", 1487), ("DAY", 62), ("MONTH", 3), ("QUARTER", 2), ("YEAR", 1)],
)
def test_the_intervals_of_a_range_are_those_it_touches(level: str, number: int) -> None:
    found = read_parameters(f"-insertPendingAgg H_QUEUE-{level}:2014-02-27:2014-04-29")
    assert found.intervals(clock_of("Europe/Berlin")) == number, "the clocks went forward: an hour is missing"
