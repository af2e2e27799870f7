"""`check` by the contract: every finding with its level and jobs; an error ends with 1, a warning with 0."""

from sqlalchemy import insert

from gim_manager.cli.check import finding_object
from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_option
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine

KEYS = ["level", "section", "option", "jobs", "message"]


def test_a_finding_has_every_key() -> None:
    finding = Finding(level=Level.WARNING, message="It is late.", jobs=frozenset({Job.EXPORT, Job.EXTRACT}))
    assert finding_object(finding) == {
        "level": "warning", "section": None, "option": None, "jobs": ["Job_ExtractICON", "Job_ExportGIM"],
        "message": "It is late.",
    }  # fmt: skip


def test_a_warning_leaves_it_0(gim: CommandLine) -> None:
    checked = gim.json("check")
    assert checked["ok"] is True
    (finding,) = checked["findings"]
    assert list(finding) == KEYS
    assert (finding["level"], finding["jobs"]) == ("warning", ["Job_ExtractICON"])
    assert gim("check").out.startswith("warning: There is no data source.")


def test_R11_an_error_ends_with_1(gim: CommandLine) -> None:
    gim("options", "set", "schedule", "maintain-start-time", "10:00")
    said = gim("check", "--json")
    assert said.code == Exit.FAILED
    first = said.document["findings"][0]
    assert said.document["ok"] is False
    assert (first["level"], first["section"], first["option"]) == ("error", "schedule", "maintain-start-time")
    assert len(first["jobs"]) == len(Job)


def test_an_option_that_an_older_program_wrote_wrong_is_found(gim: CommandLine, database: Database) -> None:
    row = {"section": "schedule", "name": "etl-start-time", "value": "soon", "changed_at": 0, "changed_by": "ada"}
    with writing(database.manager) as connection:
        connection.execute(insert(mgr_option).values({k: v for k, v in row.items() if k in mgr_option.c}))
    assert "etl-start-time = 'soon' is not valid" in gim("check").out
