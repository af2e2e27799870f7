"""`why` by the contract: answers with time, rule and reason, never none."""

import pytest

from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.stored import stored


def test_a_run_is_asked_about_by_its_number(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.STOPPED, stopped_by="ann", reason="lunch")
    answers = gim.json("why", str(run.id))["answers"]
    assert answers[0] == {"time": "2026-11-23T12:01:00+00:00", "rule": "R26", "reason": "Stopped by ann: lunch"}
    assert answers[1] == {"time": "2026-11-23T12:00:00+00:00", "rule": None, "reason": "ada asked for Job_ExtractICON."}
    said = gim("why", str(run.id))
    assert said.code == 0 and said.out.splitlines()[0].split() == ["Time", "Rule", "Reason"]


@pytest.mark.parametrize("at", ["2001-01-01", "2026-11-23T02:30", "2099-11-23T02:30", "now"])
def test_a_moment_always_has_an_answer(gim: CommandLine, at: str) -> None:
    gim("options", "set", "schedule", "run-scheduler", "true")
    for words in ((), ("--job", "Job_MaintainGIM")):
        answers = gim.json("why", "--at", at, *words)["answers"]
        assert answers and all(set(answer) == {"time", "rule", "reason"} for answer in answers)


def test_without_a_word_it_is_asked_about_now(gim: CommandLine) -> None:
    assert gim.json("why")["answers"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("99",), "There is no run 99"),
        (("--at", "soon"), "'soon' is not a time."),
        (("--job", "Job_Nothing", "--at", "now"), "There is no job named"),
        (("1", "--at", "now"), "by its RUN_ID alone"),
    ],
)
def test_bad_values_are_one_sentence(gim: CommandLine, words: tuple[str, ...], complaint: str) -> None:
    said = gim("why", *words)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert complaint in said.err


def test_each_rule_has_a_sentence(gim: CommandLine) -> None:
    told = gim.json("why", "--rules")["rules"]
    assert (told[20]["rule"], len(told)) == ("R21", 40)
    assert told[20]["sentence"].startswith("No job runs twice at a time")
    assert f"R21  {told[20]['sentence']}\n" in gim("why", "--rules").out
