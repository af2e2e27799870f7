"""A run is laid out once, and again only where what it says or the place for it has changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.desktop.run_layout import KEPT, Place, RunLayout
from gim_manager.desktop.table_model import RunTableModel
from gim_manager.desktop.theme import Theme
from gim_manager.domain.listing import RunPage
from gim_manager.presenters import words
from tests.language.fake_window import BERLIN, NOW, many, the_morning

RUNS = {run.id: run for run in the_morning()}
COLUMNS = (Place("id", 0, 70), Place("status", 70, 200), Place("start", 270, 200), Place("duration", 470, 100))


@pytest.fixture
def model(qapp: object) -> RunTableModel:
    made = RunTableModel(BERLIN, NOW)
    made.show(RunPage(runs=tuple(RUNS.values()), next=None), NOW)
    return made


@pytest.fixture
def layout(theme: Theme, model: RunTableModel) -> RunLayout:
    made = RunLayout(theme, model)
    made.arrange(COLUMNS)
    return made


def _texts(layout: RunLayout, number: int) -> list[str]:
    return [line.text for line in layout.of(RUNS[number]).lines]


def test_what_has_ended_is_laid_out_once(layout: RunLayout) -> None:
    laid = layout.of(RUNS[48212])
    layout.arrange(COLUMNS)
    assert layout.of(RUNS[48212]) is laid
    assert layout.of(replace(RUNS[48212], rows=5)) is not laid


def test_what_goes_on_ticks(layout: RunLayout, model: RunTableModel) -> None:
    before = _texts(layout, 48213)
    model.tick(NOW + timedelta(seconds=2))
    layout.arrange(COLUMNS)
    assert [text for text in _texts(layout, 48213) if text not in before] == [
        words.run_duration(RUNS[48213], model.wording.now)
    ]


def test_the_next_day_says_the_date(layout: RunLayout, model: RunTableModel) -> None:
    before = _texts(layout, 48212)
    model.tick(NOW + timedelta(days=1))
    layout.arrange(COLUMNS)
    assert set(_texts(layout, 48212)) - set(before) == {"25\u202fOct"}


def test_a_narrower_column_cuts_the_text(layout: RunLayout) -> None:
    assert "Complete" in _texts(layout, 48212)
    layout.arrange((Place("status", 0, 80),))
    (word,) = _texts(layout, 48212)
    assert word.endswith("…")


def test_a_column_that_is_not_shown_is_not_laid_out(layout: RunLayout) -> None:
    layout.arrange((Place("id", 0, 70),))
    laid = layout.of(RUNS[48213])
    assert (len(laid.lines), laid.glyph, laid.bar) == (1, None, None)


def test_a_list_that_is_scrolled_for_long_forgets_its_oldest_lines(layout: RunLayout) -> None:
    runs = many(KEPT + 1)
    first = layout.of(runs[0])
    for run in runs[1:]:
        layout.of(run)
    assert layout.of(runs[0]) is not first
    assert layout.of(runs[-1]) is layout.of(runs[-1])
