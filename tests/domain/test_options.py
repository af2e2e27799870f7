"""Options fall back to their defaults, change only as a whole, and custom calendars have the calendar's options."""

import pytest

from gim_manager.domain.errors import BadOption, UnknownOption
from gim_manager.domain.options import Options, check_value, find_option, option


def test_what_is_not_set_has_its_default() -> None:
    options = Options.defaults()
    assert options.text("schedule", "timezone") == "GMT"
    assert options.number("schedule", "etl-frequency") == 30
    assert not options.flag("schedule", "run-scheduler")
    assert options.get_raw("schedule", "timezone") is None


def test_a_change_gives_new_options_and_leaves_the_old() -> None:
    before = Options.defaults()
    after = before.changed({("schedule", "etl-start-time"): "7:05", ("schedule", "run-scheduler"): "yes"})
    assert after.text("schedule", "etl-start-time") == "07:05"
    assert after.flag("schedule", "run-scheduler")
    assert before.get_raw("schedule", "etl-start-time") is None


def test_unsetting_goes_back_to_the_default() -> None:
    set_once = Options.defaults().changed({("schedule", "etl-frequency"): "5"})
    assert set_once.changed({("schedule", "etl-frequency"): None}) == Options.defaults()


def test_one_wrong_value_changes_nothing() -> None:
    with pytest.raises(BadOption):
        Options.defaults().changed({("schedule", "etl-frequency"): "5", ("schedule", "etl-start-time"): "25:00"})


@pytest.mark.parametrize(("section", "name"), [("schedule", "etl-stop"), ("nowhere", "timezone"), ("date-time", "x")])
def test_an_unknown_option_is_refused_by_name(section: str, name: str) -> None:
    with pytest.raises(UnknownOption, match=name):
        option(section, name)
    with pytest.raises(UnknownOption):
        Options.defaults().changed({(section, name): "1"})


def test_M03_a_custom_calendar_has_the_options_of_the_calendar() -> None:
    assert check_value("date-time-berlin", "date-time-tz", "Europe/Berlin") == "Europe/Berlin"
    assert option("date-time-berlin", "first-day-of-week").section == "date-time-berlin"
    assert find_option("date-times", "date-time-tz") is None


def test_M03_the_calendars_are_the_sections_that_set_something() -> None:
    options = Options.defaults().changed({("date-time-wien", "date-time-tz"): "Europe/Vienna"})
    assert options.calendars() == ("date-time", "date-time-wien")
    assert options.text("date-time-wien", "date-time-start-year") == "2012"


def test_what_an_import_kept_although_nobody_declared_it_is_told() -> None:
    options = Options(values={("gim-etl", "memory-threshold"): "0", ("schedule", "timezone"): "GMT"})
    assert list(options.unknown()) == [("gim-etl", "memory-threshold")]


def test_equal_options_are_one_value() -> None:
    one, other = (Options.defaults().changed({("schedule", "etl-frequency"): value}) for value in ("15", "15"))
    assert {one} == {other} and len({one, Options.defaults()}) == 2
