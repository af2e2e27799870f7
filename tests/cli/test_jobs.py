"""The job list and what may be asked of a run, by the contract."""

from datetime import timedelta
from pathlib import Path

from gim_manager.domain.errors import Exit
from gim_manager.domain.run import LogLine, Run, Status, Step
from gim_manager.schema.engines import writing
from gim_manager.store import output
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.cli.test_output import KEYS
from tests.language.stored import NOON, stored


def listed(gim: CommandLine, *words: str) -> list[str]:
    return [run["status"] for run in gim.json("jobs", *words)["runs"]]


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


def test_the_whole_list_goes_into_a_csv_file(gim: CommandLine, history: list[Run], tmp_path: Path) -> None:
    file = tmp_path / "runs.csv"
    told = gim.json("jobs", "--csv", str(file), "--limit", "1")
    assert told == {"file": str(file), "runs": len(history) - 1}
    assert len(file.read_text(encoding="utf-8").splitlines()) == len(history)
    assert gim("jobs", "--csv", str(tmp_path / "nowhere" / "x.csv")).code != 0
