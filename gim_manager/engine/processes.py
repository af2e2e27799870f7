"""How a process is known again and ended for certain: by its id and the moment it started (R36)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

TOLERANCE = 2.0
"""Seconds by which two readings of one process's start may differ: boot time is known in whole seconds only."""

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_ASK, _STILL_ACTIVE = 0x1000, 259

    def _started(pid: int) -> float | None:
        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.OpenProcess(_MAY_ASK, False, pid))
        if not handle.value:
            return None
        times = [wintypes.FILETIME() for _ in range(4)]
        exit_code = wintypes.DWORD()
        try:
            known = kernel.GetProcessTimes(handle, *(ctypes.byref(moment) for moment in times))
            kernel.GetExitCodeProcess(handle, ctypes.byref(exit_code))
        finally:
            kernel.CloseHandle(handle)
        if not known or exit_code.value != _STILL_ACTIVE:
            return None
        ticks = (times[0].dwHighDateTime << 32) + times[0].dwLowDateTime
        return float(ticks / 10_000_000 - 11_644_473_600)  # 100 ns since 1601

else:

    def _started_proc(pid: int) -> float | None:
        try:
            # The program's name stands in parentheses and may itself hold blanks and parentheses.
            state, *numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            boot = next(line for line in Path("/proc/stat").read_text().splitlines() if line.startswith("btime"))
        except (OSError, StopIteration):
            return None
        if state in ("Z", "X"):
            return None
        return float(boot.split()[1]) + int(numbers[18]) / os.sysconf("SC_CLK_TCK")

    def _started_ps(pid: int) -> float | None:
        command = ["ps", "-o", "lstart=", "-p", str(pid)]
        english = {"LC_ALL": "C", "PATH": "/bin:/usr/bin"}
        shown = subprocess.run(command, capture_output=True, text=True, check=False, env=english).stdout.strip()
        try:
            return datetime.strptime(shown, "%a %b %d %H:%M:%S %Y").astimezone().timestamp()
        except ValueError:
            return None

    def _started(pid: int) -> float | None:
        return _started_proc(pid) if Path("/proc/self/stat").exists() else _started_ps(pid)


def started(pid: int) -> float | None:
    """When the process of this id started, seconds since 1970 by this machine's clock; None if there is none."""
    return _started(pid)


def is_alive(pid: int, since: float | None) -> bool:
    """Whether this very process still runs; a later one that was given the same id is not it."""
    now = started(pid)
    return now is not None and (since is None or abs(now - since) <= TOLERANCE)


def kill(pid: int, since: float | None, *, seconds: float = 3.0) -> bool:
    """End this very process at once, whatever it does; True when it is gone, False if it would not go in `seconds`."""
    if not is_alive(pid, since):
        return True
    with suppress(ProcessLookupError, PermissionError):
        # Windows has no SIGKILL: there os.kill ends a process outright whatever the signal.
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    pause = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if not is_alive(pid, since):
            return True
        pause.wait(0.02)
    return False
