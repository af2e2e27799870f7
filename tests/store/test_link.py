"""A link names the server at its other end; TLS is in use only where the server has a certificate."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gim_manager.domain.address import Tls, taken_apart
from gim_manager.store.connect import connect
from gim_manager.store.link import read_link
from gim_manager.store.migrate import create
from tests.language.postgres import Cluster, cluster


def test_the_version_is_told_and_no_tls_where_there_is_none(database_url: str) -> None:
    create(database_url).let_go()
    database = connect(database_url)
    link = read_link(database)
    database.let_go()
    assert link.version[0].isdigit() and " " not in link.version
    assert link.tls is None


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Cluster]:
    """A server with a certificate for localhost that it signed itself."""
    openssl = shutil.which("openssl")
    assert openssl is not None
    with cluster() as server:
        key, certificate = server.folder / "data" / "server.key", server.folder / "data" / "server.crt"
        subprocess.run(
            [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out",
             certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        shutil.copyfile(certificate, tmp_path / "root.crt")
        owner = (server.folder / "data").stat()
        for file in (key, certificate):
            shutil.chown(file, owner.st_uid, owner.st_gid)
        key.chmod(0o600)
        server.execute("ALTER SYSTEM SET ssl = on")
        server.restart()
        yield server


def test_tls_in_use_is_told(protected: Cluster, tmp_path: Path) -> None:
    address, _ = taken_apart(protected.url().replace("127.0.0.1", "localhost"))
    safest = f"{address.url}?sslmode={Tls.VERIFY_FULL}&sslrootcert={tmp_path / 'root.crt'}"
    database = connect(safest)
    assert (read_link(database).tls or "").startswith("TLSv1.")
    database.let_go()
