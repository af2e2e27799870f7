"""The declarations of the options agree with themselves and with the rules."""

import re

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.option import IMMEDIATELY, RESTART, Option
from gim_manager.domain.option_list import OPTIONS

BY_NAME = [pytest.param(option, id=f"{option.section}/{option.name}") for option in OPTIONS]


@pytest.mark.parametrize("option", BY_NAME)
def test_a_default_is_valid_and_in_its_one_spelling(option: Option) -> None:
    assert option.checked(option.default) == option.default


@pytest.mark.parametrize("option", BY_NAME)
def test_a_meaning_is_a_sentence_and_an_effect_a_time(option: Option) -> None:
    assert re.fullmatch(r"[A-Z].*\.", option.meaning)
    known = {IMMEDIATELY, RESTART, *(f"next run of {job}" for job in Job)}
    assert option.effect in known or option.effect.startswith(("when", "before", "next run of a job"))


def test_no_option_is_declared_twice() -> None:
    names = [(option.section, option.name) for option in OPTIONS]
    assert len(names) == len(set(names))


def test_the_defaults_of_the_schedule_are_those_of_the_rules() -> None:
    assert {option.name: option.default for option in OPTIONS if option.section == "schedule"} == {
        "run-scheduler": "false", "timezone": "GMT", "etl-start-time": "06:00", "etl-end-time": "22:00",
        "etl-frequency": "30", "run-maintain": "true", "maintain-start-time": "23:00", "run-aggregates": "false",
        "aggregate-schedule": "0 1", "aggregate-duration": "05:00", "run-update-stats": "false",
        "update-stats-schedule": "0/10 *", "run-export": "false", "export-schedule": "20 0/8",
        "on-demand-migration": "false",
    }  # fmt: skip
