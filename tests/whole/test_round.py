"""The first whole round, as a stranger would do it: by the program's own commands, on both databases."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gim_manager.domain.aggregates import HIERARCHIES
from tests.language.postgres import Cluster
from tests.language.program import Program, until
from tests.language.round import differences, level_totals

SAMPLE = ("--days", "1", "--until", "2026-11-20", "--agents", "12", "--calls-per-day", "300", "--seed", "7")


@pytest.fixture
def idb_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[str]:
    """An IDB of the same kind as the Info Mart, in a place of its own."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{(tmp_path / 'idb.sqlite').as_posix()}"
        return
    server: Cluster = request.getfixturevalue("postgres_cluster")
    with server.database(f"idb_of_{database_url.rsplit('/', 1)[-1]}") as url:
        yield url


@pytest.fixture
def program(database_url: str, tmp_path: Path) -> Program:
    """The program on an Info Mart that is not there yet."""
    return Program(db=database_url, profile=tmp_path / "profile")


def aggregated(program: Program) -> None:
    """Runs the aggregation until nothing is pending, then stops it."""
    asked = program.json("run", "Job_AggregateGIM")
    until(lambda: program.json("show", str(asked["id"]))["status"] == "Running", "the aggregation to run")
    until(lambda: program.json("status")["aggregate"]["pending"] == 0, "all intervals")
    assert program.json("stop", str(asked["id"]), "--reason", "drained", "--wait")["status"] == "Stopped"


def test_a_whole_round_equals_the_ledger_of_the_sample_centre(program: Program, idb_url: str) -> None:
    written = program.json("sample-idb", "--out", idb_url, *SAMPLE)
    assert written["calls"] > 0
    assert written["ledger"]["offered"] >= written["ledger"]["answered"] > 0
    program.json("init", "--idb", idb_url, "--role", "ICON_CFG,ICON_CORE")
    with program.serving():
        extracted = program.run("Job_ExtractICON")
        ensure_told_step_by_step(program, extracted)
        assert program.run("Job_TransformGIM")["rows"] > 1000
        again = program.run("Job_TransformGIM")
        assert (again["status"], again["rows"]) == ("Complete", 0)
        aggregated(program)
        assert program.run("Job_MaintainGIM")["status"] == "Complete"
        listed = [(run["job"], run["status"]) for run in program.json("jobs")["runs"]]
    assert listed == [
        ("Job_MaintainGIM", "Complete"), ("Job_AggregateGIM", "Stopped"), ("Job_TransformGIM", "Complete"),
        ("Job_TransformGIM", "Complete"), ("Job_ExtractICON", "Complete"), ("Job_InitializeGIM", "Complete"),
    ]  # fmt: skip
    assert differences(idb_url, program.db) == []
    ensure_one_picture(program.db)


def ensure_one_picture(mart_url: str) -> None:
    """All levels of a hierarchy say the same, nothing is empty, and what a leg took is the same state by state."""
    totals = level_totals(mart_url)
    assert sorted(totals) == sorted(hierarchy.stem for hierarchy in HIERARCHIES)
    assert {stem: len(found) for stem, found in totals.items()} == dict.fromkeys(totals, 1)
    assert all(any(numbers) for found in totals.values() for numbers in found)
    assert totals["i_agent"] == totals["agent"]


def ensure_told_step_by_step(program: Program, extracted: dict[str, Any]) -> None:
    """The run is Complete, and its steps and its log say so too."""
    assert (extracted["status"], extracted["cause"]) == ("Complete", "done")
    steps = program.json("show", str(extracted["id"]))["steps"]
    assert {step["status"] for step in steps} == {"Complete"}
    assert sum(step["rows"] or 0 for step in steps) == extracted["rows"] > 1000
    assert program.json("log", str(extracted["id"]))["lines"]
