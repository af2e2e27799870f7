"""Runs that a person asked for, and what the audit trail has of it."""

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit
from gim_manager.store import runs as store_runs
from gim_manager.usecases import runs
from gim_manager.usecases.context import Context


def asked(context: Context, job: Job) -> Run:
    """A request, with no server alive."""
    return runs.start(context, job, wait_for_server=False)


def running(context: Context, job: Job) -> Run:
    """The same, taken by a server named `s`."""
    run = asked(context, job)
    with writing(context.database.manager) as connection:
        claimed = store_runs.claim(connection, run.id, server="s", token="t", now=context.now())
    assert claimed is not None
    return claimed


def acts(context: Context) -> list[tuple[str, str, str | None]]:
    """Who did what by which rule."""
    with reading(context.database.manager) as connection:
        return [(act.actor, act.action, act.rule) for act in audit.acts(connection)]
