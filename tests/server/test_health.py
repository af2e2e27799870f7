"""How a server fares is told by HTTP, on both databases; a database that says nothing makes it a 503, not a wait."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import make_url

from gim_manager.domain.errors import BadValue
from gim_manager.server import health
from gim_manager.server.health import LOCAL, Address, Health, address
from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from gim_manager.usecases.serving import Readiness, Serving
from tests.language.server import has_completed
from tests.language.waiting import until
from tests.language.wire import wires

HERE = Address(host=LOCAL, port=0)


@dataclass(frozen=True)
class Told:
    code: int
    kind: str
    body: str

    @property
    def document(self) -> Any:
        return json.loads(self.body)


class Asked:
    """A server's health as a monitor sees it."""

    def __init__(self, serving: Serving, port: int) -> None:
        self.serving, self.port = serving, port

    def __call__(self, path: str, method: str = "GET") -> Told:
        line = http.client.HTTPConnection(LOCAL, self.port, timeout=30)
        line.request(method, path)
        answer = line.getresponse()
        told = Told(answer.status, answer.headers["Content-Type"], answer.read().decode())
        line.close()
        return told


@contextmanager
def asked(url: str) -> Iterator[Asked]:
    """A server that does not run yet, and is asked."""
    serving = Serving(url)
    answering = Health(HERE, serving)
    answering.start()
    yield Asked(serving, answering.port)
    answering.close()


@contextmanager
def at_work(serving: Serving) -> Iterator[None]:
    thread = threading.Thread(target=serving.run)
    thread.start()
    try:
        yield
    finally:
        serving.end()
        thread.join(timeout=20)
        assert not thread.is_alive()


@pytest.fixture
def ask(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    monkeypatch.setattr(health, "KEPT_SECONDS", 0.0001)  # each answer is a new one
    monkeypatch.setattr(health, "WAIT_SECONDS", 20.0)
    with asked(database.secret_url) as ask:
        yield ask


def test_a_server_is_ready_when_it_leads_and_no_sooner(ask: Asked) -> None:
    before = ask("/ready")
    assert (before.code, before.document["ready"], before.document["role"]) == (503, False, None)
    assert before.document["why"] == "This server was not heard of for 15 seconds."
    with at_work(ask.serving):
        until(lambda: ask("/ready").document["role"] == "leader", seconds=20)
        assert ask("/ready").code == 200
        assert ask("/live").document == {"alive": True, "trouble": None}
        status = ask("/status")
        assert (status.code, status.kind) == (200, "application/json; charset=utf-8")
        assert status.document["server"]["id"] == ask.serving.id
    assert ask("/ready").code == 503


def test_what_is_measured_is_there(ask: Asked) -> None:
    with at_work(ask.serving):
        until(lambda: "gim_manager_leader 1.0" in ask("/metrics").body, seconds=20)
    told = ask("/metrics")
    assert (told.code, told.kind) == (200, "text/plain; version=0.0.4; charset=utf-8")


def test_an_answer_has_a_head_and_unknown_paths_and_methods_are_refused(ask: Asked) -> None:
    assert (ask("/live", "HEAD").code, ask("/live", "HEAD").body) == (200, "")
    assert ask("/live?verbose").code == 200
    assert ask("/etc/passwd").code == 404
    assert ask("/live", "POST").code == 501


def test_many_who_ask_at_once_cost_one_question(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "KEPT_SECONDS", 30.0)
    with asked(database.secret_url) as ask:
        questions: list[str] = []
        real = ask.serving.readiness

        def readiness() -> Readiness:
            questions.append("ready")
            return real()

        monkeypatch.setattr(ask.serving, "readiness", readiness)
        threads = [threading.Thread(target=ask, args=("/ready",)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert questions == ["ready"]


def test_a_database_that_says_nothing_is_a_503_and_the_server_lives(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "WAIT_SECONDS", 0.2)
    monkeypatch.setattr(health, "KEPT_SECONDS", 0.0001)
    has_completed(create(postgresql_url), 0)
    with ExitStack() as stack:
        (wire,) = stack.enter_context(wires(to=make_url(postgresql_url).port or 0, count=1))
        through = make_url(postgresql_url).set(port=wire.port).render_as_string(hide_password=False)
        ask = stack.enter_context(asked(through))
        until(lambda: "not heard of" in ask("/ready").body, seconds=20)
        wire.silence()
        for path in ("/ready", "/status", "/metrics"):
            told = ask(path)
            assert (told.code, told.document["error"][:12]) == (503, "The database")
        assert ask("/live").code == 200
        assert threading.active_count() < 12, "one thread a question waits for the database, however many ask"
        wire.speak()
        until(lambda: "not heard of" in ask("/ready").body, seconds=20)


def test_a_file_that_is_gone_is_a_503_with_a_sentence(sqlite_url: str) -> None:
    database = create(sqlite_url)
    has_completed(database, 0)
    with asked(sqlite_url) as ask:
        assert "not heard of" in ask("/ready").body
        assert database.file is not None
        database.file.unlink()
        told = ask("/status")
        assert (told.code, "cannot be opened" in told.document["error"]) == (503, True)


def test_a_scheduler_that_stands_still_is_not_alive(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(ask.serving._scheduler), "overdue", 61.0)
    told = ask("/live")
    assert (told.code, told.document["alive"]) == (503, False)


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [("9464", "127.0.0.1", 9464), ("0.0.0.0:80", "0.0.0.0", 80), ("[::1]:9464", "::1", 9464), ("0", "127.0.0.1", 0)],
)
def test_an_address_is_a_port_of_this_computer_or_names_a_host(text: str, host: str, port: int) -> None:
    assert address(text) == Address(host=host, port=port)


@pytest.mark.parametrize("text", ["", "http", "host:", ":9464", "70000", "-1", "1.5"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="write PORT, or HOST:PORT"):
        address(text)


def test_a_port_that_another_has_is_told(database: Database) -> None:
    with asked(database.secret_url) as ask, pytest.raises(BadValue, match=f"at 127.0.0.1:{ask.port}"):
        Health(Address(host=LOCAL, port=ask.port), ask.serving)
