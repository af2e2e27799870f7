"""Every option has its place on the page, and one only."""

from collections import Counter

from gim_manager.domain.options import OPTIONS, find_option
from gim_manager.presenters.option_groups import SUBJECTS, grouped


def test_every_option_stands_under_one_subject() -> None:
    placed = [(section, name) for section, groups in SUBJECTS.items() for names in groups.values() for name in names]
    assert Counter(placed) == Counter((option.section, option.name) for option in OPTIONS)


def test_M03_another_calendar_has_the_subjects_of_the_first() -> None:
    other = [
        found
        for option in OPTIONS
        if option.section == "date-time" and (found := find_option("date-time-fiscal", option.name))
    ]
    assert [subject for subject, _ in grouped("date-time-fiscal", other)] == ["Calendar", "Weeks", "Fiscal year"]


def test_a_section_that_nobody_declared_has_no_subjects() -> None:
    assert grouped("log4j", ()) == ()
