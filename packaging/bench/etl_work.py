"""One job on one Info Mart in a process of its own; prints its seconds, rows and peak memory as JSON.

`etl_work.py JOB MART IDB…`: the first IDB has the configuration, too.
"""

import json
import resource
import sys
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter

sys.path.append(str(Path(__file__).resolve().parents[2]))  # for tests.language

from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.source import Source
from gim_manager.store import migrate
from tests.language.work import a_work

_ROLES = (Role.ICON_CFG, Role.ICON_CORE)
JOBS = {"initialize": Job.INITIALIZE, "extract": Job.EXTRACT, "transform": Job.TRANSFORM}


def main(job: str, mart: str, *idbs: str) -> None:
    """Do the work and tell of it."""
    database = migrate.create(mart)
    sources = tuple(
        Source(key=key, name=f"idb{key}", url=idb, roles=frozenset(_ROLES if key == 1 else _ROLES[1:]))
        for key, idb in enumerate(idbs, start=1)
    )
    now = datetime(2026, 11, 21, tzinfo=UTC)
    work = a_work(database.info_mart, job=JOBS[job], sources=sources, now=now, options={})
    # Every process counts its runs from one, and a run has its number once in an Info Mart.
    work = replace(work, run_id=1 + list(JOBS).index(job))
    begun = perf_counter()
    outcome = import_module(f"gim_manager.jobs.{job}").run(work)
    seconds = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": outcome.rows, "peak_mb": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
