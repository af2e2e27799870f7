"""The declarations of the options agree with themselves and with the rules."""

import re

import pytest

from gim_manager.domain.errors import BadOption
from gim_manager.domain.job import Job
from gim_manager.domain.option import IMMEDIATELY, Option
from gim_manager.domain.option_list import OPTIONS

TIDYING = "when the server tidies up next, once a day"
BY_NAME = [pytest.param(option, id=f"{option.section}/{option.name}") for option in OPTIONS]


@pytest.mark.parametrize("option", BY_NAME)
def test_a_default_is_valid_and_in_its_one_spelling(option: Option) -> None:
    assert option.checked(option.default) == option.default


@pytest.mark.parametrize("option", BY_NAME)
def test_a_meaning_is_a_sentence_and_an_effect_a_time(option: Option) -> None:
    assert re.fullmatch(r"[A-Z].*\.", option.meaning)
    known = {IMMEDIATELY, *(f"next run of {job}" for job in Job)}
    known |= {"when an older schema is found next", "before the first extraction", "next run of a job", TIDYING}
    assert option.effect in known


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


@pytest.mark.parametrize(
    ("name", "default", "valid"),
    [
        ("gim-etl/days-to-keep-gidb-facts", "14", "a whole number from 1 to 36500 days"),
        ("gim-etl/days-to-keep-gim-facts", "400", "a whole number from 1 to 36500 days"),
        ("gim-etl/days-to-keep-cfg-facts", "400", "a whole number from 1 to 36500 days"),
        ("gim-etl/days-to-keep-active-facts", "30", "a whole number from 1 to 3650 days"),
        ("gim-etl/days-to-keep-discards-and-job-history", "600", "a whole number from 1 to 36500 days"),
        ("gim-etl/days-to-keep-gdpr-history", "15", "a whole number from 0 to 30 days"),
        ("gim-etl/delayed-data-threshold", "900", "a whole number from 60 to 3600 seconds"),
        ("gim-etl/partitioning-ahead-range", "14", "a whole number from 1 to 3650 days"),
        ("gim-etl/partitioning-interval-size-gim", "86400", "a whole number from 86400 to 31536000 seconds"),
        ("gim-transformation/chunk-size", "7200", "a whole number from 0 to 31536000 seconds"),
        ("gim-export/output-directory", "output", "the path of a folder"),
        ("gim-export/days-to-keep-output-files", "14", "a whole number from 1 to 36500 days"),
        ("gim-export/max-retries", "3", "a whole number from 0 to 100 times"),
        ("gim-export/retry-delay-seconds", "30", "a whole number from 0 to 3600 seconds"),
        ("gim-export/thread-pool-size", "10", "a whole number from 1 to 64 tables"),
        ("gim-export/use-export-views", "false", "true or false"),
        ("date-time/date-time-max-days-ahead", "366", "a whole number from 1 to 3660 days"),
        ("date-time/date-time-min-days-ahead", "183", "a whole number from 1 to 3660 days"),
        ("agg/writer-schedule", "default=flex(3:1)", None),
        ("agg/agg-level-day-delay", "0", "a whole number from 0 to 31536000 seconds"),
    ],
)
def test_a_documented_option_has_its_documented_default_and_range(name: str, default: str, valid: str | None) -> None:
    (declared,) = [option for option in OPTIONS if f"{option.section}/{option.name}" == name]
    assert declared.default == default
    assert valid in (declared.valid, None)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("fiscal-year-start", ["04-01", "12-28"], ["13-01", "02-29", "4-1", "04-00", ""]),
        (
            "writer-schedule",
            ["default=strict(2:2)", "default=flex(3:1),hour(22-6)=flex(1:4),hour(3-4)=purge"],
            [
                "flex(3:1)",
                "default=flex(3)",
                "default=flex(10:1)",
                "default=flex(0:0)",
                "default=flex(3:1),hour(24-3)=purge",
                "default=flex(3:1),hour(3)=purge",
                "",
            ],
        ),
        ("output-files-encoding", ["UTF-16", "windows-1252"], ["utf9", "rot13", ""]),
        ("output-directory", ["/srv/export"], [""]),
        ("aggregation-engine-class-name", ["GIMAgg.GimInterfaceImpl.AggregationImpl", "Other", ""], []),
    ],
)
def test_an_option_of_its_own_form_takes_what_fits(name: str, right: list[str], wrong: list[str]) -> None:
    (declared,) = [option for option in OPTIONS if option.name == name]
    assert [declared.checked(text) for text in right] == right
    for text in wrong:
        with pytest.raises(BadOption):
            declared.checked(text)
