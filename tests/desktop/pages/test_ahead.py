"""When a run is expected to start is played ahead in a process, and not again while nothing has changed."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages import ahead
from gim_manager.desktop.pages.details import WHY
from gim_manager.domain.ahead import STARTS
from gim_manager.domain.run import Run, Status
from tests.desktop.conftest import Opened
from tests.language.fake_window import NOW, FakeMart

PATIENCE_MS = 30_000


def _waiting(mart: FakeMart) -> Run:
    return next(run for run in mart.list if run.id == 48216)


def _asked(mart: FakeMart) -> int:
    return sum(asked == ("next day",) for asked in mart.asked)


def test_a_waiting_run_tells_when_it_is_expected_to_start(opened: Opened, qtbot: QtBot) -> None:
    window = opened(FakeMart())
    jobs = window.open_workplace.jobs
    jobs.table.select_run(48216)
    jobs.details.tabs.setCurrentIndex(WHY)
    told = jobs.details.why_view
    qtbot.waitUntil(lambda: "It is expected to start." in told.accessibleDescription(), timeout=PATIENCE_MS)
    assert "≈" in told.accessibleDescription()


def test_the_same_run_is_not_played_again_before_a_minute(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    parent = QObject(window)
    looked = ahead.Ahead(window.session, parent)
    with qtbot.waitSignal(looked.changed, timeout=PATIENCE_MS):
        looked.look(_waiting(mart))
    looked.look(_waiting(mart))
    assert _asked(mart) == 1
    assert [reason.text for reason in looked.expected(NOW)][-2:] == [STARTS, "It is expected to end."]
    assert looked.expected(NOW + timedelta(days=2)) == ()
    looked.look(replace(_waiting(mart), status=Status.CANCELED, end_time=NOW))
    assert looked.expected(NOW) == () and _asked(mart) == 1
