"""The suspended schedule in words: who suspends it until when, what its end would launch, and the offer to hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from gim_manager.domain.coexist import named
from gim_manager.domain.hold import WITH_RUN, Hold
from gim_manager.domain.job import Job
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr

if TYPE_CHECKING:
    from gim_manager.presenters.run_job import Verdict

_SPEAKS_FIRST = frozenset({ServerState.UNINITIALIZED, ServerState.MIGRATION, ServerState.CONFIG_ERROR})
"""States that keep more from starting, and have a banner of their own (look.md, Banner)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspended:
    """The schedule launches nothing: the fact, what follows from it, and both in short for the panel."""

    fact: str
    consequence: str
    short: str
    below: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resuming:
    """What is asked before the schedule resumes."""

    title: str
    text: str
    starts: tuple[tuple[str, ...], ...]
    """Time, job and reason of each launch."""


def suspended(status: EtlStatus, zone: tzinfo, now: datetime) -> Suspended | None:
    """Who suspends the schedule, since when, until when; None while it launches."""
    if status.hold:
        return _held(status.hold, status.hold_waits_for, zone, now)
    if status.scheduling:
        return None
    switched = status.switched_off
    said, consequence = (
        tr("never switched on"),
        tr("run-scheduler is false: jobs start only when a person asks for them."),
    )
    if switched:
        said = tr("since {at} by {by}", at=words.near_day(switched.at, zone, now=now), by=switched.by)
        consequence = tr("run-scheduler is false, {said}: jobs start only when a person asks for them.", said=said)
    return Suspended(
        fact=tr("The schedule is suspended."), consequence=consequence, short=tr("Schedule suspended"), below=said
    )


def _held(hold: Hold, waits_for: str | None, zone: tzinfo, now: datetime) -> Suspended:
    since, until = (words.near_day(moment, zone, now=now) for moment in (hold.since, hold.expires))
    state = words.hold_state(hold.state, waits_for)
    fact, below = (
        tr("The schedule is held by {owner}.", owner=hold.owner),
        tr("since {since} · {state}", since=since, state=state),
    )
    if hold.state in WITH_RUN:
        consequence = tr(
            "Nothing is launched since {since}, {state}; then the schedule resumes.", since=since, state=state
        )
        return Suspended(fact=fact, consequence=consequence, short=tr("Held by {owner}", owner=hold.owner), below=below)
    consequence = tr(
        "Nothing is launched since {since}; {state}. It resumes by itself at {until} at the latest.",
        since=since,
        state=state,
        until=until,
    )
    return Suspended(
        fact=fact,
        consequence=consequence,
        short=tr("Held by {owner} until {until}", owner=hold.owner, until=until),
        below=below,
    )


def banner(status: EtlStatus, zone: tzinfo, now: datetime) -> tuple[str, str] | None:
    """The fact and its consequence for the banner, unless something that keeps more from starting speaks first."""
    found = suspended(status, zone, now)
    return (found.fact, found.consequence) if found and status.server.state not in _SPEAKS_FIRST else None


def title(status: EtlStatus, zone: tzinfo, now: datetime) -> str:
    """For the title bar: `Schedule suspended since 14:05 by a.novak`; empty while it launches."""
    if status.hold:
        since = words.near_day(status.hold.since, zone, now=now)
        return tr("Schedule held since {since} by {owner}", since=since, owner=status.hold.owner)
    if status.scheduling:
        return ""
    if status.switched_off is None:
        return tr("Schedule suspended")
    since = words.near_day(status.switched_off.at, zone, now=now)
    return tr("Schedule suspended since {since} by {by}", since=since, by=status.switched_off.by)


def resuming(status: EtlStatus, starts: tuple[NextLaunch, ...], zone: tzinfo) -> Resuming:
    """The question before the schedule resumes, with what is launched within a minute of it."""
    title, text = tr("Resume the schedule?"), tr("run-scheduler becomes true.")
    if status.hold:
        title, text = tr("End the hold of {owner}?", owner=status.hold.owner), tr("Launches resume at once.")
    if status.hold and status.hold.run_id is not None:
        text = tr(
            "{run} is stopped; launches resume when it has ended.",
            run=retold(status.hold_waits_for or Job.MAINTAIN),
        )
    if status.hold and not status.scheduling:
        text = tr("{text} run-scheduler is false, so the schedule launches nothing before it is true.", text=text)
    return Resuming(title=title, text=text, starts=tuple(_line(launch, zone) for launch in starts))


def _line(launch: NextLaunch, zone: tzinfo) -> tuple[str, ...]:
    return f"{launch.time.astimezone(zone):%H:%M:%S}", launch.job.value, retold(launch.reason)


def before_maintenance(status: EtlStatus | None, zone: tzinfo, now: datetime) -> str:
    """What runs and what falls due, for a person who is about to run Job_MaintainGIM (R23); empty if nothing does."""
    if status is None:
        return ""
    running = named(status.running)
    due = next(iter(status.next), None)
    said = [tr("Now running: {running}.", running=running)] if running else []
    if due:
        said.append(tr("Next due: {job} at {at}.", job=due.job.value, at=words.near_day(due.time, zone, now=now)))
    return " ".join(said)


OFFER = later("A hold launches nothing, waits for what runs, maintains alone, and then resumes the schedule.")


def offers_hold(job: Job, status: EtlStatus | None) -> bool:
    """Whether the maintenance hold is a way to run this job now."""
    return job is Job.MAINTAIN and status is not None and status.hold is None


def with_offer(verdict: Verdict, status: EtlStatus | None, zone: tzinfo, now: datetime) -> Verdict:
    """The verdict upon Job_MaintainGIM, with what it may meet, and the offer of the hold; it stays a start."""
    meets = before_maintenance(status, zone, now)
    if not verdict.may_run or not meets:
        return verdict
    tone, icon = ("stopping", "warning") if verdict.tone == "running" else (verdict.tone, verdict.icon)
    return replace(verdict, tone=tone, icon=icon, consequence=f"{meets} {tr(OFFER)}")
