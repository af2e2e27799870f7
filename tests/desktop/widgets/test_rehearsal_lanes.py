"""Two nights under one elapsed scale."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.rehearsal_lanes import RehearsalLane
from gim_manager.domain.rehearsal import Question, Rehearsal, rehearse
from gim_manager.presenters import rehearsal
from tests.language.build import SAMPLE, at, options

HOURS = timedelta(hours=12)


@pytest.fixture(scope="module")
def nights() -> Rehearsal:
    return rehearse(Question(options=options(timezone="Europe/Berlin", **SAMPLE), after=at("2027-03-01T00:00")))


def lane(nights: Rehearsal, which: int, theme: Theme, qtbot: QtBot) -> RehearsalLane:
    assert nights.change
    made = RehearsalLane(theme)
    qtbot.addWidget(made)
    shown = rehearsal.lanes(nights)[which]
    made.show_lane(shown, length=HOURS, zone=nights.change.zone, changes_at=nights.change.at)
    made.resize(601, made.sizeHint().height())
    return made


def test_an_hour_is_as_wide_in_both(nights: Rehearsal, theme: Theme, qtbot: QtBot) -> None:
    usual, that = (lane(nights, which, theme, qtbot) for which in (0, 1))
    assert nights.usual and nights.that
    assert usual._x(nights.usual.until) == 600
    assert that._x(nights.that.until) == 550


def test_the_change_is_drawn_in_its_night_alone(nights: Rehearsal, theme: Theme, qtbot: QtBot) -> None:
    assert nights.change
    usual, that = (lane(nights, which, theme, qtbot) for which in (0, 1))
    x = that._x(nights.change.at)
    assert that.grab().toImage().pixelColor(x, 0) == theme["scheduled"]
    assert usual.grab().toImage().pixelColor(x, 0) != theme["scheduled"]


def test_each_full_hour_has_its_tick_and_a_skipped_one_none(nights: Rehearsal, theme: Theme, qtbot: QtBot) -> None:
    assert nights.that
    told = [text for _, text in lane(nights, 1, theme, qtbot)._hours(nights.that.since, nights.that.until)]
    assert told == ["20", "21", "22", "23", "00", "01", "03", "04", "05", "06", "07", "08"]


def test_a_repeated_hour_has_two_with_their_abbreviations(theme: Theme, qtbot: QtBot) -> None:
    autumn = rehearse(Question(options=options(timezone="Europe/Berlin", **SAMPLE), after=at("2026-10-01T00:00")))
    assert autumn.that
    told = [text for _, text in lane(autumn, 1, theme, qtbot)._hours(autumn.that.since, autumn.that.until)]
    assert told[6:8] == ["02 CEST", "02 CET"] and len(told) == 14


def test_it_is_told_to_who_cannot_see_it(nights: Rehearsal, theme: Theme, qtbot: QtBot) -> None:
    made = lane(nights, 1, theme, qtbot)
    assert made.accessibleName() == rehearsal.lanes(nights)[1].spoken
