"""What a re-aggregation takes one after the other: its sets, and of each the days or intervals, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from gim_manager.domain.aggregates import Hierarchy, Level
from gim_manager.domain.reaggregation import Flavor, Reaggregation
from gim_manager.domain.timing import LocalClock, to_epoch
from gim_manager.jobs.aggregate_grid import purged_to
from gim_manager.jobs.aggregate_pending import WITHIN_A_DAY, Stretch
from gim_manager.schema.calendar import date_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One set over the whole range, in seconds UTC; the `place`-th `of` so many."""

    hierarchy: Hierarchy
    level: Level
    flavor: Flavor | None
    first: int
    until: int
    forced: bool
    """Whether also what could not be built again is deleted (R20)."""
    place: int
    of: int

    @property
    def name(self) -> str:
        """As its step is called."""
        return f"{self.hierarchy.name} {self.level}"

    def done(self, down_to: int) -> float:
        """How much of it is done, 0.0 to 1.0, once it is rebuilt down to a slot."""
        return (self.until - down_to) / (self.until - self.first)


def tasks(asked: Reaggregation, clock: LocalClock, *, forced: bool) -> tuple[Task, ...]:
    """The sets of a request, in the order in which they are rebuilt; `clock` is of the calendar's zone."""
    first, until = (to_epoch(edge) for edge in asked.range(clock))
    return tuple(
        Task(
            hierarchy=hierarchy, level=level, flavor=asked.flavor, first=first, until=until, forced=forced,
            place=place, of=len(asked.sets),
        )
        for place, (hierarchy, level) in enumerate(asked.sets)
    )  # fmt: skip


def is_protected(connection: Connection, task: Task, slot: int) -> bool:
    """Whether what begins at a slot could not be built again, and nobody has said to go on regardless (R20)."""
    from_facts = task.level is Level.SUBHOUR and not task.forced
    return from_facts and slot < purged_to(connection, task.hierarchy)


def next_stretch(connection: Connection, task: Task, until: int) -> Stretch | None:
    """The latest day or interval that is not rebuilt yet; None if nothing is left that may be."""
    slot, level = date_time.c.date_time_key, "day" if task.level in WITHIN_A_DAY else task.level.lower()
    left = select(func.max(slot)).where(slot >= task.first, slot < until).scalar_subquery()
    begins = connection.scalar(select(date_time.c[f"date_time_{level}_key"]).where(slot == left))
    if begins is None:
        return None
    first = max(int(begins), task.first)
    if is_protected(connection, task, first):
        return None
    return Stretch(hierarchy=task.hierarchy, level=task.level, flavor=task.flavor, first=first, until=until)
