"""Programs of two versions on one Info Mart, each in processes of its own: they meet politely (R29)."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gim_manager import __version__
from gim_manager.store import versions
from gim_manager.store.connect import Database
from tests.language.newer_program import WORDS
from tests.language.old_versions import an_old_mart, lost, picture
from tests.language.planted import STEPS
from tests.language.program import Program
from tests.language.waiting import until

TO_CHANGE = frozenset({"ctl_schema_version", "ctl_schema_info", "ctl_etl_history"})
pytestmark = pytest.mark.timeout(180)


class NewerProgram(Program):
    """The same program two steps of the schema later."""

    def command(self, *words: str) -> list[str]:
        """The words that start it."""
        return [*WORDS, "--profile", str(self.profile), *words]


@pytest.fixture
def old(database_url: str) -> Database:
    """An Info Mart of this program's, which will be the older one."""
    return an_old_mart(
        database_url, manager=versions.MANAGER_STEPS[-1], info_mart=versions.INFO_MART_STEPS[-1], filled=True
    )


@pytest.fixture
def newer(old: Database, tmp_path: Path) -> NewerProgram:
    return NewerProgram(db=old.secret_url, profile=tmp_path / "newer")


@pytest.fixture
def older(old: Database, tmp_path: Path) -> Program:
    return Program(db=old.secret_url, profile=tmp_path / "older")


@contextmanager
def _serving(program: Program) -> Iterator["subprocess.Popen[str]"]:
    """A server of this program that leads."""
    with program.begun("serve") as server:
        until(lambda: program.json("status")["server"]["id"], seconds=60, what="a server that leads")
        yield server


def _step(database: Database) -> str | None:
    return versions.state(database).info_mart


def test_R29_a_server_of_an_older_program_is_not_asked_to_migrate(
    old: Database, older: Program, newer: NewerProgram
) -> None:
    before = picture(old)["info_mart"]
    with _serving(older) as server:
        said = newer.refusal(3, "migrate")
        assert f"(version {__version__}) works on this Info Mart with its older schema. End it" in said
        assert "only Job_MigrateGIM can run" in newer.refusal(3, "run", "Job_MaintainGIM")
        assert newer.call("jobs").code == 0
        assert _step(old) == versions.INFO_MART_STEPS[-1]
        server.terminate()
        assert server.wait(timeout=30) == 0
    assert newer.json("migrate")["run"]["status"] == "Complete"
    assert _step(old) == STEPS[-1]
    assert not lost(before, picture(old)["info_mart"], but=TO_CHANGE)
    for words in (("serve",), ("jobs",), ("run", "Job_MaintainGIM")):
        assert "is newer than this program" in older.refusal(3, *words)


def test_R29_a_server_of_an_older_program_that_stands_by_ends_when_the_schema_is_migrated(
    old: Database, older: Program, newer: NewerProgram
) -> None:
    with _serving(newer), older.begun("serve") as standby:
        until(lambda: len(newer.json("servers", "list")["servers"]) == 2, seconds=60, what="a server that stands by")
        assert newer.json("migrate")["run"]["status"] == "Complete"
        assert standby.wait(timeout=60) == 3
        assert "is newer than this program" in (standby.stderr.read() if standby.stderr else "")
    assert _step(old) == STEPS[-1]
