"""The Aggregates page: read while it is seen, and the way from a cell to Run Job."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.pages.aggregates_page import AggregatesPage
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.job import Job
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart, ended

ASKED = ("aggregates",)


def _seen(window: MainWindow, qtbot: QtBot) -> AggregatesPage:
    workplace = window.open_workplace
    workplace.turn_to(workplace.aggregates)
    qtbot.waitUntil(lambda: workplace.aggregates.board is not None, timeout=10_000)
    return workplace.aggregates


def test_nothing_is_asked_before_it_is_seen(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    assert ASKED not in mart.asked
    page = _seen(window, qtbot)
    assert mart.asked.count(ASKED) == 1
    assert page.state.text() == "1 set late: 25 intervals pending since 10:05"


def test_what_changes_is_read_once_in_a_breath(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    page = _seen(opened(mart), qtbot)
    session = page._session
    for number in (1, 2):
        with qtbot.waitSignal(session.refreshed):
            mart.put(ended(50_000 + number, Job.EXTRACT, "10:40:00", "10:41:00"))
    assert mart.asked.count(ASKED) == 1
    page._breath.stop()
    page._breath.timeout.emit()
    qtbot.waitUntil(lambda: mart.asked.count(ASKED) == 2)
    page._breath.stop()
    page._breath.timeout.emit()
    assert mart.asked.count(ASKED) == 2, "nothing has changed since"


def test_a_cell_and_days_are_handed_to_run_job(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    page = _seen(window, qtbot)
    days = mart.aggregate_board.days
    page.grid.setCurrentCell(0, 1)
    page.strip.choose(days[40].day, days[42].day)
    page.rebuild.click()
    (dialog,) = window.findChildren(RunJobDialog)
    assert dialog.jobs.choice().job is Job.AGGREGATE
    assert dialog.parameters.text() == f"-insertPendingAgg H_QUEUE-HOUR:{days[40].day}:{days[42].day}"
    dialog.reject()


@pytest.mark.parametrize("mart", [FakeMart()])
def test_whoever_may_not_run_reads_why(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    mart.identity = replace(mart.identity, access=Access(role=Role.VIEWER, knows_persons=True))
    page = _seen(opened(mart), qtbot)
    assert not page.rebuild.isEnabled()
    assert page.rebuild.toolTip().endswith("needs the operator role")
    page.grid.rebuild_wanted.emit()
    assert not page.window().findChildren(RunJobDialog)


def test_with_the_connection_lost_the_picture_stays_and_steps_back(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    page = _seen(opened(mart), qtbot)

    def gone() -> None:
        raise Unreachable("postgresql://gim@db/prod-infomart", "server closed the connection")

    mart.before = gone
    qtbot.waitUntil(lambda: page.grid.is_stale, timeout=10_000)
    assert not page.rebuild.isEnabled()
