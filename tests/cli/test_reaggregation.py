"""`reaggregation`: what would change, and what has, put back by a run."""

import pytest

from gim_manager.domain.aggregates import H_ID
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine, alive
from tests.language.fact_kinds import Stay
from tests.language.facts import add, at, write_calendar, write_dimensions
from tests.language.stored import stored

ASKED = "-insertPendingAgg H_QUEUE-SUBHOUR:2026-06-08:2026-06-09"


def test_a_preview_tells_what_would_change_and_changes_nothing(gim: CommandLine, database: Database) -> None:
    write_dimensions(database.info_mart)
    write_calendar(database.info_mart)
    with writing(database.info_mart) as connection:
        add(connection, [Stay(start=at("2026-06-08 12:00"))])
    for _ in range(2):
        said = gim("reaggregation", "preview", "--parameters", ASKED)
        assert said.code == 0
        assert said.out.splitlines()[0] == (
            "Of 0 rows, 0 would change, 1 would be added and 0 would be removed: in 1 set, on 1 day."
        )
        assert "ENTERED +1 (0 → 1)" in said.out
    assert "H_QUEUE SUBHOUR, 2026-06-08" in said.err
    document = gim.json("reaggregation", "preview", "--parameters", ASKED, "--all")
    assert document["total"] == {"rows": 0, "added": 1, "removed": 0, "changed": 0}
    assert [(one["level"], one["day"], one["added"]) for one in document["sets"]] == [
        ("SUBHOUR", "2026-06-09", 0), ("SUBHOUR", "2026-06-08", 1)
    ]  # fmt: skip
    assert document["sets"][1]["measures"][0] == {"name": "ENTERED", "before": 0, "after": 1}


def test_what_cannot_be_read_or_rebuilt_is_said(gim: CommandLine) -> None:
    assert gim("reaggregation", "preview", "--parameters", "-insertPendingAgg never").code == 2
    assert gim.json("reaggregation", "preview", "--parameters", ASKED, code=3)["rule"] == "R20"


@pytest.fixture
def rebuilt(database: Database) -> int:
    """A re-aggregation that took a row away, and a server that would undo it."""
    alive(database)
    with writing(database.manager) as connection:
        run = stored(connection, Status.COMPLETE, job=Job.AGGREGATE, parameters=ASKED)
    row = {column.name: 0 for column in KEPT[H_ID].columns} | {"run_id": run.id, "agg_level": "DAY"}
    with writing(database.info_mart) as connection:
        connection.execute(agr_rebuilt.insert().values(run_id=run.id, begun_ts=1))
        connection.execute(KEPT[H_ID].insert().values(row))
    return run.id


def test_an_undoing_is_looked_at_and_then_asked_for(gim: CommandLine, rebuilt: int) -> None:
    document = gim.json("reaggregation", "undo", str(rebuilt), "--look")
    assert (document["can_undo"], document["why"], document["rows"]) == (True, None, 1)
    assert document["sets"] == [
        {"hierarchy": "H_ID", "level": "DAY", "first": "1970-01-01", "last": "1970-01-01", "changed": 0, "added": 0,
         "removed": 1}
    ]  # fmt: skip
    assert "H_ID DAY" in gim("reaggregation", "undo", str(rebuilt), "--look").out
    assert [run["id"] for run in gim.json("jobs")["runs"]] == [rebuilt], "looking asks for nothing"
    asked = gim.json("reaggregation", "undo", str(rebuilt))
    assert (asked["status"], asked["parameters"]) == ("Scheduled", f"-undoReaggregation {rebuilt}")


def test_R18_what_cannot_be_undone_is_refused_in_words(gim: CommandLine, rebuilt: int) -> None:
    asked = gim.json("reaggregation", "undo", str(rebuilt))
    refused = gim.json("reaggregation", "undo", str(asked["id"]), code=3)
    assert (refused["rule"], refused["reason"]) == ("R18", f"Re-aggregation {asked['id']} has not ended yet.")
    assert gim("reaggregation", "undo", "4711").code == 2
