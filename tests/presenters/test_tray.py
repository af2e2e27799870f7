"""The tray says the worst that is known in one sentence, and tells of each failure once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.outbox import Board
from gim_manager.domain.run import Cause
from gim_manager.domain.status import ServerState, SwitchedOff
from gim_manager.presenters.freshness import Freshness
from gim_manager.presenters.tray import Failures, Seen, Worst, message, worst
from tests.language.fake_board import the_board
from tests.language.fake_window import BERLIN, NOW, the_morning, the_status, wall

QUIET = replace(the_status(()), warnings=())
FRESH = Freshness(name="prod").read(NOW, changed=True, live=True)
WELL = Seen(name="prod", now=NOW, zone=BERLIN, freshness=FRESH, status=QUIET, board=Board())
WRONG = Finding(level=Level.ERROR, section="schedule", option="timezone", message="Unknown zone.")
NO_SERVER = replace(QUIET, server=replace(QUIET.server, state=ServerState.NONE))
OFF = replace(QUIET, scheduling=False, switched_off=SwitchedOff(at=wall("10:41:00"), by="ada"))


def test_while_all_is_well_it_has_no_mark_and_says_what_comes_next() -> None:
    assert worst(WELL) == Worst(sentence="prod: Next is Job_ExtractICON at 11:00.")
    running = replace(WELL, status=replace(QUIET, running=the_status(the_morning()).running))
    assert worst(running) == Worst(sentence="prod: 4 jobs running.")
    still = replace(WELL, status=replace(QUIET, next=()))
    assert worst(still) == Worst(sentence="prod: Server running.")
    assert worst(replace(WELL, status=None)) == Worst(sentence="prod: Reading.")


@pytest.mark.parametrize(
    ("seen", "icon", "words"),
    [
        (replace(WELL, status=replace(QUIET, warnings=("maintenance missed on 24 Oct",))), "warning", "maintenance"),
        (replace(WELL, status=NO_SERVER), "canceled", "No server is alive"),
        (replace(WELL, status=OFF), "pause", "Schedule suspended since 10:41 by ada."),
        (replace(WELL, board=the_board(), status=OFF), "failed", "Job_TransformGIM 48206 failed"),
        (replace(WELL, board=the_board(), status=replace(OFF, errors=(WRONG,))), "failed", "configuration"),
        (replace(WELL, board=the_board(), overdue=42.0), "clock", "The server is late by 42"),
        (replace(WELL, overdue=42.0, freshness=FRESH.failed(NOW, "gone")), "broken", "Connection to prod lost."),
    ],
)
def test_the_worst_comes_first(seen: Seen, icon: str, words: str) -> None:
    told = worst(seen)
    assert told.icon == icon
    assert words in told.sentence
    assert "\n" not in told.sentence


def test_a_server_that_is_on_time_is_not_late() -> None:
    assert worst(replace(WELL, overdue=0.4)).icon == ""


def test_a_failure_is_told_once_and_none_from_before_the_tray_came() -> None:
    runs = the_morning()
    failures = Failures(since=wall("09:00:00"))
    assert [run.id for run in failures.new(runs)] == [48206]
    assert failures.new(runs) == ()
    assert Failures(since=NOW + timedelta(seconds=1)).new(runs) == ()


def test_a_message_names_the_jobs_and_what_went_wrong() -> None:
    runs = [run for run in the_morning() if run.cause in (Cause.ERROR, Cause.LOST)]
    title, text = message((runs[0],))
    assert title == "Job_TransformGIM failed"
    assert text.startswith("Job_TransformGIM 48206: INTERACTION_RESOURCE_FACT")
    title, text = message(tuple(runs) * 2)
    assert title == "4 jobs failed"
    assert text.splitlines()[-1] == "and 1 more"
    assert message((replace(runs[1], error=None),))[1].endswith("its worker was lost")
