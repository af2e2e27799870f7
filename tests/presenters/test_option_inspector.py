"""What is told of one option, and how one goes back to what it was."""

from dataclasses import replace

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.domain.channel import Channel
from gim_manager.presenters.option_inspector import Inspector, all_changes, inspector
from gim_manager.presenters.option_sheet import Sheet, judged
from gim_manager.usecases.options import OptionChange
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW

TICKS, HOOK = ("schedule", "aggregate-schedule"), ("alarms", "webhook-url")


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(read=the_options())


def view(sheet: Sheet, key: tuple[str, str], history: tuple[OptionChange, ...] | None = ()) -> Inspector:
    return inspector(sheet, judged(sheet), key, NOW, history)


def test_it_tells_meaning_default_valid_values_and_effect(sheet: Sheet) -> None:
    found = view(sheet, ("schedule", "etl-frequency"))
    assert found.name == "etl-frequency"
    assert found.meaning.startswith("Minutes from the start of one ETL cycle")
    assert found.facts == (
        ("Default", "30"), ("Valid", "a whole number from 0 to 1440 minutes"), ("Takes effect", "immediately"),
    )  # fmt: skip
    assert view(sheet, HOOK).facts[0] == ("Default", "nothing")


def test_R32_a_schedule_tells_its_next_five_times_by_the_draft(sheet: Sheet) -> None:
    assert [time[:2] for time in view(sheet, TICKS).times][:2] == [("Mon 26 Oct", "04:00"), ("Tue 27 Oct", "04:00")]
    drafted = sheet.typed(TICKS, "0 12").typed(("schedule", "timezone"), "Asia/Tokyo")
    assert view(drafted, TICKS).times[0] == ("Mon 26 Oct", "12:00", "JST")
    assert view(sheet.typed(TICKS, "often"), TICKS).times == ()
    assert view(sheet, HOOK).times == ()


def test_history_tells_who_when_and_from_what_to_what(sheet: Sheet) -> None:
    newest, first = view(sheet, TICKS, sheet.read.recent).history or ()
    assert (newest.values, newest.old, newest.why_not) == ("30 2 → 0 4", "30 2", "")
    assert newest.story.replace("\u202f", " ") == "m.keller, 2 Mar 09:14:40"
    assert "m.keller on WS-1180" in newest.tip and "08:14:40 UTC" in newest.tip
    assert (first.values, first.old) == ("default → 30 2", None)
    assert view(sheet, TICKS, None).history is None


def test_what_the_editor_holds_already_is_not_reverted_to(sheet: Sheet) -> None:
    newest, _ = view(sheet.put(TICKS, "30 2"), TICKS, sheet.read.recent).history or ()
    assert newest.why_not == "the editor holds this value"
    operator = replace(sheet, read=replace(sheet.read, access=Access(role=Role.OPERATOR)))
    newest, _ = view(operator, TICKS, sheet.read.recent).history or ()
    assert newest.why_not == "needs the administrator role"


def test_a_secret_is_masked_in_the_history_and_can_be_reverted_to(sheet: Sheet) -> None:
    change = OptionChange(
        at=NOW, by="ann", host=None, section=HOOK[0], name=HOOK[1], old="https://a.example/x", new=None
    )
    (told,) = view(sheet, HOOK, (change,)).history or ()
    assert told.values == f"{'•' * 5} → default" and "example" not in told.tip
    assert told.old == "https://a.example/x"
    assert all_changes(sheet, (change,), NOW) == (told,)


def test_the_way_back_to_the_default_is_there_while_it_is_another(sheet: Sheet) -> None:
    assert view(sheet, TICKS).why_not_reset == ""
    assert view(sheet.put(TICKS, None), TICKS).why_not_reset == "it is the default"
    assert view(sheet, ("log", "level")).why_not_reset == "it is the default"
    assert view(sheet, ("log4j", "level")).why_not_reset is None


def test_an_option_of_a_channel_leads_to_its_test_once_it_is_applied(sheet: Sheet) -> None:
    test = view(sheet, HOOK).test
    assert test is not None
    assert (test.channel, test.text, test.why_not) == (Channel.WEBHOOK, "Test Webhook…", "")
    drafted = view(sheet.typed(("alarms", "webhook"), "true"), HOOK).test
    assert drafted is not None and "apply the changes first" in drafted.why_not
    assert view(sheet, ("alarms", "disk-low")).test is None


def test_it_tells_errors_warnings_and_who_was_faster_whole(sheet: Sheet) -> None:
    maintain = ("schedule", "maintain-start-time")
    assert "set it to a time between" in view(sheet.typed(maintain, "22:30"), maintain).error
    command = ("alarms", "command")
    assert "command-line is not set" in view(sheet.typed(command, "true"), command).warning
    theirs = replace(sheet.read, options=sheet.stored.changed({maintain: "02:30"}))
    overtaken = sheet.typed(maintain, "02:00").refreshed(theirs)
    assert view(overtaken, maintain).overtaken == "another person set it to 02:30 meanwhile."
