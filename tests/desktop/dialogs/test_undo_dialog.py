"""Undo re-aggregation: what would be put back, and why it cannot be."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.undo_dialog import UndoDialog
from gim_manager.desktop.theme import Theme
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import Refused
from gim_manager.domain.job import Job
from gim_manager.domain.undo import Kept, Undoable
from tests.desktop.conftest import Opened
from tests.language.fake_window import REQUEST, FakeMart, ended

RUN = ended(48184, Job.AGGREGATE, "03:10:00", "03:14:31", parameters=REQUEST)
ASKED = "-undoReaggregation 48184"


def _dialog(opened: Opened, theme: Theme, mart: FakeMart, qtbot: QtBot) -> UndoDialog:
    window = opened(mart)
    dialog = UndoDialog(theme, window.session, RUN, window)
    dialog.open()
    assert not dialog.undo.isEnabled(), "nothing is known yet"
    qtbot.waitUntil(lambda: ("predict", Job.AGGREGATE, ASKED, True) in mart.asked and window.session.bridge.is_idle)
    return dialog


def test_it_says_what_is_put_back_and_asks_for_a_run_of_its_own(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.prediction = replace(mart.prediction, rule="R19", reason="It is started.", starts_aggregation=True)
    dialog = _dialog(opened, theme, mart, qtbot)
    assert [one.name for one in dialog.table.items][:2] == ["H_QUEUE SUBHOUR", "H_QUEUE HOUR"]
    assert (dialog.keep.isDefault(), dialog.undo.autoDefault(), dialog.verdict.is_confirmed) == (True, False, True)
    with qtbot.waitSignal(dialog.started):
        dialog.undo.click()
    assert ("start", Job.AGGREGATE, ASKED, False, True) in mart.asked


def test_R18_what_cannot_be_undone_is_told_and_the_button_says_why(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.undoable_now = Undoable(kept=Kept(run_id=48184), why="It is too late.")
    mart.prediction = Prediction(kind=Answer.REFUSED, rule="R18", reason="It is too late.")
    dialog = _dialog(opened, theme, mart, qtbot)
    layout = dialog.layout()
    assert layout is not None and not dialog.table.isVisible()
    assert dialog.height() == layout.totalHeightForWidth(dialog.width()), "no room is left where the rows would stand"
    assert (dialog.undo.isEnabled(), dialog.undo.toolTip()) == (False, "It is too late.")


def test_R18_what_is_refused_only_when_it_is_asked_for_is_told_too(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _dialog(opened, theme, mart, qtbot)

    def refuse() -> None:
        raise Refused("R18", "It was built again since.")

    mart.before = refuse
    dialog.undo.click()
    qtbot.waitUntil(lambda: dialog.undo.toolTip() == "It was built again since.")
    mart.before = lambda: None
    assert dialog.isVisible()


def test_the_same_by_the_command_line(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    dialog = _dialog(opened, theme, FakeMart(), qtbot)
    dialog.copy.click()
    assert QApplication.clipboard().text().endswith("reaggregation undo 48184")
