"""The driver on the command line: its verbs, its refusals, and what it says of a machine that lacks something."""

import subprocess
import sys
from pathlib import Path

import dev
import pytest
import system_needs
from system_needs import Need, NeedsMissing

DEV = Path(dev.__file__)


def _dev(*words: str, executable: str = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run([executable, str(DEV), *words], capture_output=True, text=True, check=False)


def test_the_help_names_every_verb_with_a_sentence() -> None:
    done = _dev("--help")
    assert done.returncode == 0
    for verb in ("demo", "test", "lint", "types", "floors", "bench", "build", "shots"):
        assert f"\n  {verb} " in done.stdout


def test_a_word_that_is_no_verb_is_refused_with_the_list() -> None:
    done = _dev("tset")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no verb 'tset'.\nusage:")


def test_a_need_that_nobody_may_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_needs, "_may_install", lambda: False)
    with pytest.raises(NeedsMissing, match="libmoon1"):
        system_needs.provide([Need(package="libmoon1", is_met=lambda: False)])


def test_a_machine_with_everything_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_needs, "_install", lambda packages: pytest.fail(f"installs {packages}"))
    system_needs.provide([Need(package="libsun1", is_met=lambda: True)])


def test_a_package_that_brings_nothing_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_needs, "_may_install", lambda: True)
    monkeypatch.setattr(system_needs, "_install", lambda packages: None)
    with pytest.raises(NeedsMissing, match="libmoon1, yet"):
        system_needs.provide([Need(package="libmoon1", is_met=lambda: False)])


def test_tests_write_into_memory_only_where_there_is_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "ENOUGH", 0)
    assert dev._scratch_in_memory() == {"TMPDIR": str(tmp_path)}
    monkeypatch.setattr(dev, "ENOUGH", 1024**6)
    assert dev._scratch_in_memory() == {}
    monkeypatch.setattr(dev, "MEMORY", tmp_path / "none")
    assert dev._scratch_in_memory() == {}


def test_a_missing_library_is_seen_on_linux() -> None:
    assert not system_needs._library("libmoon1", "libmoon.so.1").is_met()
    assert sys.platform != "linux" or system_needs._library("libc6", "libc.so.6").is_met()
