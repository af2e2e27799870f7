"""The seal of a day in words."""

from dataclasses import replace
from datetime import date

from gim_manager.domain.seal import NOT_SEALED, DaySeal
from gim_manager.presenters import etl_status, seal, words
from tests.language.fake_window import BERLIN, NOW, the_status, wall

SATURDAY = date(2026, 10, 24)
SUNDAY = date(2026, 10, 25)
FINAL = DaySeal(day=SATURDAY, since=wall("00:21:30"))
OPEN = DaySeal(day=SATURDAY, missing=("No cycle that began after its end is complete.", NOT_SEALED))


def test_a_final_day_tells_since_when() -> None:
    assert seal.badge(FINAL) == "Final"
    assert words.plain(seal.tip(FINAL, BERLIN, today=SUNDAY)) == "Sat 24 Oct 2026 is final since 00:21:30"


def test_a_day_that_is_not_final_tells_all_that_is_missing() -> None:
    assert seal.badge(OPEN) == "not final"
    assert seal.tip(OPEN, BERLIN, today=SUNDAY).splitlines() == ["Sat 24 Oct 2026 is not final:", *OPEN.missing]


def test_the_panel_marks_a_closed_day_with_the_seal() -> None:
    def line(found: DaySeal | None) -> etl_status.Line | None:
        panel = etl_status.panel(replace(the_status(), seal=found), BERLIN, NOW)
        data = next(section for section in panel.sections if section.title == "Data")
        return next((one for one in data.lines if one.label.startswith("24")), None)

    closed, still_open = line(FINAL), line(OPEN)
    assert closed is not None and (closed.icon, closed.value, closed.is_strong) == ("seal", "Final", True)
    assert still_open is not None and (still_open.icon, still_open.value) == ("dash", "not final")
    assert line(None) is None
