"""How a run comes into the job tables: somebody asks for it, or it is launched and Running from the start.

All functions write in turn with others, and note the change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, FromClause, bindparam, exists, select, true
from sqlalchemy.sql.dml import ReturningInsert

from gim_manager.domain.job import Job
from gim_manager.domain.run import ACTIVE, Run, Status
from gim_manager.schema.dialect import upserting_in
from gim_manager.schema.live import mgr_run
from gim_manager.store import audit
from gim_manager.store.changes import AtOnce, Noted
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros, opt_micros, spelled

IS_ACTIVE = mgr_run.c.status.in_(spelled(ACTIVE))
"""Whether a run is at work."""


def new(column: str) -> BindParameter[Any]:
    """What a column of MGR_RUN shall be; `news` gives it."""
    return bindparam(f"new_{column}", type_=mgr_run.c[column].type)


def news(**values: Any) -> dict[str, Any]:
    """What columns shall be, for the parameters of `new`."""
    return {f"new_{column}": value for column, value in values.items()}


_KEYED = select(*RUN_COLUMNS).where(mgr_run.c.launch_key == bindparam("key"))


_ASKED = (
    "job", "status", "requested_at", "requested_by", "requested_host", "parameters", "launch_key", "cycle", "due_at",
    "reason", "forced",
)  # fmt: skip


def _inserting(
    dialect: str, columns: Sequence[str], *unless: ColumnElement[bool],
    also: Callable[[ColumnElement[int]], FromClause] | None = None,
) -> Noted:  # fmt: skip
    """An INSERT of one run, unless one of these is so, or there is a run with this launch key; `also` as for Noted."""

    def build(*only_if: ColumnElement[bool]) -> ReturningInsert[Any]:
        values = select(*map(new, columns)).where(true(), *only_if, *(~condition for condition in unless))
        made = upserting_in(dialect, mgr_run).from_select(list(columns), values)
        return made.on_conflict_do_nothing(index_elements=["launch_key"]).returning(*RUN_COLUMNS)

    return Noted(build, also=also)


@cache
def _asking(dialect: str) -> Noted:
    """An INSERT of _ASKED, unless there is a run with this launch key."""
    return _inserting(dialect, _ASKED)


def request(
    connection: Connection, *, job: Job, by: str, host: str, now: datetime, parameters: str | None = None,
    launch_key: str | None = None, cycle: str | None = None, due_at: datetime | None = None, reason: str | None = None,
    forced: bool = False,
) -> Run:  # fmt: skip
    """A new Scheduled run; the run that has this launch key already, if there is one: no launch is made twice (R33)."""
    asked = _asked(now, job=job.value, requested_by=by, requested_host=host, parameters=parameters,
                   launch_key=launch_key, cycle=cycle, due_at=opt_micros(due_at), reason=reason,
                   forced=int(forced))  # fmt: skip
    row = _asking(connection.dialect.name).execute(connection, asked)
    return as_run(connection.execute(_KEYED, {"key": launch_key}).one() if row is None else row)


def _asked(now: datetime, **values: Any) -> dict[str, Any]:
    """The parameters of `_asking`: what is not given is NULL."""
    given: dict[str, Any] = {"status": Status.SCHEDULED.value, "requested_at": micros(now), **values}
    return news(**{name: given.get(name) for name in _ASKED})


_ASKING_RECORDED = _inserting("postgresql", _ASKED, also=audit.recorded)


def request_recorded(known: AtOnce, act: audit.Act, *, job: Job, now: datetime) -> Run | None:
    """A person's request, and the line in the audit trail that says so of them; None, and nothing is written, if
    something is not as it was known. On PostgreSQL, where a function of the owner's writes that line."""
    asked = _asked(now, job=job.value, requested_by=act.actor, requested_host=act.host, forced=0)
    row = _ASKING_RECORDED.execute(known, {**asked, **audit.recording(act)})
    return None if row is None else as_run(row)


_LAUNCHED = (
    "job", "status", "requested_at", "requested_by", "requested_host", "launch_key", "cycle", "due_at", "server",
    "token", "start_time", "heartbeat_at", "forced",
)  # fmt: skip


@cache
def _launching(dialect: str) -> Noted:
    """An INSERT of _LAUNCHED, unless there is a run with this launch key or an active instance of the job."""
    instance = exists().where(mgr_run.c.job == new("job"), IS_ACTIVE, mgr_run.c.parameters.is_(None))
    return _inserting(dialect, _LAUNCHED, instance)


def launch(
    connection: Connection | AtOnce, *, job: Job, by: str, host: str, server: str | None, token: str | None,
    now: datetime, launch_key: str, cycle: str | None = None, due_at: datetime | None = None,
) -> Run | None:  # fmt: skip
    """A new run that is Running from the start, for this server and token: `request` and `claim` in one step. Without
    both it is offered, to be taken.

    None, and nothing is written, if the launch was made already or the job runs (R21, R33), or if it is to be made
    `AtOnce` and something is not as it was known.
    """
    launched = news(
        job=job.value, status=Status.RUNNING.value, requested_at=micros(now), requested_by=by, requested_host=host,
        launch_key=launch_key, cycle=cycle, due_at=opt_micros(due_at), server=server, token=token,
        start_time=micros(now), heartbeat_at=micros(now), forced=0,
    )  # fmt: skip
    row = _launching(connection.dialect.name).execute(connection, launched)
    return None if row is None else as_run(row)
