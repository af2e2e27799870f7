"""How long nobody leads when the leader of three servers is gone, beside the hand-over of a bare advisory lock."""

import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median
from time import perf_counter

import psycopg2
from harness import Ratio

from gim_manager.store.migrate import create
from tests.language.disorder import Blow, Disorder, disorder
from tests.language.postgres import Cluster, cluster
from tests.language.waiting import until

ROUNDS = 3
SETTLING_SECONDS = 3.0
"""By then every standby has seen that the leader is there."""
BARE = "a bare lock, kill -9"
_HOLDER = "import psycopg2, sys; c = psycopg2.connect(sys.argv[1]); c.autocommit = True; k = c.cursor(); "
_HOLDER += "k.execute('SELECT pg_advisory_lock(1)'); print('held', flush=True); input()"


def measure() -> Iterator[Ratio]:
    """From the blow until another server owns the schedule; the median of three rounds."""
    with cluster() as server, server.database("bench_takeover") as url:
        bare = median(_bare(server) for _ in range(ROUNDS))
        with disorder(create(url), server, seed=1) as servers:
            for blow in Blow:
                ours = median(_taken_over(servers, blow) for _ in range(ROUNDS))
                yield Ratio(measure=f"the leader: {blow}", ours=ours, yardstick=BARE, theirs=bare)


def _taken_over(servers: Disorder, blow: Blow) -> float:
    servers.rest()
    until(servers.leader, seconds=60)
    time.sleep(SETTLING_SECONDS)
    leader = servers.leader()
    assert leader is not None
    leader.is_struck(blow, servers.witness)
    return until(servers.leader, seconds=60)


def _bare(server: Cluster) -> float:
    """A process that holds an advisory lock is killed; until one that waits for the lock has it."""
    dsn = f"host=127.0.0.1 port={server.port} user=postgres dbname=postgres"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, dsn], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        waiting = psycopg2.connect(dsn)
        try:
            with waiting.cursor() as cursor:
                begun = perf_counter()
                holder.kill()
                cursor.execute("SELECT pg_advisory_lock(1)")
                return perf_counter() - begun
        finally:
            waiting.close()
