"""How a process makes way: work that nobody watches leaves the processor to the window and to who answers others."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

BEHIND = "--behind"
"""The word that tells a worker to step back."""
STEP = 10
"""Of 20: a window beside it is not felt to be slow, and where nothing else wants to run it costs nothing."""

if sys.platform == "win32":
    import ctypes

    _BELOW_NORMAL = 0x4000

    def _step_back() -> None:
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), _BELOW_NORMAL)

else:

    def _step_back() -> None:
        os.nice(STEP)
        if os.getsid(0) == os.getpid():
            # Linux weighs sessions against one another before it weighs the processes within them.
            with suppress(OSError):
                Path("/proc/self/autogroup").write_text(str(STEP), encoding="ascii")


def step_back() -> None:
    """From now on this process, and what it starts, gets the processor after those that did not step back."""
    _step_back()
