"""How a test waits for what another process does: on a condition, with a deadline."""

import time
from collections.abc import Callable


def until(condition: Callable[[], object], *, seconds: float = 10.0, what: str = "") -> float:
    """Waits until the condition holds; how long that took, in seconds. Fails after the deadline."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, f"not within {seconds} s: {what or condition}"
        time.sleep(0.01)
    return time.monotonic() - began
