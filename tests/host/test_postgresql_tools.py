"""A tool of PostgreSQL is found, run without a password among its words, ended when told, and its last words kept."""

import sys
from pathlib import Path

import pytest

from gim_manager.domain.errors import Abandoned, StorageFailed
from gim_manager.host import postgresql_tools
from gim_manager.host.postgresql_tools import NoTool, run


def _nothing() -> None:
    """Nobody looks on."""


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program named pg_dump, whose text the test writes."""
    file = tmp_path / "pg_dump"
    monkeypatch.setattr(postgresql_tools, "_found", lambda _name: str(file))
    return file


def _write(tool: Path, text: str) -> None:
    tool.write_text(f"#!{sys.executable}\n{text}\n")
    tool.chmod(0o755)


def test_the_password_is_in_the_environment_and_not_among_the_words(tool: Path, tmp_path: Path) -> None:
    _write(
        tool, f"import os, sys\nopen({str(tmp_path / 'seen')!r}, 'w').write(os.environ['PGPASSWORD'] + str(sys.argv))"
    )
    run(("pg_dump", "--file=x"), shown="", password="hunter2", look=_nothing, where="db")
    seen = (tmp_path / "seen").read_text()
    assert seen.startswith("hunter2")
    assert "hunter2" not in seen[7:]


def test_what_a_tool_says_last_is_told(tool: Path) -> None:
    _write(tool, "import sys\nprint('one')\nsys.exit('pg_dump: error: no such database')")
    with pytest.raises(StorageFailed, match="db: pg_dump: error: no such database"):
        run(("pg_dump",), shown="", password=None, look=_nothing, where="db")


def test_a_tool_is_ended_when_it_is_given_up(tool: Path, tmp_path: Path) -> None:
    _write(tool, f"import time\nopen({str(tmp_path / 'begun')!r}, 'w').close()\ntime.sleep(60)")

    def give_up() -> None:
        raise Abandoned

    with pytest.raises(Abandoned):
        run(("pg_dump",), shown="", password=None, look=give_up, where="db")


def test_a_tool_that_is_not_here_is_told_with_what_to_run_elsewhere() -> None:
    with pytest.raises(NoTool, match="or run where they are: pg_nothing --dbname=x"):
        run(("pg_nothing",), shown="pg_nothing --dbname=x", password=None, look=_nothing, where="db")
