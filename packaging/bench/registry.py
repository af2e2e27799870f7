"""Which benchmarks there are, by the name typed on the command line; a new one is a module and a line here."""

import attached
import etl
import growth
import job_list
import notify
import partitions
import scheduler
import sources
import stalls
import start_up
import takeover
import timeline
import window
from harness import Benchmark

BENCHMARKS: dict[str, Benchmark] = {
    "start-up": start_up.measure,
    "etl": etl.measure,
    "partitions": partitions.measure,
    "growth": growth.measure,
    "sources": sources.measure,
    "job-list": job_list.measure,
    "scheduler": scheduler.measure,
    "takeover": takeover.measure,
    "notify": notify.measure,
    "attached": attached.measure,
    "window": window.measure,
    "stalls": stalls.measure,
    "timeline": timeline.measure,
}
