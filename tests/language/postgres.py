"""How a real PostgreSQL is found, started in a temporary folder and ended, for tests, benchmarks and scripts alike."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg2

HOW_TO_INSTALL = (
    "No PostgreSQL was found (initdb is neither named by pg_config, nor in /usr/lib/postgresql, nor on PATH). "
    "`python3 packaging/dev.py test` installs it on Debian and Ubuntu as root; elsewhere install PostgreSQL 14 "
    "or later (macOS: brew install postgresql@16) and put its bin folder on PATH."
)
# Durability is of no use to a cluster that is deleted; without fsync a test's database costs 30 ms instead of 200. An
# autovacuum at a moment of its own would take from a test the changed rows that it counts.
FAST_AND_FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}
SYSTEM_USER = "postgres"
EMPTY = "template1"


class NoPostgres(RuntimeError):
    """PostgreSQL is missing on this machine; the message says how to install it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A running server on 127.0.0.1:`port`; `folder` holds its data and log."""

    folder: Path
    port: int

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of a database of this cluster."""
        return f"postgresql+psycopg2://{SYSTEM_USER}@127.0.0.1:{self.port}/{database}"

    def execute(self, statement: str) -> None:
        """Run one statement outside a transaction in the database `postgres`."""
        execute_at(self.port, statement)

    def restart(self) -> None:
        """Stop it at once, as a machine that is switched off, and start it again at the same port."""
        # It commits before it writes; what was committed a moment ago would be lost, and that is not what is tested.
        self.execute("CHECKPOINT")
        words = ("-D", self.folder / "data", "-m", "immediate", "-w", "-s", "-l", self.folder / "log", "restart")
        _run(self.folder, [binary_folder() / _program("pg_ctl"), *words])

    @contextmanager
    def database(self, name: str, *, template: str = EMPTY) -> Iterator[str]:
        """A fresh database, as its URL; it goes at the end, whoever is still connected."""
        if template == EMPTY:
            _empty_database(self.port, name)
        else:
            copy_database(self.port, template, name)
        try:
            yield self.url(name)
        finally:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def execute_at(port: int, *statements: str) -> None:
    """Run statements outside a transaction in the database `postgres` of the server at this port."""
    with _outside(port) as cursor:
        for statement in statements:
            cursor.execute(statement)


def copy_database(port: int, template: str, name: str) -> None:
    """A new database that is as the template is, to which nobody may be connected."""
    with _outside(port) as cursor:
        # From 15 on PostgreSQL copies block by block unless told; of hundreds of tables that takes ten times as long.
        as_files = "STRATEGY FILE_COPY" if cursor.connection.server_version >= 150000 else ""
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {as_files}')


def exchange_database(port: int, template: str, name: str) -> None:
    """The empty database of this name becomes as the template is, to which nobody may be connected."""
    spare = f"spare_{next(_numbers)}"
    with _outside(port) as cursor:
        # To make and drop one costs 20 ms, for each of thousands of tests. Nobody is in it once it has another name.
        cursor.execute(f'ALTER DATABASE "{name}" RENAME TO "{spare}"')
        cursor.execute(_UNTOUCHED, (spare,))
        if cursor.fetchone():
            _spare.setdefault(port, []).append(spare)
        else:
            cursor.execute(f'DROP DATABASE "{spare}"')
    copy_database(port, template, name)


_UNTOUCHED = """
SELECT FROM pg_database d JOIN pg_stat_database s ON s.datid = d.oid
WHERE d.datname = %s AND s.sessions = 0 AND d.datacl IS NULL AND d.datconnlimit = -1
AND NOT EXISTS (SELECT FROM pg_db_role_setting WHERE setdatabase = d.oid)
"""
_numbers = count(1)
_spare: dict[int, list[str]] = {}
"""By the port of a cluster: databases that were made for a test, and that nobody was ever connected to."""


def _empty_database(port: int, name: str) -> None:
    if spare := _spare.get(port):
        execute_at(port, f'ALTER DATABASE "{spare.pop()}" RENAME TO "{name}"')
    else:
        copy_database(port, EMPTY, name)


_sessions: dict[int, Any] = {}
"""By the port of a cluster: a session that is kept, for a new one costs 4 ms."""


@contextmanager
def _outside(port: int) -> Iterator[Any]:
    with _session(port).cursor() as cursor:
        yield cursor


def _session(port: int) -> Any:
    session = _sessions.get(port)
    if session is None or not _answers(session):
        session = psycopg2.connect(host="127.0.0.1", port=port, user=SYSTEM_USER, dbname="postgres")
        session.autocommit = True
        _sessions[port] = session
    return session


def _answers(session: Any) -> bool:
    """Its server may have been restarted since, or be another one."""
    with suppress(psycopg2.Error):
        with session.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    return False


def binary_folder() -> Path:
    """The folder of initdb and pg_ctl, the newest if there are several; raises NoPostgres."""
    for folder in _candidates():
        if (folder / _program("initdb")).exists() and (folder / _program("pg_ctl")).exists():
            return folder
    raise NoPostgres(HOW_TO_INSTALL)


def _candidates() -> Iterator[Path]:
    if config := shutil.which("pg_config"):
        answer = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(answer.stdout.strip())
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(versions, key=lambda folder: float(folder.parent.name), reverse=True)
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent


def _program(name: str) -> str:
    return f"{name}.exe" if os.name == "nt" else name


@contextmanager
def cluster(**settings: object) -> Iterator[Cluster]:
    """A cluster of its own, about a second to start; it goes at the end, and also when this process is killed. The
    settings are those of postgresql.conf, in place of FAST_AND_FORGETFUL's or beside them."""
    binaries = binary_folder()
    with _folder(binaries) as folder:
        words = ("-U", SYSTEM_USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        _run(folder, [binaries / _program("initdb"), "-D", folder / "data", *words])
        yield _start(binaries, folder, {name: str(value) for name, value in settings.items()})


@contextmanager
def _folder(binaries: Path) -> Iterator[Path]:
    """Where a cluster may lie; its keeper ends what runs there, and takes it away."""
    folder = Path(tempfile.mkdtemp(prefix="gim-postgres-"))
    # The keeper hears our end, whatever it is, as the end of its input; Ctrl-C does not reach its session.
    command = [sys.executable, "-P", __file__, str(binaries), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True):
        if _is_root():
            shutil.chown(folder, SYSTEM_USER)
        yield folder


@contextmanager
def standby(primary: Cluster) -> Iterator[Cluster]:
    """A hot standby of a cluster: the same data, a moment later, and only to read."""
    with _folder(binary_folder()) as folder:
        copy = ("-h", "127.0.0.1", "-p", primary.port, "-U", SYSTEM_USER, "-D", folder / "data", "-R", "-c", "fast")
        _run(folder, [binary_folder() / _program("pg_basebackup"), *map(str, copy), "--no-sync"])
        yield _start(binary_folder(), folder, {})


def _keep(binaries: Path, folder: Path) -> None:
    """Wait until whoever uses the cluster has ended, then stop it and take its folder away."""
    sys.stdin.read()
    with suppress(subprocess.CalledProcessError):
        _run(folder, [binaries / _program("pg_ctl"), "-D", folder / "data", "-m", "immediate", "-w", "-s", "stop"])
    shutil.rmtree(folder)


def _start(binaries: Path, folder: Path, own: dict[str, str]) -> Cluster:
    """Another program may take the free port between our asking and the server's, so three are tried."""
    for attempt in range(3):
        port = _free_port()
        settings = FAST_AND_FORGETFUL | own | {"listen_addresses": "127.0.0.1", "port": str(port)}
        if os.name != "nt":
            settings["unix_socket_directories"] = str(folder)
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        with suppress(subprocess.CalledProcessError):
            words = ("-D", folder / "data", "-l", folder / f"log{attempt}", "-w", "-s", "-o", options, "start")
            _run(folder, [binaries / _program("pg_ctl"), *words])
            return Cluster(folder=folder, port=port)
    log = "\n".join(path.read_text(errors="replace") for path in sorted(folder.glob("log*")))
    raise RuntimeError(f"PostgreSQL did not start; its log says:\n{log}")


def _run(folder: Path, command: Sequence[str | Path]) -> None:
    """As the user postgres when we are root: the server refuses to run as root. Output goes to a file, not to a pipe,
    which the server would hold open for as long as it lives."""
    words = [str(word) for word in command]
    if _is_root():
        words = ["setpriv", f"--reuid={SYSTEM_USER}", f"--regid={SYSTEM_USER}", "--init-groups", "--", *words]
    with tempfile.TemporaryFile() as output:
        environment = os.environ | {"LC_ALL": "C"}
        done = subprocess.run(words, cwd=folder, env=environment, stdout=output, stderr=output, check=False)
        if done.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace")
            raise subprocess.CalledProcessError(done.returncode, words, said)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), Path(sys.argv[2]))
