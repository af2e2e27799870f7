"""The list is written page by page, whole or not at all."""

from pathlib import Path

import pytest

from gim_manager.domain.errors import Abandoned, StorageFailed
from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunQuery
from gim_manager.presenters import run_export
from gim_manager.presenters.run_export import export
from tests.language.fake_window import BERLIN, FakeMart, many

EVERYTHING = RunQuery()


def _unheard(_done: float, _words: str) -> None:
    """Nobody looks."""


def test_every_page_is_written_and_each_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_export, "PAGE", 40)
    file, told = tmp_path / "runs.csv", []
    written = export(FakeMart(many(130)), EVERYTHING, BERLIN, file, lambda done, words: told.append((done, words)))
    assert written == 130
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 131 and lines[0].startswith("id,job,status")
    assert lines[1].split(",")[:2] == ["130", "Job_ExtractICON"]
    assert [words for _, words in told] == ["40 runs", "80 runs", "120 runs", "130 runs"]
    assert told[-1][0] == 1.0


def test_only_what_the_filters_show_is_written(tmp_path: Path) -> None:
    file = tmp_path / "runs.csv"
    assert export(FakeMart(), RunQuery(jobs=frozenset({Job.MAINTAIN})), BERLIN, file, _unheard) == 1
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2


def test_stopped_it_leaves_the_old_file_and_no_half_of_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_export, "PAGE", 40)
    file = tmp_path / "runs.csv"
    file.write_text("the old one", encoding="utf-8")

    def give_up(done: float, _words: str) -> None:
        if done > 0.5:
            raise Abandoned

    with pytest.raises(Abandoned):
        export(FakeMart(many(130)), EVERYTHING, BERLIN, file, give_up)
    assert [one.name for one in tmp_path.iterdir()] == ["runs.csv"]
    assert file.read_text(encoding="utf-8") == "the old one"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="nowhere"):
        export(FakeMart(), EVERYTHING, BERLIN, tmp_path / "nowhere" / "runs.csv", _unheard)
