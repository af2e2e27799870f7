"""A stretch of time as a picture shows it: what was, read in pages, and what is played of what is to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from gim_manager.domain.alarm import Alarm
from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.forecast import Ahead, with_options
from gim_manager.domain.health import Rule
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.options import Options
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.timeline import Delay, Missed, Pause, Ran, Record, bands, switched_off
from gim_manager.schema.engines import reading
from gim_manager.store import alarms, decisions, history, holds, lengths, timeline
from gim_manager.usecases.context import Context
from gim_manager.usecases.simulate import beginning

PAGE = 5_000
MOST_RUNS = 100_000
MOST_MISSED = 5_000
MOST_ALTERED = 500
MOST_REACHED = 10_000
_WITH_MAINTENANCE = (HoldState.WAITING, HoldState.MAINTAINING, HoldState.RESUMING)


def read(context: Context, since: datetime, until: datetime, *, most: int = MOST_RUNS, page: int = PAGE) -> Record:
    """What is kept of this time, its windows as the options were and are set; the latest runs if there are too many."""
    runs, whole_from = _runs(context, since, until, most, page)
    with reading(context.database.manager) as connection:
        settings = timeline.settings(connection, since, until)
        not_made = decisions.not_made(connection, since, until, limit=MOST_MISSED)
        held = holds.between(connection, since, until)
        altered = timeline.altered(connection, since, until, limit=MOST_ALTERED)
        late = alarms.between(connection, Rule.SOURCE_DELAYED, since, until)
    with reading(context.database.info_mart) as connection:
        reached = history.reached(connection, since, until, limit=MOST_REACHED)
    pauses = (*map(_pause, held), *_switched_off(switched_off(settings), until))
    return Record(
        since=since, until=until, runs=runs, whole_from=whole_from, missed=tuple(map(_missed, not_made)),
        pauses=pauses, bands=bands(settings), altered=altered, delays=tuple(map(_delay, late)),
        reached=reached,
    )  # fmt: skip


def ahead(context: Context, since: datetime, until: datetime, draft: Options | None = None) -> Ahead:
    """What to play to know the time from `since` to `until`, neither of them past; with a draft of other options."""
    now = context.now()
    with reading(context.database.manager) as connection:
        known = lengths.usual(connection)
    world, begins = beginning(context.world(now), now, since)
    plan = Scenario(world=world, since=begins, until=until, lengths=usual_lengths() | known)
    return Ahead(plan=plan, since=since, draft=None if draft is None else with_options(plan, draft, now))


def _runs(
    context: Context, since: datetime, until: datetime, most: int, page: int
) -> tuple[tuple[Ran, ...], datetime | None]:
    """In pages, each read for itself: a long reader would keep SQLite from tidying up."""
    found: list[Ran] = []
    with reading(context.database.manager) as connection:
        before = timeline.going_on(connection, since)
    after: timeline.Place | None = None
    while len(found) < most:
        with reading(context.database.manager) as connection:
            more = timeline.started(connection, since, until, after=after, limit=min(page, most - len(found)))
        found += more
        if len(more) < page:
            break
        after = timeline.Place(start=more[-1].start, run_id=more[-1].run_id)
    whole_from = found[-1].start if len(found) >= most else None
    return (*sorted(before, key=lambda ran: ran.start), *reversed(found)), whole_from


def _pause(hold: Hold) -> Pause:
    return Pause(
        since=hold.since, until=hold.ended_at or hold.expires, by=hold.owner,
        maintains=hold.run_id is not None or hold.state in _WITH_MAINTENANCE,
    )  # fmt: skip


def _switched_off(pauses: Iterable[Pause], until: datetime) -> Iterable[Pause]:
    """Where it is still false at the end, nobody knows how long."""
    return (replace(pause, until=None) if pause.until == until else pause for pause in pauses)


def _delay(alarm: Alarm) -> Delay:
    """It ended when it was gone, not when that had lasted long enough to clear its alarm."""
    return Delay(source=alarm.subject, since=alarm.raised_at, until=alarm.absent_since or alarm.cleared_at)


def _missed(decision: Decision) -> Missed:
    return Missed(
        job=decision.job, at=decision.first_at, rule=decision.rule, reason=decision.reason, count=decision.count,
        is_held=decision.kind is DecisionKind.HOLD,
    )  # fmt: skip
