"""The recipes for a service call the program as its command line takes it."""

import plistlib
import re
import shlex
from pathlib import Path

import pytest

from gim_manager.cli import main as cli
from gim_manager.cli.opening import OpenServer
from gim_manager.host.logs import LogFormat

PACKAGING = Path(__file__).parents[2] / "packaging"
UNIT = (PACKAGING / "linux" / "gim-manager.service").read_text(encoding="utf-8")
WINDOWS = (PACKAGING / "windows" / "service.md").read_text(encoding="utf-8")


def _of_systemd() -> list[str]:
    return shlex.split(re.findall(r"^ExecStart=(.*)$", UNIT, re.M)[0])


def _of_launchd() -> list[str]:
    words = plistlib.loads((PACKAGING / "macos" / "gim-manager.plist").read_bytes())["ProgramArguments"]
    return [str(word) for word in words]


def _of_winsw() -> list[str]:
    return ["gim-manager", *re.findall(r"<arguments>(.*)</arguments>", WINDOWS)[0].split()]


def _of_nssm() -> list[str]:
    return ["gim-manager", *re.findall(r"nssm install .*\.exe\" (.*)$", WINDOWS, re.M)[0].split()]


@pytest.mark.parametrize("recipe", [_of_systemd, _of_launchd, _of_winsw, _of_nssm])
def test_the_command_is_one_that_serves(recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program, option, _folder, *words = recipe()
    monkeypatch.setenv("GIM_MANAGER_DB", "postgresql://gim@db.example.com/mart")
    opening = cli.run([option, str(tmp_path), *words])
    assert isinstance(opening, OpenServer)
    assert (opening.log_format, opening.health) == (LogFormat.JSON, "9464")


def test_systemd_waits_until_it_is_ready_and_longer_than_its_drain() -> None:
    lines = dict(line.split("=", 1) for line in UNIT.splitlines() if "=" in line and not line.startswith("#"))
    assert (lines["Type"], lines["KillMode"]) == ("notify", "mixed")
    assert int(lines["TimeoutStopSec"]) > 20
    assert int(lines["WatchdogSec"]) > 2 * 60, "a turn may take a minute before the server stands still"
