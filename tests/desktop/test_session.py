"""When an Info Mart is asked what, and what happens when it stops answering."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.session import Session
from gim_manager.domain.errors import Unreachable
from gim_manager.presenters.freshness import Link
from gim_manager.presenters.job_list import Filters
from tests.language.fake_window import FakeMart, many, the_morning


@pytest.fixture
def mart() -> FakeMart:
    """The morning."""
    return FakeMart()


@pytest.fixture
def session(mart: FakeMart, bridge: Bridge, qtbot: QtBot) -> Session:
    """Opened, with its first page."""
    made = Session(mart, bridge)
    with qtbot.waitSignals([made.first_page, made.status_read, made.counted], timeout=10_000):
        made.open()
    return made


def test_a_change_brings_a_newer_picture_by_itself(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refreshed, timeout=10_000) as told:
        mart.put(the_morning()[4])
    head, changed, gone = told.args
    assert [run.id for run in changed] == [48213]
    assert head.runs[0].id == 48217
    assert gone == frozenset()


def test_live_off_changes_nothing_until_asked(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    session.set_live(False)
    qtbot.waitUntil(lambda: session.bridge.is_idle, timeout=10_000)
    with qtbot.assertNotEmitted(session.refreshed, wait=300):
        mart.put(the_morning()[4])
    assert session.freshness.link is Link.PAUSED
    with qtbot.waitSignal(session.refreshed, timeout=10_000):
        session.refresh()


def test_live_off_what_changed_is_heard_of_once_and_then_seen(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    session.set_live(False)
    qtbot.waitUntil(lambda: session.bridge.is_idle, timeout=10_000)
    for run in (the_morning()[4], the_morning()[5]):
        with qtbot.waitSignal(session.heard, timeout=10_000) as heard:
            mart.put(run)
        assert [found.id for found in heard.args[0]] == [run.id]
    with qtbot.waitSignal(session.refreshed, timeout=10_000) as seen:
        session.set_live(True)
    assert {run.id for run in seen.args[1]} >= {the_morning()[4].id, the_morning()[5].id}


def test_a_lost_connection_is_told_and_ends_by_itself(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    def gone() -> None:
        raise Unreachable("the database", "it went away")

    mart.before = gone
    qtbot.waitUntil(lambda: session.freshness.is_lost, timeout=10_000)
    mart.before = lambda: None
    qtbot.waitUntil(lambda: not session.freshness.is_lost, timeout=15_000)


def test_another_question_drops_the_answer_to_the_first(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    answers: list[int] = []
    session.first_page.connect(lambda page: answers.append(len(page.runs)))
    session.ask(Filters(text="nobody"))
    session.ask(Filters(text="48213"))
    qtbot.waitUntil(lambda: session.bridge.is_idle, timeout=10_000)
    assert answers == [1]


def test_a_page_is_asked_for_once(bridge: Bridge, qtbot: QtBot) -> None:
    mart = FakeMart(many(500))
    session = Session(mart, bridge)
    with qtbot.waitSignal(session.first_page, timeout=10_000) as told:
        session.open()
    after = told.args[0].next
    for _ in range(5):
        session.more(after)
    with qtbot.waitSignal(session.next_page, timeout=10_000):
        pass
    assert len([asked for asked in mart.asked if asked[0] == "page" and asked[2] == after]) == 1


def test_a_slow_database_does_not_slow_the_window(session: Session, mart: FakeMart, qtbot: QtBot) -> None:
    gate = threading.Event()
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))

    def wait_at_the_gate() -> None:
        gate.wait(30)

    mart.before = wait_at_the_gate
    with qtbot.waitSignal(session.slow, timeout=10_000, check_params_cb=bool):
        session.ask(Filters(text="eu"))
        timer.start()
    assert len(ticks) > 20
    timer.stop()
    gate.set()


def test_a_bug_is_not_taken_for_a_lost_connection(mart: FakeMart, bridge: Bridge, qtbot: QtBot) -> None:
    errors: list[type[BaseException]] = []
    session = Session(mart, bridge)
    hook, sys.excepthook = sys.excepthook, lambda kind, _error, _trace: errors.append(kind)

    def bug() -> None:
        raise KeyError("a bug")

    mart.before = bug
    session.open()
    qtbot.waitUntil(lambda: KeyError in errors, timeout=10_000)
    sys.excepthook = hook
    assert not session.freshness.is_lost


def test_that_nothing_has_changed_is_told_to_who_sees_it(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.bridge.is_idle, timeout=10_000)
    session.set_seen(False)
    with qtbot.assertNotEmitted(session.status_read), qtbot.assertNotEmitted(session.freshness_changed):
        session.bridge.start("stay", session._stay())
        qtbot.waitUntil(lambda: session.bridge.is_idle, timeout=10_000)
    with qtbot.waitSignals([session.status_read, session.freshness_changed], timeout=10_000):
        session.set_seen(True)
