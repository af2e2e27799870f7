"""Each job offers what can be done with it now, and says why not."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.one_by_one_rows import OneByOneRows
from gim_manager.presenters import one_by_one
from gim_manager.usecases.one_by_one import Act
from tests.language.fake_window import BERLIN, NOW
from tests.presenters.test_one_by_one import STAND

SHEET = one_by_one.sheet(STAND, BERLIN, NOW)


def _rows(theme: Theme, qtbot: QtBot, *, why_not: str = "") -> OneByOneRows:
    rows = OneByOneRows(theme)
    qtbot.addWidget(rows)
    rows.show()
    rows.show_sheet(SHEET, why_not=why_not)
    return rows


def test_only_the_next_job_can_be_run_and_an_obstacle_keeps_it(theme: Theme, qtbot: QtBot) -> None:
    rows = _rows(theme, qtbot)
    assert [line.run.isVisible() for line in rows.lines] == [False, False, False, True]
    assert not rows.lines[3].run.isEnabled()
    assert rows.lines[3].run.toolTip() == SHEET.obstacle
    assert rows.lines[3].run.accessibleName() == "Run: Job_MaintainGIM"
    with qtbot.waitSignal(rows.acted) as acted:
        rows.lines[3].skip.click()
    assert acted.args == [Act.SKIP]


def test_aggregation_can_be_stopped_from_its_line(theme: Theme, qtbot: QtBot) -> None:
    rows = _rows(theme, qtbot)
    with qtbot.waitSignal(rows.stop_wanted) as stopped:
        rows.lines[2].stop.click()
    assert stopped.args == [3]


def test_what_may_not_be_done_at_all_is_disabled_with_the_reason(theme: Theme, qtbot: QtBot) -> None:
    rows = _rows(theme, qtbot, why_not="needs the administrator role")
    assert not rows.lines[3].skip.isEnabled()
    assert rows.lines[3].skip.toolTip() == rows.lines[3].run.toolTip() == "needs the administrator role"
