"""The command line called in this process: on an Info Mart in which any job may start, judged as a script judges it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from gim_manager.cli.main import run
from gim_manager.cli.opening import Opening
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Run, Status
from gim_manager.host import logs
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.language.stored import NOON, stored
from tests.language.template import initialized


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one call came to."""

    opening: Opening
    out: str
    err: str

    @property
    def code(self) -> int:
        """The exit code; a call that opens something has none."""
        assert isinstance(self.opening, int), self.opening
        return int(self.opening)

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class CommandLine:
    """`gim("jobs", "--json")` is `gim-manager jobs --json`."""

    def __init__(self, url: str, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.url = url
        self.profile = profile
        self._capsys = capsys

    def __call__(self, *words: str) -> Said:
        self._capsys.readouterr()
        opening = run(["--profile", str(self.profile), *words])
        printed = self._capsys.readouterr()
        return Said(opening=opening, out=printed.out, err=printed.err)

    def json(self, *words: str, code: int = 0) -> Any:
        """The document of a call that must end with `code` and say nothing else on standard output."""
        said = self(*words, "--json")
        assert said.code == code, said
        return said.document


@pytest.fixture
def database(sqlite_url: str) -> Database:
    """An Info Mart in which any job may start."""
    return initialized(sqlite_url)


@pytest.fixture
def anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[CommandLine]:
    """The command line, told of no Info Mart."""
    monkeypatch.delenv("GIM_MANAGER_DB", raising=False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    yield CommandLine("", tmp_path / "profile", capsys)
    logs.stop()


@pytest.fixture
def gim(anywhere: CommandLine, database: Database, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line on the Info Mart of this test."""
    anywhere.url = database.secret_url
    monkeypatch.setenv("GIM_MANAGER_DB", database.secret_url)
    return anywhere


@pytest.fixture
def history(database: Database) -> list[Run]:
    """A run in each state, an hour apart, oldest first; each of a job of its own where a job may have only one."""
    jobs = {Status.RUNNING: Job.EXTRACT, Status.STOPPING: Job.TRANSFORM, Status.SCHEDULED: Job.MAINTAIN}
    with writing(database.manager) as connection:
        return [
            stored(connection, status, job=jobs.get(status, Job.EXPORT), at=NOON + timedelta(hours=hour))
            for hour, status in enumerate(Status)
        ]


def alive(database: Database) -> None:
    """A server that is heard of, and starts nothing."""
    with writing(database.manager) as connection:
        leases.beat(connection, server="other", host="elsewhere", pid=1, version="0", standing=Standing.STANDBY)
