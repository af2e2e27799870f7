"""A changed day in counted facts."""

from datetime import timedelta

import pytest

from gim_manager.domain.day_plan import Question, compare
from gim_manager.domain.job import Job
from gim_manager.presenters import option_plan
from gim_manager.presenters.option_sheet import Sheet, judged, previewed
from gim_manager.presenters.words import plain
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(read=the_options())


def facts(sheet: Sheet, **lengths: timedelta) -> list[str]:
    after, left_out = previewed(sheet, judged(sheet))
    known = {Job.EXTRACT: lengths["extract"]} if lengths else {}
    question = Question(before=sheet.stored, after=after, now=NOW, lengths=known)
    return [plain(fact.text) for fact in option_plan.view(compare(question), question, sheet, left_out).facts]


def on(sheet: Sheet, **drafts: str) -> Sheet:
    for name, text in drafts.items():
        sheet = sheet.typed(("schedule", name.replace("_", "-")), text)
    return sheet


def test_R03_cycles_are_counted(sheet: Sheet) -> None:
    assert facts(on(sheet, etl_frequency="60"))[0] == "cycles 37 → 19"


def test_R08_what_is_launched_seldom_is_told_by_its_times(sheet: Sheet) -> None:
    assert "Job_MaintainGIM 03:00 → 03:30" in facts(on(sheet, maintain_start_time="03:30"))
    assert "Job_ExportGIM 00:20, 08:20, 16:20 → never" in facts(on(sheet, run_export="false"))


def test_R14_of_aggregation_is_told_how_long_it_runs(sheet: Sheet) -> None:
    told = facts(on(sheet, aggregate_duration="12:30"))
    assert any(fact.startswith("aggregation runs") and fact.endswith("→ 12 h 30 m") for fact in told)
    assert any(fact.endswith("→ not at all") for fact in facts(on(sheet, run_aggregates="false")))


def test_what_is_left_out_is_said(sheet: Sheet) -> None:
    told = facts(on(sheet, etl_frequency="60", maintain_start_time="22:30"))
    assert told[-1] == "maintain-start-time is left at 03:00: the new value is wrong"


def test_what_the_schedule_does_not_follow_changes_nothing(sheet: Sheet) -> None:
    assert not option_plan.is_worth_playing(sheet.typed(("log", "level"), "debug"))
    assert option_plan.is_worth_playing(on(sheet, etl_frequency="60"))
    assert facts(on(sheet, on_demand_migration="true")) == [option_plan.SAME]


def test_R01_a_suspended_schedule_is_said(sheet: Sheet) -> None:
    told = facts(on(sheet, run_scheduler="false"))
    assert told[0] == "cycles 37 → 0" and told[-1] == option_plan.SUSPENDED


def test_R03_a_cycle_longer_than_the_new_interval_is_a_warning(sheet: Sheet) -> None:
    told = facts(on(sheet, etl_frequency="20"), extract=timedelta(minutes=24))
    assert "a cycle usually takes 24 m 00 s, longer than 20 m 00 s" in told


def test_R28_values_that_contradict_each_other_launch_nothing(sheet: Sheet) -> None:
    (fact,) = option_plan.obstructed("maintain-start-time 03:00 lies inside the ETL window.").facts
    assert fact.text == "Nothing would be launched: maintain-start-time 03:00 lies inside the ETL window."


def test_while_the_day_is_played_that_is_said(sheet: Sheet) -> None:
    pending = option_plan.pending(on(sheet, maintain_start_time="22:30"), (("schedule", "maintain-start-time"),))
    assert pending.facts[0].text == option_plan.READING
    assert len(pending.facts) == 2
    assert option_plan.failed("gone").facts[0].text == "gone"
