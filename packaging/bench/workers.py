"""What a worker costs, warm and cold, beside a bare Python: the part that the figures of the scheduler leave out."""

import queue
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import side_ours
from harness import Ratio, timed

from gim_manager.domain.job import Job
from gim_manager.engine.protocol import Assignment, Ended
from gim_manager.engine.workers import Gone, Pool, Said

WARMING_SECONDS = 3.0


def measure() -> Iterator[Ratio]:
    """From the start of a run to the worker's last word, of a job that has nothing to do."""
    bare = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    with tempfile.TemporaryDirectory() as folder:
        store = f"sqlite:///{(Path(folder) / 'mart').as_posix()}.sqlite"
        side_ours.prepare(store)
        for how, warm in (("a warm worker", True), ("a cold worker", False)):
            ours = min(_seconds(store, warm=warm) for _ in range(3))
            yield Ratio(measure=f"{how}, start to end", ours=ours, yardstick="python -c pass", theirs=bare)


def _seconds(store: str, *, warm: bool) -> float:
    heard: queue.SimpleQueue[Said | Gone] = queue.SimpleQueue()
    pool = Pool(heard.put, ahead=None if warm else 0)
    pool.warm_up()
    # A process says nothing of itself before it has a run.
    time.sleep(WARMING_SECONDS if warm else 0.0)
    begun = perf_counter()
    pool.start(Assignment(run_id=1, token="token", url=store, job=Job.UPDATE_STATS))
    try:
        while not (isinstance(event := heard.get(timeout=60), Said) and isinstance(event.message, Ended)):
            if isinstance(event, Gone):
                raise RuntimeError(f"the worker died: {event.last_words}")
        return perf_counter() - begun
    finally:
        pool.close()
