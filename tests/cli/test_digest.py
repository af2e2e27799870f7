"""`digest`: one sentence, its parts, and one document."""

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_info_mart
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.stored import stored


def test_the_sentence_comes_first_and_its_parts_follow(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        connection.execute(mgr_info_mart.update().values(created_at=0))
        stored(connection, Status.FAILED, job=Job.EXPORT)
    times = ("--since", "2026-11-23T06:00", "--until", "2026-11-23T18:00")
    said = gim("digest", *times)
    assert said.code == 0
    assert said.out.splitlines() == [
        "Since 06:00: 1 run, 1 failed (Job_ExportGIM 1).",
        "",
        "Job            Complete  Failed  Stopped",
        "Job_ExportGIM                 1",
    ]
    document = gim.json("digest", *times)
    assert document["sentence"] == said.out.splitlines()[0]
    assert document["runs"] == [{"job": "Job_ExportGIM", "complete": 0, "failed": 1, "stopped": 0}]
    assert (document["since"], document["maintenance"]) == ("2026-11-23T06:00:00+00:00", {"due": False, "runs": []})


def test_by_itself_it_is_about_the_night(gim: CommandLine) -> None:
    assert gim("digest").out.startswith("Since ")


def test_what_is_no_time_is_one_sentence(gim: CommandLine) -> None:
    said = gim("digest", "--since", "soon")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
