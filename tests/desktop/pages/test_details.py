"""Steps, Log and Why of the selected run."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.details import LOG, WHY, Details
from gim_manager.domain.run import LogLine
from tests.desktop.conftest import Opened
from tests.language.fake_window import NOW, FakeMart, the_morning


def _details(opened: Opened, mart: FakeMart, number: int) -> Details:
    jobs = opened(mart).open_workplace.jobs
    jobs.table.select_run(number)
    return jobs.details


def _lines(first: int, last: int) -> list[LogLine]:
    return [LogLine(number=n, time=NOW, level="INFO", message=f"line {n}") for n in range(first, last + 1)]


def test_the_run_is_named_at_the_right(opened: Opened) -> None:
    details = _details(opened, FakeMart(), 48213)
    told = " ".join(label.text() for label in details.findChildren(QLabel))
    assert "48213" in told
    assert "started 10:37:08 by scheduler on etlsrv-02" in told


def test_the_log_is_read_when_it_is_looked_at_and_goes_on_by_itself(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.lines = _lines(1, 3)
    details = _details(opened, mart, 48213)
    assert details.log.text == ""
    details.tabs.setCurrentIndex(LOG)
    qtbot.waitUntil(lambda: details.log.last_number == 3, timeout=10_000)
    mart.lines += _lines(4, 5)
    mart.put(the_morning()[4])
    qtbot.waitUntil(lambda: details.log.text.endswith("line 5"), timeout=10_000)
    assert details.log.text.count("line 1") == 1


def test_the_sentence_of_why_needs_no_question(opened: Opened) -> None:
    details = _details(opened, FakeMart(), 48208)
    details.tabs.setCurrentIndex(WHY)
    assert details.why_view.accessibleDescription().startswith("Stopped by a.novak")


def test_why_tells_what_is_kept_with_its_rules_when_it_is_looked_at(opened: Opened, qtbot: QtBot) -> None:
    details = _details(opened, FakeMart(), 48216)
    assert "R21" not in details.why_view.accessibleDescription()
    details.tabs.setCurrentIndex(WHY)
    qtbot.waitUntil(lambda: "to end. R21" in details.why_view.accessibleDescription(), timeout=10_000)


def test_nothing_selected_says_what_stands_there_else(opened: Opened) -> None:
    details = _details(opened, FakeMart(()), 1)
    assert details._nothing.isVisible()
    details.tabs.setCurrentIndex(WHY)
    assert details._nothing.isVisible()
    assert details.step_list.accessibleDescription() == ""
    assert details.why_view.accessibleDescription() == ""
