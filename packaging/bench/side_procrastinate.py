"""procrastinate in the comparison: a queue of jobs in PostgreSQL, its worker woken by NOTIFY."""

import asyncio
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import procrastinate
from notebook import Notebook

LEAD_SECONDS = 1.0
CONCURRENCY = 4
"""As many as there are jobs that may run beside one another in ours."""
POLL_SECONDS = 0.1
"""What waits for its time is looked for this often; its own default is 5 s."""


def prepare(store: str, _argument: None = None) -> None:
    """Its tables."""
    with _app(store, Notebook()) as (app, _task):
        app.schema_manager.apply_schema()


def launches(store: str, offsets: Sequence[float]) -> list[float]:
    """How late each job was started."""
    notebook = Notebook()
    with _app(store, notebook) as (app, task):
        due = [time.time() + LEAD_SECONDS + offset for offset in offsets]
        for number, moment in enumerate(due):
            task.configure(schedule_at=datetime.fromtimestamp(moment, UTC)).defer(number=number)
        _work(app, lambda: notebook.wait_for(len(due), seconds=LEAD_SECONDS + offsets[-1] + 30))
    return [notebook.started[number] - moment for number, moment in enumerate(due)]


def no_ops(store: str, count: int) -> float:
    """How long it takes to defer so many jobs one by one, and to work them until all are done."""
    notebook = Notebook()
    with _app(store, notebook) as (app, task):
        begin = time.time()
        for number in range(count):
            task.defer(number=number)
        asyncio.run(_worker(app, wait=False))
        return time.time() - begin


def serve(store: str, _argument: None) -> None:
    """Work what is deferred until standard input ends; a line for each start."""
    with _app(store, Notebook(aloud=True)) as (app, _task):

        def told() -> None:
            print("ready", flush=True)
            sys.stdin.read()

        _work(app, told)


def ask(store: str, pauses: Sequence[float]) -> list[tuple[int, float]]:
    """Defer jobs from another process: the number of each, and when it was asked for."""
    asked = []
    with _app(store, Notebook()) as (_, task):
        for number, pause in enumerate(pauses):
            time.sleep(pause)
            asked.append((number, time.time()))
            task.defer(number=number)
    return asked


@contextmanager
def _app(store: str, notebook: Notebook) -> Iterator[tuple[Any, Any]]:
    """The application, open for synchronous use, and its one task."""
    connector = procrastinate.PsycopgConnector(conninfo=store.replace("+psycopg2", ""))
    app = procrastinate.App(connector=connector)

    async def no_op(number: int) -> None:
        notebook.note(number)

    task = app.task(name="no_op")(no_op)
    with app.open():
        yield app, task


def _work(app: Any, until: Callable[[], None]) -> None:
    """Work in this thread until `until`, which runs in another, comes back."""
    asyncio.run(_worker_until(app, until))


async def _worker_until(app: Any, until: Callable[[], None]) -> None:
    working = asyncio.create_task(_worker(app, wait=True))
    try:
        await asyncio.to_thread(until)
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def _worker(app: Any, *, wait: bool) -> None:
    async with app.open_async():
        await app.run_worker_async(
            concurrency=CONCURRENCY, wait=wait, fetch_job_polling_interval=POLL_SECONDS, install_signal_handlers=False
        )
