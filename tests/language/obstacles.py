"""What a database meets in the world: held locks, read-only files, full disks, passwords; and what is left of it."""

import os
import shutil
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.live import SCHEMA
from gim_manager.schema.urls import parse_url
from tests.language.postgres import Cluster

Contents = dict[str, list[tuple[Any, ...]]]
"""All rows of all tables, by table."""


def contents(url: str) -> Contents:
    """What both halves of an Info Mart hold, or whatever else is there."""
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _rows(make_engine(parsed), None) | _rows(make_engine(parsed), SCHEMA)
    file = Path(str(parsed.database))
    halves = [half for half in (file, manager_file(file)) if half.exists()]
    engines = [make_engine(parsed.set(database=str(half))) for half in halves]
    return {table: rows for engine in engines for table, rows in _rows(engine, None).items()}


def manager_file(file: Path) -> Path:
    """Where the manager's half of a SQLite Info Mart is."""
    return file.with_name(f"{file.stem}.manager.sqlite")


def _rows(engine: Engine, schema: str | None) -> Contents:
    place = f"{schema}." if schema else ""
    with reading(engine) as connection:
        names = inspect(connection).get_table_names(schema=schema)
        found = {name: connection.execute(text(f'SELECT * FROM {place}"{name}"')).all() for name in names}
    return {place + name: sorted((tuple(row) for row in rows), key=repr) for name, rows in found.items()}


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program has begun to write to this SQLite file, and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Nobody may write to these files and folders; root, whom permissions do not bind, neither."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        if not shutil.which("chattr") or _run("chattr", "+i", *paths):
            pytest.skip("this file system has no immutable files")
        try:
            yield
        finally:
            _run("chattr", "-i", *paths)
        return
    before = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in before.items():
            path.chmod(mode)


@contextmanager
def small_disk(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    """A disk of this size, mounted at `folder`; only root can make one."""
    folder.mkdir()
    if not shutil.which("mount") or _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder):
        pytest.skip("only root can mount a small disk")
    try:
        yield folder
    finally:
        _run("umount", "-l", folder)


def fill(folder: Path) -> None:
    """Takes every byte that is left on the disk of `folder`."""
    for size in (65536, 4096, 1):
        try:
            with (folder / "ballast").open("ab", buffering=0) as ballast:
                while ballast.write(b"\0" * size):
                    pass
        except OSError:
            continue


@contextmanager
def password_asked(cluster: Cluster, role: str, password: str) -> Iterator[None]:
    """A superuser `role` that must give a password, which nobody else of the cluster must."""
    rules = cluster.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    cluster.execute(f"CREATE ROLE {role} LOGIN SUPERUSER PASSWORD '{password}'")
    rules.write_text(f"host all {role} 127.0.0.1/32 scram-sha-256\n{before}")
    cluster.execute("SELECT pg_reload_conf()")
    try:
        yield
    finally:
        rules.write_text(before)
        cluster.execute("SELECT pg_reload_conf()")
        cluster.execute(f"DROP ROLE {role}")


def as_role(url: str, role: str, password: str) -> str:
    """The URL of the same database for this role."""
    return url.replace("://postgres@", f"://{role}:{password}@")


def closed_port() -> int:
    """A port at which nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*words: object) -> int:
    return subprocess.run([str(word) for word in words], capture_output=True, check=False).returncode
