"""The builder writes Job Parameters, and follows what is typed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.reaggregation_builder import ReaggregationBuilder
from gim_manager.domain.aggregates import Level
from gim_manager.domain.reaggregation import Flavor
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_window import NOW, REQUEST

BOARD = the_aggregates(NOW)


def _builder(theme: Theme, qtbot: QtBot) -> tuple[ReaggregationBuilder, list[str]]:
    builder = ReaggregationBuilder(theme)
    told: list[str] = []
    builder.written.connect(told.append)
    builder.written.connect(builder.show_text)
    qtbot.addWidget(builder)
    builder.show()
    builder.show_board(BOARD)
    return builder, told


def test_a_text_is_shown_by_every_control(theme: Theme, qtbot: QtBot) -> None:
    builder, told = _builder(theme, qtbot)
    builder.show_text(REQUEST)
    ticked = {name for name, box in builder.ticks.boxes.items() if box.isChecked()}
    assert ticked == {"H_QUEUE", "H_QUEUE_GRP", "H_QUEUE_ABN", "H_AGENT_QUEUE"}
    assert builder.level.buttons[Level.SUBHOUR].isChecked() and builder.flavor.buttons[Flavor.OFFLINE].isChecked()
    assert (builder.fields.first.text(), builder.fields.last.text()) == ("2026-09-01", "2026-09-30")
    assert builder.range.text() == "Tue 1 Sep 2026 00:00 CEST – Thu 1 Oct 2026 00:00 CEST"
    assert builder.rest.text() == "4 hierarchies × 2,880 intervals"
    assert told == [], "whoever only shows writes nothing"


def test_a_request_is_put_together_by_controls_alone(theme: Theme, qtbot: QtBot) -> None:
    builder, told = _builder(theme, qtbot)
    builder.level.buttons[Level.DAY].click()
    builder.ticks.boxes["H_ID"].click()
    builder.flavor.buttons[Flavor.ONLINE].click()
    builder.fields.usual[0].click()
    assert told[-1] == "-insertPendingAgg H_ID-DAY.Online:2026-10-24:2026-10-24"
    qtbot.keyClick(builder.days.strip, Qt.Key.Key_Left)
    assert told[-1] == "-insertPendingAgg H_ID-DAY.Online:2026-10-23:2026-10-23"
    builder.ticks.all.click()
    assert told[-1] == "-insertPendingAgg ALLSETS:2026-10-23:2026-10-23"
    assert builder.level.buttons[None].isChecked() and not builder.flavor.buttons[Flavor.ONLINE].isEnabled()
    builder.ticks.boxes["H_ID"].click()
    assert "H_ID," not in told[-1] and builder.level.buttons[Level.SUBHOUR].isChecked()
    assert not builder.level.buttons[None].isEnabled()


def test_what_cannot_be_read_leaves_the_controls_and_is_told(theme: Theme, qtbot: QtBot) -> None:
    builder, told = _builder(theme, qtbot)
    builder.show_text(REQUEST)
    builder.show_text("-insertPendingAgg NOTHING:2026-09-01:2026-09-30")
    assert builder.ticks.boxes["H_QUEUE"].isChecked() and told == []
    assert builder.rest.text().startswith("What cannot be read") and not builder.range.isVisible()
    builder.flavor.buttons[None].click()
    assert told == [REQUEST.replace(".Offline", "")]


def test_folded_the_days_are_those_of_what_is_written_or_of_all_sets(theme: Theme, qtbot: QtBot) -> None:
    builder, told = _builder(theme, qtbot)
    builder.unfold(False)
    assert [builder.days.isVisible(), builder.ticks.isVisible()] == [True, False]
    qtbot.keyClick(builder.days.strip, Qt.Key.Key_Left)
    assert told == ["-insertPendingAgg ALLSETS:2026-10-25:2026-10-25"]
    builder.unfold(True)
    assert builder.ticks.isVisible()
