"""The project's own environment: completed once, then left alone until pyproject.toml changes."""

from pathlib import Path

import environment
import pytest


@pytest.fixture
def installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What pip is asked to install, in a checkout that is a temporary folder."""
    asked: list[str] = []
    for name in environment.DECLARED_IN:
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "_runs", lambda: True)
    monkeypatch.setattr(environment, "_pip", lambda *words: asked.append(words[-1].removeprefix(str(tmp_path))))
    return asked


def test_an_environment_without_a_stamp_is_completed_once(installs: list[str]) -> None:
    environment.prepare("dev")
    environment.prepare("dev")
    environment.prepare()
    assert installs == ["[dev]"]


def test_tests_complete_what_the_demo_made(installs: list[str]) -> None:
    environment.prepare()
    environment.prepare("dev")
    assert installs == ["", "[dev]"]


def test_an_extra_joins_those_that_are_there(installs: list[str]) -> None:
    environment.prepare("dev")
    environment.prepare("bench")
    environment.prepare("dev")
    assert installs == ["[dev]", "[bench,dev]"]


def test_a_changed_pyproject_installs_again_and_keeps_the_tools(installs: list[str], tmp_path: Path) -> None:
    environment.prepare("dev")
    (tmp_path / "pyproject.toml").write_text("changed")
    environment.prepare()
    assert installs == ["[dev]", "[dev]"]


def test_a_damaged_stamp_counts_as_none(installs: list[str]) -> None:
    environment.STAMP.write_text("[half")
    environment.prepare("dev")
    assert installs == ["[dev]"]


def test_a_wheel_holds_nothing_of_an_earlier_build(installs: list[str], tmp_path: Path) -> None:
    (tmp_path / "build" / "lib").mkdir(parents=True)
    environment.build_wheel(tmp_path / "dist")
    assert not (tmp_path / "build").exists()
    assert installs == [""]
