"""Why nothing ran at a moment, and what ran."""

from typing import Any

from gim_manager.domain.conditions import Condition
from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.duty import Absence
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Moment, Setting, Stretch
from gim_manager.domain.why import why_at
from gim_manager.domain.world import LastRun
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MAINTAIN, STATS, a_world, at, options

NOW = "2026-11-24T12:00"


def a_moment(when: str = "02:30", now: str = NOW, **known: Any) -> Moment:
    world = known.pop("world", None) or a_world(created_at=at("00:00"))
    return Moment(at=at(when), now=at(now), world=world, **known)


def a_decision(kind: DecisionKind = DecisionKind.DROP, job: Job = EXPORT, when: str = "02:30", **more: Any) -> Decision:
    given = {"rule": "R13", "reason": "Because.", "first_at": at(when), "last_at": at(when), **more}
    return Decision(kind=kind, job=job, **given)


def said(moment: Moment, job: Job | None = None) -> list[tuple[str | None, str]]:
    return [(reason.rule, reason.text) for reason in why_at(moment, job)]


def test_what_ran_is_the_answer() -> None:
    ran = Stretch(job=MAINTAIN, run_id=4711, since=at("02:00"), until=at("03:00:04"))
    assert said(a_moment(stretches=(ran,))) == [(None, "Job_MaintainGIM 4711 ran from 02:00:00 to 03:00:04.")]
    assert said(a_moment(stretches=(ran,)), EXTRACT)[0][0] == "R02"
    runs = a_moment(now="02:40", stretches=(Stretch(job=AGGREGATE, run_id=5, since=at("01:00")),))
    assert said(runs, AGGREGATE) == [(None, "Job_AggregateGIM 5 runs since 01:00:00.")]


def test_what_is_expected_to_run_says_so() -> None:
    moment = a_moment("02:30", "01:00", stretches=(Stretch(job=MAINTAIN, since=at("02:00"), until=at("02:45")),))
    (reason,) = why_at(moment, MAINTAIN)
    assert (reason.expected, reason.text) == (True, "Job_MaintainGIM is expected to run from 02:00:00 to 02:45:00.")


def test_R01_a_suspended_schedule_is_told_with_who_suspended_it() -> None:
    world = a_world(options=options(run_scheduler=False), created_at=at("00:00"))
    settings = {"run-scheduler": Setting(since=at("01:00"), by="ann", until=at("05:00"))}
    assert said(a_moment(world=world, settings=settings)) == [
        ("R01", "The schedule was suspended: run-scheduler was false from 01:00 to 05:00 (set by ann).")
    ]
    coming = a_moment("2026-11-25T02:30", world=world)
    assert said(coming) == [("R01", "The schedule is suspended: run-scheduler is false.")]


def test_where_no_server_ran_it_says_from_when_to_when() -> None:
    gone = Absence(since=at("02:00"), until=at("05:00"))
    assert said(a_moment(absence=gone)) == [
        (None, "No server was running from 02:00:00 to 05:00:00: nothing was launched.")
    ]
    assert said(a_moment(absence=Absence(since=None, until=None)))[0][1].startswith("No server was running yet")
    coming = a_moment("2026-11-25T02:30", absence=gone)
    assert said(coming) == [(None, "No server is running now: nothing is launched until one is.")]


def test_R23_a_hold_is_told_with_its_owner() -> None:
    hold = Hold(id=1, owner="ann", since=at("02:00"), expires=at("06:00"), state=HoldState.HELD)
    assert said(a_moment(hold=hold)) == [
        ("R23", "The schedule was suspended from 02:00 to 06:00 by the maintenance hold of ann.")
    ]


def test_R23_a_step_of_a_hold_speaks_for_itself() -> None:
    step = a_decision(DecisionKind.STEP, MAINTAIN, rule="R23", reason="The hold of ann waits for a run to end.")
    assert ("R23", "The hold of ann waits for a run to end.") in said(a_moment(decisions=(step,)), MAINTAIN)


def test_R28_R29_an_error_of_the_configuration_and_the_state_of_the_schema_are_told() -> None:
    wrong = a_world(options=options(maintain_start_time="12:00"))
    assert [rule for rule, _ in said(a_moment(world=wrong))] == ["R28"]
    bare = a_world(condition=Condition.UNINITIALIZED)
    assert [rule for rule, _ in said(a_moment(world=bare), EXTRACT)] == ["R29", "R02"]


def test_before_the_info_mart_there_was_nothing() -> None:
    moment = a_moment("2001-01-01T00:00")
    assert said(moment) == [
        (None, "This Info Mart came to be at 00:00 on 2026-11-23: nothing could run in it before.")
    ]  # fmt: skip


def test_decisions_come_before_what_the_schedule_says() -> None:
    dropped = a_decision(job=STATS, rule="R12", reason="It still runs.", count=3)
    moment = a_moment(decisions=(dropped, a_decision(job=MAINTAIN)))
    assert said(moment, STATS)[0] == (
        "R12", "A launch of Job_UpdateStats was dropped 3 times. It still runs."
    )  # fmt: skip
    kinds = {
        "A request for Job_ExportGIM was refused. Because.": a_decision(DecisionKind.REFUSE),
        "Job_ExportGIM 4 was held back. Because.": a_decision(DecisionKind.HOLD, run_id=4),
        "Job_ExportGIM 4 was canceled. Because.": a_decision(run_id=4),
        "Job_ExportGIM 4 was stopped. Because.": a_decision(DecisionKind.STOP, run_id=4),
        "Job_ExportGIM 4 was launched late. Because.": a_decision(DecisionKind.MAKE_UP, run_id=4),
    }
    for text, decision in kinds.items():
        assert said(a_moment(decisions=(decision,)), EXPORT)[0] == ("R13", text)


def test_a_drop_before_the_job_ran_again_explains_nothing() -> None:
    world = a_world(last={EXPORT: LastRun(started_at=at("01:00"), ended_at=at("01:05"))}, created_at=at("00:00"))
    old = a_decision(when="00:20")
    assert said(a_moment(world=world, decisions=(old,)), EXPORT)[0][1].startswith("Job_ExportGIM was switched off")
    assert said(a_moment(decisions=(old,)), EXPORT)[0][1] == "A launch of Job_ExportGIM was dropped. Because."


def test_where_nothing_is_wrong_each_job_of_the_schedule_has_its_reason() -> None:
    assert [rule for rule, _ in said(a_moment())] == ["R02", "R05", "R08", "R14", "R13", "R12"]
