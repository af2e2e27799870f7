"""What happened while nobody looked, as far as it is kept: what the night in one sentence is told from."""

from __future__ import annotations

from datetime import datetime, timedelta

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.digest import Gap, Missing, Question, gaps, last_evening
from gim_manager.domain.errors import BadValue
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.retention import own_cutoffs
from gim_manager.domain.timing import EPOCH, LocalClock, read_time
from gim_manager.schema.engines import reading
from gim_manager.store import alarms, decisions, duties, history, lengths, past, recent, snapshot
from gim_manager.usecases.context import Context

CAUGHT_UP = timedelta(hours=1)
"""So long after a gap a launch is one that makes up for it (R06, R08, R13)."""
MOST_DROPS = 200
"""The latest launches that were not made are told of one by one."""


def question(context: Context, since: datetime | None = None, until: datetime | None = None) -> Question:
    """Since the last evening and until now, unless said otherwise; `domain.digest.digest` answers it.

    Not of a time before this Info Mart was, nor of one of which the decisions are not kept any more. Raises BadValue.
    """
    now = context.now()
    until = now if until is None else min(until, now)
    since = last_evening(LocalClock(zone=context.zone), now) if since is None else since
    if since >= until:
        raise BadValue("The time ends before it begins, or lies ahead: nothing has happened in it.")
    given = context.options()
    with reading(context.database.manager) as connection:
        since = max(since, own_cutoffs(given, now).decisions, snapshot.created_at(connection) or EPOCH)
        if since >= until:
            raise BadValue("Of that time nothing is kept, or this Info Mart was not there yet.")
        empty = gaps(duties.between(connection, since, until), since, until)
        ended = recent.counted(connection, since, until)
        maintained = recent.ended_of(connection, Job.MAINTAIN, since, until)
        not_made = decisions.not_made(connection, since, until, limit=MOST_DROPS)
        raised, known = alarms.raised(connection), lengths.usual(connection)
    return Question(
        since=since, until=until, options=given, ended=ended, maintained=maintained,
        dropped=tuple(decision for decision in not_made if decision.kind is DecisionKind.DROP),
        missing=tuple(_missing(context, gap, now) for gap in empty), lengths=known,
        late=tuple(alarm.symptom.subject for alarm in raised if alarm.rule is Rule.SOURCE_DELAYED),
        complete_to=_complete_to(context),
    )  # fmt: skip


def between(context: Context, since: str | None, until: str | None) -> Question:
    """The same of times as a person writes them; raises BadValue."""
    clock = LocalClock(zone=context.zone)
    return question(context, *(read_time(text, clock) if text else None for text in (since, until)))


def _missing(context: Context, gap: Gap, now: datetime) -> Missing:
    with reading(context.database.manager) as connection:
        made_up = recent.made_up(connection, gap.since, gap.until, within=CAUGHT_UP)
    return Missing(gap=gap, world=past.read(context.database, gap.since, now).world, made_up=made_up)


def _complete_to(context: Context) -> datetime | None:
    with reading(context.database.info_mart) as connection:
        return history.transformed_to(connection)
