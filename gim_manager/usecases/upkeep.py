"""A database becomes an Info Mart: its schema, its data sources, the first run of Job_InitializeGIM; and stays one, by
Job_MigrateGIM."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import BadValue, JobFailed
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.source import Source
from gim_manager.schema.engines import reading
from gim_manager.schema.urls import parse_url
from gim_manager.store import roles as store_roles
from gim_manager.store.connect import connect, open_database
from gim_manager.store.migrate import create
from gim_manager.store.runs import open_runs
from gim_manager.store.versions import ensure_not_newer
from gim_manager.usecases import runs, sources
from gim_manager.usecases.context import Actor, Context, hosted
from gim_manager.usecases.upgrade import upgraded

Given = tuple[str, frozenset[Role]]
"""The URL of an IDB and the roles for which it is read."""


def initialize(url: str, given: Sequence[Given] = (), *, actor: Actor | None = None) -> Run:
    """Create or complete the Info Mart at this URL, store its sources, run Job_InitializeGIM to its end.

    Raises BadUrl, BadValue, NotAnInfoMart, OlderSchema, NewerSchema before anything is changed; JobFailed if the job
    did not end well.
    """
    for idb, roles in given:
        ensure_source(idb, roles)
    context = Context.of(create(url), actor)
    for idb, roles in given:
        add_source(context, idb, roles)
    with nullcontext() if runs.server_is_alive(context) else hosted(context, scheduling=False, ahead=1):
        run = runs.wait_for_end(context, runs.start(context, Job.INITIALIZE).id)
    if run.status is not Status.COMPLETE:
        raise JobFailed(f"{run.job} {run.id} is {run.status}: {run.error or run.reason or 'it gave no reason'}")
    return run


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """Of which version an Info Mart is."""

    info_mart: str | None
    manager: str | None
    words: str


def schema(context: Context) -> Schema:
    """The version of both halves; raises NewerSchema."""
    found = ensure_not_newer(context.database)
    return Schema(info_mart=found.info_mart, manager=found.manager, words=found.words)


def migrate(context: Context) -> Run | None:
    """The run of Job_MigrateGIM that brings the schema up to date, one that waits already if there is one; None where
    there is nothing to do.

    Raises Refused, NewerSchema, OlderServer.
    """
    if asked := upgraded(context):
        return asked
    with reading(context.database.manager) as connection:
        waiting = [run for run in open_runs(connection) if run.job is Job.MIGRATE and run.status is Status.SCHEDULED]
    if waiting:
        return waiting[0]
    if ensure_not_newer(context.database).condition is not Condition.MIGRATION:
        return None
    return runs.start(context, Job.MIGRATE, wait_for_server=False)


def make_roles(url: str) -> None:
    """Make the roles of PostgreSQL, or bring what each may up to date; all or nothing.

    Raises NotPermitted with what an administrator of the database can do instead.
    """
    store_roles.establish(open_database(url))


def ensure_roles(url: str) -> None:
    """Raises BadValue or NotPermitted where `make_roles` is known to fail."""
    store_roles.ensure_can_be_made(connect(url, must_exist=False))


def role_script(url: str) -> str:
    """What `make_roles` would run, as SQL; changes nothing. Raises BadValue on SQLite."""
    return store_roles.script(open_database(url))


def ensure_source(url: str, roles: Iterable[Role]) -> None:
    """Raises BadUrl or BadValue for a source that cannot be stored."""
    parse_url(url)
    if not frozenset(roles):
        raise BadValue(f"The data source {parse_url(url).render_as_string()} needs at least one role.")


def add_source(context: Context, url: str, roles: Iterable[Role]) -> Source:
    """The data source at this URL, stored under a name made from it; one that is known already is left as it is."""
    known = sources.listed(context)
    shown = parse_url(url).render_as_string(hide_password=True)
    same = next((source for source in known if source.shown_url == shown), None)
    if same is not None:
        return same
    return sources.add(context, name=_free_name(url, {source.name for source in known}), url=url, roles=roles)


def _free_name(url: str, taken: set[str]) -> str:
    """The file's or database's name, numbered where it is taken."""
    database = str(parse_url(url).database).replace("\\", "/")
    stem = database.rsplit("/", 1)[-1].removesuffix(".sqlite").removesuffix(".db") or "idb"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)
