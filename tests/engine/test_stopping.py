"""A stop reaches a job wherever it is."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text

from gim_manager.engine.protocol import GiveBack, Want
from gim_manager.engine.stopping import Stopping, WriteTurn
from gim_manager.jobs.work import Stopped
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


@pytest.mark.timeout(30)
def test_R26_the_running_statement_is_cancelled_and_surfaces_as_stopped(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    stop = Stopping()
    threading.Timer(0.2, stop.tell).start()
    with pytest.raises(Stopped), writing(engine) as connection, stop.cancels(connection):
        connection.execute(text(ENDLESS[engine.dialect.name]))


@pytest.mark.timeout(30)
def test_R26_a_cancel_that_fell_between_two_statements_is_repeated(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    stop = Stopping()
    with pytest.raises(Stopped), writing(engine) as connection, stop.cancels(connection):
        stop.tell()
        threading.Timer(0.2, stop.cancel_again).start()
        connection.execute(text(ENDLESS[engine.dialect.name]))


def test_other_errors_stay_what_they_are_until_a_stop_is_told(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    stop = Stopping()
    with pytest.raises(ZeroDivisionError), writing(engine) as connection, stop.cancels(connection):
        raise ZeroDivisionError
    stop.tell()
    with pytest.raises(Stopped), writing(engine) as connection, stop.cancels(connection):
        pass


def test_a_sleeper_hears_a_stop_and_new_facts() -> None:
    stop = Stopping()
    assert not stop.wait(0.01)
    stop.wake()
    assert not stop.wait(60)
    threading.Timer(0.05, stop.tell).start()
    assert stop.wait(60)
    with pytest.raises(Stopped):
        stop.check()


class _Host:
    def __init__(self, answer: Callable[[Want], None] | None = None) -> None:
        self.heard: list[Want | GiveBack] = []
        self.answer = answer

    def hear(self, message: Want | GiveBack) -> None:
        self.heard.append(message)
        if self.answer and isinstance(message, Want):
            self.answer(message)


def test_a_turn_is_wanted_granted_and_given_back() -> None:
    host = _Host()
    turn = WriteTurn(host.hear, Stopping())
    host.answer = lambda want: turn.granted(want.number)
    for _ in range(2):
        with turn.take():
            assert isinstance(host.heard[-1], Want)
    assert host.heard == [Want(number=1), GiveBack(), Want(number=2), GiveBack()]


def test_a_waiting_writer_hears_a_stop_and_leaves_the_queue() -> None:
    host, stop = _Host(), Stopping()
    turn = WriteTurn(host.hear, stop)
    threading.Timer(0.05, stop.tell).start()
    with pytest.raises(Stopped), turn.take():
        raise AssertionError
    assert host.heard == [Want(number=1), GiveBack()]


def test_a_grant_that_was_given_up_does_not_count_for_the_next_want() -> None:
    host, stop = _Host(), Stopping()
    turn = WriteTurn(host.hear, stop)
    turn.granted(0)
    host.answer = lambda want: turn.granted(want.number - 1)
    threading.Timer(0.3, stop.tell).start()
    with pytest.raises(Stopped), turn.take():
        raise AssertionError
