"""Bars in the order of their starts, found by bisection: what a frame shows is a slice, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Generic, NamedTuple, TypeVar

from gim_manager.domain.forecast import Expected
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import Missed, Ran
from gim_manager.presenters.time_span import seconds_of

Item = TypeVar("Item", Ran, Expected, Missed)


class Bucket(NamedTuple):
    """The runs that start in a stretch of time, where single bars would merge."""

    since: float
    share: float
    """How much of it they run: 0.0 to 1.0."""
    runs: int


@dataclass(frozen=True, slots=True)
class Edges(Generic[Item]):
    """Where an item begins and ends, in seconds since 1970; without an end yet, never."""

    item: Item
    since: float
    until: float


def edges(item: Item) -> Edges[Item]:
    """Of a run, one that is expected, or the moment of a launch that is not made."""
    if isinstance(item, Missed):
        at = seconds_of(item.at)
        return Edges(item, at, at)
    return Edges(item, seconds_of(item.start), inf if item.end is None else seconds_of(item.end))


class Row(Generic[Item]):
    """Items of one kind in one lane."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        found = sorted((edges(item) for item in items), key=lambda edge: edge.since)
        self.items: list[Item] = [edge.item for edge in found]
        self.starts: list[float] = [edge.since for edge in found]
        self.ends: list[float] = [edge.until for edge in found]
        self._reach: list[float] = []
        self._total: list[float] = [0.0]
        self._settle(0)

    def __len__(self) -> int:
        return len(self.items)

    def _settle(self, place: int) -> None:
        """How far the items up to each reach, and how long they last together, from a place on."""
        del self._reach[place:]
        del self._total[place + 1 :]
        reach, total = (self._reach[-1] if place else -inf), self._total[-1]
        for since, until in zip(self.starts[place:], self.ends[place:], strict=True):
            reach = max(reach, until)
            total += 0.0 if until == inf else until - since
            self._reach.append(reach)
            self._total.append(total)

    def visible(self, since: float, until: float) -> range:
        """The places of all items that meet this time, and few others."""
        return range(bisect_left(self._reach, since), bisect_right(self.starts, until))

    def count(self, since: float, until: float) -> int:
        """How many start in this time."""
        return bisect_left(self.starts, until) - bisect_left(self.starts, since)

    def buckets(self, since: float, until: float, width: float) -> Iterator[Bucket]:
        """Stretches of `width` seconds in which something starts, on whole multiples of it."""
        at = since // width * width
        first = bisect_left(self.starts, at)
        while at < until:
            last = bisect_left(self.starts, at + width, first)
            if last > first:
                yield Bucket(at, min(1.0, (self._total[last] - self._total[first]) / width), last - first)
            elif last < len(self.starts):
                at = max(at, self.starts[last] // width * width - width)
            else:
                return
            at, first = at + width, last

    def at(self, at: float, slack: float) -> int | None:
        """The place of the item that is nearest to a moment, not further than `slack` seconds."""
        best: tuple[float, float, int] | None = None
        for place in self.visible(at - slack, at + slack):
            away = max(self.starts[place] - at, at - self.ends[place], 0.0)
            if away <= slack and (best is None or (away, -self.starts[place]) < best[:2]):
                best = (away, -self.starts[place], place)
        return None if best is None else best[2]

    def put(self, item: Item, before: Item | None) -> None:
        """A new item, or the newer state of one that is there."""
        edge = edges(item)
        if before is not None:
            self._drop(before)
        place = bisect_right(self.starts, edge.since)
        self.items.insert(place, item)
        self.starts.insert(place, edge.since)
        self.ends.insert(place, edge.until)
        self._settle(place)

    def place(self, since: float, item: object) -> int:
        """Where this item stands, which begins then; where it would, if another has taken its place."""
        first = bisect_left(self.starts, since)
        same = range(first, bisect_right(self.starts, since))
        return next((place for place in same if self.items[place] is item), first)

    def _drop(self, item: Item) -> None:
        place = self.place(edges(item).since, item)
        del self.items[place], self.starts[place], self.ends[place]
        self._settle(place)


def is_marked(run: Ran) -> bool:
    """Whether it carries its glyph at any width: it failed, or a person stopped it."""
    return run.status is Status.FAILED or (run.status is Status.STOPPED and run.cause is Cause.PERSON)


class Facts(Row[Ran]):
    """The runs of a lane; those with a glyph can be found among many others."""

    def __init__(self, runs: Iterable[Ran] = ()) -> None:
        super().__init__(runs)
        self._by_id = {run.run_id: run for run in self.items}
        self.marked: Row[Ran] = Row(run for run in self.items if is_marked(run))

    def known(self, run_id: int) -> Ran | None:
        """The run of this number."""
        return self._by_id.get(run_id)

    def put_run(self, run: Ran) -> None:
        """A run that has started, or its newer state."""
        before = self._by_id.get(run.run_id)
        self.put(run, before)
        self._by_id[run.run_id] = run
        was_marked = before if before is not None and is_marked(before) else None
        if is_marked(run):
            self.marked.put(run, was_marked)
