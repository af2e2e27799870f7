"""`simulate` by the contract: what it prints, where, and how it ends."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

TIMES = ("--from", "2026-11-23T05:59", "--to", "2026-11-23T06:06")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "sample.ini"
    made.write_text("[schedule]\nrun-scheduler = true\ntimezone = Europe/Berlin\n", encoding="utf-8")
    return made


def test_an_option_file_gives_events_by_the_contract(anywhere: CommandLine, file: Path) -> None:
    assert anywhere.json("simulate", "--options", str(file), *TIMES) == {
        "timezone": "Europe/Berlin",
        "events": [
            {
                "time": "2026-11-23T06:00:00+01:00", "event": "start", "job": "Job_ExtractICON", "rule": "R03",
                "reason": "The ETL cycle of 06:00 begins.",
            },
            {
                "time": "2026-11-23T06:05:00+01:00", "event": "finish", "job": "Job_ExtractICON", "rule": None,
                "reason": "Complete.",
            },
            {
                "time": "2026-11-23T06:05:00+01:00", "event": "start", "job": "Job_TransformGIM", "rule": "R05",
                "reason": "The extraction of the cycle is complete.",
            },
        ],
    }  # fmt: skip


def test_a_person_sees_a_table_or_that_nothing_would_happen(anywhere: CommandLine, file: Path) -> None:
    said = anywhere("simulate", "--options", str(file), *TIMES)
    assert (said.code, said.err) == (0, "")
    first = said.out.splitlines()[1].split()
    assert first == ["06:00:00", "start", "Job_ExtractICON", "R03", *["The", "ETL", "cycle", "of", "06:00", "begins."]]
    quiet = anywhere("simulate", "--options", str(file), "--from", "2026-11-23T01:00", "--to", "2026-11-23T01:01")
    assert quiet.out == "Nothing would happen.\n"


def test_what_is_assumed_is_played(anywhere: CommandLine, file: Path) -> None:
    document = anywhere.json(
        "simulate", "--options", str(file), *TIMES, "--duration", "Job_ExtractICON=2", "--duration", "TransformGIM=1",
        "--fail", "Job_TransformGIM@2026-11-23T06:02", "--request", "Job_UpdateStats@2026-11-23T06:04",
        "--request", "Job_AggregateGIM -insertPendingAgg ALLSETS:2014-05-01:2014-05-31@2026-11-23T06:05",
    )  # fmt: skip
    told = [(event["time"][11:16], event["event"], event["job"], event["rule"]) for event in document["events"]]
    assert told == [
        ("06:00", "start", "Job_ExtractICON", "R03"), ("06:02", "finish", "Job_ExtractICON", None),
        ("06:02", "start", "Job_TransformGIM", "R05"), ("06:03", "finish", "Job_TransformGIM", None),
        ("06:04", "refuse", "Job_UpdateStats", "R24"), ("06:05", "start", "Job_AggregateGIM", "R19"),
    ]  # fmt: skip


def test_R28_an_error_of_the_configuration_launches_nothing_and_ends_with_1(anywhere: CommandLine, file: Path) -> None:
    with file.open("a", encoding="utf-8") as more:
        more.write("maintain-start-time = 12:00\n")
    said = anywhere("--json", "simulate", "--options", str(file), *TIMES)
    assert (said.code, said.document["events"]) == (1, [])
    assert said.err.startswith("error: maintain-start-time 12:00 lies inside the ETL window")


def test_a_failure_that_hits_nothing_is_said(anywhere: CommandLine, file: Path) -> None:
    said = anywhere("simulate", "--options", str(file), *TIMES, "--fail", "Job_MaintainGIM@2026-11-23T06:01")
    assert (said.code, said.err) == (
        0, "No run of Job_MaintainGIM starts at or is running at 06:01:00, so none fails.\n"
    )  # fmt: skip


def test_a_suspended_schedule_says_why_nothing_happens(anywhere: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "off.ini").write_text("", encoding="utf-8")
    said = anywhere("simulate", "--options", str(tmp_path / "off.ini"), *TIMES)
    assert (said.code, said.err) == (0, "run-scheduler is false: the schedule launches nothing.\n")


def test_without_a_file_it_is_this_info_mart(gim: CommandLine) -> None:
    gim("options", "set", "schedule", "run-scheduler", "true")
    document = gim.json("simulate", "--from", "2099-11-23T05:00", "--to", "2099-11-23T06:01")
    assert [(event["event"], event["job"]) for event in document["events"]] == [("start", "Job_ExtractICON")]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--from", "soon", "--to", "2026-11-24"), "'soon' is not a time."),
        (("--from", "2026-11-24", "--to", "2026-11-23"), "lies before FROM"),
        ((*TIMES, "--duration", "Job_ExtractICON=0"), "MINUTES is a whole number"),
        ((*TIMES, "--request", "Job_Nothing@2026-11-23T06:00"), "There is no job named"),
        ((*TIMES, "--fail", "Job_ExtractICON"), "has no time"),
    ],
)
def test_bad_values_are_one_sentence(anywhere: CommandLine, file: Path, words: tuple[str, ...], complaint: str) -> None:
    said = anywhere("simulate", "--options", str(file), *words)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert complaint in said.err


def test_a_file_that_is_none_and_a_missing_info_mart_are_said(anywhere: CommandLine, tmp_path: Path) -> None:
    assert anywhere("simulate", "--options", str(tmp_path / "none.ini"), *TIMES).code == 2
    assert anywhere("simulate", *TIMES).code == 2
