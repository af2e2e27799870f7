"""What the scheduler costs beside APScheduler 3 and procrastinate: lateness, requests, bookkeeping, wakes."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import deciding
import workers
from harness import Ratio

from tests.language.postgres import Cluster, cluster

REPEAT = int(os.environ.get("GIM_BENCH_REPEAT", "3"))
"""Rounds. In each, one side is measured after the other, and the median of the rounds counts."""
LAUNCHES = int(os.environ.get("GIM_BENCH_LAUNCHES", "100"))
"""Launches a round, and twice the requests; fewer for a first look: GIM_BENCH_LAUNCHES=20."""
A_SECOND = 5
NO_OPS = 10 * LAUNCHES
PERCENTILES = (50, 95, 99)
_ONE_SIDE = Path(__file__).with_name("scheduler_side.py")
_PATIENCE = 600.0
_IN_MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one."""
_random = random.Random(5)
OFFSETS = sorted(_random.uniform(0, LAUNCHES / A_SECOND) for _ in range(LAUNCHES))
PAUSES = [_random.uniform(0.2, 0.4) for _ in range(LAUNCHES // 2)]
"""Between requests: a second one for a job whose first still waits would be refused (R21)."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is measured, by its module `side_NAME`, and on which store."""

    name: str
    store: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours beside a yardstick on the same store, and what both are asked."""

    measure: str
    ask: Callable[["Arena", Side], list[float]]
    ours: Side
    theirs: Side


class Arena:
    """Where the sides meet: a fresh store for each measurement, and a process for each."""

    def __init__(self, stack: ExitStack) -> None:
        self._folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        in_memory = _IN_MEMORY if _IN_MEMORY.is_dir() else None
        self._memory = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=in_memory)))
        self._cluster: Cluster = stack.enter_context(cluster())
        self._stack = stack
        self._numbers = count(1)

    def answer(self, side: Side, question: str, argument: Any) -> Any:
        """What the side says to a question, on a store of its own."""
        return _answer(side, question, self._prepared(side), argument)

    def between(self, side: Side, question: str) -> list[float]:
        """From the asking in one process to the start in another, for each that was asked for."""
        store = self._prepared(side)
        with subprocess.Popen(
            _command(side, "serve", store), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as serving:
            try:
                assert serving.stdin and serving.stdout
                if serving.stdout.readline() != "ready\n":
                    raise RuntimeError(f"{side.name} does not serve on {side.store}; its message stands above")
                asked = _answer(side, question, store, PAUSES)
                time.sleep(1.0)
                serving.stdin.close()
                lines = [line.split() for line in serving.stdout]
            finally:
                serving.kill()
        started = {int(number): float(moment) for number, moment in lines}
        if missing := [number for number, _ in asked if number not in started]:
            raise RuntimeError(f"{side.name} on {side.store} never started {len(missing)} of {len(asked)}")
        return [started[number] - moment for number, moment in asked]

    def _prepared(self, side: Side) -> str:
        number = next(self._numbers)
        if side.store == "PostgreSQL":
            store = self._stack.enter_context(self._cluster.database(f"bench_{number}"))
        elif side == Side("apscheduler", "memory"):
            store = "memory"
        else:
            folder = self._memory if side.store == "memory" else self._folder
            store = f"sqlite:///{(folder / str(number)).as_posix()}.sqlite"
        _answer(side, "prepare", store, None)
        return store


def _answer(side: Side, question: str, store: str, argument: Any) -> Any:
    command = [*_command(side, question, store), json.dumps(argument)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=_PATIENCE)
    return json.loads(done.stdout)


def _command(side: Side, question: str, store: str) -> list[str]:
    return [sys.executable, str(_ONE_SIDE), side.name, question, store]


def lateness(arena: Arena, side: Side) -> list[float]:
    """From due to started, five a second at random moments."""
    return list(arena.answer(side, "launches", OFFSETS))


def requests(arena: Arena, side: Side) -> list[float]:
    """From the request of another process to the start."""
    return arena.between(side, "ask")


def requests_here(arena: Arena, side: Side) -> list[float]:
    """From the request in the scheduler's own process to the start."""
    return list(arena.answer(side, "ask_here", PAUSES))


def wakes(arena: Arena, side: Side) -> list[float]:
    """From a write of another process to the start that follows from it."""
    return arena.between(side, "write")


def bookkeeping(arena: Arena, side: Side) -> list[float]:
    """How long no-op runs take, from asked for to ended, as many as the scheduler can."""
    return [float(arena.answer(side, "no_ops", NO_OPS))]


_NO_OPS = f"{NO_OPS:,} no-op runs"
PAIRS = tuple(
    Pair(measure, ask, Side("ours", store), Side(peer, store))
    for measure, ask, peer, store in (
        ("start lateness", lateness, "apscheduler", "memory"),
        ("start lateness", lateness, "apscheduler", "SQLite"),
        ("start lateness", lateness, "apscheduler", "PostgreSQL"),
        ("start lateness", lateness, "procrastinate", "PostgreSQL"),
        ("request to start", requests, "procrastinate", "PostgreSQL"),
        ("request to start, one process", requests_here, "apscheduler", "SQLite"),
        ("request to start, one process", requests_here, "apscheduler", "PostgreSQL"),
        ("write to start", wakes, "bare", "SQLite"),
        ("write to start", wakes, "bare", "PostgreSQL"),
        (_NO_OPS, bookkeeping, "apscheduler", "SQLite"),
        (_NO_OPS, bookkeeping, "apscheduler", "PostgreSQL"),
        (_NO_OPS, bookkeeping, "procrastinate", "PostgreSQL"),
    )
)


def measure() -> Iterator[Ratio]:
    """All sides in turn, round after round; then what is measured apart."""
    taken: dict[tuple[Any, Side], list[list[float]]] = defaultdict(list)
    with ExitStack() as stack:
        arena = Arena(stack)
        asked = list(dict.fromkeys((pair.ask, side) for pair in PAIRS for side in (pair.ours, pair.theirs)))
        for number in range(REPEAT):
            for ask, side in asked:
                print(f"  round {number + 1}: {ask.__name__}, {side.name}, {side.store} …", file=sys.stderr, flush=True)
                taken[ask, side].append(ask(arena, side))
    for pair in PAIRS:
        yield from _compared(pair, taken[pair.ask, pair.ours], taken[pair.ask, pair.theirs])
    yield from workers.measure()
    yield from deciding.measure()


def _compared(pair: Pair, ours: list[list[float]], theirs: list[list[float]]) -> Iterator[Ratio]:
    where = f"{pair.measure}, {pair.ours.store}"
    if pair.ask is bookkeeping:
        seconds, yardstick = (median(one for (one,) in rounds) for rounds in (ours, theirs))
        yield Ratio(measure=where, ours=seconds, yardstick=pair.theirs.name, theirs=yardstick, rows=NO_OPS)
        return
    for percent in PERCENTILES:
        yield Ratio(
            measure=f"{where}, p{percent}", ours=_milliseconds(ours, percent), yardstick=pair.theirs.name,
            theirs=_milliseconds(theirs, percent), unit="ms",
        )  # fmt: skip


def _milliseconds(rounds: Sequence[Sequence[float]], percent: int) -> float:
    """The median of the rounds' percentiles, each by nearest rank."""
    ranked = [sorted(one)[max(0, -(-len(one) * percent // 100) - 1)] for one in rounds]
    return 1000 * median(ranked)
