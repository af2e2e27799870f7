"""The configuration check finds all that is wrong with the options, and only that."""

import pytest

from gim_manager.domain.conditions import Level
from gim_manager.domain.decide import Answer
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.verify import verify
from tests.language.build import EXTRACT, MAINTAIN, SAMPLE, options
from tests.language.story import Story


def test_the_defaults_and_the_guides_sample_are_without_findings() -> None:
    assert verify(Options.defaults()) == ()
    assert verify(options(**SAMPLE)) == ()


@pytest.mark.parametrize(
    ("start", "end", "maintain", "inside"),
    [
        ("06:00", "22:00", "05:59", False),
        ("06:00", "22:00", "06:00", True),
        ("06:00", "22:00", "22:00", True),
        ("06:00", "22:00", "22:01", False),
        ("06:30", "00:30", "03:00", False),
        ("06:30", "00:30", "00:30", True),
        ("06:30", "00:30", "23:59", True),
        ("06:00", "06:00", "12:00", True),
    ],
)
def test_R11_maintenance_lies_outside_the_window_both_ends_counting_as_inside(
    start: str, end: str, maintain: str, inside: bool
) -> None:
    found = verify(options(etl_start_time=start, etl_end_time=end, maintain_start_time=maintain))
    assert [finding.option for finding in found] == (["maintain-start-time"] if inside else [])
    assert all(finding.level is Level.ERROR and finding.jobs == set(Job) for finding in found)


def test_R11_without_scheduled_maintenance_its_time_does_not_matter() -> None:
    assert verify(options(run_maintain=False, maintain_start_time="12:00")) == ()


def test_R11_maintenance_inside_the_window_refuses_every_start(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect()
    story.asks(EXTRACT).answered(Answer.REFUSED, "R28")


def test_R28_every_wrong_value_is_found_at_once() -> None:
    values = {("schedule", "timezone"): "Mars", ("schedule", "etl-frequency"): "often", ("x", "unknown"): "kept"}
    assert [finding.option for finding in verify(Options(values=values))] == ["etl-frequency", "timezone"]


def test_R28_an_unreadable_schedule_launches_nothing_and_refuses_in_words(story: Story) -> None:
    broken = Options(values={("schedule", "run-scheduler"): "true", ("schedule", "etl-frequency"): "often"})
    story.given(options=broken).tick("06:00").expect().asks(EXTRACT).answered(Answer.REFUSED, "R28")
    assert story.answer and "'often'" in story.answer.reason


def test_R28_configuration_that_outlives_no_facts_concerns_maintenance_alone() -> None:
    changed = Options.defaults().changed({("gim-etl", "days-to-keep-cfg-facts"): "399"})
    (found,) = verify(changed)
    assert found.level is Level.ERROR
    assert found.jobs == {MAINTAIN}


def test_R31_a_short_name_of_a_zone_is_a_warning_that_names_the_better_one() -> None:
    (found,) = verify(options(timezone="PST"))
    assert (found.level, "America/Los_Angeles" in found.message) == (Level.WARNING, True)
