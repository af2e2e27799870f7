"""The Health page: what it shows, where it leads, and how it fares without a connection."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop import health_desk
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.pages.health_page import HealthPage
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.errors import Unreachable
from gim_manager.presenters import health
from tests.desktop.conftest import Opened
from tests.language.fake_health import LONG
from tests.language.fake_window import NOW, FakeMart


def _seen(window: MainWindow, qtbot: QtBot) -> HealthPage:
    workplace = window.open_workplace
    workplace.turn_to(workplace.health)
    desk = workplace.health.desk
    qtbot.waitUntil(lambda: desk.rehearsal is not None and desk.digest is not None, timeout=30_000)
    return workplace.health


def test_nothing_is_asked_before_it_is_seen_and_the_tab_counts_all_the_same(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    window = opened(mart)
    assert ("checkup",) not in mart.asked
    tabs = window.open_workplace.tabs
    place = tabs.count() - 1
    assert tabs.accessibleTabName(place) == "Health (1)"
    page = _seen(window, qtbot)
    assert len(page.rows.rows) == 4 and page.count.text() == "4"
    assert tabs.accessibleTabName(place) == "Health (4)"
    assert len(page.facts.cards) == 5
    assert page.night_row.sentence.words.text().startswith("Since Sat 18:00: 40 runs, 2 failed (Job_TransformGIM 2)")
    assert page.rehearsal.headline.text() == "Next clock change: Sun 28 Mar 2027, 02:00 → 03:00"


def test_a_finding_leads_to_its_option_and_to_its_run(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    workplace = window.open_workplace
    page = _seen(window, qtbot)
    links = [row.link for row in page.rows.rows if row.link is not None]
    qtbot.keyClick(links[-1], Qt.Key.Key_Space)
    assert workplace.options.isVisible()
    workplace.turn_to(workplace.health)
    qtbot.keyClick(links[0], Qt.Key.Key_Space)
    run = workplace.jobs.table.current_run()
    assert workplace.jobs.isVisible() and run is not None and run.id == 48206


def test_check_again_looks_anew(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    page = _seen(opened(mart), qtbot)
    mart.concerns = ()
    page.check.click()
    assert not page.check.isEnabled() and page.state.text() == health.CHECKING
    qtbot.waitUntil(page.check.isEnabled, timeout=10_000)
    assert (page.rows.rows, page.nothing.words.text()) == ([], health.NOTHING)
    assert (page.count.text(), page.state.text()) == ("", "")


def test_refresh_looks_anew_too(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    page = _seen(window, qtbot)
    mart.concerns = ()
    window.actions_by_key["refresh"].trigger()
    qtbot.waitUntil(lambda: page.rows.rows == [] and page.check.isEnabled(), timeout=10_000)


def test_many_findings_of_long_words_are_not_cut(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    mart.concerns = LONG
    window = opened(mart)
    window.resize(800, 600)
    page = _seen(window, qtbot)
    assert page._page.minimumSizeHint().width() <= page.width()
    assert [row.line.word for row in page.rows.rows[:3]] == ["Error", "Error", "Warning"]


def test_without_a_connection_it_steps_back(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    page = _seen(window, qtbot)

    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    mart.before = gone
    qtbot.waitUntil(lambda: window.session.freshness.is_lost and not page.check.isEnabled(), timeout=10_000)
    assert page.check.toolTip().endswith(": the connection is lost")
    assert (
        page.facts.cards[0].value.palette().color(page.facts.cards[0].value.foregroundRole()) == (window.theme["text2"])
    )
    mart.before = lambda: None
    window.session.refresh()
    qtbot.waitUntil(page.check.isEnabled, timeout=10_000)


def test_a_page_that_was_opened_without_a_connection_is_read_when_it_is_back(
    opened: Opened, mart: FakeMart, qtbot: QtBot
) -> None:
    window = opened(mart)

    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    mart.before = gone
    qtbot.waitUntil(lambda: window.session.freshness.is_lost, timeout=10_000)
    workplace = window.open_workplace
    workplace.turn_to(workplace.health)
    qtbot.waitUntil(lambda: bool(workplace.health.desk.trouble), timeout=10_000)
    assert workplace.health.shown is None and not workplace.health.copy.isEnabled()
    mart.before = lambda: None
    window.session.refresh()
    qtbot.waitUntil(lambda: len(workplace.health.rows.rows) == 4, timeout=10_000)
    assert workplace.health.copy.isEnabled()


def test_the_page_can_be_copied_as_text(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    page = _seen(opened(mart), qtbot)
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Since Sat 18:00: 40 runs") and "Warning: Job_TransformGIM 48206 failed." in text


@pytest.mark.parametrize("how", ["dismissed", "acted"])
def test_who_opens_it_after_a_night_is_told_in_a_banner(
    opened: Opened, mart: FakeMart, memory: Memory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(health_desk, "SETTLE_SECONDS", 0.0)
    url = mart.identity.url
    memory.keep_looked_at(url, NOW - timedelta(hours=9))
    window = opened(mart)
    workplace = window.open_workplace
    qtbot.waitUntil(lambda: workplace.banner.is_news, timeout=30_000)
    assert workplace.banner.accessibleName().startswith("Since 02:47 CEST: 40 runs, 2 failed")
    workplace.turn_to(workplace.health)
    assert not workplace.banner.isVisible(), "the page tells of the night itself"
    workplace.turn_to(workplace.jobs)
    assert workplace.banner.isVisible()
    getattr(workplace.banner, how).emit()
    qtbot.waitUntil(lambda: not workplace.banner.isVisible())
    assert workplace.health.isVisible() == (how == "acted")
    qtbot.waitUntil(lambda: workplace.session.bridge.is_idle, timeout=30_000)
    window.close()
    assert memory.looked_at(url) == NOW
