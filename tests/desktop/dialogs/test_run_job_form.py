"""The form of Run Job: parameters by hand or by controls, whichever is at hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.run_job_form import RunJobForm
from gim_manager.desktop.theme import Theme
from gim_manager.domain.aggregates import Level
from gim_manager.domain.job import Job
from gim_manager.presenters.run_job import choices
from tests.language.fake_clock import BERLIN
from tests.language.fake_window import NOW, REQUEST

CHOICES = {choice.job: choice for choice in choices(None, BERLIN, NOW)}


def _form(theme: Theme, qtbot: QtBot) -> RunJobForm:
    form = RunJobForm(theme, 1200)
    qtbot.addWidget(form)
    form.resize(720, 500)
    form.show()
    form.show_choice(CHOICES[Job.AGGREGATE])
    return form


def test_text_and_controls_drive_each_other(theme: Theme, qtbot: QtBot) -> None:
    form = _form(theme, qtbot)
    form.build.click()
    form.parameters.setPlainText(REQUEST)
    assert form.is_understood and form.builder.ticks.boxes["H_QUEUE_ABN"].isChecked()
    form.builder.level.buttons[Level.HOUR].click()
    assert form.given() == REQUEST.replace("SUBHOUR", "HOUR")
    assert form.reading.words.text().startswith("Understood: 4 sets, 30 days")
    form.builder.fields.last.selectAll()
    qtbot.keyClick(form.builder.fields.last, Qt.Key.Key_Delete)
    assert form.parameters.extraSelections(), "what is missing is marked in the text"


def test_an_unchanged_text_keeps_how_it_was_typed(theme: Theme, qtbot: QtBot) -> None:
    form = _form(theme, qtbot)
    typed = "-insertpendingagg h_queue, h_queue-hour :2026-09-01:2026-09-30"
    form.parameters.setPlainText(typed)
    form.build.click()
    assert form.given() == typed


def test_a_job_without_parameters_has_no_builder(theme: Theme, qtbot: QtBot) -> None:
    form = _form(theme, qtbot)
    form.build.click()
    form.parameters.setPlainText(REQUEST)
    form.show_choice(CHOICES[Job.EXTRACT])
    assert [part.isVisible() for part in (form.build, form.builder, form.parameters)] == [False] * 3
    assert form.given() is None
    assert form.reading.words.text() == "This job takes no Job Parameters."
    form.show_choice(CHOICES[Job.AGGREGATE])
    assert [part.isVisible() for part in (form.build, form.builder.ticks)] == [True] * 2, "it stays unfolded"
    assert form.given() == REQUEST


def test_unfolded_the_range_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    form = _form(theme, qtbot)
    form.parameters.setPlainText(REQUEST)
    assert "00:00" in form.reading.words.text()
    form.build.click()
    assert "00:00" not in form.reading.words.text() and "00:00" in form.builder.range.text()
    form.resize(720, 300)
    assert form.lacking() > 0, "the dialog makes room for it"


def test_it_is_as_wide_as_the_builder_and_no_wider_than_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    form = _form(theme, qtbot)
    form.build.click()
    wide = form.builder.minimumSizeHint().width()
    qtbot.waitUntil(lambda: form.minimumSizeHint().width() >= wide, timeout=10_000)
    narrow = RunJobForm(theme, 400)
    qtbot.addWidget(narrow)
    narrow.show_choice(CHOICES[Job.AGGREGATE])
    narrow.show()
    narrow.build.click()
    qtbot.waitUntil(lambda: narrow.builder.minimumSizeHint().width() == wide, timeout=10_000)
    QApplication.processEvents()
    assert narrow.minimumSizeHint().width() <= 400 < wide
