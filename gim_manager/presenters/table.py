"""A list of runs that is only known in pieces: its rows by id, and how a newer picture of it differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from gim_manager.domain.listing import Cursor, RunPage
from gim_manager.domain.run import Run

PAGE = 200
"""Rows fetched at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Rows `first` to `last`, both included, are gone."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserted:
    """Rows with these ids come to stand at `first`."""

    first: int
    ids: tuple[int, ...]


Move = Removed | Inserted


class Rows:
    """The part of the list that has been fetched, in order; the rest is known by count alone."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._runs: dict[int, Run] = {}
        self._seen: dict[int, datetime] = {}
        self._open: set[int] = set()
        self._standing: set[int] = set()
        """What stands in a row."""
        self._loose: set[int] = set()
        """What may stand in none since the strangers were forgotten last."""
        self.next: Cursor | None = None
        """Where the next page begins; None if all is here."""

    def __len__(self) -> int:
        return len(self._ids)

    def ids(self) -> tuple[int, ...]:
        """The ids in order."""
        return tuple(self._ids)

    def at(self, row: int) -> Run | None:
        """The run in a row; None if it has not been fetched."""
        return self._runs[self._ids[row]] if 0 <= row < len(self._ids) else None

    def seen_at(self, run_id: int) -> datetime | None:
        """When this state of the run was first seen."""
        return self._seen.get(run_id)

    def row_of(self, run_id: int) -> int | None:
        """Where a run stands."""
        return self._ids.index(run_id) if run_id in self._standing else None

    def run(self, run_id: int) -> Run | None:
        """What is known of a run."""
        return self._runs.get(run_id)

    def stands(self, run_id: int) -> bool:
        """Whether a run has a row."""
        return run_id in self._standing

    def open_runs(self) -> tuple[Run, ...]:
        """The fetched runs that have not ended, in no order."""
        return tuple(self._runs[number] for number in self._open)

    def extension(self, page: RunPage, now: datetime) -> Inserted | None:
        """Take the page after the last known row; says which rows come."""
        fresh = [run for run in page.runs if run.id not in self._runs]
        self.learn(page.runs, now)
        self.next = page.next
        return Inserted(first=len(self._ids), ids=tuple(run.id for run in fresh)) if fresh else None

    def learn(self, runs: Iterable[Run], now: datetime) -> frozenset[int]:
        """Take newer states of runs; says which differ from what was known."""
        changed = set()
        for run in runs:
            if self._runs.get(run.id) != run:
                self._runs[run.id] = run
                self._seen[run.id] = now
                (self._open.add if run.end_time is None else self._open.discard)(run.id)
                self._loose.add(run.id)
                changed.add(run.id)
        return frozenset(changed)

    def reconcile(self, head: RunPage, gone: frozenset[int] = frozenset()) -> tuple[Move, ...]:
        """How the rows come to agree with a fresh first page: removals first, from below, then insertions, from above.

        Rows below the page stay, unless they are `gone` or the page no longer reaches them; they are not looked at one
        by one, however many there are.
        """
        fresh = [run.id for run in head.runs]
        end = self._end_of(fresh, head)
        leaving = (gone | set(fresh)) & self._standing - set(self._ids[:end])
        if end == len(self._ids) - len(leaving):
            self.next = head.next
        staying = set(_longest_common(self._ids[:end], fresh))
        return (
            *_removals(self._ids, leaving, end), *_removals(self._ids[:end], set(self._ids[:end]) - staying),
            *_insertions(fresh, staying),
        )  # fmt: skip

    def _end_of(self, fresh: Sequence[int], head: RunPage) -> int:
        """How many of the known rows the page speaks of: all if it is all, or does not meet them."""
        if head.next is None or not fresh or fresh[-1] not in self._standing:
            return len(self._ids)
        return self._ids.index(fresh[-1]) + 1

    def apply(self, move: Move) -> None:
        """Carry one move out; the runs of an insertion have been learnt before."""
        if isinstance(move, Removed):
            removed = self._ids[move.first : move.last + 1]
            del self._ids[move.first : move.last + 1]
            self._standing.difference_update(removed)
            self._loose.update(removed)
        else:
            self._ids[move.first : move.first] = move.ids
            self._standing.update(move.ids)

    def forget_strangers(self) -> None:
        """Drop the states of runs that stand in no row any more."""
        for number in self._loose - self._standing:
            del self._runs[number]
            del self._seen[number]
            self._open.discard(number)
        self._loose.clear()


def _longest_common(before: Sequence[int], after: Sequence[int]) -> list[int]:
    """The ids that keep their order: the longest increasing subsequence of their new places."""
    place = {number: row for row, number in enumerate(after)}
    kept = [number for number in before if number in place]
    if all(place[a] < place[b] for a, b in pairwise(kept)):
        return kept
    return _longest_increasing(kept, place)


def _longest_increasing(kept: Sequence[int], place: dict[int, int]) -> list[int]:
    ends: list[int] = []
    back: dict[int, int | None] = {}
    for number in kept:
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if place[ends[middle]] < place[number] else (low, middle)
        back[number] = ends[low - 1] if low else None
        ends[low : low + 1] = [number]
    chain: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(last)
        last = back[last]
    return chain[::-1]


def _removals(before: Sequence[int], leaving: Set[int], begin: int = 0) -> list[Removed]:
    """From below; at most one look at each row from `begin` on, and none where nothing leaves."""
    moves: list[Removed] = []
    row = len(before) - 1 if leaving else begin - 1
    while row >= begin:
        last = row
        while row >= begin and before[row] in leaving:
            row -= 1
        if row < last:
            moves.append(Removed(first=row + 1, last=last))
        row -= 1
    return moves


def _insertions(after: Sequence[int], staying: set[int]) -> list[Inserted]:
    moves: list[Inserted] = []
    row = 0
    while row < len(after):
        first = row
        while row < len(after) and after[row] not in staying:
            row += 1
        if row > first:
            moves.append(Inserted(first=first, ids=tuple(after[first:row])))
        row += 1
    return moves
