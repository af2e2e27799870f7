"""When the Info Mart is looked at anew, and when somebody is told of the night."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.health_desk import LONG_AWAY, REHEARSED_FOR, HealthDesk
from gim_manager.desktop.session import Session
from gim_manager.domain.errors import Unreachable
from tests.language.fake_window import NOW, FakeMart, the_status, wall

MINUTE = timedelta(minutes=1)
LONG_AGO = NOW - LONG_AWAY


@pytest.fixture
def session(mart: FakeMart, bridge: Bridge) -> Iterator[Session]:
    made = Session(mart, bridge)
    yield made
    made.close()


@pytest.fixture
def desk(session: Session) -> HealthDesk:
    made = HealthDesk(session)
    made.settle_seconds = 0.0
    return made


def asked(mart: FakeMart, what: str) -> int:
    return sum(question[0] == what for question in mart.asked)


def look(desk: HealthDesk, qtbot: QtBot) -> None:
    desk.look()
    qtbot.waitUntil(lambda: desk.rehearsal is not None and desk.digest is not None, timeout=30_000)


def test_a_look_reads_everything_once(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    look(desk, qtbot)
    assert desk.checkup and desk.rehearsal and desk.rehearsal.change
    assert (desk.is_checking, desk.trouble) == (False, "")
    desk.look_away()
    desk.look()
    assert asked(mart, "checkup") == 1
    mart._now += 2 * MINUTE
    desk.look()
    qtbot.waitUntil(lambda: asked(mart, "checkup") == 2 and not desk.is_checking)


def test_the_rehearsal_counts_while_the_options_do(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    look(desk, qtbot)
    first = desk.rehearsal
    desk.check()
    qtbot.waitUntil(lambda: asked(mart, "rehearsal") == 2 and desk.session.bridge.is_idle)
    assert desk.rehearsal is first
    mart._now += REHEARSED_FOR
    desk.check()
    qtbot.waitUntil(lambda: desk.rehearsal is not first, timeout=30_000)


def test_another_warning_is_looked_at_closer_by_who_looks(
    desk: HealthDesk, session: Session, mart: FakeMart, qtbot: QtBot
) -> None:
    session.status_read.emit(the_status())
    look(desk, qtbot)
    session.status_read.emit(the_status())
    assert asked(mart, "checkup") == 1
    session.status_read.emit(replace(the_status(), warnings=("another",)))
    qtbot.waitUntil(lambda: asked(mart, "checkup") == 2 and not desk.is_checking)
    desk.look_away()
    session.status_read.emit(replace(the_status(), warnings=()))
    assert desk.checkup is None, "whoever looks next shall not see what is no more"


def test_a_checkup_that_comes_to_nothing_says_why(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    def broken() -> None:
        raise Unreachable("prod-infomart", "it went away")

    mart.before = broken
    desk.look()
    qtbot.waitUntil(lambda: not desk.is_checking)
    assert "it went away" in desk.trouble and desk.checkup is None


def test_who_was_away_for_long_is_told_of_the_night(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.night_told, timeout=10_000):
        desk.noticed(NOW, LONG_AGO)
    news = [desk.is_news]
    desk.put_away()
    assert [*news, desk.is_news] == [True, False]
    assert desk.digest and desk.digest.since == LONG_AGO
    desk.look()
    qtbot.waitUntil(lambda: desk.session.bridge.is_idle, timeout=30_000)
    assert desk.digest.since == LONG_AGO, "the page goes on telling of the same night"


def test_who_was_away_shortly_or_never_before_is_not(desk: HealthDesk, mart: FakeMart) -> None:
    desk.noticed(NOW)
    desk.noticed(NOW + LONG_AWAY - MINUTE)
    desk.noticed(NOW)
    assert asked(mart, "what happened") == 0 and desk.looked_at == NOW


def test_a_computer_that_slept_is_noticed_when_it_wakes(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    desk.noticed(NOW - LONG_AWAY)
    with qtbot.waitSignal(desk.night_told, timeout=10_000):
        desk.noticed(NOW)
    assert desk.digest and desk.digest.since == LONG_AGO


def test_the_launches_of_a_gap_are_played_in_a_process(desk: HealthDesk, mart: FakeMart, qtbot: QtBot) -> None:
    mart.slept = wall("23:10:00", 24), wall("06:55:00")
    with qtbot.waitSignal(desk.night_told, timeout=30_000):
        desk.noticed(NOW, LONG_AGO)
    assert desk.digest and desk.digest.gaps[0].due > 10


def test_a_database_that_is_away_after_the_wake_is_asked_once_more(
    desk: HealthDesk, session: Session, mart: FakeMart, qtbot: QtBot
) -> None:
    def away() -> None:
        raise Unreachable("prod-infomart", "it went away")

    mart.before = away
    desk.noticed(NOW, LONG_AGO)
    qtbot.waitUntil(lambda: desk._owed is not None)
    mart.before = lambda: None
    with qtbot.waitSignal(desk.night_told, timeout=10_000):
        session.status_read.emit(the_status())
    assert desk._owed is None
