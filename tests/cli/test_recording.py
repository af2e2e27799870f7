"""`record`, and `replay` with a command or the window."""

from pathlib import Path

from gim_manager.cli.opening import OpenWindow
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from gim_manager.usecases.context import system_now
from tests.cli.conftest import CommandLine
from tests.language.stored import stored


def test_a_recording_is_written_and_every_command_reads_it(
    gim: CommandLine, database: Database, tmp_path: Path
) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, job=Job.EXPORT, at=system_now())
    file = str(tmp_path / "night.gimrec")
    made = gim.json("record", file)
    assert made["file"] == file
    assert made["bytes"] == Path(file).stat().st_size
    (run,) = gim.json("replay", file, "jobs")["runs"]
    assert (run["job"], run["requested_by"]) == ("Job_ExportGIM", "person-1")
    assert gim("replay", file, "status").code == 0
    assert gim("replay", file, "run", "Job_ExtractICON").code == 5
    assert gim("record", file).code == 2


def test_since_may_be_said(gim: CommandLine, tmp_path: Path) -> None:
    made = gim.json("record", str(tmp_path / "x"), "--since", "2026-06-01T00:00")
    assert made["since"] == "2026-06-01T00:00:00+00:00"


def test_without_a_command_the_window_opens_on_it(gim: CommandLine, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    file = tmp_path / "night.gimrec"
    opening = gim("replay", str(file)).opening
    assert isinstance(opening, OpenWindow)
    assert opening.url == f"sqlite:///{file.as_posix()}"
