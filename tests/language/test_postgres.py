"""The PostgreSQL of the tests: fresh, forgetful, gone afterwards, and loud when it is missing."""

import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import pytest

from tests.house.sources import CHECKOUT
from tests.language import postgres
from tests.language.postgres import Cluster


def _connect(cluster: Cluster, database: str):
    return psycopg2.connect(host="127.0.0.1", port=cluster.port, user="postgres", dbname=database)


def test_a_database_is_dropped_even_while_somebody_is_connected(postgres_cluster: Cluster) -> None:
    with postgres_cluster.database("occupied"):
        lingering = _connect(postgres_cluster, "occupied")
    with pytest.raises(psycopg2.OperationalError):
        lingering.cursor().execute("SELECT 1")
    lingering.close()
    with pytest.raises(psycopg2.OperationalError, match="does not exist"):
        _connect(postgres_cluster, "occupied")


def test_each_test_gets_an_empty_database(postgres_cluster: Cluster, postgresql_url: str) -> None:
    connection = _connect(postgres_cluster, postgresql_url.rsplit("/", 1)[1])
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    assert cursor.fetchone() == (0,)
    connection.close()


def test_a_machine_without_postgresql_fails_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_candidates", lambda: iter([Path("/nowhere")]))
    with pytest.raises(postgres.NoPostgres, match=r"dev\.py test"):
        postgres.binary_folder()


def test_a_killed_process_leaves_neither_server_nor_folder_behind() -> None:
    program = (
        "from tests.language.postgres import cluster\n"
        "with cluster() as server: print(server.folder, flush=True); input()"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        assert folder.exists()
        process.kill()
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not folder.exists()


def test_a_cluster_leaves_neither_server_nor_folder_behind() -> None:
    with postgres.cluster() as server:
        assert server.folder.exists()
    assert not server.folder.exists()
    with pytest.raises(psycopg2.OperationalError):
        _connect(server, "postgres")
