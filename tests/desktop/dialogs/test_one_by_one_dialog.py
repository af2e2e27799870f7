"""The procedure is begun, led on and ended from one dialog, which ends nothing by being closed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.one_by_one_dialog import OneByOneDialog
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import Refused
from gim_manager.usecases.one_by_one import Act
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart
from tests.presenters.test_one_by_one import PROCEDURE, STAND


def _shown(window: MainWindow) -> OneByOneDialog:
    window.actions_by_key["one_by_one"].trigger()
    return window.jobs.one_by_one()


def _led(mart: FakeMart, qtbot: QtBot, opened: Opened) -> OneByOneDialog:
    mart.stand = replace(STAND, obstacle=None)
    dialog = _shown(opened(mart))
    qtbot.waitUntil(dialog.rows.isVisible, timeout=10_000)
    return dialog


def test_before_it_begins_it_says_what_will_be_switched_off(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _shown(opened(mart))
    assert "run-scheduler, run-aggregates and run-maintain are set to false" in dialog.off.text()
    assert not dialog.rows.isVisible() and not dialog.finish.isVisible() and not dialog.isModal()
    dialog.begin.click()
    qtbot.waitUntil(lambda: ("one by one", Act.BEGIN) in mart.asked, timeout=10_000)


def test_it_leads_from_job_to_job_and_puts_back_at_the_end(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _led(mart, qtbot, opened)
    assert dialog.headline.text().startswith("ada has been running jobs one by one")
    dialog.rows.lines[3].run.click()
    qtbot.waitUntil(lambda: ("one by one", Act.NEXT) in mart.asked, timeout=10_000)
    dialog.finish.click()
    qtbot.waitUntil(lambda: ("end one by one",) in mart.asked and dialog.begin.isVisible(), timeout=10_000)
    qtbot.waitUntil(lambda: dialog.answer.text() == "No option had to be put back.", timeout=10_000)


def test_a_refusal_stands_below_the_jobs(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _led(mart, qtbot, opened)

    def refuse() -> None:
        raise Refused("R21", "Job_MaintainGIM 7 runs already.")

    mart.before = refuse
    dialog.rows.acted.emit(Act.NEXT)
    qtbot.waitUntil(lambda: dialog.answer.text() == "Job_MaintainGIM 7 runs already.", timeout=10_000)
    mart.before = lambda: None


def test_closing_it_ends_nothing_and_the_banner_leads_back(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.stand = STAND
    mart.status_now = replace(mart.status(), scheduling=False, one_by_one=PROCEDURE)
    window = opened(mart)
    banner = window.open_workplace.banner
    assert banner.accessibleName().startswith("ada has been running jobs one by one")
    banner.acted.emit()
    dialog = window.jobs.one_by_one()
    assert dialog.isVisible()
    dialog.close()
    assert ("end one by one",) not in mart.asked and banner.isVisible()
    assert window.jobs.one_by_one() is not dialog


def test_it_goes_with_the_info_mart(opened: Opened, qtbot: QtBot) -> None:
    window = opened(FakeMart())
    dialog = _shown(window)
    with qtbot.waitSignal(dialog.finished):
        window.show_first_page()


def test_it_needs_the_administrator_role(opened: Opened) -> None:
    mart = FakeMart()
    operator = Access(role=Role.OPERATOR, serves=False, login="olga", knows_persons=True)
    mart.identity = replace(mart.identity, access=operator)
    window = opened(mart)
    assert "needs the administrator role" in window.actions_by_key["one_by_one"].toolTip()
    dialog = window.jobs.one_by_one()
    assert not dialog.begin.isEnabled() and "administrator" in dialog.begin.toolTip()
