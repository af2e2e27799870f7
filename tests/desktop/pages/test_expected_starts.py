"""When waiting runs are expected to start is played in a process, once, and told in the list."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages import expected_starts
from gim_manager.domain.run import Status
from gim_manager.domain.status import ServerState, ServerStatus
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart

PATIENCE_MS = 30_000


def _asked(mart: FakeMart) -> int:
    return sum(asked == ("next day",) for asked in mart.asked)


def test_a_waiting_run_says_in_the_list_when_it_is_expected_to_start(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expected_starts, "REST_SECONDS", 0.0)
    mart = FakeMart()
    jobs = opened(mart).open_workplace.jobs
    looked, model = jobs.expected, jobs.model
    qtbot.waitUntil(lambda: 48216 in looked.starts, timeout=PATIENCE_MS)
    column = 3
    row = model.rows.row_of(48216)
    assert row is not None
    assert str(model.data(model.index(row, column))).startswith("≈ ")
    runs = model.rows.open_runs()
    for _ in range(3):
        looked.look(replace(run, progress=0.9) for run in runs)
    assert _asked(mart) == 1 and not looked._resting.isActive()
    looked.look(replace(run, reason="Waits for something else.") for run in runs)
    assert looked._resting.isActive()
    looked.look(run for run in runs if run.status is not Status.SCHEDULED)
    assert not looked.starts and not looked._resting.isActive()
    assert model.data(model.index(row, column)) == ""
    status = jobs._session.status
    assert status is not None
    jobs._session.status = replace(status, server=ServerStatus(state=ServerState.NONE))
    looked.look(runs)
    assert not looked._resting.isActive()
