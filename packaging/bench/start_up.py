"""What a call of the command line costs beside a bare Python."""

import subprocess
import sys
from collections.abc import Iterator

from harness import Ratio, timed


def measure() -> Iterator[Ratio]:
    """The shortest command beside an interpreter that does nothing."""
    bare = timed(lambda: _call("-c", "pass"), repeat=5)
    ours = timed(lambda: _call("-m", "gim_manager", "--version"), repeat=5)
    yield Ratio(measure="gim-manager --version", ours=ours, yardstick="python -c pass", theirs=bare)


def _call(*words: str) -> None:
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
