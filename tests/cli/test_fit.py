"""`fit`: one document, or an answer in a few lines."""

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.stored import stored


def test_too_little_history_is_said(gim: CommandLine) -> None:
    said = gim("fit")
    assert said.code == 0
    assert said.out.startswith("Job_MaintainGIM has not run yet: nothing tells how long it takes.\n")
    document = gim.json("fit")
    assert (document["fits"], document["runs"], document["p95_seconds"], document["better"]) == (None, 0, None, None)
    assert document["room"]["seconds"] == 7 * 3600


def test_the_chance_and_the_P95_are_told(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        for _ in range(5):
            stored(connection, Status.COMPLETE, job=Job.MAINTAIN)
    document = gim.json("fit")
    assert (document["fits"], document["chance"], document["p95_seconds"]) == (True, 1.0, 60.0)
    assert gim("fit").out.startswith("It fits.\n")
