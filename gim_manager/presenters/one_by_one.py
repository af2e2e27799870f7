"""Running jobs one by one in words: where the procedure stands, what is off meanwhile, and what its end puts back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.one_by_one import SECTION, OneByOne, Step
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import option
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr
from gim_manager.usecases.one_by_one import Ended, Stand

HEADINGS = ("Step", "Job", "Run", "Outcome")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One job of the procedure as it is shown."""

    job: Job
    number: str
    outcome: str
    run_id: int | None
    status: Status | None
    """Its glyph; None while nothing was asked for."""
    is_next: bool
    may_repeat: bool
    """It was the last to run, and has ended."""
    may_stop: bool
    """It has no end of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole procedure as it is shown."""

    headline: str
    off: str
    end: str
    """What its end puts back."""
    rows: tuple[StepRow, ...]
    obstacle: str
    """Why the next job cannot be run now; empty if it can."""
    is_done: bool


def sheet(stand: Stand, zone: tzinfo, now: datetime) -> Sheet:
    """The procedure at `now`."""
    procedure = stand.procedure
    since = words.near_day(procedure.since, zone, now=now)
    return Sheet(
        headline=tr("{owner} has been running jobs one by one since {since}.", owner=procedure.owner, since=since),
        off=_off(procedure), end=_end(procedure),
        rows=tuple(_row(stand, number, step, now) for number, step in enumerate(procedure.steps, 1)),
        obstacle=retold(stand.obstacle or ""), is_done=procedure.next is None,
    )  # fmt: skip


def _off(procedure: OneByOne) -> str:
    if not procedure.put_back:
        return tr("Nothing had to be switched off: run-scheduler, run-aggregates and run-maintain are false.")
    return tr("Switched off meanwhile: {names}.", names=", ".join(procedure.put_back))


def _end(procedure: OneByOne) -> str:
    if not procedure.put_back:
        return tr("Its end changes no option.")
    return tr("Its end puts back: {values}.", values=", ".join(_values(procedure)))


def _values(procedure: OneByOne) -> list[str]:
    return [_value(name, value) for name, value in procedure.put_back.items()]


def _value(name: str, value: str | None) -> str:
    if value is not None:
        return f"{name} = {value}"
    return tr("{name} = {value} (the default)", name=name, value=option(SECTION, name).default)


def _row(stand: Stand, number: int, step: Step, now: datetime) -> StepRow:
    procedure, run = stand.procedure, stand.runs.get(step.job)
    has_ended = run is not None and run.status in ENDED
    return StepRow(
        job=step.job, number=str(number), outcome=_outcome(step, run, now), run_id=step.run_id,
        status=run.status if run else None, is_next=step == procedure.next,
        may_repeat=step == procedure.latest and has_ended,
        may_stop=run is not None and run.is_active and TRAITS[run.job].endless,
    )  # fmt: skip


def _outcome(step: Step, run: Run | None, now: datetime) -> str:
    if step.is_skipped:
        return tr("passed over")
    if run is None:
        return "" if step.run_id is None else tr("its run is no longer kept")
    said = words.status_word(run), words.status_detail(run, now), words.run_duration(run, now), words.note(run)
    return " · ".join(part for part in said if part)


def banner(status: EtlStatus, zone: tzinfo, now: datetime) -> tuple[str, str] | None:
    """The fact and its consequence while jobs are run one by one, also after whoever began it is gone."""
    procedure = status.one_by_one
    if procedure is None:
        return None
    since = words.near_day(procedure.since, zone, now=now)
    fact = tr("{owner} has been running jobs one by one since {since}.", owner=procedure.owner, since=since)
    if not procedure.put_back:
        return fact, tr("Jobs start only when a person asks for them.")
    names = ", ".join(procedure.put_back)
    return fact, tr("Off meanwhile, and put back at its end: {names}.", names=names)


def ended(outcome: Ended) -> str:
    """What the end has put back and what it left, in sentences."""
    if outcome.procedure is None:
        return tr("Nobody runs jobs one by one; nothing was changed.")
    back = ", ".join(_value(name, value) for (_, name), value in outcome.put_back.items())
    said = tr("Put back: {values}.", values=back) if back else tr("No option had to be put back.")
    if outcome.left:
        left = tr("Somebody has set anew meanwhile, and it stays so: {names}.", names=", ".join(outcome.left))
        return f"{said} {left}"
    return said


def put_back_object(changes: dict[Key, str | None]) -> list[dict[str, str | None]]:
    """For `--json`: what stands again, null for the default."""
    return [{"section": section, "name": name, "value": value} for (section, name), value in changes.items()]
