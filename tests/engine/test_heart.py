"""Of several servers one leads; it says that it lives, and hands over."""

from gim_manager.engine.clock import SharedClock
from gim_manager.engine.heart import BEAT_SECONDS, Heart, new_identity
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.language.clock import HandClock


def test_R35_the_first_leads_and_the_second_stands_by(database: Database, clock: HandClock) -> None:
    first, second = (Heart(database, SharedClock(clock), new_identity()) for _ in range(2))
    assert first.beat() and first.leads
    assert not second.beat() and not second.leads
    with reading(database.manager) as connection:
        assert sorted(server.standing for server in leases.servers(connection)) == ["running", "standby"]


def test_a_heart_beats_every_two_seconds_and_not_more(database: Database, clock: HandClock) -> None:
    heart = Heart(database, SharedClock(clock), new_identity())
    heart.beat()
    assert heart.next_beat == clock.steady() + BEAT_SECONDS
    with writing(database.manager) as connection:
        leases.leave(connection, heart._me.id)
    heart.beat()
    with reading(database.manager) as connection:
        assert leases.servers(connection) == ()
    clock.turn(BEAT_SECONDS)
    heart.beat()
    with reading(database.manager) as connection:
        assert len(leases.servers(connection)) == 1


def test_R35_who_hands_over_takes_it_no_more(database: Database, clock: HandClock) -> None:
    first, second = (Heart(database, SharedClock(clock), new_identity()) for _ in range(2))
    first.beat()
    second.beat()
    first.hand_over()
    clock.turn(BEAT_SECONDS)
    first.beat()
    assert not first.leads
    second.beat()
    assert second.leads


def test_R35_no_write_of_a_replaced_leader_gets_through(database: Database, clock: HandClock) -> None:
    first, second = (Heart(database, SharedClock(clock), new_identity()) for _ in range(2))
    first.beat()
    with writing(database.manager) as connection:
        assert first.guard(connection)
        leases.release(connection, holder=first._me.id, epoch=first._epoch or 0)
    second.beat()
    with writing(database.manager) as connection:
        assert not first.guard(connection)
        assert second.guard(connection)
    clock.turn(BEAT_SECONDS)
    assert first.beat() and not first.leads


def test_who_leaves_is_heard_of_no_more(database: Database, clock: HandClock) -> None:
    heart = Heart(database, SharedClock(clock), new_identity())
    heart.beat()
    heart.leave()
    with reading(database.manager) as connection:
        assert leases.servers(connection) == ()
        assert leases.current(connection).holder is None
