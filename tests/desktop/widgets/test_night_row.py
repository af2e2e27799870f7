"""The night in one sentence, and what it is made of where somebody asks."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.night_row import NightRow

JOBS = (("Job_ExtractICON", "19 complete", "", ""),)
DROPS = (("06:56", "Job_MaintainGIM", "R09", "Nobody could make the launch of 03:00 in time."),)


def test_its_parts_are_folded_away_until_somebody_asks(theme: Theme, qtbot: QtBot) -> None:
    row = NightRow(theme)
    qtbot.addWidget(row)
    row.show()
    row.show_night("While this computer slept: 14 launches due.", JOBS, DROPS)
    assert (row.more.text(), row.jobs.isVisible()) == ("Show details", False)
    qtbot.keyClick(row.more, Qt.Key.Key_Space)
    assert (row.more.text(), row.jobs.isVisible(), row.drops.isVisible()) == ("Hide details", True, True)
    row.show_night("Since 18:00: 1 run, none failed.", JOBS, ())
    assert (row.jobs.isVisible(), row.drops.isVisible()) == (True, False)
    row.show_night("Since 18:00: no run.", (), ())
    assert not row.more.isVisible()
