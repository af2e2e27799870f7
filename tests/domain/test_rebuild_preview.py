"""What a preview comes to."""

from datetime import date

from gim_manager.domain.aggregates import Level
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay, Totals

ENTERED = MeasureChange(name="entered", before=3, after=1)


def _day(hierarchy: str, day: int, *, added: int = 0, removed: int = 0, changed: int = 0) -> SetDay:
    return SetDay(
        hierarchy=hierarchy, level=Level.DAY, day=date(2026, 6, day), rows=10, main=ENTERED, added=added,
        removed=removed, changed=changed,
    )  # fmt: skip


def test_sets_and_days_that_stay_as_they_are_count_only_with_their_rows() -> None:
    found = RebuildPreview(found=(_day("H_ID", 8, changed=2), _day("H_ID", 9), _day("H_QUEUE", 8, added=1, removed=4)))
    assert [one.name for one in found.differing] == ["H_ID DAY", "H_QUEUE DAY"]
    assert found.totals == Totals(rows=30, added=1, removed=4, changed=2, days=1, sets=2)
    assert ENTERED.by == -2
