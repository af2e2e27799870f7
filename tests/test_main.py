"""Which face is asked for."""

import subprocess
import sys

from gim_manager import __version__


def _run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gim_manager", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=60)


def test_a_command_is_carried_out() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout.decode().split()) == (0, ["gim-manager", __version__])


def test_wrong_usage_is_told_from_failure() -> None:
    assert _run("nonsense").returncode == 2


def test_a_worker_whose_host_leaves_ends_without_a_word() -> None:
    done = _run("worker")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_worker_loads_no_window_and_no_command_line() -> None:
    seen = (
        "import sys; import gim_manager.engine.worker; "
        "sys.exit(' '.join(m for m in ('PySide6', 'typer', 'rich', 'alembic') if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
