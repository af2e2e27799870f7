"""`run`, by the contract: a request, its refusal, its end."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine, alive
from tests.cli.test_output import KEYS
from tests.language.obstacles import contents
from tests.language.stored import NOON, stored

WRONG = "-insertPendingAgg H_QUEUE-WEEK:2026-06-08:2026-06-08"


def test_run_without_a_server_ends_with_4_and_writes_nothing(gim: CommandLine, database: Database) -> None:
    before = contents(database.secret_url)
    said = gim("run", "Job_ExtractICON", "--json")
    assert (said.code, said.out) == (Exit.UNREACHABLE, "")
    assert "Start one with: gim-manager serve" in said.err
    assert contents(database.secret_url) == before


def test_run_prints_the_run_at_once(gim: CommandLine, database: Database) -> None:
    alive(database)
    run = gim.json("run", "Job_ExtractICON")
    assert list(run) == KEYS
    assert (run["job"], run["status"], run["start_time"]) == ("Job_ExtractICON", "Scheduled", None)
    assert gim("run", "transformgim").out == f"{run['id'] + 1}  Job_TransformGIM  Scheduled\n"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("Job_ExportGIM",), "R24"),
        (("Job_UpdateStats",), "R12"),
        (("Job_ExtractICON", "--parameters", "x"), "R25"),
        (("Job_MaintainGIM",), "R21"),
        (("Job_MaintainGIM", "--wait"), "R21"),
    ],
)
def test_a_refused_request_is_a_document_and_exit_3(
    gim: CommandLine, database: Database, history: list[Run], words: tuple[str, ...], rule: str
) -> None:
    alive(database)
    said = gim("run", *words, "--json")
    assert said.code == Exit.REFUSED
    assert list(said.document) == ["refused", "rule", "reason"]
    assert (said.document["refused"], said.document["rule"]) == (True, rule)
    assert said.err == f"{said.document['reason']} ({rule})\n"
    assert len(gim.json("jobs", "--status", "Scheduled")["runs"]) == 1


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"status": Status.COMPLETE}, 0),
        ({"status": Status.FAILED}, 1),
        ({"status": Status.FAILED, "cause": "lost"}, 1),
        ({"status": Status.STOPPED}, 1),
        ({"status": Status.CANCELED, "cause": "rule"}, 3),
        ({"status": Status.CANCELED, "cause": "person"}, 1),
    ],
)
def test_the_end_of_a_run_is_the_exit_code_of_whoever_waited(database: Database, columns, code: int) -> None:
    from gim_manager.cli.run import exit_code_of

    with writing(database.manager) as connection:
        assert exit_code_of(stored(connection, at=datetime(2026, 1, 1, tzinfo=UTC), **columns)) == code


def test_R23_before_maintenance_starts_it_says_what_it_may_meet(gim: CommandLine, history: list[Run]) -> None:
    gim("stop", str(next(run.id for run in history if run.status is Status.SCHEDULED)))
    said = gim("run", "Job_MaintainGIM")
    assert said.code == Exit.UNREACHABLE
    assert said.err.startswith("Now running: Job_ExtractICON ")
    assert "To let it run alone: gim-manager hold --maintain\n" in said.err
    assert "To let it run alone" not in gim("run", "Job_TransformGIM").err
    assert "To let it run alone" not in gim("run", "Job_MaintainGIM", "--json").err


def test_R18_parameters_that_cannot_be_read_are_shown_with_a_caret_under_the_character(
    gim: CommandLine, database: Database
) -> None:
    alive(database)
    said = gim("run", "Job_AggregateGIM", "--parameters", WRONG)
    assert said.code == Exit.USAGE
    sentence, text, caret = said.err.splitlines()
    assert "wrong at character 27: the level is one of SUBHOUR" in sentence
    assert (text, caret) == (WRONG, " " * 26 + "^")
    assert gim.json("jobs")["runs"] == []


def test_R19_R20_the_answer_says_what_becomes_of_the_parameters_and_which_days_are_meant(
    gim: CommandLine, database: Database
) -> None:
    alive(database)
    right = "-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-08"
    said = gim("run", "Job_AggregateGIM", "--parameters", right)
    assert (said.code, said.err.count("the parameters are ignored")) == (Exit.DONE, 1)
    refused = gim("run", "Job_AggregateGIM", "--parameters", right)
    assert refused.code == Exit.REFUSED and "before the first day that was ever loaded" in refused.err
    forced = gim("run", "Job_AggregateGIM", "--parameters", right, "--force")
    assert (forced.code, forced.err) == (Exit.DONE, "Rebuilds 2026-06-08 00:00 to 2026-06-09 00:00 (GMT).\n")
    (run, _) = gim.json("jobs")["runs"]
    assert (run["parameters"], run["part_of"]) == (right, None)
    assert "rebuilds          2026-06-08 00:00 to 2026-06-09 00:00" in gim("show", str(run["id"])).out


def test_R19_one_call_starts_aggregation_and_hands_the_parameters_over(gim: CommandLine, database: Database) -> None:
    alive(database)
    right = "-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-08"
    asked = gim.json("run", "AggregateGIM", "--parameters", right, "--hand-over", "--force")
    runs = gim.json("jobs")["runs"]
    assert [run["parameters"] for run in runs] == [right, None]
    assert asked["id"] == runs[0]["id"]


def test_R21_again_asks_for_the_job_and_the_parameters_of_an_earlier_run(gim: CommandLine, database: Database) -> None:
    alive(database)
    right = "-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-08"
    with writing(database.manager) as connection:
        failed = stored(connection, Status.FAILED, job=Job.AGGREGATE, parameters=right, at=NOON)
    run = gim.json("run", "--again", str(failed.id), "--hand-over", "--force")
    assert (run["job"], run["parameters"], run["id"] > failed.id) == ("Job_AggregateGIM", right, True)
    plain = gim.json("run", "Job_ExtractICON")
    assert gim("run", "--again", str(plain["id"]), "--json").document["rule"] == "R21"
    assert "999" in gim("run", "--again", "999").err


@pytest.mark.parametrize("words", [(), ("Job_ExtractICON", "--again", "1"), ("--again", "1", "--parameters", "x")])
def test_a_run_needs_a_job_or_an_earlier_run_and_not_both(gim: CommandLine, words: tuple[str, ...]) -> None:
    said = gim("run", *words)
    assert said.code == Exit.USAGE
    assert "--again RUN_ID" in said.err
