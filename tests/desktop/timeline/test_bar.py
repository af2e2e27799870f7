"""The row above the lanes."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.bar import TimeBar
from gim_manager.presenters.time_span import Unit

LEFT = Qt.MouseButton.LeftButton


def test_each_button_says_what_the_person_wants(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    for signal, button, wanted in (
        (bar.stepped, bar.back, [-1]), (bar.stepped, bar.forth, [1]), (bar.now_wanted, bar.now, []),
        (bar.unit_wanted, bar.units[Unit.WEEK], [Unit.WEEK]), (bar.picture_wanted, bar.save, []),
    ):  # fmt: skip
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, LEFT)
        assert told.args == wanted
        assert button.toolTip()


def test_the_unit_that_is_looked_at_is_pressed_and_a_span_by_hand_is_none(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.show_span("Sun 25 Oct 2026", Unit.DAY)
    assert [unit for unit, button in bar.units.items() if button.isChecked()] == [Unit.DAY]
    bar.show_span("Sun 25 Oct 2026 10:17 – 12:00", None)
    assert not any(button.isChecked() for button in bar.units.values())
    assert bar.title.text() == "Sun 25 Oct 2026 10:17 – 12:00"


def test_without_a_draft_the_box_says_why_it_is_grey(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.allow_draft(True)
    with qtbot.waitSignal(bar.draft_wanted):
        bar.draft.setChecked(True)
    with qtbot.waitSignal(bar.draft_wanted):
        bar.allow_draft(False)
    assert not bar.draft.isEnabled()
    assert bar.draft.toolTip() == "No option of the schedule is changed and not applied"


def test_a_remark_is_whole_as_a_tooltip(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.say("reading …")
    assert (bar.note.text(), bar.note.toolTip()) == ("reading …", "reading …")


def test_where_there_is_no_room_the_acts_go_below_and_no_word_is_cut(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.show_span("Mon 19 Oct – Sun 25 Oct 2026", Unit.WEEK)
    bar.resize(1300, 60)
    bar.show()

    def below() -> int:
        return bar.save.mapTo(bar, QPoint()).y() - bar.now.mapTo(bar, QPoint()).y()

    qtbot.waitUntil(lambda: abs(below()) < 4)
    bar.resize(760, 90)
    qtbot.waitUntil(lambda: below() >= bar.now.height())
    for part in (*bar.units.values(), bar.now, bar.save, bar.title):
        assert part.width() >= part.sizeHint().width()


def test_tab_comes_to_every_button_of_the_row(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.show_span("Sun 25 Oct 2026", Unit.DAY)
    bar.allow_draft(True)
    bar.show()
    bar.activateWindow()
    bar.back.setFocus()
    met = []
    for _ in range(10):
        met.append(bar.focusWidget())
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
    assert met == [bar.back, bar.forth, bar.now, *bar.units.values(), bar.draft, bar.save]


def test_buttons_stay_where_they_are_while_a_person_pans(theme: Theme, qtbot: QtBot) -> None:
    bar = TimeBar(theme)
    qtbot.addWidget(bar)
    bar.show_span("Wed 30 Sep 10:17 – Thu 1 Oct 2026 10:17", None)
    wide = bar.title.minimumWidth()
    bar.show_span("Fri 1 Oct 2026 10:17 – 12:00", None)
    assert bar.title.minimumWidth() == wide
    bar.show_span("Fri 2 Oct 2026", Unit.DAY)
    assert bar.title.minimumWidth() < wide
