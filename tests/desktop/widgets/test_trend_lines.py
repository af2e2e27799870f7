"""One line a job on a common axis, and the changes of options on it."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.trend_lines import TrendLines
from gim_manager.presenters import aggregates
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_window import BERLIN, NOW

BOARD = the_aggregates(NOW)


def _shown(theme: Theme, qtbot: QtBot) -> TrendLines:
    lines = TrendLines(theme)
    qtbot.addWidget(lines)
    lines.resize(1000, lines.sizeHint().height())
    lines.show_trends(
        aggregates.trend_views(BOARD), aggregates.mark_views(BOARD, BERLIN), begins=BOARD.since,
        length=aggregates.length(BOARD), zone=BERLIN, stale=False,
    )  # fmt: skip
    lines.resize(1000, lines.sizeHint().height())
    return lines


def test_lines_and_marks_are_painted(theme: Theme, qtbot: QtBot) -> None:
    image = _shown(theme, qtbot).grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme["running"].name(), theme["scheduled"].name()} <= found


def test_a_mark_tells_who_changed_what_and_a_row_tells_its_job(theme: Theme, qtbot: QtBot) -> None:
    lines = _shown(theme, qtbot)
    area = lines._area()
    mark = round(lines._x(area, aggregates.mark_views(BOARD, BERLIN)[0].at))
    assert "m.keller set [gim-transformation] chunk-size to 900" in lines.told_at(QPoint(mark, 20))
    assert lines.told_at(QPoint(5, 5)).startswith("Job_ExtractICON: ")
    assert lines.told_at(QPoint(5, lines.height() - 1)) == ""


def test_a_date_stands_at_each_midnight_of_the_schedules_zone(theme: Theme, qtbot: QtBot) -> None:
    found = _shown(theme, qtbot)._midnights()
    assert len(found) == 14
    assert found[-1][1].endswith("Oct")
    # The night on which the clock is set back is an hour longer; it begins at midnight all the same.
    assert found[-1][0] - found[-2][0] == 86400


def test_where_nothing_ran_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    lines = TrendLines(theme)
    qtbot.addWidget(lines)
    lines.show_trends((), (), begins=None, length=0, zone=BERLIN, stale=False)
    assert lines.accessibleDescription().startswith("No job has ended well")
    assert not lines.grab().isNull()
