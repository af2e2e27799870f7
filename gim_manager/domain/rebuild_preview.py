"""What a re-aggregation would change, set by set and day by day, without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gim_manager.domain.aggregates import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """What the rows of a set and day come to in one measure: their sum, or their highest value."""

    name: str
    before: int
    after: int

    @property
    def by(self) -> int:
        """How much more, or less."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDay:
    """A set on a day; above the day, the interval that begins on it."""

    hierarchy: str
    level: Level
    day: date
    rows: int
    """As many there are now."""
    added: int = 0
    removed: int = 0
    changed: int = 0
    main: MeasureChange
    """Of the measure that tells how much happened."""
    others: tuple[MeasureChange, ...] = ()
    """The measures that would come to something else."""

    @property
    def name(self) -> str:
        """The set, as a step of the run would be called."""
        return f"{self.hierarchy} {self.level}"

    @property
    def differs(self) -> bool:
        """Whether any row would become another."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Over all sets and days."""

    rows: int
    added: int
    removed: int
    changed: int
    days: int
    """On which any row would become another."""
    sets: int
    """Of which any row would become another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildPreview:
    """All that a re-aggregation would come to."""

    found: tuple[SetDay, ...]
    """In the order in which they are rebuilt."""
    protected: tuple[str, ...] = ()
    """The sets of which it leaves days alone, because their facts were purged."""
    options_of: int | None = None
    """The run of aggregation by whose options it is computed, where others are set by now."""

    @property
    def differing(self) -> tuple[SetDay, ...]:
        """Where any row would become another."""
        return tuple(one for one in self.found if one.differs)

    @property
    def totals(self) -> Totals:
        """What they come to together."""
        differing = self.differing
        return Totals(
            rows=sum(one.rows for one in self.found), added=sum(one.added for one in differing),
            removed=sum(one.removed for one in differing), changed=sum(one.changed for one in differing),
            days=len({one.day for one in differing}), sets=len({one.name for one in differing}),
        )  # fmt: skip
