"""What a person or the world does wrong is told in one clear sentence with the right exit code, and changes nothing."""

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from gim_manager.schema import idb
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url
from gim_manager.store.migrate import create
from tests.language.obstacles import (
    as_role,
    closed_port,
    contents,
    fill,
    locked,
    manager_file,
    password_asked,
    read_only,
    small_disk,
)
from tests.language.postgres import Cluster, cluster
from tests.language.program import Program, until
from tests.language.server import has_completed

pytestmark = pytest.mark.timeout(120)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ways to do this")

SET = ("options", "set", "schedule", "etl-frequency", "15")
"""A call that writes."""

FULL = re.compile("the disk is full|the disk reports an error, as a full one does")


BAD_VALUES = {
    "run Job_Nothing": "There is no job named 'Job_Nothing'",
    "options set schedule etl-often 1": "There is no option 'etl-often' in [schedule]",
    "options set schedule etl-frequency often": "is not valid: it takes",
    "sources add Berlin nonsense --role ICON_CFG": "'nonsense' cannot be used: it is not a URL",
}
"""More of them are in tests/cli, where a call costs less."""


def mart(url: str) -> str:
    """An Info Mart in which any job may start."""
    has_completed(create(url), 0)
    return url


@pytest.fixture
def nowhere(database_url: str, tmp_path: Path) -> Program:
    """The program on a database that is not made into an Info Mart."""
    return Program(db=database_url, profile=tmp_path / "profile")


@pytest.fixture
def program(nowhere: Program) -> Program:
    """The program on an Info Mart in which any job may start."""
    mart(nowhere.db)
    return nowhere


@pytest.fixture
def local(sqlite_url: str, tmp_path: Path) -> Program:
    """The program on an Info Mart in a folder of its own, on SQLite."""
    (tmp_path / "place").mkdir()
    return Program(db=mart(sqlite_url.replace("/mart.sqlite", "/place/mart.sqlite")), profile=tmp_path / "profile")


def file_of(program: Program) -> Path:
    return Path(str(parse_url(program.db).database))


def execute(url: str, *statements: str) -> None:
    """Statements of another program."""
    with create_engine(url).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_bad_value_changes_nothing(program: Program) -> None:
    before = contents(program.db)
    for words, said in BAD_VALUES.items():
        assert said in program.refusal(2, *words.split())
    assert contents(program.db) == before


def test_a_database_that_is_no_info_mart_is_left_alone(nowhere: Program) -> None:
    execute(nowhere.db, "CREATE TABLE customers (name VARCHAR(20))", "INSERT INTO customers VALUES ('Ada')")
    before = contents(nowhere.db)
    assert "is not an Info Mart of GIM Manager" in nowhere.refusal(2, "jobs")
    assert "is not an Info Mart of GIM Manager" in nowhere.refusal(2, "serve")
    assert contents(nowhere.db) == before


def test_a_real_info_mart_is_never_touched(nowhere: Program) -> None:
    execute(nowhere.db, "CREATE TABLE CTL_AUDIT_LOG (AUDIT_KEY INTEGER)", "INSERT INTO CTL_AUDIT_LOG VALUES (1)")
    before = contents(nowhere.db)
    said = nowhere.refusal(2, "init")
    assert "ctl_audit_log" in said.lower() and "a real Info Mart is never touched" in said
    assert contents(nowhere.db) == before
    assert not manager_file(Path("x.sqlite")).exists()


def test_a_file_that_another_program_keeps_locked_is_named(local: Program) -> None:
    before = contents(local.db)
    with locked(manager_file(file_of(local))):
        assert "another program keeps it locked" in local.refusal(1, *SET)
    assert contents(local.db) == before


@POSIX
def test_a_file_that_cannot_be_written_is_named(local: Program) -> None:
    before = contents(local.db)
    with read_only(manager_file(file_of(local))):
        assert "cannot be written" in local.refusal(1, *SET)
    assert contents(local.db) == before


@POSIX
def test_in_a_folder_that_cannot_be_written_nothing_is_made(local: Program) -> None:
    place = file_of(local).parent
    elsewhere = Program(db=f"sqlite:///{(place / 'new.sqlite').as_posix()}", profile=local.profile)
    before = sorted(place.iterdir())
    with read_only(place):
        assert "cannot be opened" in elsewhere.refusal(1, "init")
        assert "new.sqlite" in elsewhere.refusal(1, "sample-idb", "--out", elsewhere.db, "--days", "1", "--agents", "2")
    assert sorted(place.iterdir()) == before


def test_a_database_that_is_read_only_is_named(postgresql_url: str, tmp_path: Path) -> None:
    program = Program(db=mart(postgresql_url), profile=tmp_path / "profile")
    before = contents(program.db)
    execute(program.db, f"ALTER DATABASE {postgresql_url.rpartition('/')[2]} SET default_transaction_read_only = on")
    assert "the database is read-only" in program.refusal(1, *SET)
    assert "the database is read-only" in program.refusal(1, "init")
    assert contents(program.db) == before


@POSIX
def test_a_full_disk_is_named_and_leaves_the_old_values(local: Program, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=6000) as disk:
        program = Program(db=mart(f"sqlite:///{disk}/mart.sqlite"), profile=tmp_path / "profile")
        before = contents(program.db)
        fill(disk)
        assert FULL.search(program.refusal(1, *SET))
        assert "No space left" in local.refusal(1, "options", "export", str(disk / "options.ini"))
        (disk / "ballast").unlink()
        assert not (disk / "options.ini").exists()
        assert contents(program.db) == before


@POSIX
def test_on_a_disk_too_small_for_an_info_mart_nothing_is_spoilt(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=300) as disk:
        program = Program(db=f"sqlite:///{disk}/mart.sqlite", profile=tmp_path / "profile")
        assert FULL.search(program.refusal(1, "init"))
        program.refusal(1, "-q", "sample-idb", "--out", f"sqlite:///{disk}/idb.sqlite", "--days", "1", "--agents", "2")
        assert not list(disk.glob("idb*"))
        # How far it came on this disk decides whether it is a half-made Info Mart or none.
        told = program.call("jobs").code
        assert told in (1, 2)
        program.refusal(told, "jobs")
        roomy = shutil.copytree(disk, tmp_path / "roomy")
    assert create(f"sqlite:///{roomy}/mart.sqlite").is_local, "what was begun is completed where there is room"


def test_a_wrong_password_is_told_and_not_shown(postgres_cluster: Cluster, postgresql_url: str, tmp_path: Path) -> None:
    mart(postgresql_url)
    with password_asked(postgres_cluster, "grace", "s3cret"):
        wrong = Program(db=as_role(postgresql_url, "grace", "gu3ssed"), profile=tmp_path / "profile")
        said = wrong.refusal(4, "jobs")
        right = Program(db=as_role(postgresql_url, "grace", "s3cret"), profile=tmp_path / "profile")
        assert right.json("jobs") == {"runs": []}
    assert 'password authentication failed for user "grace"' in said
    assert "gu3ssed" not in said


@pytest.mark.parametrize("words", [("jobs",), SET, ("init",), ("serve",), ("demo", "--headless")])
def test_a_database_that_is_not_there_cannot_be_reached(tmp_path: Path, words: tuple[str, ...]) -> None:
    program = Program(db=f"postgresql://ada@127.0.0.1:{closed_port()}/mart", profile=tmp_path / "profile")
    assert "cannot be reached" in program.refusal(4, *words)


def test_a_database_that_does_not_exist_cannot_be_reached(postgresql_url: str, tmp_path: Path) -> None:
    program = Program(db=f"{postgresql_url}_no_more", profile=tmp_path / "profile")
    assert "does not exist" in program.refusal(4, "jobs")


def test_a_file_that_does_not_exist_is_not_made(sqlite_url: str, tmp_path: Path) -> None:
    program = Program(db=sqlite_url, profile=tmp_path / "profile")
    assert "there is no such file" in program.refusal(4, "jobs")
    assert "there is no folder" in Program(db="sqlite:////no/such/x.sqlite", profile=program.profile).refusal(4, "init")
    assert not list(tmp_path.glob("*.sqlite*"))


def test_a_file_that_is_no_database_is_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    program = Program(db=sqlite_url, profile=tmp_path / "profile")
    file = file_of(program)
    file.write_bytes(b"Dear Ada, " * 500)
    before = file.read_bytes()
    for words in (("jobs",), ("init",), ("demo", "--headless")):
        assert "not a SQLite database" in program.refusal(1, *words)
    assert file.read_bytes() == before
    assert not manager_file(file).exists()


@pytest.fixture
def served(program: Program) -> Iterator[Program]:
    """As `program`, with a server where `run --wait` does not host one."""
    if program.db.startswith("sqlite"):
        yield program
        return
    with program.serving():
        yield program


@pytest.fixture
def idb_url(tmp_path: Path) -> str:
    """An IDB with its tables and nothing in them."""
    url = f"sqlite:///{(tmp_path / 'idb.sqlite').as_posix()}"
    with writing(make_engine(parse_url(url), must_exist=False)) as connection:
        idb.IDB.create_all(connection)
    return url


def test_X04_an_idb_that_lacks_something_fails_the_run_and_is_named(served: Program, idb_url: str) -> None:
    served.call("sources", "add", "Berlin", idb_url, "--role", "ICON_CFG,ICON_CORE")
    execute(idb_url, "ALTER TABLE g_call RENAME COLUMN callid TO called")
    assert failed(served) == "The data source Berlin cannot be read: its table G_CALL has no column CALLID"
    execute(idb_url, "DROP TABLE g_call")
    assert failed(served) == "The data source Berlin cannot be read: it has no table G_CALL"


def test_X04_an_idb_that_vanished_fails_the_run_before_anybody_has_found_it_gone(
    local: Program, idb_url: str, tmp_path: Path
) -> None:
    local.call("sources", "add", "Berlin", idb_url, "--role", "ICON_CFG,ICON_CORE")
    (tmp_path / "idb.sqlite").rename(tmp_path / "away.sqlite")
    assert failed(local).endswith("idb.sqlite cannot be reached: there is no such file")


def failed(program: Program) -> str:
    """The error of an extraction, which must fail."""
    run = program.json("run", "Job_ExtractICON", "--wait", code=1)
    assert (run["status"], run["cause"]) == ("Failed", "error")
    return str(run["error"])


def test_X04_one_source_that_cannot_be_read_is_skipped_with_a_warning(
    local: Program, idb_url: str, tmp_path: Path
) -> None:
    local.call("sources", "add", "Berlin", idb_url, "--role", "ICON_CFG,ICON_CORE")
    local.call("sources", "add", "Brno", f"sqlite:///{tmp_path}/away.sqlite", "--role", "ICON_CORE")
    run = local.run("Job_ExtractICON")
    lines = local.json("log", str(run["id"]))["lines"]
    assert [
        line["message"] for line in lines if line["level"] == "WARNING" and "Brno cannot be read" in line["message"]
    ]
    assert local.call("check").code == 0


@POSIX
def test_a_server_that_dies_in_the_middle_of_a_call_is_told(tmp_path: Path) -> None:
    with cluster() as server:
        url = server.url()
        program = Program(db=mart(url), profile=tmp_path / "profile")
        other = create_engine(url).connect()
        other.execute(text("LOCK TABLE gim_manager.mgr_run IN ACCESS EXCLUSIVE MODE"))
        with program.begun("jobs") as call:
            until(lambda: waits_for_a_lock(url), "the call to read the job list")
            postmaster = int((server.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
            os.kill(postmaster, signal.SIGQUIT)
            out, said = call.communicate(timeout=30)
        other.invalidate()
        other.close()
    assert (call.returncode, out) == (4, "")
    assert said.count("\n") == 1 and "cannot be reached" in said


def waits_for_a_lock(url: str) -> bool:
    question = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    with create_engine(url).connect() as connection:
        return bool(connection.scalar(question))
