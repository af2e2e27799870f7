"""What came of a recording and a backup, in a line."""

from pathlib import Path

import pytest

from gim_manager.presenters import files, words
from gim_manager.usecases.backup import Kept
from gim_manager.usecases.recording import Made
from tests.language.fake_clock import NOW


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 byte"), (999, "999 bytes"), (1_640_000, "1.6 MB"), (78_004_224_000, "78.0 GB")]
)
def test_a_size_has_one_decimal(number: int, told: str) -> None:
    assert words.plain(files.size(number)) == told


def test_files_are_named_with_their_size() -> None:
    made = Made(file=Path("x/night.gimrec"), since=NOW, rows=3, bytes=2_000)
    assert words.plain(files.recorded(made)) == "Recorded: night.gimrec, 2.0 kB."
    kept = Kept(files=(Path("x/a.sqlite"), Path("x/a.manager.sqlite")), bytes=2_000_000)
    assert words.plain(files.kept(kept)) == "Kept: a.sqlite and a.manager.sqlite, 2.0 MB."


def test_an_export_says_how_many_runs_and_where() -> None:
    assert files.exported(1204, Path("x/prod.csv")) == "1,204 runs written to prod.csv"
    assert files.exported(1, Path("x/prod.csv")) == "1 run written to prod.csv"
