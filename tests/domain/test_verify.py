"""The configuration check finds all that is wrong with the options, and only that."""

import pytest

from gim_manager.domain.conditions import Level
from gim_manager.domain.decide import Answer
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.verify import verify
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MAINTAIN, SAMPLE, options
from tests.language.story import Story, keep_back


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
    errors = [finding for finding in found if finding.level is Level.ERROR]
    assert [finding.option for finding in errors] == (["maintain-start-time"] if inside else [])
    assert all(finding.jobs == set(Job) for finding in errors)


def test_R11_without_scheduled_maintenance_its_time_does_not_matter() -> None:
    assert verify(options(run_maintain=False, maintain_start_time="12:00")) == ()


def test_R11_maintenance_inside_the_window_refuses_every_start(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect(keep_back(EXTRACT, "R28"))
    story.asks(EXTRACT).answered(Answer.REFUSED, "R28")


@pytest.mark.parametrize(
    ("schedule", "option", "says"),
    [
        (
            {"maintain_start_time": "05:31"},
            "maintain-start-time",
            "05:31 leaves 29 minutes before the ETL window",
        ),
        ({"maintain_start_time": "05:59"}, "maintain-start-time", "leaves 1 minute before"),
        ({"maintain_start_time": "05:30"}, None, ""),
        (
            {"run_aggregates": True, "aggregate_schedule": "0 23", "aggregate_duration": "06:40"},
            "maintain-start-time",
            "23:00 leaves 20 minutes that no window of aggregation covers before the ETL window opens at 06:00",
        ),
        (
            {"run_aggregates": True, "aggregate_schedule": "0 4", "aggregate_duration": "24:00"},
            "aggregate-duration",
            "leave no gap for maintenance between maintain-start-time 23:00 and etl-start-time 06:00",
        ),
        ({"aggregate_schedule": "0 4", "aggregate_duration": "24:00"}, None, ""),
        ({"run_aggregates": True, "aggregate_schedule": "0 0/2", "aggregate_duration": "01:50"}, None, ""),
        (
            {"run_aggregates": True, "aggregate_schedule": "0 *", "aggregate_duration": "00:57"},
            "maintain-start-time",
            "leaves 21 minutes",
        ),
    ],
)
def test_R11_maintenance_without_half_an_hour_of_its_own_is_a_warning(
    schedule: dict[str, object], option: str | None, says: str
) -> None:
    found = verify(options(**schedule))
    assert [finding.option for finding in found] == ([option] if option else [])
    assert all(finding.level is Level.WARNING and finding.jobs == {MAINTAIN} for finding in found)
    assert all(says in finding.message for finding in found)


def test_R28_every_wrong_value_is_found_at_once() -> None:
    values = {("schedule", "timezone"): "Mars", ("schedule", "etl-frequency"): "often", ("x", "unknown"): "kept"}
    assert [finding.option for finding in verify(Options(values=values))] == ["etl-frequency", "timezone"]


def test_R28_an_unreadable_schedule_launches_nothing_and_refuses_in_words(story: Story) -> None:
    broken = Options(values={("schedule", "run-scheduler"): "true", ("schedule", "etl-frequency"): "often"})
    story.given(options=broken).tick("06:00").expect().asks(EXTRACT).answered(Answer.REFUSED, "R28")
    assert story.answer and "'often'" in story.answer.reason


def test_R28_a_wrong_value_concerns_the_jobs_that_read_it() -> None:
    values = {
        ("gim-export", "max-retries"): "x",
        ("date-time-a", "date-time-tz"): "Mars",
        ("schedule", "timezone"): "Mars",
    }
    concerned = {finding.section: finding.jobs for finding in verify(Options(values=values))}
    assert concerned == {"gim-export": {EXPORT}, "date-time-a": {MAINTAIN}, "schedule": set(Job)}


def test_R28_a_wrong_value_hides_nothing_that_is_wrong_elsewhere() -> None:
    values = {("gim-export", "max-retries"): "x", ("schedule", "maintain-start-time"): "12:00"}
    assert [finding.option for finding in verify(Options(values=values))] == ["max-retries", "maintain-start-time"]


@pytest.mark.parametrize("wrong", ["com.example.Engine", "", "Built-In"])
def test_R28_an_unknown_engine_refuses_aggregation_alone(story: Story, wrong: str) -> None:
    given = options().changed({("gim-etl", "aggregation-engine-class-name"): wrong})
    (found,) = verify(given)
    assert (found.level, found.jobs) == (Level.ERROR, frozenset({AGGREGATE}))
    assert repr(wrong) in found.message and "GIMAgg.GimInterfaceImpl.AggregationImpl" in found.message
    story.given(options=given).asks(AGGREGATE).answered(Answer.REFUSED, "R28")
    story.asks(EXTRACT).answered(Answer.STARTS, "")


def test_R28_the_vendors_engine_is_taken_as_the_built_in_one() -> None:
    name = ("gim-etl", "aggregation-engine-class-name")
    assert verify(options().changed({name: "GIMAgg.GimInterfaceImpl.AggregationImpl"})) == ()


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ({"days-to-keep-cfg-facts": "399"}, {"days-to-keep-cfg-facts": {MAINTAIN}}),
        ({"days-to-keep-cfg-facts": "400"}, {}),
        ({"days-to-keep-gim-facts": "500"}, {}),
        ({"days-to-keep-gim-facts": "500", "days-to-keep-cfg-facts": "400"}, {"days-to-keep-cfg-facts": {MAINTAIN}}),
        ({"days-to-keep-discards-and-job-history": "399"}, {}),
        (
            {"days-to-keep-discards-and-job-history": "399", "start-date": "2020-01-01"},
            {"days-to-keep-discards-and-job-history": {EXPORT}},
        ),
        ({"days-to-keep-discards-and-job-history": "400", "start-date": "2020-01-01"}, {}),
    ],
)
def test_R28_what_facts_refer_to_is_kept_as_long_as_they(kept: dict[str, str], found: dict[str, set[Job]]) -> None:
    sections = {"start-date": "gim-export"}
    given = Options.defaults().changed({(sections.get(name, "gim-etl"), name): value for name, value in kept.items()})
    errors = verify(given)
    assert {finding.option: finding.jobs for finding in errors} == found
    assert all(finding.level is Level.ERROR for finding in errors)


def test_R28_a_calendar_that_would_never_be_full_is_a_warning() -> None:
    given = Options.defaults().changed({("date-time-a", "date-time-min-days-ahead"): "400"})
    (found,) = verify(given)
    assert (found.level, found.section, found.jobs) == (Level.WARNING, "date-time-a", frozenset({MAINTAIN}))


def test_R14_windows_without_length_are_a_warning() -> None:
    (found,) = verify(options(run_aggregates=True, aggregate_duration="00:00"))
    assert (found.level, found.option, found.jobs) == (Level.WARNING, "aggregate-duration", frozenset({AGGREGATE}))


def test_R31_a_short_name_of_a_zone_is_a_warning_that_names_the_better_one() -> None:
    (found,) = verify(options(timezone="PST"))
    assert (found.level, "America/Los_Angeles" in found.message) == (Level.WARNING, True)


@pytest.mark.parametrize(
    ("values", "option"),
    [
        ({("gim-etl", "partitioning-ahead-range"): "4"}, None),
        ({("gim-etl", "partitioning-ahead-range"): "3"}, "partitioning-ahead-range"),
        ({("alarms", "partitions-ahead-days"): "14"}, "partitioning-ahead-range"),
        ({("gim-etl", "partitioning-interval-size-gim"): "86400"}, "partitioning-interval-size-gim"),
        ({("gim-etl", "partitioning-interval-size-gim"): "259200"}, None),
        ({("gim-etl", "days-to-keep-gidb-facts"): "190"}, "partitioning-interval-size-gidb"),
    ],
)
def test_M02_partitions_that_would_run_out_or_be_too_many_are_a_warning(
    values: dict[tuple[str, str], str], option: str | None
) -> None:
    found = verify(Options(values=values))
    assert [(finding.option, finding.level) for finding in found] == [(option, Level.WARNING)] * (option is not None)


def test_M02_the_interval_that_is_named_is_long_enough() -> None:
    short = Options(values={("gim-etl", "partitioning-interval-size-gim"): "86400"})
    (finding,) = verify(short)
    least = finding.message.rpartition("at least ")[2].rstrip(".")
    assert verify(short.changed({("gim-etl", "partitioning-interval-size-gim"): least})) == ()
