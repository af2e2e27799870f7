"""How a real PgBouncer is started before a PostgreSQL of the tests, pooling as one likes, and ended."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

HOW_TO_INSTALL = (
    "No PgBouncer was found. `python3 packaging/dev.py test` installs it on Debian and Ubuntu as root; elsewhere "
    "install pgbouncer (macOS: brew install pgbouncer) and put it on PATH."
)


@contextmanager
def pgbouncer(url: str, *, pool_mode: str, **settings: object) -> Iterator[str]:
    """The URL of the same database through a pooler, while the block lasts."""
    program = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, HOW_TO_INSTALL
    to = make_url(url)
    folder = Path(tempfile.mkdtemp(prefix="gim-pgbouncer-"))
    port = _free_port()
    known = {"listen_addr": "127.0.0.1", "listen_port": port, "auth_type": "any", "pool_mode": pool_mode,
             "unix_socket_dir": "", "logfile": folder / "log"}  # fmt: skip
    lines = [f"{name} = {value}" for name, value in (known | settings).items()]
    target = f"host={to.host} port={to.port} dbname={to.database} user={to.username}"
    (folder / "ini").write_text("\n".join(["[databases]", f"{to.database} = {target}", "[pgbouncer]", *lines]))
    command = [program, "-q", str(folder / "ini")]
    if os.geteuid() == 0:
        for path in (folder, folder / "ini"):
            shutil.chown(path, "postgres")
        command[1:1] = ["-u", "postgres"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _await(port, process)
            yield to.set(port=port).render_as_string(hide_password=False)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            shutil.rmtree(folder)


def _await(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("PgBouncer did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
