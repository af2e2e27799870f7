"""The line at the bottom."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.status_line import StatusLine
from gim_manager.domain.status import ServerState
from gim_manager.presenters import alarms, words
from gim_manager.presenters.freshness import Freshness, Link
from tests.language.fake_board import the_board
from tests.language.fake_window import BERLIN, NOW, the_status


def _said(line: StatusLine) -> str:
    return " | ".join(words.plain(label.text()) for label in line.findChildren(QLabel) if label.text())


def test_it_tells_the_schedules_wall_time_the_age_and_who_leads(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.resize(1400, 26)
    line.show_clock(NOW, BERLIN, "Europe/Berlin")
    line.show_freshness(Freshness(link=Link.OPENING).read(NOW, changed=True, live=True), NOW, BERLIN, slow=False)
    line.show_server(the_status(), lost=False)
    said = _said(line)
    for part in (
        "Sun 25 Oct 2026  10:47:12 CET · Europe/Berlin",
        "Live · changed just now",
        "etlsrv-02 leads",
        "1 warning",
    ):
        assert part in said


def test_a_slow_answer_and_a_lost_connection_are_told(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    live = Freshness(link=Link.OPENING, name="prod").read(NOW, changed=True, live=True)
    line.show_freshness(live, NOW, BERLIN, slow=True)
    assert "reading …" in _said(line)
    line.showMessage("Kept: mart.dump, 78 MB.", 10_000)
    line.show_freshness(live.failed(NOW, "gone"), NOW, BERLIN, slow=True)
    assert not line.currentMessage(), "it would cover that the connection is lost"
    line.show_server(the_status(), lost=True)
    assert "Connection lost" in _said(line)
    assert "Server state unknown" in _said(line)
    assert line.property("lost") is True


def test_a_server_that_does_not_lead_is_told_by_its_state(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    status = the_status()
    line.show_server(replace(status, server=replace(status.server, state=ServerState.NONE, host=None)), lost=False)
    assert "No server" in _said(line)
    line.show_nothing()
    assert "Not connected" in _said(line)
    line.show_opening()
    assert "opening …" in _said(line)


def test_a_message_takes_the_room_of_the_clock_and_of_nothing_else(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.resize(1400, 26)
    line.show()
    line.showMessage("Kept: prod-infomart.dump")
    line.show_clock(NOW, BERLIN, "Europe/Berlin")
    line.show_server(the_status(), lost=False)
    line.show_alarm(alarms.newest(the_board()))
    seen = {part._text.accessibleName() for part in line._parts if part.isVisible()}
    assert seen == {"Newest alarm", "Server", "Warnings"}


def test_where_room_is_short_nothing_is_cut(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.resize(1400, 26)
    line.show()
    line.show_clock(NOW, BERLIN, "Europe/Berlin")
    line.show_server(the_status(), lost=False)
    line.show_alarm(alarms.newest(the_board()))
    assert "Sun 25 Oct 2026" in _said(line) and "Alarm: Job_TransformGIM and 1 more" in _said(line)
    line.resize(600, 26)
    assert _said(line).startswith("10:47:12 CET |")
    seen = [part for part in line._parts if part.isVisible()]
    qtbot.waitUntil(lambda: all(part.sizeHint().width() <= part.width() for part in seen), timeout=10_000)
    line.resize(480, 26)
    assert _said(line).endswith("2 alarms raised | etlsrv-02 | 1")
    assert line._clock._text.toolTip().startswith("Sun 25 Oct 2026")
    line.resize(1400, 26)
    assert "Sun 25 Oct 2026" in _said(line)
