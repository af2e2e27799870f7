"""The job list and what may be asked of a run, by the contract."""

from datetime import UTC, datetime, timedelta

import pytest

from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import LogLine, Run, Status, Step
from gim_manager.schema.engines import writing
from gim_manager.store import leases, output
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.cli.test_output import KEYS
from tests.language.obstacles import contents
from tests.language.stored import NOON, stored


@pytest.fixture
def history(database: Database) -> list[Run]:
    """A run in each state, an hour apart, oldest first; each of a job of its own where a job may have only one."""
    jobs = {Status.RUNNING: Job.EXTRACT, Status.STOPPING: Job.TRANSFORM, Status.SCHEDULED: Job.MAINTAIN}
    with writing(database.manager) as connection:
        return [
            stored(connection, status, job=jobs.get(status, Job.EXPORT), at=NOON + timedelta(hours=hour))
            for hour, status in enumerate(Status)
        ]


def listed(gim: CommandLine, *words: str) -> list[str]:
    return [run["status"] for run in gim.json("jobs", *words)["runs"]]


def alive(database: Database) -> None:
    """A server that is heard of, and starts nothing."""
    with writing(database.manager) as connection:
        leases.beat(connection, server="other", host="elsewhere", pid=1, version="0", standing=Standing.STANDBY)


def test_the_job_list_is_newest_first_without_canceled_runs(gim: CommandLine, history: list[Run]) -> None:
    runs = gim.json("jobs")["runs"]
    assert [run["id"] for run in runs] == [run.id for run in reversed(history) if run.status is not Status.CANCELED]
    assert all(list(run) == KEYS for run in runs)


def test_canceled_runs_are_listed_only_if_asked_for(gim: CommandLine, history: list[Run]) -> None:
    assert listed(gim, "--status", "Canceled") == ["Canceled"]
    assert listed(gim, "--status", "canceled", "--status", "Failed") == ["Canceled", "Failed"]


def test_the_list_is_narrowed_by_job_time_and_number(gim: CommandLine, history: list[Run]) -> None:
    assert listed(gim, "--job", "Job_MaintainGIM", "--job", "ExtractICON") == ["Running", "Scheduled"]
    assert listed(gim, "--since", "2026-11-23T15:00:00+00:00") == ["Stopped", "Failed", "Complete"]
    assert listed(gim, "--limit", "2") == ["Stopped", "Failed"]


def test_a_time_without_offset_is_wall_time_of_the_schedule(gim: CommandLine, history: list[Run]) -> None:
    gim("options", "set", "schedule", "timezone", "Europe/Prague")
    assert listed(gim, "--since", "2026-11-23T16:00") == ["Stopped", "Failed", "Complete"]
    (run,) = gim.json("jobs", "--limit", "1")["runs"]
    assert run["start_time"] == "2026-11-23T18:00:00+01:00"


def test_the_list_holds_a_hundred_runs_unless_more_are_asked_for(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        for minute in range(102):
            stored(connection, Status.COMPLETE, at=NOON + timedelta(minutes=minute))
    assert len(gim.json("jobs")["runs"]) == 100
    assert len(gim.json("jobs", "--limit", "1000")["runs"]) == 102


def test_for_a_person_the_list_is_a_table(gim: CommandLine, history: list[Run]) -> None:
    lines = gim("jobs").out.splitlines()
    assert lines[0].startswith("Job ID  Job")
    assert len(lines) == len(history)
    assert gim("jobs", "--job", "Job_UpdateStats").out == "No run matches.\n"


def test_a_run_is_shown_with_its_steps(gim: CommandLine, database: Database, history: list[Run]) -> None:
    step = Step(name="Berlin: G_CALL", status=Status.COMPLETE, start_time=NOON, end_time=NOON, rows=1234)
    with writing(database.manager) as connection:
        output.write_steps(connection, history[0].id, [step])
    shown = gim.json("show", str(history[0].id))
    assert list(shown) == [*KEYS, "steps"]
    noon = "2026-11-23T12:00:00+00:00"
    assert shown["steps"] == [
        {"name": "Berlin: G_CALL", "status": "Complete", "start_time": noon, "end_time": noon, "rows": 1234}
    ]
    told = gim("show", str(history[0].id)).out
    assert "Job_MaintainGIM" in told and "Berlin: G_CALL" in told and "1,234" in told


def test_a_log_is_one_document_or_a_stream_of_lines(gim: CommandLine, database: Database, history: list[Run]) -> None:
    ended = history[3]
    lines = [LogLine(number=0, time=NOON, level=level, message=f"it {level}") for level in ("INFO", "WARNING")]
    with writing(database.manager) as connection:
        output.append_log(connection, ended.id, lines)
    noon = "2026-11-23T12:00:00+00:00"
    first, second = ({"time": noon, "level": level, "message": f"it {level}"} for level in ("INFO", "WARNING"))
    assert gim.json("log", str(ended.id)) == {"lines": [first, second]}
    assert gim("log", str(ended.id)).out == "12:00:00  it INFO\n12:00:00  WARNING it WARNING\n"
    followed = gim("log", str(ended.id), "--follow", "--json").out.splitlines()
    assert len(followed) == 2 and followed[0].startswith('{"time": ')


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


def test_R26_stop_cancels_what_waits_and_stops_what_runs(gim: CommandLine, history: list[Run]) -> None:
    waiting, running, ended = history[0], history[1], history[3]
    canceled = gim.json("stop", str(waiting.id), "--reason", "not today")
    assert (canceled["status"], canceled["cause"], canceled["reason"]) == ("Canceled", "person", "not today")
    stopping = gim.json("stop", str(running.id), "--reason", "lunch")
    assert (stopping["status"], stopping["reason"]) == ("Stopping", "lunch")
    assert stopping["stopped_by"] is not None
    said = gim("stop", str(ended.id))
    assert said.code == Exit.DONE
    assert f"Run {ended.id} has ended already; nothing to stop." in said.err


def test_R26_stop_waits_for_the_end_of_what_it_canceled(gim: CommandLine, history: list[Run]) -> None:
    assert gim.json("stop", str(history[0].id), "--wait")["status"] == "Canceled"


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
    from gim_manager.cli.jobs import exit_code_of

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


WRONG = "-insertPendingAgg H_QUEUE-WEEK:2026-06-08:2026-06-08"


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
