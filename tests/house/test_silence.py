"""A warning, or a word of alarm in the log, fails the test in which it falls."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT


def _outcome(folder: Path, body: str) -> str:
    """The closing words of pytest over one test with this body, under the house's own conftest and settings."""
    shutil.copy(CHECKOUT / "tests" / "conftest.py", folder)
    (folder / "test_inner.py").write_text(f"import logging, warnings\n\n{body}\n", encoding="utf-8")
    settings = ["-c", str(CHECKOUT / "pyproject.toml"), "--rootdir", str(CHECKOUT), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *settings, str(folder / "test_inner.py")]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return done.stdout


@pytest.mark.parametrize(
    "body",
    [
        'def test_it(): logging.getLogger("gim_manager.store").warning("the disk is full")',
        'def test_it(): warnings.warn("the disk is full")',
    ],
)
def test_an_alarm_nobody_expects_fails_the_test(tmp_path: Path, body: str) -> None:
    outcome = _outcome(tmp_path, body)
    assert "the disk is full" in outcome
    assert "1 passed in" not in outcome


@pytest.mark.parametrize(
    "body",
    [
        'def test_it(): logging.getLogger("gim_manager.store").info("ready")',
        'def test_it(caplog): logging.getLogger("gim_manager.store").warning("the disk is full")',
        'def test_it(): logging.getLogger("another").warning("the disk is full")',
    ],
)
def test_what_a_test_reads_or_does_not_mind_passes(tmp_path: Path, body: str) -> None:
    assert "1 passed in" in _outcome(tmp_path, body)
