"""The runs of a stretch of time, page by page: narrow rows, because a picture may show a hundred thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, tuple_

from gim_manager.domain.job import Job
from gim_manager.domain.options import shown_value
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import TOLD, Altered, Ran, Setting
from gim_manager.schema.live import mgr_option_history, mgr_run
from gim_manager.store import options, past
from gim_manager.store.rows import instant, micros, opt_instant

_RUN = mgr_run.c
_COLUMNS = (
    _RUN.id, _RUN.job, _RUN.status, _RUN.start_time, _RUN.end_time, _RUN.cause, _RUN.requested_by, _RUN.stopped_by,
    _RUN.parameters.is_not(None).label("has_parameters"),
    func.substr(func.coalesce(_RUN.error, _RUN.reason, _RUN.note, ""), 1, TOLD).label("told"),
)  # fmt: skip
_STARTED = (
    select(*_COLUMNS)
    .where(_RUN.start_time >= bindparam("since"), _RUN.start_time < bindparam("until"))
    .order_by(_RUN.start_time.desc(), _RUN.id.desc())
    .limit(bindparam("most"))
)
_FURTHER = _STARTED.where(tuple_(_RUN.start_time, _RUN.id) < tuple_(bindparam("start"), bindparam("number")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the next page begins: behind this run."""

    start: datetime
    run_id: int


def started(
    connection: Connection, since: datetime, until: datetime, *, after: Place | None = None, limit: int = 5_000
) -> tuple[Ran, ...]:
    """The runs that started in this time, the latest first, at most `limit` behind `after`: one range of an index."""
    given: dict[str, object] = {"since": micros(since), "until": micros(until), "most": limit}
    if after is None:
        return tuple(map(_ran, connection.execute(_STARTED, given)))
    behind = {"start": micros(after.start), "number": after.run_id}
    return tuple(map(_ran, connection.execute(_FURTHER, given | behind)))


def going_on(connection: Connection, at: datetime) -> tuple[Ran, ...]:
    """The runs that had started before this instant and not ended: a probe of an index a job."""
    known = (Ran.of(run) for run in past.lately(connection, at))
    return tuple(ran for ran in known if ran and ran.start < at and (ran.end is None or ran.end > at))


def settings(connection: Connection, since: datetime, until: datetime) -> tuple[Setting, ...]:
    """The options as they were set from `since` to `until`, a row for each time that they changed in between."""
    current, changes = options.load(connection), options.history(connection)
    cuts = sorted({change.at for change in changes if since < change.at < until})
    edges = [since, *cuts, until]
    persons = {change.at: change.by for change in changes}
    return tuple(
        Setting(options=past.options_at(current, changes, begin), since=begin, until=end, by=persons.get(begin))
        for begin, end in pairwise(edges)
    )


def altered(connection: Connection, since: datetime, until: datetime, *, limit: int) -> tuple[Altered, ...]:
    """The changes of options in this time, oldest first, the latest where there are more than `limit`; passwords are
    not shown."""
    kept = mgr_option_history.c
    changes = select(kept.changed_at, kept.changed_by, kept.section, kept.name, kept.old_value, kept.new_value)
    within = changes.where(kept.changed_at >= micros(since), kept.changed_at < micros(until))
    found = connection.execute(within.order_by(kept.id.desc()).limit(limit)).all()
    return tuple(
        Altered(
            at=instant(at), by=by, section=section, name=name, old=_shown(section, name, old),
            new=_shown(section, name, new),
        )
        for at, by, section, name, old, new in reversed(found)
    )  # fmt: skip


def _shown(section: str, name: str, value: str | None) -> str | None:
    return None if value is None else shown_value(section, name, value)


def _ran(row: Sequence[Any]) -> Ran:
    number, job, status, start, end, cause, by, stopped_by, has_parameters, told = row
    return Ran(
        run_id=number, job=Job(job), status=Status(status), start=instant(start), end=opt_instant(end),
        cause=None if cause is None else Cause(cause), by=by, stopped_by=stopped_by,
        rebuilds=bool(has_parameters) and job == Job.AGGREGATE.value, told=told,
    )  # fmt: skip
