"""The builder's controls and the Job Parameters say the same, whichever of them is changed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.aggregates import LEVELS, Level
from gim_manager.domain.reaggregation import HIERARCHY_NAMES, Flavor, read_parameters
from gim_manager.presenters import words
from gim_manager.presenters.reaggregation_builder import (
    BUILT,
    Selection,
    families,
    is_day,
    resolved,
    selection,
    usual_days,
)
from tests.language.fake_clock import BERLIN

FIRST, LAST = "2026-09-01", "2026-09-30"
CHOSEN = Selection(hierarchies=("H_QUEUE", "H_AGENT"), flavor=Flavor.OFFLINE, first=FIRST, last=LAST)
TEXT = "-insertPendingAgg H_QUEUE,H_AGENT-SUBHOUR.Offline:2026-09-01:2026-09-30"
EVERYTHING = Selection(hierarchies=BUILT, level=None, first=FIRST, last=LAST)

some = st.lists(st.sampled_from(BUILT), unique=True, min_size=1)
SELECTIONS = st.one_of(
    st.just(EVERYTHING),
    st.builds(
        Selection, hierarchies=some.map(tuple), level=st.sampled_from(LEVELS),
        flavor=st.sampled_from([None, *Flavor]), first=st.just(FIRST), last=st.just(LAST),
    ),
)  # fmt: skip


@given(SELECTIONS)
def test_whatever_can_be_chosen_is_written_and_read_again(chosen: Selection) -> None:
    again = selection(chosen.text, Selection())
    assert set(again.hierarchies) == set(chosen.hierarchies)
    assert replace(again, hierarchies=()) == replace(chosen, hierarchies=())
    asked = read_parameters(chosen.text)
    assert {one.name for one, _ in asked.sets} == set(chosen.hierarchies)
    assert asked.levels == (LEVELS if chosen.level is None else (chosen.level,))
    assert (asked.flavor, str(asked.start), str(asked.end)) == (chosen.flavor, chosen.first, chosen.last)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        (TEXT, CHOSEN),
        ("-insertPendingAgg ALLSETS:2026-09-01:2026-09-30", EVERYTHING),
        ("-insertPendingAgg -HOUR:2026-09-01:2026-09-30", replace(EVERYTHING, level=Level.HOUR)),
        (f"-insertPendingAgg {','.join(HIERARCHY_NAMES)}-DAY:2026-09-01:2026-09-30",
         replace(EVERYTHING, level=Level.DAY)),
        ("  -insertpendingagg  h_queue, H_AGENT,h_queue-subhour .offline:2026-09-01:2026-09-30 ", CHOSEN),
        ("-insertPendingAgg H_CAMPAIGN-DAY:2026-09-01:2026-09-30",
         Selection(hierarchies=("H_CAMPAIGN",), level=Level.DAY, first=FIRST, last=LAST)),
    ],
)  # fmt: skip
def test_every_form_of_the_grammar_sets_the_controls(text: str, chosen: Selection) -> None:
    assert selection(text, Selection()) == chosen


def test_what_cannot_be_read_leaves_its_controls_as_they_are_and_says_so() -> None:
    text = "-insertPendingAgg H_QUEU-HOUR:2026-10-01:2026-10-0"
    kept = selection(text, CHOSEN)
    assert kept == CHOSEN.with_days("2026-10-01", "2026-10-0"), "the days are read all the same"
    assert resolved(text, kept, BERLIN).lack.startswith("What cannot be read is not shown here.")
    assert selection("a:b:c:d", CHOSEN) == CHOSEN
    assert resolved("a:b:c:d", CHOSEN, BERLIN).lack.startswith("What cannot be read is not shown here.")


def test_the_controls_follow_a_set_whose_days_are_not_yet_typed() -> None:
    found = selection("-insertPendingAgg H_ID-DAY.Online", CHOSEN)
    assert found == Selection(hierarchies=("H_ID",), level=Level.DAY, flavor=Flavor.ONLINE)
    assert resolved(found.text, found, BERLIN).lack == "Choose the first and the last day."


def test_an_empty_text_chooses_nothing_and_keeps_a_level_that_was_chosen_before_any_set() -> None:
    assert selection("  ", CHOSEN) == Selection()
    waiting = Selection().with_level(Level.DAY).with_flavor(Flavor.ONLINE)
    assert waiting.text == ""
    assert selection("", waiting) == waiting
    assert resolved("", waiting, BERLIN).lack.startswith("Nothing is chosen")


def test_days_without_a_set_never_mean_all_of_them() -> None:
    chosen = Selection().with_days("2026-09-01", "2026-09-30")
    assert chosen.text == "-insertPendingAgg :2026-09-01:2026-09-30"
    assert selection(chosen.text, chosen) == chosen
    assert resolved(chosen.text, chosen, BERLIN).lack.startswith("Choose a hierarchy")


def test_a_range_that_runs_backwards_is_told() -> None:
    chosen = CHOSEN.with_days("2026-09-30", "2026-09-01")
    assert resolved(chosen.text, chosen, BERLIN).lack == "The last day must not lie before the first."


def test_all_sets_has_three_states_and_is_ticked_or_cleared_as_a_whole() -> None:
    assert [Selection().is_all_sets, CHOSEN.is_all_sets, EVERYTHING.is_all_sets] == [False, None, True]
    assert EVERYTHING.with_level(Level.HOUR).is_all_sets is None, "all hierarchies, and not every set"
    assert CHOSEN.with_all(True) == EVERYTHING
    cleared = EVERYTHING.with_all(False)
    assert (cleared.hierarchies, cleared.level, cleared.is_all_sets) == ((), Level.SUBHOUR, False)


def test_names_go_with_one_level_and_all_levels_with_everything() -> None:
    fewer = EVERYTHING.with_hierarchy("H_ID", False)
    assert fewer.level is Level.SUBHOUR and len(fewer.hierarchies) == len(BUILT) - 1
    assert fewer.with_level(None) == fewer, "all levels of some hierarchies cannot be written"
    more = fewer.with_hierarchy("H_ID", True)
    assert more.text == "-insertPendingAgg -SUBHOUR:2026-09-01:2026-09-30"
    assert more.with_flavor(Flavor.ONLINE).with_level(None) == more.with_level(None)
    assert EVERYTHING.with_flavor(Flavor.ONLINE) == EVERYTHING


def test_R20_the_resolved_range_is_told_in_the_calendars_zone_with_what_is_rebuilt() -> None:
    found = resolved(TEXT, CHOSEN, BERLIN)
    assert found.range == "Tue 1 Sep 2026 00:00 CEST – Thu 1 Oct 2026 00:00 CEST"
    assert found.amount == "2 hierarchies × 2,880 intervals"
    assert found.lack == ""
    assert resolved(TEXT, CHOSEN, None).range == "Tue 1 Sep 2026 00:00 – Thu 1 Oct 2026 00:00"


def test_a_day_of_25_hours_has_100_subhours() -> None:
    text = "-insertPendingAgg H_ID-SUBHOUR:2026-10-25:2026-10-25"
    found = resolved(text, selection(text, Selection()), BERLIN)
    assert words.plain(found.range) == "Sun 25 Oct 2026 00:00 CEST – Mon 26 Oct 2026 00:00 CET"
    assert found.amount == "1 hierarchy × 100 intervals"


def test_the_families_hold_every_hierarchy_once_and_what_is_not_built_last() -> None:
    columns = families()
    assert sorted(name for column in columns for name in column) == sorted(HIERARCHY_NAMES)
    assert columns[0] == ("H_AGENT", "H_AGENT_GRP", "H_AGENT_QUEUE", "H_AGENT_CAMPAIGN")
    assert columns[1][0] == "H_QUEUE" and all(name.startswith("H_I_") for name in columns[2])
    assert columns[3] == ("H_ID", "H_CAMPAIGN")


def test_the_usual_days_end_yesterday_or_today() -> None:
    assert usual_days(date(2026, 10, 25)) == (
        ("Yesterday", date(2026, 10, 24), date(2026, 10, 24)),
        ("Last 7 days", date(2026, 10, 18), date(2026, 10, 24)),
        ("This month", date(2026, 10, 1), date(2026, 10, 25)),
    )


def test_a_day_is_one_of_the_calendars() -> None:
    assert is_day("2026-02-28")
    assert not any(is_day(text) for text in ("2026-02-30", "2026-2-3", "1812-01-01", "", "2026-02-28 "[:9]))
