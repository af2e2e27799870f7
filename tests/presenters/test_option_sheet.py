"""What a person drafts over the options, what is wrong with it, and who was faster."""

from dataclasses import replace

import pytest

from gim_manager.domain.options import Options
from gim_manager.presenters.option_sheet import Sheet, changes, judged, previewed, seen
from gim_manager.usecases.options import Read
from tests.language.fake_options import the_options

FREQUENCY, START = ("schedule", "etl-frequency"), ("schedule", "etl-start-time")
MAINTAIN, END = ("schedule", "maintain-start-time"), ("schedule", "etl-end-time")
RUN = ("schedule", "run-scheduler")


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(read=the_options())


def as_set(sheet: Sheet, **values: str) -> Sheet:
    """What another person has applied meanwhile."""
    changed = sheet.stored.changed({("schedule", name.replace("_", "-")): value for name, value in values.items()})
    return sheet.refreshed(replace(sheet.read, options=changed))


def test_typing_makes_a_draft_and_typing_it_back_none(sheet: Sheet) -> None:
    typed = sheet.typed(FREQUENCY, "20")
    assert (typed.text(FREQUENCY), changes(typed), seen(typed)) == ("20", {FREQUENCY: "20"}, {FREQUENCY: None})
    assert not typed.typed(FREQUENCY, "30").drafts
    assert not sheet.typed(START, "6:30").drafts, "another spelling of the same time is no change"


def test_the_text_stays_as_it_is_typed_and_is_written_as_it_is_kept(sheet: Sheet) -> None:
    typed = sheet.typed(START, " 7:30")
    assert (typed.text(START), changes(typed)) == (" 7:30", {START: "07:30"})


def test_a_wrong_value_is_told_and_blocks(sheet: Sheet) -> None:
    found = judged(sheet.typed(FREQUENCY, "often"))
    assert found.blocking == (FREQUENCY,) and found.unreadable == {FREQUENCY}
    assert "a whole number from 0 to 1440 minutes" in found.errors[FREQUENCY]
    assert found.proposed == sheet.stored


def test_R11_a_value_that_contradicts_others_blocks_where_it_is_drafted(sheet: Sheet) -> None:
    found = judged(sheet.typed(MAINTAIN, "22:30"))
    assert found.blocking == (MAINTAIN,) and not found.unreadable
    assert "lies inside the ETL window" in found.errors[MAINTAIN]


def test_R11_a_value_that_puts_another_in_the_wrong_blocks_too(sheet: Sheet) -> None:
    found = judged(sheet.typed(END, "04:00"))
    assert found.blocking == (MAINTAIN,)


def test_what_was_wrong_before_keeps_nobody_from_more(sheet: Sheet) -> None:
    wrong = as_set(sheet, maintain_start_time="12:00")
    found = judged(wrong.typed(FREQUENCY, "20"))
    assert MAINTAIN in found.errors and found.blocking == ()
    assert judged(wrong.typed(MAINTAIN, "13:00")).blocking == (MAINTAIN,), "who touches it must put it right"


def test_a_channel_that_is_switched_on_without_its_options_is_a_warning(sheet: Sheet) -> None:
    found = judged(sheet.typed(("alarms", "command"), "true"))
    assert "command-line is not set" in found.warnings["alarms", "command"]
    assert found.blocking == ()
    assert judged(sheet.typed(("alarms", "mail-port"), "none")).blocking == (("alarms", "mail-port"),)


def test_the_default_unsets_an_option(sheet: Sheet) -> None:
    reset = sheet.reset((RUN, FREQUENCY))
    assert changes(reset) == {RUN: None}
    assert reset.text(RUN) == "false"
    assert changes(sheet.put(FREQUENCY, "30")) == {FREQUENCY: "30"}, "set to its default is not the same as unset"


def test_what_was_once_is_drafted_again_and_taken_back(sheet: Sheet) -> None:
    schedule = ("schedule", "aggregate-schedule")
    assert sheet.put(schedule, "30 2").text(schedule) == "30 2"
    assert not sheet.put(schedule, "30 2").put(schedule, "0 4").drafts
    assert not sheet.typed(FREQUENCY, "20").discarded().drafts


def test_a_draft_over_what_another_person_changed_must_be_decided(sheet: Sheet) -> None:
    overtaken = as_set(sheet.typed(FREQUENCY, "20"), etl_frequency="45")
    assert judged(overtaken).overtaken == (FREQUENCY,)
    assert overtaken.text(FREQUENCY) == "20"
    mine = overtaken.decided(FREQUENCY, mine=True)
    assert not judged(mine).overtaken
    assert (changes(mine), seen(mine)) == ({FREQUENCY: "20"}, {FREQUENCY: "45"})
    assert not overtaken.decided(FREQUENCY, mine=False).drafts


def test_who_goes_on_typing_has_not_decided(sheet: Sheet) -> None:
    overtaken = as_set(sheet.typed(FREQUENCY, "20"), etl_frequency="45")
    assert judged(overtaken.typed(FREQUENCY, "25")).overtaken == (FREQUENCY,)


def test_a_draft_that_came_true_is_none_any_more(sheet: Sheet) -> None:
    assert not as_set(sheet.typed(FREQUENCY, "45"), etl_frequency="45").drafts
    assert as_set(sheet.typed(FREQUENCY, "45"), etl_start_time="07:00").drafts


def test_a_look_ahead_leaves_out_what_is_wrong(sheet: Sheet) -> None:
    drafted = sheet.typed(FREQUENCY, "20").typed(MAINTAIN, "22:30").typed(START, "soon")
    after, left_out = previewed(drafted, judged(drafted))
    assert set(left_out) == {MAINTAIN, START}
    assert after == sheet.stored.changed({FREQUENCY: "20"})


def test_an_empty_sheet_has_nothing_to_say() -> None:
    empty = Sheet(read=Read(options=Options()))
    assert not changes(empty) and not judged(empty).errors
