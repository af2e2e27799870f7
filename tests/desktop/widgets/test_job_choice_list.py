"""The jobs with their present state; one is always chosen."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.job_choice_list import JobChoiceList
from gim_manager.domain.job import Job
from gim_manager.presenters.run_job import choices
from tests.language.fake_window import BERLIN, NOW, the_morning, the_status


def test_a_newer_state_keeps_the_choice(theme: Theme, qtbot: QtBot) -> None:
    jobs = JobChoiceList(theme)
    qtbot.addWidget(jobs)
    jobs.show_choices(choices(None, BERLIN, NOW))
    jobs.choose(Job.AGGREGATE)
    jobs.show_choices(choices(the_status(the_morning()), BERLIN, NOW))
    assert jobs.choice().job is Job.AGGREGATE
    spoken = jobs.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Job_TransformGIM, Running 62 %, one waits"
    jobs.show()
    jobs.grab()


def test_a_job_that_is_not_offered_leaves_the_first(theme: Theme, qtbot: QtBot) -> None:
    jobs = JobChoiceList(theme)
    qtbot.addWidget(jobs)
    jobs.show_choices(choices(None, BERLIN, NOW))
    with qtbot.waitSignal(jobs.chosen):
        jobs.choose(Job.MAINTAIN)
    jobs.choose(Job.EXPORT)
    assert jobs.choice().job is Job.EXTRACT
