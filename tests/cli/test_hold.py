"""`hold` by the contract: begun, listed, ended; a second one is refused, and what starts afterwards is told."""

from datetime import timedelta

import pytest

from gim_manager.domain.errors import Exit
from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine

KEYS = ["owner", "since", "expires", "state", "waits_for"]


@pytest.fixture
def server(database: Database) -> None:
    """A server that is heard of and leads."""
    with writing(database.manager) as connection:
        leases.beat(connection, server="one", host="desk", pid=1, version="0", standing=Standing.RUNNING)
        leases.take(connection, holder="one", lasts=timedelta(minutes=5))


def test_a_hold_has_every_key_and_stands_in_the_status(gim: CommandLine) -> None:
    begun = gim.json("hold", "--for", "30")
    assert list(begun) == ["id", *KEYS, "run_id", "reason", "ended_at", "ended_by"]
    assert (begun["state"], begun["waits_for"], begun["ended_at"]) == ("held", None, None)
    (shown,) = gim.json("status")["holds"]
    assert shown == {key: begun[key] for key in KEYS}


def test_for_a_person_it_says_until_when_and_how_it_ends(gim: CommandLine) -> None:
    said = gim("hold")
    assert said.out.startswith("The schedule is suspended by the hold of ")
    assert said.out.endswith("without maintenance.\n")
    assert said.err.endswith("End it with: gim-manager hold --end\n")
    assert "Schedule      suspended by the hold of " in gim("status").out


def test_R23_a_second_hold_ends_with_3_and_names_the_owner(gim: CommandLine) -> None:
    owner = gim.json("hold")["owner"]
    said = gim("hold")
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert said.err.startswith(f"{owner} holds the schedule already, since ") and said.err.endswith("(R23)\n")
    assert gim.json("hold", code=Exit.REFUSED)["rule"] == "R23"


def test_maintenance_needs_a_server(gim: CommandLine) -> None:
    said = gim("hold", "--maintain")
    assert said.code == Exit.UNREACHABLE
    assert gim.json("hold", "--list") == {"holds": [], "starts": []}


@pytest.mark.usefixtures("server")
def test_maintenance_waits_in_its_hold(gim: CommandLine) -> None:
    assert gim.json("hold", "--maintain")["state"] == "waiting"
    server = gim.json("status")["server"]
    assert server["state"] == "paused"


@pytest.mark.parametrize("words", [["--for", "0"], ["--for", "soon"], ["--end", "--list"], ["--end", "--maintain"],
                                   ["--list", "--for", "5"]])  # fmt: skip
def test_wrong_words_end_with_2_and_change_nothing(gim: CommandLine, words: list[str]) -> None:
    assert gim("hold", *words).code == Exit.USAGE
    assert gim.json("hold", "--list")["holds"] == []


def test_ending_it_says_what_is_launched_within_the_next_minute(gim: CommandLine) -> None:
    gim("options", "set", "schedule", "etl-start-time", "00:00")
    gim("options", "set", "schedule", "etl-end-time", "00:00")
    gim("options", "set", "schedule", "run-maintain", "false")
    gim("options", "set", "schedule", "run-scheduler", "true")
    gim("hold")
    listed = gim("hold", "--list")
    assert "If it ended now, within the next minute the schedule launches:\n" in listed.out
    assert "Job_ExtractICON" in listed.out
    ended = gim.json("hold", "--end")
    assert ended["ended"]["state"] == "ended"
    assert [launch["job"] for launch in ended["starts"]] == ["Job_ExtractICON"]


def test_ending_what_is_not_in_force_is_done_already(gim: CommandLine) -> None:
    said = gim("hold", "--end")
    assert (said.code, said.out) == (Exit.DONE, "")
    assert said.err == "No hold is in force; nothing to end.\n"
    assert gim.json("hold", "--end") == {"ended": None, "starts": []}


def test_a_schedule_that_is_off_launches_nothing_after_a_hold(gim: CommandLine) -> None:
    gim("hold")
    assert gim("hold", "--end").out.endswith("Within the next minute nothing is launched.\n")


def test_the_list_shows_the_latest_first_with_why_they_ended(gim: CommandLine) -> None:
    assert gim("hold", "--list").out == "There was no hold yet.\n"
    owner = gim.json("hold")["owner"]
    gim("hold", "--end")
    gim("hold")
    newest, oldest = gim.json("hold", "--list")["holds"]
    assert (newest["state"], oldest["state"]) == ("held", "ended")
    assert (oldest["ended_by"], oldest["reason"]) == (owner, f"{owner} ended the hold.")
    lines = gim("hold", "--list").out.splitlines()
    assert lines[0].split() == ["Hold", "Owner", "Since", "Until", "State", "Note"]
    assert "ended the hold." in lines[2]
