"""The acts upon the schedule: greyed with a reason, or asked of the Info Mart (the others stand in test_window.py)."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def test_R35_the_server_of_this_window_is_made_the_scheduler_from_the_menu(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    assert "no server runs inside this window" in window.actions_by_key["lead"].toolTip()
    mart = FakeMart()
    mart.identity = replace(mart.identity, server="WS-4471:7")
    window = opened(mart)
    window.actions_by_key["lead"].trigger()
    qtbot.waitUntil(lambda: ("lead",) in mart.asked, timeout=10_000)
    mart.status_now = replace(mart.status(), server=replace(mart.status().server, id="WS-4471:7"))
    window.refresh()
    qtbot.waitUntil(lambda: not window.actions_by_key["lead"].isEnabled(), timeout=10_000)
    assert "it is the scheduler already" in window.actions_by_key["lead"].toolTip()
