"""Folders of exports: under their name only when whole, and gone when they are old."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from gim_manager.jobs.export_files import clear_unfinished, delete_older, exports, folder_name, new_folder

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_E01_the_name_tells_audit_key_and_moment() -> None:
    assert folder_name(17, NOW) == "export_17_2026_11_23_12_00_00"


def test_E01_there_is_no_name_until_the_folder_is_whole(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", "export_1_x") as bundle:
        bundle.add("a.csv", [b"x", b"y"])
        assert exports(tmp_path / "out") == []
    (folder,) = exports(tmp_path / "out")
    with ZipFile(folder / "export_1_x.zip") as zipped:
        assert zipped.read("a.csv") == b"xy"


def test_E04_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path, "export_1_x") as bundle:
        bundle.add("a.csv", [b"x"])
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_E04_a_folder_that_stands_whole_is_left_as_it_is(tmp_path: Path) -> None:
    for content in (b"first", b"again"):
        with new_folder(tmp_path, "export_1_x") as bundle:
            bundle.add("a.csv", [content])
    (folder,) = tmp_path.iterdir()
    with ZipFile(folder / "export_1_x.zip") as zipped:
        assert zipped.read("a.csv") == b"first"


def test_only_what_is_ours_is_removed(tmp_path: Path) -> None:
    for name in (".unfinished_export_2_x", "export_1_x", "notes"):
        (tmp_path / name).mkdir()
    clear_unfinished(tmp_path)
    old = (NOW - timedelta(days=15)).timestamp()
    for name in ("export_1_x", "notes"):
        os.utime(tmp_path / name, (old, old))
    assert delete_older(tmp_path, days=14, now=NOW) == ["export_1_x"]
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]
