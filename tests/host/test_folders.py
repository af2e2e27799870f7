"""A folder takes files if they can be written there, or in the nearest folder above it that is there."""

from pathlib import Path

from gim_manager.host.folders import unwritable
from tests.language.obstacles import read_only


def test_a_folder_that_is_there_or_can_be_made_takes_files(tmp_path: Path) -> None:
    assert unwritable(tmp_path) is None
    assert unwritable(tmp_path / "to" / "be" / "made") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert unwritable(file) == "it is a file, not a folder"
    assert unwritable(file / "below") in (f"{file} is a file, not a folder", "it cannot be reached (Not a directory)")


def test_a_folder_in_which_nobody_may_write_is_told(tmp_path: Path) -> None:
    with read_only(tmp_path):
        assert unwritable(tmp_path) == "nothing can be written there"
        assert unwritable(tmp_path / "below") == f"it cannot be made in {tmp_path}"
