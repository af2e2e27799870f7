"""Making an Info Mart and a sample by the command line; the whole of `demo` and `init` is in tests/whole."""

import logging
from pathlib import Path

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import Exit
from gim_manager.schema.engines import writing
from gim_manager.store import older, versions
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.obstacles import contents
from tests.language.old_versions import an_old_mart, lost, picture

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


def test_roles_are_for_postgresql_and_their_sql_for_roles(anywhere: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mart.sqlite'}"
    for words, told in ((("--roles",), "SQLite has no roles"), (("--print",), "--print goes with --roles")):
        answer = anywhere("--db", url, "init", *words)
        assert (answer.code, answer.out) == (Exit.USAGE, "")
        assert told in answer.err
    assert not list(tmp_path.glob("mart*"))


@pytest.fixture
def old(anywhere: CommandLine, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Database:
    """An Info Mart of the first version, named by the environment."""
    made = an_old_mart(database_url, filled=True)
    monkeypatch.setenv("GIM_MANAGER_DB", database_url)
    return made


def test_R29_migrate_brings_an_older_info_mart_up_to_date_without_a_server(
    anywhere: CommandLine, old: Database
) -> None:
    before = picture(old)["info_mart"]
    made = anywhere.json("migrate")
    assert made["db"] == old.url
    assert (made["run"]["job"], made["run"]["status"]) == ("Job_MigrateGIM", "Complete")
    assert made["schema"] == {"info_mart": versions.INFO_MART_STEPS[-1], "manager": versions.MANAGER_STEPS[-1]}
    assert not lost(before, picture(old)["info_mart"], but=frozenset({"ctl_schema_version", "ctl_schema_info"}))
    again = anywhere.json("migrate")
    assert (again["run"], again["schema"]) == (None, made["schema"])
    assert anywhere("migrate").out.startswith("Nothing is left to migrate: the schema is version ")


def test_R29_an_older_info_mart_is_refused_with_the_way_to_migrate_it(anywhere: CommandLine, old: Database) -> None:
    before = picture(old)
    for words in (("jobs",), ("options", "list"), ("init",), ("hold",), ("why", "1")):
        said = anywhere(*words)
        assert said.code == Exit.REFUSED, words
        assert "is older than this program" in said.err and "gim-manager migrate" in said.err
    refused = anywhere.json("run", "Job_ExtractICON", code=Exit.REFUSED)
    assert (refused["refused"], refused["rule"]) == (True, "R29")
    if not old.is_local:
        assert anywhere("run", "Job_MigrateGIM", "--wait").code == Exit.UNREACHABLE
    assert anywhere("run", "Job_MigrateGIM").code == Exit.UNREACHABLE
    assert picture(old) == before


def test_R29_what_can_be_known_of_an_older_one_is_told(anywhere: CommandLine, old: Database) -> None:
    assert anywhere.json("status")["server"]["state"] == "none"
    with writing(old.manager) as connection:
        older.beat(connection, server="desk:7:x", host="desk", pid=7, version="2.0")
    told = anywhere.json("status")
    assert (told["server"]["state"], told["server"]["host"], told["extract"]) == ("migration", "desk", [])
    checked = anywhere.json("check", code=Exit.FAILED)
    (finding,) = [found for found in checked["findings"] if found["level"] == "error"]
    assert "Job_MigrateGIM" not in finding["jobs"] and "gim-manager migrate" in finding["message"]


def test_R29_a_newer_info_mart_is_left_alone_by_every_command(anywhere: CommandLine, old: Database) -> None:
    where = "" if old.is_local else "gim_manager."
    with writing(old.manager) as connection:
        connection.execute(text(f"UPDATE {where}mgr_schema_version SET version_num = '9999'"))
    for words in (("status",), ("jobs",), ("migrate",), ("init",), ("check",), ("run", "Job_MigrateGIM", "--wait")):
        said = anywhere(*words)
        assert said.code == Exit.REFUSED, words
        assert "is newer than this program" in said.err and "9999" in said.err, said


def test_R29_a_person_runs_job_migrategim_where_a_server_is_hosted(
    anywhere: CommandLine, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    an_old_mart(sqlite_url)
    monkeypatch.setenv("GIM_MANAGER_DB", sqlite_url)
    assert anywhere.json("run", "Job_MigrateGIM", "--wait")["status"] == "Complete"
    assert anywhere.json("jobs", "--job", "Job_MigrateGIM")["runs"][0]["status"] == "Complete"
    warned = {record.name for record in caplog.records if record.levelno >= logging.WARNING}
    assert warned <= {"gim_manager.engine.threshold"}
