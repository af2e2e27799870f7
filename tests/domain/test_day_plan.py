"""A day played twice: what another set of options would launch, and when."""

import pickle
from datetime import UTC, date, datetime, timedelta

from gim_manager.domain.day_plan import DayPlan, Question, compare
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options

NOW = datetime(2026, 11, 26, 16, tzinfo=UTC)
ON = Options(values={("schedule", "run-scheduler"): "true", ("schedule", "timezone"): "Europe/Berlin"})


def played(after: Options, *, now: datetime = NOW, postgresql: bool = True) -> tuple[DayPlan, DayPlan]:
    found = compare(Question(before=ON, after=after, now=now, postgresql=postgresql))
    return found.before, found.after


def on(**changes: str) -> Options:
    return ON.changed({("schedule", name.replace("_", "-")): value for name, value in changes.items()})


def walls(plan: DayPlan, job: Job) -> list[str]:
    return [f"{time:%H:%M}" for time in plan.starts.get(job, ())]


def test_R03_a_longer_interval_makes_fewer_cycles() -> None:
    before, after = played(on(etl_frequency="60"))
    assert (len(before.starts[Job.EXTRACT]), len(after.starts[Job.EXTRACT])) == (33, 17)


def test_R08_maintenance_is_told_by_its_time() -> None:
    before, after = played(on(maintain_start_time="22:30"))
    assert (walls(before, Job.MAINTAIN), walls(after, Job.MAINTAIN)) == (["23:00"], ["22:30"])


def test_R14_a_window_of_aggregation_over_midnight_counts_only_within_the_day() -> None:
    _, after = played(
        on(run_aggregates="true", aggregate_schedule="0 20", aggregate_duration="06:00", run_maintain="false")
    )
    assert after.running[Job.AGGREGATE] == timedelta(hours=6)
    assert walls(after, Job.AGGREGATE) == ["20:00"]


def test_it_is_the_day_after_today_in_the_zone_of_the_options() -> None:
    before, after = played(on(timezone="Pacific/Auckland"))
    assert (before.day, after.day) == (date(2026, 11, 27), date(2026, 11, 28))
    assert walls(after, Job.EXTRACT)[0] == "06:00"


def test_a_day_on_which_the_clock_changes_has_its_25_hours() -> None:
    every_ten = on(run_update_stats="true", run_maintain="false")
    _, after = played(every_ten, now=datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert after.day == date(2026, 10, 25)
    assert len(after.starts[Job.UPDATE_STATS]) == 25 * 6


def test_R01_a_suspended_schedule_launches_nothing() -> None:
    _, after = played(Options())
    assert not after.starts and not after.running


def test_how_long_runs_take_moves_the_day() -> None:
    slow = Question(before=ON, after=ON, now=NOW, lengths={Job.EXTRACT: timedelta(minutes=50)})
    assert len(compare(slow).after.starts[Job.EXTRACT]) < 33


def test_R28_statistics_are_for_postgresql() -> None:
    _, after = played(on(run_update_stats="true"), postgresql=False)
    assert Job.UPDATE_STATS not in after.starts


def test_question_and_answer_go_to_another_process() -> None:
    question = Question(before=ON, after=on(etl_frequency="60"), now=NOW)
    assert pickle.loads(pickle.dumps(question)) == question
    found = compare(question)
    assert pickle.loads(pickle.dumps(found)) == found
