"""The timeline without pixels: a lane a job with facts and expectations, and what stands at a moment of a lane."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import NamedTuple, TypeVar

from gim_manager.domain.forecast import Expected, Forecast
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.timeline import Altered, Band, Delay, Missed, Pause, Ran, Reached, Record, Room
from gim_manager.presenters.language import tr
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline_rows import Facts, Row


class Key(NamedTuple):
    """Whose lane: of a job, or of the re-aggregation requests."""

    job: Job
    rebuilds: bool = False


Launched = TypeVar("Launched", Expected, Missed)
AnyRow = Row[Ran] | Row[Expected] | Row[Missed]
ORDER = (
    Key(Job.EXTRACT), Key(Job.TRANSFORM), Key(Job.AGGREGATE), Key(Job.AGGREGATE, True), Key(Job.MAINTAIN),
    Key(Job.UPDATE_STATS), Key(Job.EXPORT), Key(Job.INITIALIZE), Key(Job.MIGRATE),
)  # fmt: skip
_RARE = (Job.INITIALIZE, Job.MIGRATE)
"""Without a run their lanes are not there."""
_ROOMS = {Room.ETL: (Job.EXTRACT, Job.TRANSFORM), Room.AGGREGATION: (Job.AGGREGATE,)}


class Kind(StrEnum):
    """What a mark is."""

    RUN = "run"
    EXPECTED = "expected"
    DRAFT = "draft"
    MISSED = "missed"
    DROPPED = "dropped"
    """A launch that is not expected to be made."""
    MOMENT = "moment"
    """An empty spot."""


_WALKED = (Kind.RUN, Kind.EXPECTED, Kind.MISSED, Kind.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something in a lane, from `since` to `until`: a person can point at it, choose it and ask why."""

    kind: Kind
    key: Key
    since: float
    until: float
    item: Ran | Expected | Missed | None = None

    @property
    def run_id(self) -> int | None:
        """Of a run that has a number."""
        return None if self.item is None or isinstance(self.item, Missed) else self.item.run_id


@dataclass(slots=True, kw_only=True)
class Lane:
    """One job: what ran, what is expected, what is not made."""

    key: Key
    facts: Facts = field(default_factory=Facts)
    plan: Row[Expected] = field(default_factory=Row)
    draft: Row[Expected] = field(default_factory=Row)
    missed: Row[Missed] = field(default_factory=Row)
    dropped: Row[Missed] = field(default_factory=Row)
    """The launches that are not expected to be made."""
    rests: Mapping[int, Expected] = field(default_factory=dict)
    """How long the runs that run are expected to go on, by number."""
    known_to: float = inf
    """How far the time to come is played: without an end before that, one is not known."""

    @property
    def title(self) -> str:
        """As it stands left of the lane."""
        return tr("Re-aggregation") if self.key.rebuilds else self.key.job.value

    def rows(self) -> Iterator[tuple[Kind, AnyRow]]:
        """Everything that can be pointed at, what lies on top first."""
        yield Kind.MISSED, self.missed
        yield Kind.DROPPED, self.dropped
        yield Kind.RUN, self.facts
        yield Kind.EXPECTED, self.plan
        yield Kind.DRAFT, self.draft

    def mark(self, kind: Kind, place: int) -> Mark:
        """What stands at a place of one of its rows."""
        row = dict(self.rows())[kind]
        return Mark(
            kind=kind, key=self.key, since=row.starts[place], until=row.ends[place], item=row.items[place]
        )  # fmt: skip

    def holds(self, band: Band) -> bool:
        """Whether this window rules it."""
        return self.key.job in _ROOMS[band.room]

    def waits_for(self, pause: Pause) -> bool:
        """Whether this pause suspends it: all that the schedule launches, but the maintenance that runs in a hold."""
        is_launched = not self.key.rebuilds and self.key.job not in _RARE
        return is_launched and not (pause.maintains and self.key.job is Job.MAINTAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is known of a stretch of time; its lanes go on with the changes."""

    since: float = 0.0
    until: float = 0.0
    lanes: tuple[Lane, ...] = ()
    bands: tuple[Band, ...] = ()
    pauses: tuple[Pause, ...] = ()
    altered: tuple[Altered, ...] = ()
    delays: tuple[Delay, ...] = ()
    reached: tuple[Reached, ...] = ()
    whole_from: float | None = None
    """Runs that started before this are left out: there were too many."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing ran and nothing was decided in this time."""
        return not any(len(lane.facts) or len(lane.missed) for lane in self.lanes)

    def lane(self, key: Key) -> Lane | None:
        """The lane of a job."""
        return next((lane for lane in self.lanes if lane.key == key), None)

    def put(self, runs: Iterable[Ran]) -> bool:
        """Runs as they are now; True if any of them was otherwise before."""
        is_other = False
        for run in runs:
            lane = self.lane(Key(run.job, run.rebuilds))
            if lane is not None and lane.facts.known(run.run_id) != run:
                lane.facts.put_run(run)
                is_other = True
        return is_other

    def expect(self, plan: Forecast | None, draft: Forecast | None) -> None:
        """What is expected, instead of what was before; of no forecast nothing."""
        ahead, other = (_by_lane(found.runs if found else ()) for found in (plan, draft))
        missed = _by_lane(plan.missed if plan else ())
        for lane in self.lanes:
            known = ahead[lane.key]
            lane.rests = {run.run_id: run for run in known if run.run_id and lane.facts.known(run.run_id)}
            lane.plan = Row(run for run in known if run.run_id not in lane.rests)
            lane.draft = Row(other[lane.key])
            lane.known_to = seconds_of(plan.until) if plan else inf
            lane.dropped = Row(missed[lane.key])

    def hit(self, key: Key, at: float, slack: float, *, below: bool = False) -> Mark:
        """What stands at a moment of a lane, the draft `below` the plan; the moment itself where nothing does."""
        lane = self.lane(key)
        if lane is not None:
            splits = bool(len(lane.draft))
            other_half = Kind.EXPECTED if below else Kind.DRAFT
            for kind, row in lane.rows():
                place = row.at(at, slack * (2 if kind in (Kind.MISSED, Kind.DROPPED) else 1))
                if place is not None and not (splits and kind is other_half):
                    return lane.mark(kind, place)
        return Mark(kind=Kind.MOMENT, key=key, since=at, until=at)

    def beside(self, mark: Mark, step: int) -> Mark | None:
        """The next mark in its lane, or the one before."""
        lane = self.lane(mark.key)
        if lane is None:
            return None
        order = _WALKED.index(mark.kind) if mark.kind in _WALKED else -1
        ways = []
        for kind, row in lane.rows():
            if kind in _WALKED and (place := _further(row, mark, _WALKED.index(kind) - order, step)) is not None:
                ways.append((row.starts[place], _WALKED.index(kind), lane.mark(kind, place)))
        return min(ways, key=lambda way: (way[0] * step, way[1] * step))[2] if ways else None

    def across(self, mark: Mark, step: int) -> Mark | None:
        """The mark of the next lane that has any, or of the one before, nearest in time."""
        place = next((row for row, lane in enumerate(self.lanes) if lane.key == mark.key), 0) + step
        while 0 <= place < len(self.lanes):
            if found := self.nearest(self.lanes[place], mark.since):
                return found
            place += step
        return None

    def nearest(self, lane: Lane, at: float) -> Mark | None:
        """The mark of a lane that is nearest to a moment."""
        moment = Mark(kind=Kind.MOMENT, key=lane.key, since=at, until=at)
        around = [found for step in (-1, 1) if (found := self.beside(moment, step))]
        return min(around, key=lambda mark: abs(mark.since - at)) if around else None

    def find(self, run_id: int) -> Mark | None:
        """The bar of a run."""
        for lane in self.lanes:
            if run := lane.facts.known(run_id):
                return lane.mark(Kind.RUN, lane.facts.place(seconds_of(run.start), run))
        return None


def picture(record: Record, *, postgresql: bool) -> Picture:
    """The lanes of what is kept of a time; takes part of a second where there are a hundred thousand runs."""
    missed = _by_lane(record.missed)
    ran: defaultdict[Key, list[Ran]] = defaultdict(list)
    for run in record.runs:
        ran[Key(run.job, run.rebuilds)].append(run)
    return Picture(
        since=seconds_of(record.since), until=seconds_of(record.until), bands=record.bands, pauses=record.pauses,
        altered=record.altered, delays=record.delays, reached=record.reached,
        whole_from=None if record.whole_from is None else seconds_of(record.whole_from),
        lanes=tuple(
            Lane(key=key, facts=Facts(ran[key]), missed=Row(missed[key]))
            for key in ORDER
            if ran[key] or not (key.job in _RARE or (TRAITS[key.job].postgresql_only and not postgresql))
        ),
    )  # fmt: skip


def _further(row: AnyRow, mark: Mark, order: int, step: int) -> int | None:
    """The first place of a row behind a mark, or the last before it; at one moment the order of rows counts."""
    if order == 0:
        place = row.place(mark.since, mark.item) + step
    else:
        place = (bisect_left if order > 0 else bisect_right)(row.starts, mark.since) - (step < 0)
    return place if 0 <= place < len(row) else None


def _by_lane(items: Iterable[Launched]) -> defaultdict[Key, list[Launched]]:
    found: defaultdict[Key, list[Launched]] = defaultdict(list)
    for item in items:
        found[Key(item.job, getattr(item, "rebuilds", False))].append(item)
    return found
