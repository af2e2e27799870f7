"""What it costs that the same calls lie in several data sources instead of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from etl import in_process, place
from harness import Ratio

from gim_manager.sample.arguments import SampleArguments
from gim_manager.sample.writer import write_sample
from tests.language.postgres import Cluster, cluster

CALLS = int(os.environ.get("GIM_BENCH_CALLS", "40000"))
"""In all the sources together, of ten days."""
SOURCES = int(os.environ.get("GIM_BENCH_SOURCES", "8"))
DAYS = 10


def measure() -> Iterator[Ratio]:
    """One extraction from one and one from many, on both databases."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(cluster())
        for kind in ("sqlite", "postgresql"):
            one, many = (_extracted(stack, server, folder, kind, number) for number in (1, SOURCES))
            yield Ratio(
                measure=f"extract {CALLS:,} calls from {SOURCES} sources, {kind}", ours=many["seconds"],
                yardstick="as many from one", theirs=one["seconds"], rows=int(many["rows"]),
            )  # fmt: skip
            yield Ratio(
                measure=f"peak memory of it, {kind}", ours=many["peak_mb"], yardstick="from one",
                theirs=one["peak_mb"], unit="MB",
            )  # fmt: skip


def _extracted(stack: ExitStack, server: Cluster, folder: Path, kind: str, number: int) -> dict[str, float]:
    idbs = [place(stack, server, folder, kind, f"idb_{number}_{each}") for each in range(number)]
    mart = place(stack, server, folder, kind, f"mart_{number}")
    for seed, idb in enumerate(idbs, start=1):
        calls = CALLS // DAYS // number
        write_sample(
            idb, SampleArguments(days=DAYS, until=date(2026, 11, 20), agents=200, calls_per_day=calls, seed=seed)
        )
    in_process("initialize", mart, *idbs)
    return in_process("extract", mart, *idbs)
