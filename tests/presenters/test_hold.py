"""The suspended schedule in words, for the banner, the panel, the question before it resumes, and Run Job."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState, SwitchedOff
from gim_manager.presenters import hold, words
from gim_manager.presenters.run_job import refused, verdict
from tests.language.fake_window import BERLIN, NOW, the_morning, the_status, wall

STATUS = the_status(the_morning())
ADAS = Hold(id=3, owner="ada", since=wall("10:40:00"), expires=wall("14:40:00"), state=HoldState.HELD)


def _held(state: HoldState = HoldState.HELD, waits_for: str | None = None) -> EtlStatus:
    held = replace(ADAS, state=state, run_id=5 if state is HoldState.MAINTAINING else None)
    return replace(STATUS, hold=held, hold_waits_for=waits_for)


def test_a_schedule_that_launches_is_not_suspended() -> None:
    assert hold.suspended(STATUS, BERLIN, NOW) is None
    assert hold.banner(STATUS, BERLIN, NOW) is None


def test_R23_a_hold_says_who_since_when_until_when_and_that_it_ends_by_itself() -> None:
    found = hold.suspended(_held(), BERLIN, NOW)
    assert found == hold.Suspended(
        fact="The schedule is held by ada.",
        consequence="Nothing is launched since 10:40; without maintenance. "
        "It resumes by itself at 14:40 at the latest.",
        short="Held by ada until 14:40", below="since 10:40 · without maintenance",
    )  # fmt: skip


def test_R23_it_says_what_its_maintenance_waits_for() -> None:
    found = hold.suspended(_held(HoldState.WAITING, "Job_AggregateGIM 48191"), BERLIN, NOW)
    assert found is not None
    assert "maintenance waits for Job_AggregateGIM 48191." in found.consequence


def test_R23_while_its_maintenance_runs_no_hour_is_promised() -> None:
    found = hold.suspended(_held(HoldState.MAINTAINING, "Job_MaintainGIM 5"), BERLIN, NOW)
    assert found is not None
    assert found.consequence == (
        "Nothing is launched since 10:40, until Job_MaintainGIM 5 has ended; then the schedule resumes."
    )
    assert "14:40" not in found.short


def test_R01_run_scheduler_says_who_set_it_to_false() -> None:
    off = replace(STATUS, scheduling=False, switched_off=SwitchedOff(at=wall("10:41:00"), by="m.keller"))
    assert hold.banner(off, BERLIN, NOW) == (
        "The schedule is suspended.",
        "run-scheduler is false, since 10:41 by m.keller: jobs start only when a person asks for them.",
    )
    first = hold.suspended(replace(off, switched_off=None), BERLIN, NOW)
    assert first is not None and "run-scheduler is false" in first.consequence


@pytest.mark.parametrize("state", [ServerState.UNINITIALIZED, ServerState.MIGRATION, ServerState.CONFIG_ERROR])
def test_what_keeps_more_from_starting_speaks_before_the_hold(state: ServerState) -> None:
    held = _held()
    assert hold.banner(replace(held, server=replace(held.server, state=state)), BERLIN, NOW) is None
    assert hold.banner(held, BERLIN, NOW) is not None


def test_R23_before_resuming_what_starts_is_listed() -> None:
    starts = (NextLaunch(job=Job.EXTRACT, time=NOW + timedelta(seconds=48), reason="ETL cycle"),)
    asked = hold.resuming(_held(), starts, BERLIN)
    assert (asked.title, asked.starts) == ("End the hold of ada?", (("10:48:00", "Job_ExtractICON", "ETL cycle"),))
    assert hold.resuming(replace(STATUS, scheduling=False), (), BERLIN).title == "Resume the schedule?"


def test_R23_ending_a_hold_says_that_its_maintenance_is_stopped() -> None:
    asked = hold.resuming(_held(HoldState.MAINTAINING, "Job_MaintainGIM 5"), (), BERLIN)
    assert asked.text.startswith("Job_MaintainGIM 5 is stopped")
    off = replace(_held(), scheduling=False)
    assert "run-scheduler is false" in hold.resuming(off, (), BERLIN).text


def test_R23_before_maintenance_it_says_what_runs_and_what_falls_due() -> None:
    said = words.plain(hold.before_maintenance(STATUS, BERLIN, NOW))
    assert said.startswith("Now running: Job_AggregateGIM 48215, Job_AggregateGIM 48214, ")
    assert said.endswith("Next due: Job_ExtractICON at 11:00.")
    assert hold.before_maintenance(replace(STATUS, running=(), next=()), BERLIN, NOW) == ""
    assert hold.before_maintenance(None, BERLIN, NOW) == ""


def test_R23_the_verdict_on_maintenance_carries_the_offer_and_stays_a_start() -> None:
    starts = verdict(Prediction(kind=Answer.STARTS, rule="", reason="Starts now."), BERLIN, NOW)
    offered = hold.with_offer(starts, STATUS, BERLIN, NOW)
    assert (offered.answer, offered.may_run, offered.icon) == ("Starts now", True, "warning")
    assert "Next due: Job_ExtractICON" in offered.consequence and offered.consequence.endswith(hold.OFFER)
    assert hold.with_offer(starts, replace(STATUS, running=(), next=()), BERLIN, NOW) == starts
    assert hold.with_offer(refused("No."), STATUS, BERLIN, NOW) == refused("No.")


def test_the_hold_is_offered_for_maintenance_alone_and_not_inside_another() -> None:
    assert hold.offers_hold(Job.MAINTAIN, STATUS)
    assert not hold.offers_hold(Job.EXTRACT, STATUS)
    assert not hold.offers_hold(Job.MAINTAIN, _held())
    assert not hold.offers_hold(Job.MAINTAIN, None)


def test_the_title_bar_says_who_suspended_the_schedule_and_since_when() -> None:
    off = replace(STATUS, scheduling=False, switched_off=SwitchedOff(at=wall("10:41:00"), by="m.keller"))
    assert hold.title(off, BERLIN, NOW) == "Schedule suspended since 10:41 by m.keller"
    assert hold.title(replace(off, switched_off=None), BERLIN, NOW) == "Schedule suspended"
    assert hold.title(_held(), BERLIN, NOW) == "Schedule held since 10:40 by ada"
    assert hold.title(STATUS, BERLIN, NOW) == ""
