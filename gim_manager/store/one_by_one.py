"""The procedure of running jobs one by one: one in force at a time, with what it switched off and how far it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import OneByOne, Step
from gim_manager.schema.live import mgr_one_by_one
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import instant, micros, opt_instant

_COLUMNS = tuple(
    mgr_one_by_one.c[name] for name in ("id", "owner", "host", "since", "put_back", "steps", "ended_at", "ended_by")
)
_IN_FORCE = select(*_COLUMNS).where(mgr_one_by_one.c.ended_at.is_(None))


def begin(
    connection: Connection, *, owner: str, host: str, now: datetime, put_back: Mapping[str, str | None]
) -> OneByOne:
    """A new one; the database refuses a second one in force, so ask `in_force` first, in the same transaction."""
    in_turn(connection)
    fresh = OneByOne(id=0, owner=owner, since=now, put_back=put_back)
    made = insert(mgr_one_by_one).values(
        owner=owner, host=host, since=micros(now), put_back=json.dumps(dict(put_back)), steps=_written(fresh.steps)
    )
    row = connection.execute(made.returning(*_COLUMNS)).one()
    note(connection, Topic.OPTIONS)
    return _procedure(row)


def in_force(connection: Connection) -> OneByOne | None:
    """The one that has not ended, if there is one."""
    row = connection.execute(_IN_FORCE).one_or_none()
    return None if row is None else _procedure(row)


def go_on(connection: Connection, procedure: OneByOne, steps: tuple[Step, ...]) -> bool:
    """It is so far now; False, and nothing is written, where somebody else has led it on since it was read."""
    known = (mgr_one_by_one.c.id == procedure.id) & (mgr_one_by_one.c.steps == _written(procedure.steps))
    return _changed(connection, known, steps=_written(steps))


def end(connection: Connection, procedure: OneByOne, *, now: datetime, by: str) -> bool:
    """It is over; False if it was before."""
    return _changed(connection, mgr_one_by_one.c.id == procedure.id, ended_at=micros(now), ended_by=by)


def _changed(connection: Connection, which: Any, **values: Any) -> bool:
    in_turn(connection)
    wanted = update(mgr_one_by_one).where(which, mgr_one_by_one.c.ended_at.is_(None)).values(**values)
    changed = connection.execute(wanted).rowcount == 1
    if changed:
        note(connection, Topic.OPTIONS)
    return changed


def _written(steps: tuple[Step, ...]) -> str:
    return json.dumps([[step.job.value, step.run_id, step.is_skipped] for step in steps])


def _procedure(row: Sequence[Any]) -> OneByOne:
    number, owner, host, since, put_back, steps, ended_at, ended_by = row
    return OneByOne(
        id=number, owner=owner, host=host, since=instant(since), put_back=json.loads(put_back),
        steps=tuple(Step(job=Job(job), run_id=run, is_skipped=skipped) for job, run, skipped in json.loads(steps)),
        ended_at=opt_instant(ended_at), ended_by=ended_by,
    )  # fmt: skip
