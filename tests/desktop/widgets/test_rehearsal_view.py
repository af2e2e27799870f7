"""The next clock change: one line, and near it both nights with their facts."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.rehearsal_view import RehearsalView
from gim_manager.domain.rehearsal import Question, rehearse
from gim_manager.presenters import rehearsal, words
from tests.language.build import SAMPLE, at, options


def test_the_nights_come_into_sight_two_weeks_before(theme: Theme, qtbot: QtBot) -> None:
    made = RehearsalView(theme)
    qtbot.addWidget(made)
    made.show()
    found = rehearse(Question(options=options(timezone="Europe/Berlin", **SAMPLE), after=at("2027-03-01T00:00")))
    made.show_view(rehearsal.view(found, "Europe/Berlin", at("2027-03-01T00:00")))
    assert made.headline.text() == "Next clock change: Sun 28 Mar 2027, 02:00 → 03:00"
    assert not any(lane.isVisible() for lane in made.lanes)
    made.show_view(rehearsal.view(found, "Europe/Berlin", at("2027-03-20T00:00")))
    assert all(lane.isVisible() for lane in made.lanes)
    assert [label.text() for label in made.labels] == ["Sat 27 Mar, usual", "Sun 28 Mar, 23-hour day"]
    assert words.plain(made.cycles[1].text()) == "13 cycles, then 4 h 50 m without one"
    assert words.plain(made.maintenance[1].words.text()) == "maintenance fits, 3 h 25 m to spare"


def test_what_keeps_all_from_being_launched_is_a_warning(theme: Theme, qtbot: QtBot) -> None:
    made = RehearsalView(theme)
    qtbot.addWidget(made)
    wrong = SAMPLE | {"maintain_start_time": "12:00"}
    found = rehearse(Question(options=options(timezone="Europe/Berlin", **wrong), after=at("2027-03-01T00:00")))
    made.show_view(rehearsal.view(found, "Europe/Berlin", at("2027-03-20T00:00")))
    assert made.remark.text().startswith("Nothing would be launched: maintain-start-time 12:00")
    assert made.remark.palette().color(made.remark.foregroundRole()) == theme["stopping"]
