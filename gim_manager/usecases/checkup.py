"""How an Info Mart fares, for the Health page: what is wrong and since when, its schema, its clock, and whether
maintenance fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.alarm import Alarm
from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.fit import Fit
from gim_manager.domain.health import SECTION, Rule
from gim_manager.domain.schedule import SECTION as SCHEDULE
from gim_manager.schema.engines import reading
from gim_manager.store import alarms, audit, options
from gim_manager.store.clock import database_now
from gim_manager.store.options import OptionChange
from gim_manager.store.versions import state
from gim_manager.usecases import check
from gim_manager.usecases import fit as fitting
from gim_manager.usecases.context import Context
from gim_manager.usecases.status import REPAIRS_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A finding, and since when it is so as far as that is known."""

    finding: Finding
    since: datetime | None = None
    by: str | None = None
    """Who set the option that it is about, where that made it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What the page shows beside the status, the night and the rehearsal; instants are aware UTC."""

    at: datetime
    zone: str
    """The `timezone` option."""
    concerns: tuple[Concern, ...]
    """Errors first."""
    condition: Condition
    schema: str
    """The steps of both halves of the schema, such as `0002-0007`."""
    clock_apart: timedelta = timedelta()
    """How far this computer's clock is ahead of the database's."""
    fit: Fit | None = None
    """Whether maintenance fits; None where the options about time cannot be read."""


def read(context: Context) -> Checkup:
    """Looks at everything anew, which may take seconds; raises GimError where the database is away."""
    now = context.now()
    schema = state(context.database)
    found, given = check.check(context).findings, context.options()
    if schema.manager_is_older or schema.condition is Condition.MIGRATION:
        return Checkup(
            at=now, zone=given.text(SCHEDULE, "timezone"), condition=Condition.MIGRATION, schema=schema.key,
            concerns=tuple(Concern(finding=finding) for finding in found),
        )  # fmt: skip
    with reading(context.database.manager) as connection:
        raised, changes = alarms.raised(connection), options.history(connection)
        repairs = audit.repairs(connection, now - REPAIRS_SHOWN)
        apart = context.now() - database_now(connection)
    return Checkup(
        at=now, zone=given.text(SCHEDULE, "timezone"), condition=schema.condition, schema=schema.key,
        concerns=(*_concerns(found, raised, changes), *(_repaired(repair) for repair in repairs)), clock_apart=apart,
        fit=_fit(context),
    )  # fmt: skip


def _concerns(found: Iterable[Finding], raised: Sequence[Alarm], changes: Sequence[OptionChange]) -> Iterator[Concern]:
    for finding in found:
        alarm = _alarm_of(finding, raised)
        changed = next((one for one in changes if (one.section, one.name) == (finding.section, finding.option)), None)
        if finding.section == SECTION and finding.option in list(Rule):
            yield Concern(finding=finding, since=alarm.raised_at if alarm else None)
        else:
            yield Concern(finding=finding, since=changed.at if changed else None, by=changed.by if changed else None)


def _alarm_of(finding: Finding, raised: Sequence[Alarm]) -> Alarm | None:
    """The alarm about the same: its sentence may be a little older than what is found now."""
    same_rule = [alarm for alarm in raised if alarm.rule.value == finding.option]
    same = [alarm for alarm in same_rule if alarm.message == finding.message]
    about = [alarm for alarm in same_rule if alarm.subject and alarm.subject in finding.message]
    return next(iter((*same, *about)), same_rule[0] if len(same_rule) == 1 else None)


def _repaired(repair: audit.Act) -> Concern:
    finding = Finding(level=Level.WARNING, message=repair.reason or "", jobs=frozenset())
    return Concern(finding=finding, since=repair.at)


def _fit(context: Context) -> Fit | None:
    try:
        return fitting.fit(context)
    except BadSchedule:
        return None
