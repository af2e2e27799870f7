"""How a server fares, by HTTP on this computer: alive, ready, its status, its metrics; never in the scheduler's way."""

from __future__ import annotations

import http.server
import json
import logging
import os
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gim_manager.domain.errors import BadValue, GimError, Unreachable
from gim_manager.presenters.status_document import status_object
from gim_manager.usecases.serving import Serving

_LOG = logging.getLogger(__name__)

LOCAL = "127.0.0.1"
KEPT_SECONDS = 1.0
"""An answer is given again for so long, however many ask."""
WAIT_SECONDS = 3.0
"""How long one who asks waits for the database."""
CALLERS = 16
"""At a time; more are turned away."""
_JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens for whoever asks how it fares."""

    host: str
    port: int


def address(text: str) -> Address:
    """`PORT` of this computer, or `HOST:PORT` ([::1]:PORT of IPv6); raises BadValue."""
    host, colon, port = text.rpartition(":")
    if not port.isdigit() or int(port) > 65_535 or (colon and not host):
        raise BadValue(f"{text!r} is no address to listen at: write PORT, or HOST:PORT.")
    return Address(host=host.strip("[]") or LOCAL, port=int(port))


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    code: int
    body: bytes
    kind: str = _JSON


def _document(code: int, **known: object) -> Answer:
    return Answer(code, json.dumps(known, ensure_ascii=False).encode() + b"\n")


class Health:
    """Listens from the moment it is made, answers from `start` to `close`."""

    def __init__(self, at: Address, serving: Serving) -> None:
        """Raises BadValue if nobody can listen there."""
        self._serving = serving
        self._metrics: Any = None
        kept = {"/ready": self._ready, "/status": self._status, "/metrics": self._measured}
        self._kept = {path: _Kept(path, question) for path, question in kept.items()}
        try:
            self._listener = _Listener(at, self.answer)
        except OSError as error:
            raise BadValue(f"Nobody can be told at {at.host}:{at.port} how the server fares: {error}.") from None

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.server_address[1])

    def start(self) -> None:
        """From here on whoever asks is answered."""
        threading.Thread(target=self._listener.serve_forever, name="health", daemon=True).start()

    def close(self) -> None:
        """No more answers."""
        self._listener.shutdown()
        self._listener.server_close()

    def answer(self, path: str) -> Answer:
        """What stands under this path; within WAIT_SECONDS."""
        if path == "/live":
            return self._live()
        if path in self._kept:
            return self._kept[path].answer()
        return _document(404, error="There are /live, /ready, /status and /metrics.")

    def _live(self) -> Answer:
        if not self._serving.is_alive:
            return _document(503, alive=False, why="A turn of the scheduler is more than 60 seconds late.")
        return _document(200, alive=True, trouble=self._serving.trouble)

    def _ready(self) -> Answer:
        found = self._serving.readiness()
        role = ("leader" if found.leads else "standby") if found.ready else None
        return _document(200 if found.ready else 503, ready=found.ready, role=role, why=found.why_not)

    def _status(self) -> Answer:
        return _document(200, **status_object(self._serving.status(), self._serving.zone))

    def _measured(self) -> Answer:
        # Loaded where it is asked for: a server that nobody measures begins sooner.
        from gim_manager.server import metrics

        self._metrics = self._metrics or metrics.Metrics(self._serving.id)
        text = self._metrics.text(self._serving.figures(), leads=self._serving.leads)
        return Answer(200, text, metrics.CONTENT_TYPE)


class _Kept:
    """One question to the database: one thread asks it, however many wait for the answer, and none waits for long."""

    def __init__(self, name: str, question: Callable[[], Answer]) -> None:
        self._name, self._question = name, question
        self._changed = threading.Condition()
        self._asking = False
        self._answer: Answer | None = None
        self._answered_at = 0.0

    def answer(self) -> Answer:
        """At most KEPT_SECONDS old, or 503 if there is none in time."""
        with self._changed:
            before = self._answer
            if before is not None and time.monotonic() - self._answered_at <= KEPT_SECONDS:
                return before
            if not self._asking:
                self._asking = True
                threading.Thread(target=self._ask, name=f"health {self._name}", daemon=True).start()
            if self._changed.wait_for(lambda: self._answer is not before, timeout=WAIT_SECONDS) and self._answer:
                return self._answer
        return _failed(Unreachable("The database", f"it has not answered for {WAIT_SECONDS:.0f} seconds."))

    def _ask(self) -> None:
        try:
            answer = self._question()
        except GimError as away:
            answer = _failed(away)
        except Exception:  # noqa: BLE001  the edge: who asks how the server fares must not end it
            _LOG.exception("nobody can tell how the server fares", extra={"action": "bug"})
            answer = _document(500, error="Something unexpected happened; the server's log has the details.")
        with self._changed:
            self._answer, self._answered_at, self._asking = answer, time.monotonic(), False
            self._changed.notify_all()


def _failed(away: GimError) -> Answer:
    return _document(503, error=str(away))


class _Listener(http.server.ThreadingHTTPServer):
    """A thread a caller, so many at most; none of them is waited for at the end."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # there it would let two servers listen at one port

    def __init__(self, at: Address, answer: Callable[[str], Answer]) -> None:
        self.answer = answer
        self.address_family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
        self._free = threading.BoundedSemaphore(CALLERS)
        super().__init__((at.host, at.port), _Caller)

    def server_bind(self) -> None:
        """Without asking the network for this computer's name, which may take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answered by a thread, or turned away."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """In a thread of its own."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller who hangs up in the middle is nobody's trouble."""
        _LOG.debug("a caller of the health port went away", exc_info=True, extra={"action": "health"})


class _Caller(http.server.BaseHTTPRequestHandler):
    """One caller, one answer."""

    server: _Listener
    server_version, sys_version = "gim-manager", ""
    timeout = 5.0

    def do_GET(self) -> None:
        """The answer, with its body."""
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        """The answer without it."""
        self._send(with_body=False)

    def _send(self, *, with_body: bool) -> None:
        answer = self.server.answer(self.path.partition("?")[0])
        self.send_response(answer.code)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Who looks every few seconds is not news."""
        _LOG.debug(format, *args, extra={"action": "health"})
