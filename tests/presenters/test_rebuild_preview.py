"""What a re-aggregation would change, in words."""

from datetime import date

import pytest

from gim_manager.domain.aggregates import Level
from gim_manager.domain.rebuild_preview import MeasureChange, RebuildPreview, SetDay
from gim_manager.presenters.rebuild_preview import amount, row, sentence

SAME = MeasureChange(name="entered", before=1200, after=1200)
MORE = MeasureChange(name="entered", before=1200, after=1204)
OTHERS = tuple(
    MeasureChange(name=name, before=10, after=10 - by) for name, by in (("short", 1), ("wrap", 7), ("hold", 2))
)


def _day(main: MeasureChange = SAME, **more: object) -> SetDay:
    given = {"hierarchy": "H_QUEUE", "level": Level.HOUR, "day": date(2026, 6, 8), "rows": 1500, "main": main}
    return SetDay(**(given | more))  # type: ignore[arg-type]


def test_a_row_tells_how_many_and_by_how_much() -> None:
    assert row(_day(MORE, added=4)) == (
        "H_QUEUE HOUR", "2026-06-08", "1,500", "4", "–", "–", "ENTERED +4 (1,200 → 1,204)"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (_day(MORE, others=OTHERS, changed=3), "ENTERED +4 (1,200 → 1,204), WRAP −7 (10 → 3), 2 more"),
        (_day(others=OTHERS[:1], changed=3), "SHORT −1 (10 → 9)"),
        (_day(changed=2), "no total"),
        (_day(), "–"),
    ],
)
def test_the_measure_that_tells_how_much_happened_comes_first_if_it_changes(day: SetDay, told: str) -> None:
    assert amount(day) == told


def test_it_is_said_by_which_options_where_others_are_set_by_now() -> None:
    assert sentence(RebuildPreview(found=(_day(),), options_of=9)).endswith(
        "By the options with which Job_AggregateGIM 9 began; what was changed since counts from its next run on."
    )


def test_all_of_it_is_a_sentence() -> None:
    assert sentence(RebuildPreview(found=(_day(), _day(changed=1, removed=2)))) == (
        "Of 3,000 rows, 1 would change, 0 would be added and 2 would be removed: in 1 set, on 1 day."
    )
    assert sentence(RebuildPreview(found=(_day(),), protected=("H_ID SUBHOUR", "H_QUEUE SUBHOUR"))) == (
        "Nothing would change: all of 1,500 rows are as they would be built. "
        "The days whose facts were purged keep the aggregates they have: H_ID SUBHOUR, H_QUEUE SUBHOUR."
    )
