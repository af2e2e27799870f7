"""One run in detail."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.moment import Reason
from gim_manager.domain.run import LogLine, Run, Status
from gim_manager.domain.why_run import story
from gim_manager.presenters import words
from gim_manager.presenters.run_view import identity, log_text, step_lines, why
from tests.language.fake_window import BERLIN, HELD, NOW, STEPS, the_morning

RUNS = {run.id: run for run in the_morning()}


def test_a_run_is_named_on_one_line() -> None:
    running, waiting = identity(RUNS[48213], BERLIN, NOW), identity(RUNS[48216], BERLIN, NOW)
    assert (running.number, running.story) == ("48213", "started 10:37:08 by scheduler on etlsrv-02")
    assert waiting.story == "asked for 10:44:31 by a.novak"


def test_a_step_has_a_bar_only_while_it_runs() -> None:
    lines = step_lines(STEPS, NOW)
    assert [line.word for line in lines] == ["Complete", "Complete", "Complete", "", "", "Waits", "Waits"]
    assert [line.share for line in lines[3:5]] == [0.74, 0.31]
    assert words.plain(lines[3].duration) == "4 m 09 s"
    assert (lines[0].rows, lines[-1].waits) == ("18,422 rows", True)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (48216, "Waits for Job_TransformGIM 48213 to end."),
        (48215, "Stopping: told to by m.keller"),
        (48213, "Runs, 62 % done"),
        (48208, "Stopped by a.novak: “testing chunk-size”"),
        (48206, "INTERACTION_RESOURCE_FACT: integer out of range in column TOTAL_DURATION"),
        (
            48203,
            "Its worker on etlsrv-01 was last heard of at 08:43:38. It had committed 96410 rows, which stay; "
            "the rest was rolled back, and the next run goes on from there.",
        ),
        (48212, "Ended well"),
    ],
)
def test_why_is_one_sentence(number: int, sentence: str) -> None:
    assert words.plain(why(RUNS[number], BERLIN, NOW).sentence) == sentence


@pytest.mark.parametrize("run", the_morning(), ids=lambda run: str(run.id))
def test_why_has_evidence_with_times(run: Run) -> None:
    answer = why(run, BERLIN, NOW)
    assert answer.sentence
    assert f"{run.requested_by} asked for {run.job.value}." in [fact.fact for fact in answer.evidence]


def test_an_error_stands_whole_and_the_parameters_below() -> None:
    error = why(RUNS[48206], BERLIN, NOW).evidence[-1]
    assert error.time == "09:08:05" and words.plain(error.fact).endswith("\nat row 41,208\nIt took 2 m 08 s.")
    *_, asked, range_ = (fact.fact for fact in why(RUNS[48214], BERLIN, NOW).evidence)
    assert asked.startswith("Job Parameters: -insertPendingAgg") and range_.startswith("Rebuilds 2026-09-01")


def test_a_stop_says_who_and_why() -> None:
    stopping = replace(RUNS[48215], status=Status.STOPPING)
    (told,) = [fact for fact in why(stopping, BERLIN, NOW).evidence if fact.rule]
    assert (told.fact, told.rule) == ("m.keller asked it to stop: wrong range", "R26")


def test_what_is_kept_of_a_run_is_its_evidence_with_the_rules() -> None:
    life = story(RUNS[48216], [HELD])
    told = why(RUNS[48216], BERLIN, NOW, life)
    assert [(fact.time, fact.fact, fact.rule) for fact in told.evidence] == [
        ("10:44:31", "a.novak asked for Job_TransformGIM.", ""),
        ("10:44:31", "Waits for Job_TransformGIM 48213 to end.", "R21"),
    ]


def test_what_is_expected_begins_with_its_sign() -> None:
    ahead = Reason(time=NOW + timedelta(minutes=5), text="It is expected to start.", expected=True)
    answer = why(RUNS[48216], BERLIN, NOW, [ahead])
    assert words.plain(answer.sentence) == "Waits for Job_TransformGIM 48213 to end; expected to start at ≈ 10:52:12"
    (fact,) = answer.evidence
    assert words.plain(fact.time) == "≈ 10:52:12"


def test_the_log_shows_a_level_only_if_it_matters() -> None:
    lines = [
        LogLine(number=1, time=NOW, level="INFO", message="begins"),
        LogLine(number=2, time=NOW + timedelta(seconds=1), level="WARNING", message="late rows"),
    ]
    assert log_text(lines, BERLIN) == "10:47:12  begins\n10:47:13  WARNING  late rows"
