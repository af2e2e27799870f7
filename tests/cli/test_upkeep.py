"""Making an Info Mart and a sample by the command line; the whole of `demo` and `init` is in tests/whole."""

from pathlib import Path

import pytest

from gim_manager.cli.upkeep import has_display
from gim_manager.domain.errors import Exit
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.obstacles import contents

SMALL = ("--days", "1", "--until", "2026-11-20", "--agents", "3", "--calls-per-day", "20")


def test_a_sample_says_what_is_in_its_ledger(anywhere: CommandLine, tmp_path: Path) -> None:
    out = f"sqlite:///{tmp_path / 'idb.sqlite'}"
    said = anywhere.json("sample-idb", "--out", out, *SMALL, "--seed", "7")
    assert list(said) == ["idb", "calls", "agents", "ledger"]
    assert (said["idb"], said["agents"]) == (out, 3)
    assert list(said["ledger"]) == ["offered", "answered", "abandoned", "talk_seconds"]
    assert said["ledger"]["offered"] == said["ledger"]["answered"] + said["ledger"]["abandoned"]


def test_the_same_seed_and_arguments_give_the_same_rows(anywhere: CommandLine, tmp_path: Path) -> None:
    first, second = (f"sqlite:///{tmp_path / name}.sqlite" for name in ("one", "two"))
    said = [anywhere("sample-idb", "--out", out, *SMALL).out.replace(out, "") for out in (first, second)]
    assert said[0] == said[1]
    assert contents(first) == contents(second)


def test_a_sample_is_continued_only_if_asked(anywhere: CommandLine, tmp_path: Path) -> None:
    out = f"sqlite:///{tmp_path / 'idb.sqlite'}"
    before = anywhere.json("sample-idb", "--out", out, *SMALL)
    again = anywhere("sample-idb", "--out", out, *SMALL)
    assert again.code == Exit.USAGE
    assert "holds a sample already. Go on with it by --append" in again.err
    more = anywhere.json("sample-idb", "--out", out, *SMALL, "--until", "2026-11-21", "--append")
    assert more["calls"] > before["calls"]


def test_a_demo_never_takes_an_info_mart_that_somebody_has(
    gim: CommandLine, database: Database, tmp_path: Path
) -> None:
    before = contents(database.secret_url)
    said = gim("demo", "--headless", "--dir", str(tmp_path / "demo"))
    assert said.code == Exit.USAGE
    assert "is an Info Mart already. A demo needs a database of its own" in said.err
    assert contents(database.secret_url) == before
    assert not (tmp_path / "demo" / "icon.sqlite").exists()


def test_a_second_demo_in_one_folder_is_refused_and_names_the_first(anywhere: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "icon.sqlite").write_bytes(b"the first")
    said = anywhere("demo", "--headless", "--dir", str(tmp_path))
    assert said.code == Exit.USAGE
    assert f"There is a demo in {tmp_path} already." in said.err
    assert f"gim-manager --db sqlite:///{tmp_path}/info_mart.sqlite" in said.err
    assert (tmp_path / "icon.sqlite").read_bytes() == b"the first"


def test_a_display_is_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


def test_roles_are_for_postgresql_and_their_sql_for_roles(anywhere: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mart.sqlite'}"
    for words, told in ((("--roles",), "SQLite has no roles"), (("--print",), "--print goes with --roles")):
        answer = anywhere("--db", url, "init", *words)
        assert (answer.code, answer.out) == (Exit.USAGE, "")
        assert told in answer.err
    assert not list(tmp_path.glob("mart*"))
