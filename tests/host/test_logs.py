"""The log is a file of JSON lines that turns over, and never disturbs the work."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from gim_manager.host import logs, paths
from gim_manager.host.paths import Profile

LOGGER = logging.getLogger("gim_manager.tests")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Profile]:
    profile = paths.profile(tmp_path)
    level = logging.getLogger("gim_manager").level
    logs.start(profile)
    yield profile
    logs.stop()
    logging.getLogger("gim_manager").setLevel(level)


def _lines(own: Profile) -> list[dict[str, object]]:
    return [json.loads(line) for line in own.log_file.read_text(encoding="utf-8").splitlines()]


def test_a_line_has_its_run_and_its_action(own: Profile) -> None:
    LOGGER.info("Zoë starts\nit", extra={"run_id": 7, "action": "claim"})
    (line,) = _lines(own)
    assert (line["message"], line["run_id"], line["action"], line["level"]) == ("Zoë starts\nit", 7, "claim", "INFO")
    assert str(line["time"]).endswith("+00:00")


def test_a_trace_stands_in_the_same_line(own: Profile) -> None:
    try:
        raise ZeroDivisionError("oh")
    except ZeroDivisionError:
        LOGGER.info("failed", exc_info=True)
    (line,) = _lines(own)
    assert "ZeroDivisionError: oh" in str(line["trace"])


def test_the_file_turns_over_and_old_ones_go(own: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_BYTES", 300)
    monkeypatch.setattr(logs, "_KEPT", 2)
    logs.start(own)
    for number in range(20):
        LOGGER.info("line %s", number)
    names = sorted(path.name for path in own.log_file.parent.iterdir())
    assert names == ["gim-manager.log", "gim-manager.log.1", "gim-manager.log.2"]
    assert _lines(own)[-1]["message"] == "line 19"


def test_a_log_that_cannot_be_written_disturbs_nobody(own: Profile, capsys: pytest.CaptureFixture[str]) -> None:
    for file in own.log_file.parent.iterdir():
        file.unlink()
    own.log_file.mkdir(parents=True)
    LOGGER.info("to nowhere")
    assert capsys.readouterr().err == ""


def test_starting_twice_writes_each_line_once(own: Profile) -> None:
    logs.start(own)
    LOGGER.info("once")
    assert len(_lines(own)) == 1
