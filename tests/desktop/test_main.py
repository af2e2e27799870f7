"""The program photographs itself: it hosts no engine, asks nothing, starts nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gim_manager.domain.errors import Exit
from gim_manager.store.migrate import create

PICTURE = b"\x89PNG"


def _photograph(file: Path, url: str | None, profile: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gim_manager", "--profile", str(profile)]
    named = ["--db", url] if url else []
    words = [*command, *named, "gui", "--screenshot", str(file)]
    environment = {name: value for name, value in os.environ.items() if name != "GIM_MANAGER_DB"}
    return subprocess.run(
        words,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_a_picture_of_an_open_info_mart(sqlite_url: str, tmp_path: Path) -> None:
    create(sqlite_url)
    done = _photograph(tmp_path / "shot.png", sqlite_url, tmp_path / "profile")
    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert (tmp_path / "shot.png").read_bytes().startswith(PICTURE)


@pytest.mark.slow
def test_a_picture_of_the_first_page_leaves_nothing_behind(tmp_path: Path) -> None:
    done = _photograph(tmp_path / "shot.png", None, tmp_path / "profile")
    assert done.returncode == Exit.DONE
    assert (tmp_path / "shot.png").exists()
    assert not (tmp_path / "profile" / "settings.json").exists()


@pytest.mark.slow
def test_a_database_that_is_not_there_is_one_sentence_and_its_exit_code(tmp_path: Path) -> None:
    done = _photograph(tmp_path / "shot.png", f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path / "profile")
    assert done.returncode == Exit.UNREACHABLE
    assert len(done.stderr.splitlines()) == 1
    assert "none.sqlite" in done.stderr
    assert not (tmp_path / "shot.png").exists()


def test_the_first_picture_needs_neither_the_database_nor_the_pages() -> None:
    asked = "import gim_manager.desktop.main, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    late = {"sqlalchemy", "alembic", "asyncio", "qasync", "gim_manager.desktop.workplace", "gim_manager.bootstrap"}
    assert not loaded & late
    ours = {name for name in loaded if name.startswith("gim_manager.")}
    assert {name.split(".")[1] for name in ours} == {"desktop", "domain", "host", "presenters"}
    assert len(ours) < 60, sorted(ours)
