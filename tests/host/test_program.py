"""A program is told on its standard input, knows no secret of the server, and cannot hold it up."""

import json
import sys
import time
from pathlib import Path

import pytest

from gim_manager.domain.channel import ChannelFailed, Command
from gim_manager.domain.errors import BadValue
from gim_manager.engine import processes
from gim_manager.host import program
from tests.language.notices import NOTICE
from tests.language.waiting import until

HERE = sys.executable


@pytest.fixture
def script(tmp_path: Path):
    """A program of these lines, in Python."""

    def make(*lines: str) -> Command:
        path = tmp_path / "page"
        path.write_text("\n".join([f"#!{HERE}", "import json, os, sys, subprocess, time", *lines]), encoding="utf-8")
        path.chmod(0o755)
        return Command(words=(str(path), str(tmp_path / "out"), "two words; $HOME"))

    return make


def test_it_reads_the_document_and_no_shell_reads_its_arguments(script, tmp_path: Path) -> None:
    told = script("json.dump([json.load(sys.stdin), sys.argv[2]], open(sys.argv[1], 'w'))")
    program.send(told, NOTICE, seconds=30)
    document, argument = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert (document, argument) == (NOTICE.document, "two words; $HOME")


def test_it_knows_no_password_of_the_server(script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIM_MANAGER_DB", "GIM_MANAGER_SOURCE_X_PASSWORD", "PGPASSWORD", "TOLD"):
        monkeypatch.setenv(name, "geheim")
    program.send(script("json.dump(dict(os.environ), open(sys.argv[1], 'w'))"), NOTICE, seconds=30)
    seen = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert [name for name, value in seen.items() if value == "geheim"] == ["TOLD"]


def test_one_that_reads_nothing_is_as_good(script) -> None:
    program.send(script("pass"), NOTICE, seconds=30)


def test_one_that_fails_is_quoted(script) -> None:
    with pytest.raises(ChannelFailed, match=r"page ended with 3: No pager is on duty\."):
        program.send(script("print('No pager is on duty', file=sys.stderr)", "sys.exit(3)"), NOTICE, seconds=30)


def test_one_that_hangs_is_ended_in_time_with_its_children(script, tmp_path: Path) -> None:
    hanging = script(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
        "open(sys.argv[1], 'w').write(str(child.pid))",
        "time.sleep(60)",
    )
    began = time.monotonic()
    with pytest.raises(ChannelFailed, match="page did not end within 3 seconds and was ended"):
        program.send(hanging, NOTICE, seconds=3)
    assert time.monotonic() - began < 20
    child = int((tmp_path / "out").read_text(encoding="utf-8"))
    until(lambda: processes.started(child) is None)


def test_one_that_leaves_a_child_behind_holds_nobody_up(script) -> None:
    leaving = script("subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])")
    began = time.monotonic()
    program.send(leaving, NOTICE, seconds=15)
    assert time.monotonic() - began < 15


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(ChannelFailed, match=r"missing cannot be started: No such file or directory\."):
        program.send(Command(words=(str(missing),)), NOTICE, seconds=10)
    missing.write_text("no program", encoding="utf-8")
    missing.chmod(0o644)
    with pytest.raises(ChannelFailed, match=r"missing cannot be started: Permission denied\."):
        program.send(Command(words=(str(missing),)), NOTICE, seconds=10)


def test_one_that_others_may_change_is_not_run(script, tmp_path: Path) -> None:
    told = script("open(sys.argv[1], 'w').close()")
    Path(told.words[0]).chmod(0o775)
    with pytest.raises(BadValue, match="may be changed by others than its owner: chmod go-w"):
        program.send(told, NOTICE, seconds=10)
    assert not (tmp_path / "out").exists()


def test_one_without_its_whole_path_is_not_looked_for() -> None:
    with pytest.raises(BadValue, match="takes the whole path of a program, not page"):
        program.send(Command(words=("page",)), NOTICE, seconds=10)
