"""`one-by-one`: the schedule is off from start to end, and all that was on is put back."""

from gim_manager.domain.errors import Exit
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine, alive


def _values(gim: CommandLine) -> dict[str, str]:
    listed = gim.json("options", "list", "schedule")["options"]
    return {row["name"]: row["value"] for row in listed if row["name"].startswith("run-")}


def test_it_leads_from_start_to_end(gim: CommandLine, database: Database) -> None:
    alive(database)
    gim("options", "set", "schedule", "run-scheduler", "true")
    before = _values(gim)
    begun = gim.json("one-by-one", "start")["one_by_one"]
    assert begun["switched_off"] == [
        {"section": "schedule", "name": "run-scheduler", "value": "true"},
        {"section": "schedule", "name": "run-maintain", "value": None},
    ]
    assert (begun["next"], begun["waits_for"]) == ("Job_ExtractICON", None)
    assert (_values(gim)["run-scheduler"], _values(gim)["run-maintain"]) == ("false", "false")
    run = gim.json("one-by-one", "next")
    assert run["job"] == "Job_ExtractICON"
    waits = gim("one-by-one", "next")
    assert (waits.code, waits.err) == (Exit.REFUSED, f"Job_ExtractICON {run['id']} has not ended yet. (R22)\n")
    assert gim("one-by-one", "next", "--skip").code == Exit.DONE
    told = gim("one-by-one", "status").out
    assert "Its end puts back: run-scheduler = true, run-maintain = true (the default)." in told
    assert "passed over" in told
    ended = gim("one-by-one", "end")
    assert ended.out == "Put back: run-scheduler = true, run-maintain = true (the default).\n"
    assert _values(gim) == before


def test_a_second_start_is_refused_and_nothing_to_end_is_said(gim: CommandLine) -> None:
    assert gim("one-by-one", "end").out == "Nobody runs jobs one by one; nothing was changed.\n"
    assert gim("one-by-one", "status").out == "Nobody runs jobs one by one.\n"
    assert gim.json("one-by-one", "status") == {"one_by_one": None}
    gim("one-by-one", "start")
    again = gim("one-by-one", "start", "--json")
    assert (again.code, again.document["rule"]) == (Exit.REFUSED, "R01")
    assert "gim-manager one-by-one end" in again.err


def test_next_without_a_start_says_how_to_begin(gim: CommandLine) -> None:
    said = gim("one-by-one", "next")
    assert said.code == Exit.USAGE
    assert said.err == "Nobody runs jobs one by one. Begin with: gim-manager one-by-one start\n"
    assert gim("one-by-one", "next", "--skip", "--again").code == Exit.USAGE
