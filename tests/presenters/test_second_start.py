"""Which open window a further start means."""

from pathlib import Path

import pytest

from gim_manager.presenters.second_start import from_anywhere, is_same


def test_a_file_is_told_so_that_another_program_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_anywhere("sqlite:///mart.sqlite") == f"sqlite:///{tmp_path.as_posix()}/mart.sqlite"
    assert from_anywhere("postgresql://db/mart") == "postgresql://db/mart"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sqlite:////data/a.sqlite", "sqlite:////data/x/../a.sqlite", True),
        ("sqlite:////data/a.sqlite", "sqlite:////data/b.sqlite", False),
        ("postgresql://ada:s3cret@db:5432/mart", "postgresql+psycopg2://ada@db:5432/mart", True),
        ("postgresql://ada@db/mart", "postgresql://bob@db/mart", False),
        ("postgresql://ada@db/mart", "sqlite:////data/a.sqlite", False),
    ],
)
def test_one_info_mart_is_told_from_another(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same
