"""The command-line contract, where it takes whole processes: servers, signals, pipes, demonstrations, passwords."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gim_manager.domain.job import Job
from gim_manager.store.migrate import create
from tests.language.obstacles import as_role, contents, password_asked
from tests.language.postgres import Cluster
from tests.language.program import Program, until
from tests.language.server import has_completed

pytestmark = pytest.mark.timeout(180)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")

SMALL = ("--days", "1", "--agents", "3", "--calls-per-day", "20")
ROUND = [Job.INITIALIZE, Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.EXPORT, Job.MAINTAIN]


@pytest.fixture
def nowhere(database_url: str, tmp_path: Path) -> Program:
    """The program on a database that is still empty."""
    return Program(db=database_url, profile=tmp_path / "profile")


@pytest.fixture
def program(nowhere: Program) -> Program:
    """The program on an Info Mart in which any job may start."""
    has_completed(create(nowhere.db), 0)
    return nowhere


@pytest.fixture
def local(sqlite_url: str, tmp_path: Path) -> Program:
    """The program on such an Info Mart, on SQLite."""
    has_completed(create(sqlite_url), 0)
    return Program(db=sqlite_url, profile=tmp_path / "profile")


@pytest.fixture
def remote(postgresql_url: str, tmp_path: Path) -> Program:
    """The program on such an Info Mart, on PostgreSQL."""
    has_completed(create(postgresql_url), 0)
    return Program(db=postgresql_url, profile=tmp_path / "profile")


def test_init_makes_an_info_mart_stores_its_sources_and_runs_the_job(sqlite_url: str, tmp_path: Path) -> None:
    program = Program(db=sqlite_url, profile=tmp_path / "profile")
    made = program.json("init", "--idb", "sqlite:////no/idb.sqlite", "--role", "ICON_CFG,ICON_CORE")
    assert (made["run"]["job"], made["run"]["status"]) == ("Job_InitializeGIM", "Complete")
    assert [source["name"] for source in program.json("sources", "list")["sources"]] == ["idb"]
    assert program.json("jobs")["runs"] == [made["run"]]


def test_run_without_a_server_ends_with_4_and_nothing_is_written(remote: Program) -> None:
    before = contents(remote.db)
    for words in (("run", "Job_MaintainGIM"), ("run", "Job_MaintainGIM", "--wait")):
        assert "No server is alive for this Info Mart" in remote.refusal(4, *words)
    assert contents(remote.db) == before


def test_run_waiting_on_sqlite_hosts_a_server_for_as_long_as_it_takes(local: Program) -> None:
    local.json("options", "set", "schedule", "run-scheduler", "true")
    told = local.call("run", "Job_MaintainGIM", "--wait")
    assert told.code == 0
    assert "Running" in told.err
    assert told.out.startswith("1  Job_MaintainGIM  Complete")
    assert local.json("status")["server"]["state"] == "none"
    assert [run["job"] for run in local.json("jobs")["runs"]] == ["Job_MaintainGIM"], "scheduling was off"


def test_a_server_works_what_is_asked_for_until_a_signal(program: Program) -> None:
    with program.serving() as server:
        until(lambda: program.json("status")["server"]["state"] == "paused", "a leader, as run-scheduler is false")
        asked = program.json("run", "Job_AggregateGIM")
        assert asked["status"] == "Scheduled"
        number = str(asked["id"])
        until(lambda: program.json("show", number)["status"] == "Running", "the aggregation to run")
        assert program.json("run", "Job_AggregateGIM", code=3)["rule"] == "R21"
        with program.begun("log", number, "--follow", "--json") as follower:
            stopped = program.json("stop", number, "--reason", "lunch", "--wait")
            out, _ = follower.communicate(timeout=60)
        assert (stopped["status"], stopped["cause"], stopped["reason"]) == ("Stopped", "person", "lunch")
        assert follower.returncode == 0
        assert all(list(json.loads(line)) == ["time", "level", "message"] for line in out.splitlines())
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0
    assert program.json("status")["server"]["state"] == "none"


@POSIX
def test_ctrl_c_ends_a_wait_with_130_and_stops_what_was_hosted(local: Program) -> None:
    with local.begun("run", "Job_AggregateGIM", "--wait") as call:
        until(lambda: statuses(local) == ["Running"], "the aggregation to run")
        call.send_signal(signal.SIGINT)
        out, said = call.communicate(timeout=60)
    assert (call.returncode, out) == (130, "")
    assert "Traceback" not in said
    assert statuses(local) == ["Stopped"]


@POSIX
@pytest.mark.parametrize(
    "words",
    [
        ("sample-idb", "--out", "sqlite:///{folder}/idb.sqlite", "--days", "3000"),
        ("demo", "--headless", "--days", "3000"),
    ],
)
def test_ctrl_c_is_130_wherever_it_comes_and_leaves_nothing(
    sqlite_url: str, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    program = Program(db=sqlite_url, profile=tmp_path / "profile")
    # Where Ctrl-C falls into an import, it is Python that leaves a file open.
    warnings = {"PYTHONWARNINGS": "error,ignore::ResourceWarning"}
    with program.begun(*(word.format(folder=tmp_path) for word in words), **warnings) as call:
        assert call.stderr is not None
        call.stderr.readline()
        out, said = interrupted(call)
    assert (call.returncode, out) == (130, "")
    assert "Traceback" not in said
    assert not list(tmp_path.glob("idb*")) and not list((tmp_path / "temporary").iterdir())


def interrupted(call: subprocess.Popen[str]) -> tuple[str, str]:
    """What a call still says after Ctrl-C, pressed again after a while: one that falls into a finalizer is lost."""
    for _ in range(4):
        call.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return call.communicate(timeout=20)
    raise AssertionError("Ctrl-C ends it not")


def statuses(program: Program) -> list[str]:
    return [run["status"] for run in program.json("jobs")["runs"]]


@POSIX
def test_a_reader_that_goes_away_ends_a_call_quietly(local: Program) -> None:
    with local.begun("options", "list") as call:
        assert call.stdout is not None and call.stderr is not None
        call.stdout.close()
        said = call.stderr.read()
        call.stderr.close()
        assert (call.wait(timeout=30), said) == (0, "")
        call.stdout = call.stderr = None


@pytest.mark.slow
def test_demo_keeps_a_folder_that_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    program = Program(db="", profile=tmp_path / "profile")
    made = program.json("demo", "--dir", str(folder), *SMALL)
    assert list(made) == ["db", "idb", "runs"]
    assert [run["job"] for run in made["runs"]] == ROUND
    assert all(run["requested_by"] == "scheduler" for run in made["runs"])
    assert {run["status"] for run in made["runs"]} <= {"Complete", "Stopped"}
    assert made["db"] == f"sqlite:///{folder}/info_mart.sqlite"
    before = contents(made["db"])
    assert f"There is a demo in {folder} already" in program.refusal(2, "demo", "--headless", "--dir", str(folder))
    assert contents(made["db"]) == before
    opened = Program(db=made["db"], profile=program.profile)
    assert [run["job"] for run in opened.json("jobs")["runs"]] == ROUND[::-1]
    assert opened.json("check")["ok"] is True


@pytest.mark.slow
def test_demo_on_postgresql_prints_the_list_and_its_temporary_folder_goes(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    program = Program(db=postgresql_url, profile=tmp_path / "profile")
    told = program.call("demo", *SMALL)
    assert told.code == 0, told.err
    lines = told.out.splitlines()
    assert lines[0].startswith("Job ID  Job")
    assert [job for job in ROUND if not any(job in line for line in lines)] == []
    assert "The sample centre: " in told.out
    assert not list((tmp_path / "temporary").iterdir())


@pytest.fixture
def secret(postgres_cluster: Cluster, remote: Program) -> Iterator[Program]:
    """The program on PostgreSQL as a user with a password."""
    with password_asked(postgres_cluster, "hedy", "s3cret"):
        yield Program(db=as_role(remote.db, "hedy", "s3cret"), profile=remote.profile)


@POSIX
def test_a_password_never_shows(secret: Program) -> None:
    said = []
    # Its own command line is looked at, so it is no copy of another process.
    with secret.begun("serve") as server:
        until(lambda: len(family(server.pid)) > 1, "a worker that is kept warm")
        assert not [line for line in map(command_line, family(server.pid)) if "s3cret" in line]
        calls: list[tuple[str, ...]] = [
            ("--json", "status"), ("sources", "add", "Berlin", secret.db, "--role", "ICON_CFG,ICON_CORE"),
            ("--json", "sources", "list"), ("sources", "test"), ("run", "Job_ExtractICON", "--wait"),
            ("-v", "--db", secret.db, "jobs"), ("--json", "show", "1"), ("log", "1"), ("check",),
        ]  # fmt: skip
        said = [secret.call(*words) for words in calls]
        server.send_signal(signal.SIGTERM)
        assert server.stderr is not None
        spoken = server.stderr.read()
    assert "hedy" in spoken
    assert "can read the password in --db" in "".join(answer.err for answer in said)
    assert "s3cret" not in spoken + "".join(answer.out + answer.err for answer in said)
    assert not [file for file in secret.profile.rglob("*") if file.is_file() and "s3cret" in file.read_text()]


def family(pid: int) -> list[int]:
    """A process and those that it started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [pid, *(int(child) for child in listed.stdout.split())]


def command_line(pid: int) -> str:
    """The words with which a process was started, as every user sees them."""
    return subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
