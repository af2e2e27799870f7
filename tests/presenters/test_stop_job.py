"""Stop Job: real numbers, and what becomes of each run."""

from dataclasses import replace

from gim_manager.domain.run import Status
from gim_manager.presenters import words
from gim_manager.presenters.mart import StopEffect
from gim_manager.presenters.stop_job import Question, question, stoppable
from tests.language.fake_window import NOW, the_morning

RUNS = {run.id: run for run in the_morning()}


def _ask(*ids: int, restarts: int | None = None) -> Question:
    return question([StopEffect(run=RUNS[number], restarts=number == restarts) for number in ids], NOW)


def test_the_question_has_the_real_numbers() -> None:
    asked = _ask(48213, 48191, 48216, restarts=48191)
    assert (asked.title, asked.button, asked.keep) == ("Stop 2 runs and cancel 1?", "Stop 2, cancel 1", "Keep running")
    assert (_ask(48213).title, _ask(48213).button) == ("Stop 1 run?", "Stop 1")
    assert (_ask(48216).title, _ask(48216).button, _ask(48216).keep) == ("Cancel 1 run?", "Cancel 1", "Keep waiting")


def test_R26_a_waiting_run_is_canceled_and_a_running_one_stopped() -> None:
    waiting, running = _ask(48216, 48213).blocks
    assert waiting.title == "Will be canceled"
    assert running.title == "Will be stopped"
    assert "214,889 rows" in running.sentence
    assert words.plain(running.state) == "Running 62 %"


def test_R15_aggregation_is_started_again_unless_the_option_is_switched_off() -> None:
    asked = _ask(48191, restarts=48191)
    assert asked.can_switch
    assert asked.blocks[0].title == "Will be stopped, and started again"
    assert "stays stopped" in asked.blocks[0].switched_title
    assert words.plain(asked.blocks[0].state) == "Running 5 h 36 m"


def test_R26_a_second_stop_kills() -> None:
    assert _ask(48215).blocks[0].title == "Will be killed now"


def test_what_the_server_says_stands_before_what_is_usual() -> None:
    told = question([StopEffect(run=RUNS[48213], sentence="3 of 6 chunks stay.")], NOW)
    assert told.blocks[0].sentence == "3 of 6 chunks stay."


def test_what_has_ended_cannot_be_stopped() -> None:
    assert [run.id for run in stoppable([RUNS[48212], RUNS[48213], RUNS[48216]])] == [48213, 48216]
    assert not stoppable([replace(RUNS[48213], status=Status.COMPLETE, end_time=NOW)])
