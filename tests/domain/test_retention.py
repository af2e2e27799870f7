"""Cutoffs: days before now, and never so that something outlives what it refers to."""

from datetime import UTC, datetime

from gim_manager.domain.options import Options
from gim_manager.domain.retention import DAY, LEAST, cutoffs, own_cutoffs
from gim_manager.domain.timing import to_epoch

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def days_ago(seconds: int) -> float:
    return (to_epoch(NOW) - seconds) / DAY


def test_M01_each_kind_of_data_is_kept_as_long_as_its_option_says() -> None:
    made = cutoffs(Options.defaults(), NOW)
    assert (days_ago(made.extracted), days_ago(made.facts), days_ago(made.history)) == (14, 400, 600)


def test_M01_what_facts_refer_to_is_kept_as_long_as_facts() -> None:
    made = cutoffs(Options().changed({("gim-etl", "days-to-keep-gim-facts"): "900"}), NOW)
    assert days_ago(made.configuration) == days_ago(made.history) == 900


def test_the_managers_own_past_is_kept_by_its_options_and_never_less_than_the_launch_keys_need() -> None:
    made = own_cutoffs(Options(), NOW)
    assert [(NOW - before).days for before in (made.runs, made.output, made.decisions, made.alarms)] == [
        400, 60, 60, 400,
    ]  # fmt: skip
    assert own_cutoffs(Options().changed({("manager", "days-to-keep-job-list"): "1"}), NOW).runs == NOW - LEAST
