"""Every command is there and explained; every error is a sentence and its exit code; no traceback is shown."""

import io
import logging
import os
import sys

import pytest

from gim_manager import __version__
from gim_manager.cli import main
from gim_manager.domain.errors import Exit
from gim_manager.usecases import history
from tests.cli.conftest import CommandLine

COMMANDS = ("demo", "sample-idb", "init", "serve", "gui", "jobs", "run", "stop", "show", "log", "status", "options",
            "check", "sources", "alarms", "hold", "simulate", "why", "audit", "connections", "servers",
            "migrate", "one-by-one", "reaggregation")  # fmt: skip
OF_GROUPS = {
    "alarms": ("test",),
    "connections": ("list", "add", "remove", "test"),
    "one-by-one": ("start", "next", "end", "status"),
    "options": ("list", "get", "set", "unset", "history", "revert", "export", "import"),
    "reaggregation": ("preview", "undo"),
    "servers": ("list", "lead"),
    "sources": ("list", "add", "remove", "test"),
}
BAD_VALUES = {
    "jbos": "Did you mean 'jobs'?",
    "options gte": "Did you mean 'get'?",
    "jobs --limt 3": "No such option: --limt (Possible options: --limit)",
    "jobs --limit 0": "Invalid value for '--limit'",
    "jobs --status Done": "There is no status 'Done'. They are Scheduled,",
    "jobs --job Job_X": "There is no job named 'Job_X'. The jobs are Job_InitializeGIM,",
    "jobs --since yesterday": "'yesterday' is not a time. Write ISO 8601",
    "run": "Name a JOB",
    "run Job_X": "There is no job named 'Job_X'",
    "show x": "Invalid value for 'RUN_ID'",
    "show 99": "There is no run 99. List the runs with: gim-manager jobs",
    "log 99": "There is no run 99",
    "stop 99": "There is no run 99",
    "reaggregation undo 99": "There is no run 99",
    "reaggregation preview": "Missing option '--parameters'",
    "options list nothing": "There is no section 'nothing'. The sections are schedule,",
    "options get schedule nothing": "There is no option 'nothing' in [schedule]",
    "options set schedule timezone Mars/Base": "[schedule] timezone = 'Mars/Base' is not valid",
    "options set schedule etl-start-time 25:00": "[schedule] etl-start-time = '25:00' is not valid",
    "options unset schedule nothing": "There is no option 'nothing'",
    "options import no-such.ini": "no-such.ini cannot be read",
    "sources add x sqlite:////x --role ICON_X": "'ICON_X' names an unknown role. The roles are ICON_CFG,",
    "sources remove x": "There is no data source 'x'",
    "sources test x": "There is no data source 'x'",
    "init --idb sqlite:////x": "Each --idb needs its --role",
    "sample-idb": "Missing option '--out'",
    "sample-idb --out sqlite:///x.sqlite --until soon": "'soon' is not a day",
    "sample-idb --out mysql://host/x": "mysql is not a database that this program knows",
    "demo --days 0": "Invalid value for '--days'",
    "--connection nowhere jobs": "There is no saved connection 'nowhere'",
    "--db nonsense jobs": "The database URL 'nonsense' cannot be used: it is not a URL",
}


@pytest.mark.parametrize("words", BAD_VALUES)
def test_wrong_usage_and_bad_values_are_told_in_a_sentence_and_end_with_2(gim: CommandLine, words: str) -> None:
    said = gim(*words.split())
    assert (said.code, said.out) == (Exit.USAGE, "")
    first, *more = said.err.splitlines()
    assert BAD_VALUES[words] in first
    assert all(line.startswith("The right words are shown by: gim-manager") for line in more)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_command_explains_itself(anywhere: CommandLine, command: tuple[str, ...]) -> None:
    said = anywhere(*command, "--help")
    assert said.code == Exit.DONE
    assert said.out.startswith("Usage: gim-manager")
    assert said.err == ""
    assert anywhere(*command, "-h").out == said.out


def test_help_names_every_command_every_global_option_and_the_exit_codes(anywhere: CommandLine) -> None:
    shown = anywhere("--help").out
    for word in (*COMMANDS, "--db", "--connection", "--profile", "--json", "-v", "-q", "--version", "130 interrupted"):
        assert word in shown
    assert "..." not in shown.replace("[ARGS]...", ""), "a sentence is cut"
    for group, commands in OF_GROUPS.items():
        listed = anywhere(group, "--help").out
        assert [name for name in commands if f"\n  {name} " not in listed] == []


def test_the_version_is_told_wherever_it_is_asked_for(anywhere: CommandLine) -> None:
    assert anywhere("--version").out == anywhere("jobs", "--version").out == f"gim-manager {__version__}\n"


def test_a_group_without_a_command_explains_itself_and_is_wrong_usage(anywhere: CommandLine) -> None:
    said = anywhere("options")
    assert (said.code, said.out) == (Exit.USAGE, "")
    assert said.err.startswith("Usage: gim-manager options")


def test_without_an_info_mart_a_command_says_how_to_name_one(anywhere: CommandLine) -> None:
    said = anywhere("jobs")
    assert said.code == Exit.USAGE
    assert "--db URL" in said.err and "GIM_MANAGER_DB" in said.err


def test_a_bug_is_one_line_with_the_place_of_the_log(
    gim: CommandLine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(history, "page", broken)
    said = gim("jobs")
    log = gim.profile / "log" / "gim-manager.log"
    assert (said.code, said.out) == (Exit.FAILED, "")
    assert said.err == f"Something unexpected happened. The details are in {log}.\n"
    assert "ZeroDivisionError" in log.read_text()
    assert caplog.records[-1].levelno == logging.ERROR


@pytest.mark.parametrize("place", ["before", "inside"])
def test_ctrl_c_is_130_and_silent(gim: CommandLine, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def interrupted(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    if place == "inside":
        monkeypatch.setattr(history, "page", interrupted)
    else:
        monkeypatch.setattr(main, "global_options_first", interrupted)
    said = gim("jobs")
    assert (said.code, said.out, said.err) == (Exit.INTERRUPTED, "", "")


def test_a_reader_that_goes_away_is_no_error(gim: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        said = gim("options", "list")
        monkeypatch.undo()
    assert (said.code, said.err) == (Exit.DONE, "")


def test_a_stream_of_few_characters_loses_none_of_a_document(gim: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    gim("sources", "add", "Plzeň", "sqlite:////x.sqlite", "--role", "ICON_CORE")
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert main.run(["--db", gim.url, "--profile", str(gim.profile), "--json", "sources", "list"]) is Exit.DONE
    monkeypatch.undo()
    assert b"Plze\\u0148" in narrow.buffer.getvalue()


def test_a_profile_that_cannot_be_made_is_not_permitted(anywhere: CommandLine, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    said = anywhere("--profile", str(tmp_path / "file" / "profile"), "jobs")
    assert said.code == Exit.NOT_PERMITTED
    assert "Choose another: --profile DIR" in said.err
