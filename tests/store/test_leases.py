"""One server owns the schedule; who lost it cannot write."""

import threading
from datetime import timedelta

from sqlalchemy import select, text, update

from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import outside, reading, writing
from gim_manager.schema.live import mgr_duty, mgr_lease, mgr_server
from gim_manager.store import changes, leases
from gim_manager.store.connect import Database
from gim_manager.store.leases import Tenure
from tests.language.waiting import until

LONG = timedelta(seconds=10)


def _expire(connection) -> None:
    connection.execute(update(mgr_lease).values(expires_at=mgr_lease.c.expires_at - 3_600_000_000))


def test_R35_a_free_lease_is_taken_and_kept_from_others(database: Database) -> None:
    with writing(database.manager) as connection:
        taken = leases.take(connection, holder="a", lasts=LONG)
        assert taken is not None
        assert (taken.holder, taken.epoch) == ("a", 1)
        assert leases.take(connection, holder="b", lasts=LONG) is None
        again = leases.take(connection, holder="a", lasts=LONG)
        assert again is not None
        assert again.epoch == 1
        assert leases.holds(connection, Tenure(holder="a", epoch=1))
        assert not leases.holds(connection, Tenure(holder="b", epoch=1))


def test_R35_an_expired_lease_changes_hands_and_its_epoch_grows(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        _expire(connection)
        assert not leases.holds(connection, Tenure(holder="a", epoch=1))
        taken = leases.take(connection, holder="b", lasts=LONG)
        assert taken is not None
        assert taken.epoch == 2
        assert not leases.renew(connection, holder="a", epoch=1, lasts=LONG)
        assert not leases.release(connection, holder="a", epoch=1)
        assert leases.renew(connection, holder="b", epoch=2, lasts=LONG)


def test_a_lease_that_is_given_back_is_free_at_once(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        assert leases.release(connection, holder="a", epoch=1)
        assert leases.current(connection).holder is None
        taken = leases.take(connection, holder="b", lasts=LONG)
        assert taken is not None
        assert taken.epoch == 2


def test_servers_are_alive_as_long_as_they_are_heard_of(database: Database) -> None:
    def beat(connection, server, standing=Standing.STANDBY):
        leases.beat(connection, server=server, host="desk", pid=1, version="1", standing=standing)

    with writing(database.manager) as connection:
        beat(connection, "a")
        beat(connection, "b")
        before = changes.latest(connection)
        beat(connection, "a")
        assert changes.latest(connection) == before
        beat(connection, "a", Standing.RUNNING)
        assert changes.latest(connection) == before + 1
        assert [(server.id, server.standing) for server in leases.servers(connection)] == [
            ("a", "running"),
            ("b", "standby"),
        ]
        silent = update(mgr_server).where(mgr_server.c.id == "b")
        connection.execute(silent.values(heartbeat_at=mgr_server.c.heartbeat_at - 20_000_000))
        assert [server.id for server in leases.servers(connection)] == ["a"]
        assert leases.forget(connection, silent_for=LONG) == 1
        leases.leave(connection, "a")
    with reading(database.manager) as connection:
        assert leases.servers(connection) == ()


def _duties(connection) -> list[tuple[str, bool]]:
    rows = connection.execute(select(mgr_duty.c.server, mgr_duty.c.until).order_by(mgr_duty.c.id))
    return [(server, until is None) for server, until in rows]


def test_R35_who_leads_is_on_duty_until_relieved_or_gone(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        leases.take(connection, holder="a", lasts=LONG)
        assert _duties(connection) == [("a", True)]
        _expire(connection)
        leases.take(connection, holder="b", lasts=LONG)
        assert _duties(connection) == [("a", False), ("b", True)]
        leases.release(connection, holder="b", epoch=2)
        assert _duties(connection) == [("a", False), ("b", False)]


def test_R33_a_leader_that_slept_was_not_on_duty_meanwhile(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        _expire(connection)
        assert leases.renew(connection, holder="a", epoch=1, lasts=LONG)
        assert leases.renew(connection, holder="a", epoch=1, lasts=LONG)
        assert _duties(connection) == [("a", False), ("a", True)]
        slept = select(mgr_duty.c.id).where(mgr_duty.c.until < select(mgr_lease.c.expires_at).scalar_subquery())
        assert connection.scalars(slept).all() == [1]


def test_who_launches_nothing_by_itself_is_not_on_duty(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        leases.release(connection, holder="a", epoch=1)
        taken = leases.take(connection, holder="b", lasts=LONG, on_duty=False)
        assert taken and leases.renew(connection, holder="b", epoch=taken.epoch, lasts=LONG, on_duty=False)
        assert _duties(connection) == [("a", False)]


def test_R35_a_lease_that_is_given_away_is_the_others_at_once(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        assert leases.is_vacant(connection, holder="a") and not leases.is_vacant(connection, holder="b")
        assert leases.give(connection, to="b", lasts=LONG).epoch == 2
        assert not leases.holds(connection, Tenure(holder="a", epoch=1))
        assert not leases.renew(connection, holder="a", epoch=1, lasts=LONG)
        assert leases.is_vacant(connection, holder="b") and not leases.is_vacant(connection, holder="a")
        taken = leases.take(connection, holder="b", lasts=LONG)
        assert taken and taken.epoch == 2
        assert _duties(connection) == [("a", False), ("b", True)]


def test_R35_the_lease_of_a_leader_that_vanished_is_free_in_its_own_epoch_alone(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
        assert leases.take(connection, holder="b", lasts=LONG, vacant=0) is None
        taken = leases.take(connection, holder="b", lasts=LONG, vacant=1)
        assert taken and (taken.holder, taken.epoch) == ("b", 2)


def test_R35_who_writes_under_the_lease_and_who_wants_it_do_not_wait_for_each_other(
    postgresql_database: Database,
) -> None:
    manager, gone = postgresql_database.manager, threading.Event()

    def take() -> None:
        with writing(manager) as connection:
            assert leases.take(connection, holder="b", lasts=LONG) is None
        gone.set()

    with writing(manager) as connection:
        leases.take(connection, holder="a", lasts=LONG)
    with writing(manager) as connection:
        assert leases.holds(connection, Tenure(holder="a", epoch=1))
        threading.Thread(target=take, daemon=True).start()
        until(lambda: _waits(postgresql_database))
        changes.note(connection, changes.Topic.RUN, 1)
    assert gone.wait(timeout=10)


def _waits(database: Database) -> bool:
    with outside(database.manager) as connection:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return bool(connection.scalar(text(asked)))


def test_who_stands_by_is_who_says_so_and_was_heard_of_just_now(database: Database) -> None:
    with writing(database.manager) as connection:
        for server, standing in (("b", Standing.STANDBY), ("a", Standing.STANDBY), ("c", Standing.STANDBY), *(
            (other.value, other) for other in Standing if other is not Standing.STANDBY
        )):  # fmt: skip
            leases.beat(connection, server=server, host="h", pid=1, version="1", standing=standing)
        silent = update(mgr_server).where(mgr_server.c.id == "c")
        connection.execute(silent.values(heartbeat_at=mgr_server.c.heartbeat_at - 7_000_000))
        assert set(leases.standbys(connection)) == {"a", "b"}
