"""The log is a file of JSON lines that turns over, and never disturbs the work."""

import io
import json
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gim_manager.host import logs, paths
from gim_manager.host.logs import LogFormat
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


def _spoken(form: LogFormat, *, level: int = logging.INFO) -> list[str]:
    """What a server says of three things that happen."""
    stream = io.StringIO()
    logs.speak(stream, form, server="here-1", level=level)
    LOGGER.info("Zoë starts\nit", extra={"run_id": 7, "action": "claim"})
    LOGGER.warning("postgresql://gim:secret@db/mart is away")
    try:
        raise ZeroDivisionError("postgresql://gim:secret@db/mart")
    except ZeroDivisionError:
        LOGGER.exception("a bug", extra={"action": "bug"})
    logs.stop()
    return stream.getvalue().splitlines()


def test_a_server_says_one_json_object_a_line_without_traces(own: Profile, caplog: pytest.LogCaptureFixture) -> None:
    started, away, bug = (json.loads(line) for line in _spoken(LogFormat.JSON))
    assert (started["message"], started["run_id"], started["server"]) == ("Zoë starts\nit", 7, "here-1")
    assert str(started["time"]).endswith("+00:00")
    assert away["message"] == "postgresql://gim:***@db/mart is away"
    assert (bug["message"], bug["action"]) == ("a bug", "bug")
    assert "trace" not in bug


def test_the_file_has_the_trace_the_server_and_no_password(own: Profile, caplog: pytest.LogCaptureFixture) -> None:
    _spoken(LogFormat.TEXT)
    assert "secret" not in own.log_file.read_text(encoding="utf-8")
    *_, bug = _lines(own)
    assert bug["server"] == "here-1"
    assert "ZeroDivisionError: postgresql://gim:***@db/mart" in str(bug["trace"])


def test_a_server_that_speaks_in_text_says_one_line_a_thing(own: Profile, caplog: pytest.LogCaptureFixture) -> None:
    started, away, bug = _spoken(LogFormat.TEXT)
    assert started.endswith("+00:00 INFO Zoë starts | it [run 7]")
    assert away.endswith("WARNING postgresql://gim:***@db/mart is away")
    assert bug.endswith("ERROR a bug")


def test_a_quiet_server_says_what_went_wrong(own: Profile, caplog: pytest.LogCaptureFixture) -> None:
    away, bug = _spoken(LogFormat.TEXT, level=logging.WARNING)
    assert ("WARNING" in away, "ERROR" in bug) == (True, True)


def test_a_pipe_that_nobody_reads_holds_up_nobody(own: Profile) -> None:
    reads, writes = os.pipe()
    with suppress(BrokenPipeError), os.fdopen(writes, "w") as stream:
        logs.speak(stream, LogFormat.TEXT, server="here-1")
        for _ in range(3_000):
            LOGGER.info("x" * 100)  # 300 kB, several times what a pipe takes
        logs.stop()
        os.close(reads)
    assert len(_lines(own)) == 3_000


def test_a_stream_that_is_closed_disturbs_nobody(own: Profile) -> None:
    stream = io.StringIO()
    logs.speak(stream, LogFormat.TEXT, server="here-1")
    stream.close()
    LOGGER.info("to nowhere")
    logs.stop()
    assert len(_lines(own)) == 1
