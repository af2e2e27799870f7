"""What may be applied, named by its number, and what keeps it from being applied."""

from dataclasses import replace

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.presenters import option_bar
from gim_manager.presenters.option_bar import Bar
from gim_manager.presenters.option_sheet import Sheet, judged
from tests.language.fake_options import the_options

FREQUENCY, MAINTAIN = ("schedule", "etl-frequency"), ("schedule", "maintain-start-time")


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(read=the_options())


def bar(sheet: Sheet, **more: str) -> Bar:
    return option_bar.bar(sheet, judged(sheet), **more)


@pytest.mark.parametrize(
    ("drafts", "text", "apply", "may"),
    [
        ({}, "No changes", "Apply", False),
        ({FREQUENCY: "20"}, "1 change, not applied yet", "Apply 1 change", True),
        ({FREQUENCY: "20", MAINTAIN: "02:00"}, "2 changes, not applied yet", "Apply 2 changes", True),
        ({FREQUENCY: "20", MAINTAIN: "22:30"},
         "2 changes, 1 error: nothing can be applied until maintain-start-time is right", "Apply 2 changes", False),
        ({FREQUENCY: "x", ("log", "level"): "debug", ("manager", "days-to-keep-job-list"): "0"},
         "3 changes, 2 errors: nothing can be applied until etl-frequency and days-to-keep-job-list are right",
         "Apply 3 changes", False),
    ],
)  # fmt: skip
def test_the_bar_says_what_may_be_applied_and_what_keeps_it(
    sheet: Sheet, drafts: dict[tuple[str, str], str], text: str, apply: str, may: bool
) -> None:
    for key, value in drafts.items():
        sheet = sheet.typed(key, value)
    found = bar(sheet)
    assert (found.text, found.apply_text, found.can_apply, found.can_discard) == (text, apply, may, bool(drafts))


def test_the_bar_says_that_the_connection_is_lost_and_what_was_applied(sheet: Sheet) -> None:
    assert bar(sheet, done="Applied 3 changes").text == "Applied 3 changes"
    lost = bar(sheet.typed(FREQUENCY, "20"), obstacle="the connection is lost")
    assert (lost.text, lost.can_apply) == ("1 change: the connection is lost", False)
    assert bar(sheet, obstacle="the connection is lost").text == "The connection is lost"


def test_what_another_person_changed_must_be_decided_first(sheet: Sheet) -> None:
    theirs = replace(sheet.read, options=sheet.stored.changed({FREQUENCY: "45"}))
    found = bar(sheet.typed(FREQUENCY, "20").refreshed(theirs))
    assert found.text == "1 change: decide first what becomes of etl-frequency, which others have changed"
    assert not found.can_apply


def test_who_is_no_administrator_is_told_which_role_it_needs(sheet: Sheet) -> None:
    operator = replace(sheet, read=replace(sheet.read, access=Access(role=Role.OPERATOR)))
    found = bar(operator.typed(FREQUENCY, "20"))
    assert (found.text, found.can_apply) == ("Changing options needs the administrator role", False)
