"""What a re-aggregation would change, and what one has, in an Info Mart that is made of values."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

from gim_manager.domain.aggregates import Level
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay
from gim_manager.domain.undo import Changed, Kept, Undoable
from gim_manager.presenters.mart import Progress

DAYS = tuple(date(2026, 9, day) for day in range(30, 0, -1))


def _day(hierarchy: str, level: Level, day: date, changed: int, *measures: tuple[str, int, int]) -> SetDay:
    main, *others = (MeasureChange(name=name, before=before, after=after) for name, before, after in measures)
    return SetDay(
        hierarchy=hierarchy, level=level, day=day, rows=2304, changed=changed, main=main, others=tuple(others),
        added=changed // 40, removed=changed // 90,
    )  # fmt: skip


def the_preview() -> RebuildPreview:
    """A month of two hierarchies, in which a threshold was changed on the last days."""
    found = []
    for number, day in enumerate(DAYS):
        short = (("abandoned_short", 96, 184), ("abandoned_standard", 311, 223)) if number < 9 else ()
        found.append(
            _day("H_QUEUE", Level.SUBHOUR, day, 311 - 7 * number if short else 0, ("entered", 11_842, 11_842), *short)
        )
    for number, day in enumerate(DAYS):
        after = 9_120 + (3 if number == 4 else 0)
        found.append(_day("H_AGENT", Level.SUBHOUR, day, 3 if number == 4 else 0, ("offered", 9_120, after)))
    return RebuildPreview(found=tuple(found))


def the_kept(run_id: int) -> Undoable:
    """A re-aggregation of two hierarchies that has changed rows."""
    first, last = DAYS[8], DAYS[0]
    changed = ((Level.SUBHOUR, 2542, 61, 24), (Level.HOUR, 1290, 12, 4), (Level.DAY, 9, 0, 0), (Level.MONTH, 1, 0, 0))
    sets = tuple(
        Changed(
            hierarchy="H_QUEUE", level=level, changed=rows, added=added, removed=removed, last=last,
            first=date(2026, 9, 1) if level is Level.MONTH else first,
        )
        for level, rows, added, removed in changed
    )  # fmt: skip
    return Undoable(kept=Kept(run_id=run_id, is_known=True, sets=sets))


class FakeRebuilding:
    """A preview goes on past its middle once `half_previewed` is set, as it is at first."""

    asked: list[tuple[object, ...]]
    before: Callable[[], None]
    half_previewed = threading.Event()
    half_previewed.set()
    undoable_now: Undoable | None = None

    def rebuild_preview(self, parameters: str, force: bool, progress: Progress) -> RebuildPreview:
        self.before()
        self.asked.append(("rebuild preview", parameters, force))
        progress(0.4, "H_QUEUE SUBHOUR, 2026-09-18")
        self.half_previewed.wait(60)
        progress(0.5, "H_QUEUE SUBHOUR, 2026-09-17")
        return the_preview()

    def undoable(self, run_id: int) -> Undoable:
        self.before()
        self.asked.append(("undoable", run_id))
        return self.undoable_now or the_kept(run_id)
