"""What is expected, by the options in force and by a draft beside them."""

from dataclasses import replace

from gim_manager.domain.forecast import Ahead, forecast, forecasts, with_options
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.world import World
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, TRANSFORM, a_launch, a_run, a_world, at, options


def scenario(since: str, until: str, world: World | None = None, **schedule: str) -> Scenario:
    there = world or a_world(options=options(**schedule), created_at=at(since))
    return Scenario(world=there, since=at(since), until=at(until), lengths=usual_lengths())


def test_each_run_to_come_has_a_start_an_end_and_a_rule() -> None:
    found = forecast(scenario("05:00", "07:00"), at("05:00"))
    extracts = [run for run in found.runs if run.job is EXTRACT]
    assert [(run.start, run.end) for run in extracts] == [(at("06:00"), at("06:05")), (at("06:30"), at("06:35"))]
    assert extracts[0].rule == "R03"
    assert extracts[0].reason
    assert extracts[0].run_id is None
    assert found.until == at("07:00")


def test_a_run_that_runs_goes_on_with_its_number() -> None:
    running = a_launch(EXTRACT, number=7, start_time=at("06:00"), cycle=f"{EXTRACT}:2026-11-23T06:00Z:1")
    found = forecast(scenario("06:02", "06:20", a_world(created_at=at("00:00")).with_run(running)), at("06:02"))
    assert [(run.run_id, run.end) for run in found.runs if run.job is EXTRACT] == [(7, at("06:05"))]


def test_a_re_aggregation_is_told_from_the_aggregation() -> None:
    world = a_world(created_at=at("00:00"))
    for run in (
        a_run(AGGREGATE, number=7, start_time=at("04:00")),
        a_run(AGGREGATE, number=8, start_time=at("06:00"), parameters="-insertPendingAgg ALLSETS", part_of=7),
    ):
        world = world.with_run(run)
    found = forecast(scenario("06:01", "06:20", world), at("06:01"))
    assert {run.run_id: run.rebuilds for run in found.runs if run.job is AGGREGATE} == {7: False, 8: True}


def test_what_is_played_before_the_time_that_is_wanted_is_left_out() -> None:
    found = forecast(scenario("05:00", "07:00"), at("06:15"))
    assert [run.start for run in found.runs if run.job is TRANSFORM] == [at("06:35")]


def test_a_schedule_that_launches_all_the_time_is_played_as_far_as_there_is_room() -> None:
    busy = scenario("06:00", "22:00", etl_frequency="0")
    found = forecast(replace(busy, lengths={**busy.lengths, EXTRACT: usual_lengths()[EXTRACT]}), at("06:00"), most=60)
    assert at("06:00") < found.until < at("22:00")


def test_a_launch_that_a_rule_will_drop_is_told() -> None:
    found = forecast(scenario("05:00", "05:03", run_export="true", export_schedule="*/1 *"), at("05:00"))
    assert [(missed.job, missed.at, missed.rule) for missed in found.missed] == [
        (EXPORT, at("05:01"), "R13"), (EXPORT, at("05:02"), "R13")
    ]  # fmt: skip
    assert all(missed.reason for missed in found.missed)


def test_a_draft_is_the_same_day_by_other_options_as_if_applied_now() -> None:
    plan = scenario("05:00", "08:00")
    draft = with_options(plan, options(etl_frequency="60"), at("05:00"))
    assert draft.world.changed_at["etl-frequency"] == at("05:00")
    today, other = forecasts(Ahead(plan=plan, since=at("05:00"), draft=draft))
    assert other is not None
    assert [sum(run.job is EXTRACT for run in found.runs) for found in (today, other)] == [4, 2]
    assert forecasts(Ahead(plan=plan, since=at("05:00"))) == (today, None)
