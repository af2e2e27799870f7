"""The runs to come, as they are expected: by the options in force, and by others beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from gim_manager.domain.ahead import stretches
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.scenario import Scenario
from gim_manager.domain.schedule import SECTION
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.timeline import Missed

MOST_EVENTS = 20_000
"""Further nothing is played: a schedule that launches every few seconds fills hours, not months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A run to come, or the rest of one that runs."""

    job: Job
    start: datetime
    end: datetime | None = None
    """None where no end is expected before the play ends."""
    run_id: int | None = None
    """Of a run that is known already: it runs or waits."""
    rebuilds: bool = False
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is expected from `since` to `until`."""

    since: datetime
    until: datetime
    runs: tuple[Expected, ...] = ()
    """In the order of their starts."""
    missed: tuple[Missed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is played, and from when on it is wanted; the draft is the same by other options."""

    plan: Scenario
    since: datetime
    draft: Scenario | None = None


def with_options(scenario: Scenario, options: Options, now: datetime) -> Scenario:
    """The same play by other options, as if they were applied now: a tick before that never fires (R30)."""
    world = scenario.world
    keys = {key for key in (*options.values, *world.options.values) if key[0] == SECTION}
    changed = {name for _, name in keys if options.get_raw(SECTION, name) != world.options.get_raw(SECTION, name)}
    changed_at: Mapping[str, datetime] = {**world.changed_at, **dict.fromkeys(changed, now)}
    return replace(scenario, world=replace(world, options=options, changed_at=changed_at))


def forecasts(ahead: Ahead) -> tuple[Forecast, Forecast | None]:
    """Plays both; takes up to seconds of computing, and reads nothing."""
    draft = None if ahead.draft is None else forecast(ahead.draft, ahead.since)
    return forecast(ahead.plan, ahead.since), draft


def forecast(scenario: Scenario, since: datetime, *, most: int = MOST_EVENTS) -> Forecast:
    """What the scenario leads to, as far as it meets the time from `since` on."""
    played = simulate(scenario, most=most)
    until = played.until
    told = {(event.job, event.time): event for event in played.events if event.event is Happening.START}
    whole = replace(scenario, until=until)
    runs = [run for run in _expected(whole, played.events, told) if run.end is None or run.end > since]
    dropped = (event for event in played.events if event.event is Happening.DROP and event.time >= since)
    return Forecast(
        since=since, until=until, runs=tuple(sorted(runs, key=lambda run: run.start)),
        missed=tuple(_missed(event) for event in dropped),
    )  # fmt: skip


def _expected(
    scenario: Scenario, events: tuple[Event, ...], told: Mapping[tuple[Job, datetime], Event]
) -> Iterator[Expected]:
    rebuilding = {run.id for run in scenario.world.runs if run.is_reaggregation}
    for stretch in stretches(scenario, events):
        why = told.get((stretch.job, stretch.since))
        yield Expected(
            job=stretch.job, start=stretch.since, end=stretch.until, run_id=stretch.run_id,
            rebuilds=stretch.run_id in rebuilding, rule=(why.rule or "") if why else "",
            reason=why.reason if why else "",
        )  # fmt: skip


def _missed(event: Event) -> Missed:
    return Missed(job=event.job, at=event.time, rule=event.rule or "", reason=event.reason)
