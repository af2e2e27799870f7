"""The life of a run: the last that happened to it made it what it is."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.why_run import story
from tests.language.build import EXTRACT, MAINTAIN, a_launch, a_run, at

WAITS = "Waits for Job_TransformGIM 3 to end."


def a_decision(kind: DecisionKind, when: str, rule: str, reason: str, count: int = 1) -> Decision:
    return Decision(kind=kind, job=MAINTAIN, rule=rule, reason=reason, first_at=at(when), last_at=at(when), count=count)


HELD = a_decision(DecisionKind.HOLD, "02:00:01", "R08", WAITS, 2)


def said(run: Run, *decisions: Decision) -> list[tuple[datetime, str | None, str]]:
    return [(reason.time, reason.rule, reason.text) for reason in story(run, decisions)]


def test_a_waiting_run_says_what_holds_it_back() -> None:
    run = a_launch(MAINTAIN, Status.SCHEDULED, requested_at=at("02:00:01"), due_at=at("02:00"), reason=WAITS)
    assert said(run, HELD) == [
        (at("02:00"), None, "It was due."), (at("02:00:01"), None, "scheduler asked for Job_MaintainGIM."),
        (at("02:00:01"), "R08", f"{WAITS} (2 times)"),
    ]  # fmt: skip


def test_one_of_which_nothing_is_kept_says_what_it_says_itself() -> None:
    assert said(a_run(EXTRACT, Status.SCHEDULED, reason=WAITS))[-1][2] == WAITS
    assert said(a_run(EXTRACT, Status.SCHEDULED))[-1][2] == "Waits for a server to start it."


@pytest.mark.parametrize(
    ("ended", "rule", "text"),
    [
        ({"status": Status.COMPLETE}, None, "Complete."),
        ({"status": Status.FAILED, "cause": Cause.ERROR, "error": "No source."}, None, "Failed: No source."),
        ({"status": Status.FAILED, "cause": Cause.LOST, "error": "Gone."}, "R36", "Lost: Gone."),
        (
            {"status": Status.STOPPED, "cause": Cause.PERSON, "stopped_by": "ann", "reason": "lunch"},
            "R26", "Stopped by ann: lunch",
        ),
        (
            {"status": Status.STOPPED, "cause": Cause.RULE, "stopped_by": "scheduler", "reason": "A cycle is due."},
            "R07", "Stopped by scheduler: A cycle is due.",
        ),
    ],
)  # fmt: skip
def test_an_ended_run_says_what_ended_it(ended: dict[str, Any], rule: str | None, text: str) -> None:
    run = a_launch(MAINTAIN, start_time=at("02:05"), end_time=at("03:00"), server="etlsrv", **ended)
    stopped = a_decision(DecisionKind.STOP, "02:59", "R07", "A cycle is due.")
    told = said(run, HELD, stopped)
    assert told[-1] == (at("03:00"), rule, text)
    assert (at("02:05"), None, "Started on etlsrv.") in told


def test_a_canceled_run_names_the_rule_that_took_it_back() -> None:
    run = a_launch(
        MAINTAIN, Status.CANCELED, end_time=at("06:00"), cause=Cause.RULE, stopped_by="scheduler", reason="The window."
    )
    dropped = a_decision(DecisionKind.DROP, "06:00", "R09", "The window.")
    assert said(run, dropped)[-1] == (at("06:00"), "R09", "Canceled by scheduler: The window.")


def test_a_stopping_run_says_who_asked() -> None:
    run = a_run(EXTRACT, Status.STOPPING, stop_requested_at=at("01:00"), stopped_by="ann")
    assert said(run)[-1] == (at("01:00"), "R26", "ann asked it to stop.")


def test_R34_how_long_after_its_time_a_launch_started_is_told() -> None:
    launched = a_launch(EXTRACT, due_at=at("06:00"), start_time=at("06:00:02"), server="etlsrv")
    assert "Started on etlsrv, 2.0 s after its time." in [reason.text for reason in story(launched, ())]
    assert "Started on etlsrv." in [reason.text for reason in story(replace(launched, due_at=None), ())]
