"""What a window costs beside a bare one of PySide6: until its first picture, in memory, and while nobody looks."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from harness import Ratio
from window_work import BEGAN, IDLE_SECONDS

from gim_manager.store import migrate
from tests.language.server import has_completed

STARTS = int(os.environ.get("GIM_BENCH_STARTS", "7"))
WORK = Path(__file__).with_name("window_work.py")


def measure() -> Iterator[Ratio]:
    """Starts in turn, then one hidden window after the other."""
    taken: dict[str, list[dict[str, float]]] = {"ours": [], "bare": []}
    for _ in range(STARTS):
        for side, costs in taken.items():
            costs.append(_asked("first", side))
    for what, key, unit in (("first picture", "seconds", "s"), ("memory at the first picture", "memory", "MB")):
        ours, bare = (statistics.median(cost[key] for cost in taken[side]) for side in ("ours", "bare"))
        yield Ratio(measure=what, ours=ours, yardstick="a bare window", theirs=bare, unit=unit)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'mart.sqlite').as_posix()}"
        has_completed(migrate.create(url), 0)
        share = 1000 / IDLE_SECONDS
        yield Ratio(
            measure="hidden, with the server inside, processor a second",
            ours=share * _asked("idle", "ours", url)["seconds"], yardstick="a bare window",
            theirs=share * _asked("idle", "bare")["seconds"], unit="ms",
        )  # fmt: skip


def _asked(*words: str) -> dict[str, float]:
    # Bytecode is kept even where the machine says not to: an installed program has it.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {"QT_QPA_PLATFORM": "offscreen"} | kept | {BEGAN: str(time.time())}
    environment["PYTHONPATH"] = os.pathsep.join([str(WORK.parents[2]), environment.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(WORK), *words], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout))
