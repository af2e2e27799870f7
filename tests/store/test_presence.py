"""The leader's lock tells the standbys of its end; where nobody holds it, it tells nothing (R35)."""

import threading
from collections.abc import Iterator

import pytest

from gim_manager.domain.errors import Unreachable
from gim_manager.schema.engines import make_engine, outside
from gim_manager.schema.urls import parse_url
from gim_manager.store.connect import Database
from gim_manager.store.presence import Presence, Sight
from tests.language.waiting import until

SOON = 0.01


@pytest.fixture
def leader(postgresql_database: Database) -> Iterator[Presence]:
    made = Presence(make_engine(parse_url(postgresql_database.secret_url), application="the leader", keeps=True))
    yield made
    made.close()


@pytest.fixture
def standby(postgresql_database: Database) -> Iterator[Presence]:
    made = Presence(postgresql_database.manager)
    yield made
    made.close()


def _end_the_leaders_session(database: Database) -> None:
    with outside(database.manager) as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'the leader'"
        )


def test_a_leader_that_goes_is_noticed_by_who_waits_for_that(leader: Presence, standby: Presence) -> None:
    leader.show(3, SOON)
    assert standby.watch(3, SOON) is Sight.PRESENT
    noticed = threading.Event()

    def wait() -> None:
        until(lambda: standby.watch(3, 5.0) is Sight.VANISHED)
        noticed.set()

    threading.Thread(target=wait, daemon=True).start()
    leader.close()
    assert noticed.wait(timeout=10)


def test_of_a_leader_that_never_showed_itself_nothing_is_known(standby: Presence) -> None:
    assert standby.watch(3, SOON) is Sight.UNKNOWN
    assert standby.watch(3, SOON) is Sight.UNKNOWN


def test_each_epoch_has_a_lock_of_its_own(leader: Presence, standby: Presence) -> None:
    leader.show(3, SOON)
    standby.show(4, SOON)
    assert leader.watch(4, SOON) is Sight.PRESENT
    assert standby.watch(3, SOON) is Sight.UNKNOWN
    standby.close()
    assert leader.watch(4, SOON) is Sight.VANISHED


def test_a_leader_whose_session_was_ended_says_so_and_shows_itself_again(
    postgresql_database: Database, leader: Presence, standby: Presence
) -> None:
    leader.show(3, SOON)
    assert standby.watch(3, SOON) is Sight.PRESENT
    _end_the_leaders_session(postgresql_database)
    with pytest.raises(Unreachable):
        leader.show(3, SOON)
    leader.show(3, SOON)
    assert standby.watch(3, SOON) is Sight.PRESENT
