"""Run Job says what will happen before it happens."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.rebuild_preview_dialog import RebuildPreviewDialog
from gim_manager.desktop.dialogs.run_job_dialog import SETTLE_MS, RunJobDialog
from gim_manager.desktop.dialogs.work_dialog import WorkDialog
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.aggregates import Level
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import Refused
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import HIERARCHY_NAMES
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import REQUEST, FakeMart


def _dialog(opened: Opened, mart: FakeMart, job: Job) -> RunJobDialog:
    return opened(mart).jobs.run(job)


@pytest.fixture
def mart() -> FakeMart:
    """Predicts that everything starts."""
    return FakeMart()


def test_R25_only_aggregation_takes_parameters(opened: Opened, mart: FakeMart) -> None:
    dialog = _dialog(opened, mart, Job.TRANSFORM)
    assert not dialog.parameters.isVisible()
    dialog.jobs.choose(Job.AGGREGATE)
    assert dialog.parameters.isVisible()


def test_the_rules_are_asked_when_the_keys_rest_and_the_answer_is_shown(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    mart.prediction = Prediction(kind=Answer.REFUSED, rule="R16", reason="the scheduler keeps it running")
    dialog.parameters.setPlainText(REQUEST)
    qtbot.waitUntil(lambda: ("predict", Job.AGGREGATE, REQUEST, True) in mart.asked, timeout=10_000)
    qtbot.waitUntil(lambda: dialog.verdict.accessibleName().startswith("Refused"), timeout=10_000)
    assert not dialog.run.isEnabled()
    assert dialog.reading.words.text().startswith("Understood: 4 sets, 30 days")


def test_a_wrong_text_shows_its_fault_at_once(opened: Opened, mart: FakeMart) -> None:
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    dialog.parameters.setPlainText("-insertPendingAgg NOTHING")
    assert "character" in dialog.reading.words.text()
    assert dialog.parameters.extraSelections()


def test_R19_the_request_is_handed_over_once_aggregation_runs_unless_a_person_leaves_that(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    mart.prediction = Prediction(kind=Answer.STARTS, rule="R19", reason="it is started", starts_aggregation=True)
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    dialog.parameters.setPlainText(REQUEST)
    qtbot.waitUntil(dialog.verdict._box.isVisible, timeout=10_000)
    assert dialog.verdict._box.isChecked() and dialog.run.isEnabled()
    mart.prediction = Prediction(kind=Answer.IGNORED_PARAMETERS, rule="R19", reason="it does not run")
    dialog.verdict._box.click()
    qtbot.waitUntil(lambda: ("predict", Job.AGGREGATE, REQUEST, False) in mart.asked, timeout=10_000)
    qtbot.waitUntil(lambda: dialog.verdict.accessibleName().startswith("Will run without"), timeout=10_000)
    assert dialog.verdict._box.isVisible() and dialog.run.isEnabled()
    with qtbot.waitSignal(dialog.started, timeout=10_000):
        dialog.run.click()
    assert ("start", Job.AGGREGATE, REQUEST, False, False) in mart.asked


def test_R20_a_range_without_its_facts_is_rebuilt_only_once_that_is_confirmed(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    mart.prediction = Prediction(kind=Answer.REFUSED, rule="R20", reason="the facts of 2014-05-01 were purged")
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    dialog.parameters.setPlainText(REQUEST)
    qtbot.waitUntil(dialog.verdict._box.isVisible, timeout=10_000)
    assert not dialog.run.isEnabled()
    dialog.verdict._box.setChecked(True)
    assert dialog.run.isEnabled()
    with qtbot.waitSignal(dialog.started, timeout=10_000):
        dialog.run.click()
    assert ("start", Job.AGGREGATE, REQUEST, True, True) in mart.asked


def test_R23_maintenance_says_what_it_may_meet_and_offers_the_hold(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    dialog = _dialog(opened, mart, Job.MAINTAIN)
    qtbot.waitUntil(lambda: "Next due: Job_ExtractICON" in dialog.verdict.accessibleName(), timeout=10_000)
    assert dialog.hold.isVisible() and dialog.run.isEnabled()
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.hold.click()
    assert ("hold", True) in mart.asked
    assert not [asked for asked in mart.asked if asked[0] == "start"]


def test_R23_the_hold_is_offered_for_maintenance_alone(opened: Opened, mart: FakeMart) -> None:
    dialog = _dialog(opened, mart, Job.MAINTAIN)
    assert dialog.hold.isVisible()
    dialog.jobs.choose(Job.EXTRACT)
    assert not dialog.hold.isVisible()


def test_R23_a_hold_that_is_refused_stays_in_the_dialog(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.MAINTAIN)
    qtbot.waitUntil(dialog.run.isEnabled, timeout=10_000)

    def refuse() -> None:
        raise Refused("R23", "ada holds the schedule already.")

    mart.before = refuse
    dialog.hold.click()
    qtbot.waitUntil(lambda: "holds the schedule already" in dialog.verdict.accessibleName(), timeout=10_000)
    mart.before = lambda: None
    assert dialog.isVisible()


def test_a_refusal_that_comes_late_stays_in_the_dialog(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.EXTRACT)
    qtbot.waitUntil(dialog.run.isEnabled, timeout=10_000)

    def refuse() -> None:
        raise Refused("R21", "a second request waits already")

    mart.before = refuse
    dialog.run.click()
    qtbot.waitUntil(lambda: "a second request" in dialog.verdict.accessibleName().casefold(), timeout=10_000)
    mart.before = lambda: None
    assert dialog.isVisible()


def test_the_request_can_be_copied_for_the_command_line(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.EXTRACT)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("gim-manager --db postgresql://gim@db/prod-infomart run")


def test_it_is_modal_to_its_window_and_leaves_the_loop_running(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.EXTRACT)
    assert dialog.isModal()
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    with qtbot.waitSignal(window.session.refreshed, timeout=10_000):
        mart.put(mart.list[0])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(RunJobDialog), timeout=10_000)


def test_the_days_drive_the_parameters_and_the_parameters_the_days(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    window = opened(mart)
    dialog = window.jobs.run(Job.AGGREGATE)
    qtbot.waitUntil(lambda: dialog.days.strip.day_at(1) is not None)
    days = mart.aggregate_board.days
    dialog.parameters.setPlainText(f"-insertPendingAgg H_QUEUE-DAY:{days[50].day}:{days[52].day}")
    assert dialog.days.strip.range() == (days[50].day, days[52].day)
    qtbot.keyClick(dialog.days.strip, Qt.Key.Key_Left)
    assert dialog.parameters.text() == f"-insertPendingAgg H_QUEUE-DAY:{days[51].day}:{days[51].day}"
    dialog.jobs.choose(Job.EXTRACT)
    assert not dialog.days.isVisible()
    dialog.reject()


def test_the_builder_unfolds_and_the_buttons_stay_on_the_screen(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    before = dialog.height()
    dialog.form.build.click()
    assert before < dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.rect().contains(dialog.run.geometry())
    dialog.form.build.click()
    assert dialog.height() == before


def test_no_answer_and_no_text_changes_the_height(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    dialog.form.build.click()
    before = dialog.height()
    mart.prediction = Prediction(kind=Answer.REFUSED, rule="R20", reason="the facts of 2014-05-01 were purged " * 6)
    for text in (REQUEST, "-insertPendingAgg H_QUEU", "", f"-insertPendingAgg {','.join(HIERARCHY_NAMES)}-DAY:a:b"):
        dialog.parameters.setPlainText(text)
        QApplication.processEvents()
        assert dialog.height() == before
    dialog.parameters.setPlainText(REQUEST)
    qtbot.waitUntil(dialog.verdict._box.isVisible, timeout=10_000)
    assert dialog.height() == before


def test_the_answer_follows_what_is_built(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    dialog = _dialog(opened, mart, Job.AGGREGATE)
    dialog.form.build.click()
    dialog.parameters.setPlainText(REQUEST)
    dialog.form.builder.level.buttons[Level.HOUR].click()
    built = REQUEST.replace("SUBHOUR", "HOUR")
    qtbot.waitUntil(lambda: ("predict", Job.AGGREGATE, built, True) in mart.asked, timeout=10_000)
    assert dialog.parameters.text() == built
    assert SETTLE_MS < 150


def test_a_request_that_is_known_already_opens_in_the_builder(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    dialog = window.jobs.run(Job.AGGREGATE, REQUEST)
    assert dialog.form.builder.is_unfolded and dialog.form.builder.ticks.boxes["H_QUEUE"].isChecked()
    dialog.reject()
    assert not window.jobs.run(Job.AGGREGATE, "of another version").form.builder.is_unfolded


def test_a_preview_is_computed_for_what_is_written_and_can_be_stopped(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    form = _dialog(opened, mart, Job.AGGREGATE).form
    assert not form.preview.isEnabled() and "written whole" in form.preview.toolTip()
    form.parameters.setPlainText(REQUEST)
    assert form.preview.isEnabled()
    mart.half_previewed = threading.Event()
    form.preview.click()
    work = dialog(qtbot, WorkDialog)
    qtbot.waitUntil(lambda: work.at_hand.text() == "H_QUEUE SUBHOUR, 2026-09-18", timeout=10_000)
    work.stop.click()
    mart.half_previewed.set()
    qtbot.waitUntil(lambda: not isinstance(QApplication.activeModalWidget(), WorkDialog), timeout=10_000)
    form.preview.click()
    shown = dialog(qtbot, RebuildPreviewDialog)
    assert shown.table.items
    shown.accept()
    assert mart.asked.count(("rebuild preview", REQUEST, False)) == 2


def test_R20_a_preview_of_what_has_to_be_confirmed_is_as_if_it_were(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    mart.prediction = Prediction(kind=Answer.REFUSED, rule="R20", reason="The facts of 2026-09-01 were purged.")
    asking = _dialog(opened, mart, Job.AGGREGATE)
    asking.parameters.setPlainText(REQUEST)
    qtbot.waitUntil(asking.verdict._box.isVisible, timeout=10_000)
    asking.form.preview.click()
    dialog(qtbot, RebuildPreviewDialog).accept()
    assert ("rebuild preview", REQUEST, True) in mart.asked
