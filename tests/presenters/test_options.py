"""The Options page as a person reads it: sections, rows, and what may be applied."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.domain.options import OPTIONS, Options
from gim_manager.presenters import options
from gim_manager.presenters.option_groups import FOREIGN
from gim_manager.presenters.option_sheet import Sheet, judged
from gim_manager.presenters.options import Filter, Row
from gim_manager.usecases.options import OptionChange
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW

FREQUENCY, MAINTAIN = ("schedule", "etl-frequency"), ("schedule", "maintain-start-time")
HOOK = ("alarms", "webhook-url")


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(read=the_options())


def row(sheet: Sheet, section: str, name: str) -> Row:
    return options.row(sheet, judged(sheet), (section, name), NOW)


def viewer(sheet: Sheet) -> Sheet:
    return replace(sheet, read=replace(sheet.read, access=Access(role=Role.OPERATOR)))


def test_the_layout_holds_every_option_once_in_its_section() -> None:
    layout = options.layout(Options())
    keys = [key for groups in layout.values() for group in groups for key in group.keys]
    assert sorted(keys) == sorted((option.section, option.name) for option in OPTIONS)
    assert next(iter(layout)) == "schedule"


def test_what_an_import_kept_stands_behind_the_rest() -> None:
    kept = {("log4j", "max-backup-index"): "10", ("log4j", "level"): "x", ("schedule", "of-tomorrow"): "1"}
    layout = options.layout(Options(values={**kept, ("date-time-fiscal", "date-time-tz"): "GMT"}))
    assert [(group.subject, len(group.keys)) for group in layout["log4j"]] == [(FOREIGN, 2)]
    assert layout["schedule"][-1].keys == (("schedule", "of-tomorrow"),)
    assert [group.subject for group in layout["date-time-fiscal"]] == ["Calendar", "Weeks", "Fiscal year"]


def test_a_row_says_its_unit_and_default_and_once_drafted_what_it_was(sheet: Sheet) -> None:
    assert row(sheet, *FREQUENCY).note == "minutes · default 30"
    changed = row(sheet.typed(FREQUENCY, "20"), *FREQUENCY)
    assert (changed.tone, changed.is_changed, changed.note) == ("changed", True, "minutes · was 30 · default 30")
    assert changed.spoken == "changed, minutes · was 30 · default 30"


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("timezone", "now 10:47 CET, UTC+1 · default GMT"),
        ("etl-end-time", "next day · default 22:00"),
        ("aggregate-schedule", "daily at 04:00 · default 0 1"),
        ("run-export", "default false"),
    ],
)
def test_a_row_says_what_its_value_means(sheet: Sheet, name: str, note: str) -> None:
    assert row(sheet, "schedule", name).note == note


def test_a_wrong_row_says_beside_the_field_what_it_takes(sheet: Sheet) -> None:
    wrong = row(sheet.typed(FREQUENCY, "often"), *FREQUENCY)
    assert (wrong.tone, wrong.sentence) == ("wrong", "takes a whole number from 0 to 1440 minutes")
    assert "etl-frequency = 'often' is not valid" in wrong.tip


def test_R11_a_row_that_contradicts_others_says_how(sheet: Sheet) -> None:
    wrong = row(sheet.typed(MAINTAIN, "22:30"), *MAINTAIN)
    assert (wrong.tone, wrong.sentence) == ("wrong", "lies inside the ETL window from 06:30 to 00:30")


def test_a_secret_is_never_in_the_words_of_its_row(sheet: Sheet) -> None:
    drafted = sheet.typed(HOOK, "https://other.example.com")
    assert row(drafted, *HOOK).note == f"was {'•' * 5} · default nothing"
    assert not Filter(text="s3cret").shows(sheet, HOOK)
    assert Filter(text="hooks posted").shows(sheet, HOOK) is False
    assert Filter(text="webhook posted").shows(sheet, HOOK)


def test_a_row_that_another_person_changed_says_who_and_to_what(sheet: Sheet) -> None:
    theirs = OptionChange(at=NOW, by="m.keller", host=None, section=FREQUENCY[0], name=FREQUENCY[1], old=None, new="45")
    read = replace(sheet.read, options=sheet.stored.changed({FREQUENCY: "45"}), recent=(theirs,))
    overtaken = sheet.typed(FREQUENCY, "20").refreshed(read)
    assert (row(overtaken, *FREQUENCY).tone, row(overtaken, *FREQUENCY).sentence) == (
        "overtaken", "m.keller set it to 45 meanwhile",
    )  # fmt: skip


def test_sections_count_their_changes_and_show_where_something_is_wrong(sheet: Sheet) -> None:
    drafted = sheet.typed(FREQUENCY, "20").typed(MAINTAIN, "22:30").typed(("gim-transformation", "chunk-size"), "1")
    views = options.sections(drafted, judged(drafted), Filter(), options.layout(drafted.stored))
    told = {view.name: (view.changes, view.has_error, view.spoken) for view in views}
    assert told["schedule"] == (2, True, "schedule, 2 changes, with an error")
    assert told["gim-transformation"] == (1, False, "gim-transformation, 1 change")
    assert told["gim-etl"] == (0, False, "gim-etl")


def test_a_search_finds_names_values_and_meanings(sheet: Sheet) -> None:
    def found(text: str) -> set[str]:
        views = options.sections(sheet, judged(sheet), Filter(text=text), options.layout(sheet.stored))
        return {view.name for view in views if view.is_shown}

    assert found("etl-frequency") == {"schedule"}
    assert found("berlin") == {"schedule"}
    assert found("CSV character") == {"gim-export"}
    assert found("nothing like it") == set()


def test_only_what_is_changed_or_set_is_shown_if_wanted(sheet: Sheet) -> None:
    drafted = sheet.typed(FREQUENCY, "20")
    assert Filter(changed_only=True).shows(drafted, FREQUENCY)
    assert not Filter(changed_only=True).shows(drafted, MAINTAIN)
    assert Filter(not_default=True).shows(drafted, MAINTAIN) and Filter(not_default=True).shows(drafted, FREQUENCY)
    assert not Filter(not_default=True).shows(drafted, ("log", "level"))


def test_who_is_no_administrator_sees_and_does_not_change(sheet: Sheet) -> None:
    assert options.why_not_change(viewer(sheet)) == "needs the administrator role"
    assert not row(viewer(sheet), *FREQUENCY).editable and row(sheet, *FREQUENCY).editable


def test_a_secret_is_for_administrators_to_see(sheet: Sheet) -> None:
    found = row(viewer(sheet), *HOOK)
    assert (found.text, found.note) == ("", "for administrators to see")
    assert row(sheet, *HOOK).text.endswith("s3cret"), "masked by its editor"


def test_an_option_that_nobody_declared_is_shown_and_not_changed(sheet: Sheet) -> None:
    kept = Sheet(read=replace(sheet.read, options=Options(values={("log4j", "level"): "debug"})))
    found = row(kept, "log4j", "level")
    assert (found.text, found.editable, found.note) == ("debug", False, "kept from an import, read by nothing")
    assert options.editor_of(("log4j", "level")).name == "level"


def test_a_row_does_not_change_with_the_clock_unless_it_tells_the_time(sheet: Sheet) -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert options.row(sheet, judged(sheet), FREQUENCY, later) == row(sheet, *FREQUENCY)
