"""What extracting and transforming 200,000 calls costs beside the plainest statements that move the same rows."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import plain
from harness import Ratio

from gim_manager.sample.arguments import SampleArguments
from gim_manager.sample.writer import write_sample
from tests.language.postgres import Cluster, cluster

CALLS = int(os.environ.get("GIM_BENCH_CALLS", "200000"))
"""Smaller for a first look: GIM_BENCH_CALLS=20000."""
FEW_CALLS = CALLS // 10
CALLS_PER_DAY = CALLS // 20
WORK = Path(__file__).with_name("etl_work.py")


def measure() -> Iterator[Ratio]:
    """Both jobs on both databases: time, rows a second, and memory beside a backlog of a tenth."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(cluster())
        for kind in ("sqlite", "postgresql"):
            few, many = (_worked(stack, server, folder, kind, calls) for calls in (FEW_CALLS, CALLS))
            yield from _compared(kind, few, many)


def _worked(stack: ExitStack, server: Cluster, folder: Path, kind: str, calls: int) -> dict[str, dict[str, float]]:
    """Time, rows and peak memory of each job on a backlog of so many calls, and the yardsticks'."""
    idb, mart, copy = (place(stack, server, folder, kind, f"{name}_{calls}") for name in ("idb", "mart", "plain"))
    days = max(1, calls // CALLS_PER_DAY)
    write_sample(idb, SampleArguments(days=days, until=date(2026, 11, 20), agents=400, calls_per_day=CALLS_PER_DAY))
    in_process("initialize", mart, idb)
    measured = {job: in_process(job, mart, idb) for job in ("extract", "transform")}
    measured["plain extract"] = plain.extract(idb, copy)
    measured["plain transform"] = plain.transform(mart, copy)
    return measured


def place(stack: ExitStack, server: Cluster, folder: Path, kind: str, name: str) -> str:
    """The URL of a database of this name that goes with the stack."""
    if kind == "sqlite":
        return f"sqlite:///{(folder / name).as_posix()}.sqlite"
    return stack.enter_context(server.database(name))


def in_process(job: str, mart: str, *idbs: str) -> dict[str, float]:
    """One job in a process of its own, so that its peak memory is its own."""
    called = [sys.executable, str(WORK), job, mart, *idbs]
    done = subprocess.run(called, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def _compared(kind: str, few: dict[str, dict[str, float]], many: dict[str, dict[str, float]]) -> Iterator[Ratio]:
    yardsticks = {"extract": "plain copy into the same tables", "transform": "plain copy of the same facts"}
    for job, yardstick in yardsticks.items():
        yield Ratio(
            measure=f"{job} {CALLS:,} calls, {kind}", ours=many[job]["seconds"], yardstick=yardstick,
            theirs=many[f"plain {job}"]["seconds"], rows=int(many[job]["rows"]),
        )  # fmt: skip
        yield Ratio(
            measure=f"peak memory of {job}, {kind}", ours=many[job]["peak_mb"],
            yardstick=f"the same, {FEW_CALLS:,} calls", theirs=few[job]["peak_mb"], unit="MB",
        )  # fmt: skip
