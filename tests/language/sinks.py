"""Those who take messages, for real: a mail server, a web server, a syslog; each can refuse, or never answer."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANGS = "hangs"
"""The server takes the connection and says nothing."""


class MailServer(socketserver.ThreadingTCPServer):
    """Enough of SMTP to take mail: EHLO, AUTH PLAIN, MAIL, RCPT, DATA."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, refuses: tuple[str, ...] = (), password: str = "", mood: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.refuses, self.password, self.mood = refuses, password, mood
        self.mails: list[str] = []
        self.over = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        if self.server.mood == HANGS:
            self.server.over.wait(60)
            return
        self._say(self.server.mood or "220 sink")
        while (line := self.rfile.readline().decode().strip()) and self._answer(line):
            pass

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _answer(self, line: str) -> bool:
        word = line.split(" ", 1)[0].upper()
        if word == "EHLO":
            self._say("250-sink\r\n250 AUTH PLAIN" if self.server.password else "250 sink")
        elif word == "AUTH":
            self._say("235 ok" if line.split()[-1] == self.server.password else "535 5.7.8 wrong password")
        elif word == "RCPT":
            refused = any(address in line for address in self.server.refuses)
            self._say("550 5.1.1 nobody here" if refused else "250 ok")
        elif word == "DATA":
            self._take()
        else:
            self._say("221 bye" if word == "QUIT" else "250 ok")
        return word != "QUIT"

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.decode())
        self.server.mails.append("".join(lines))
        self._say("250 taken")


class WebServer(ThreadingHTTPServer):
    """Takes POSTs, answers `status`, and keeps headers and bodies."""

    daemon_threads = True

    def __init__(self, *, status: int = 204, hangs: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Post)
        self.status, self.hangs = status, hangs
        self.posts: list[tuple[dict[str, str], bytes]] = []
        self.gets = 0
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/alarms?key=geheim"


class _Post(BaseHTTPRequestHandler):
    server: WebServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((dict(self.headers), body))
        if self.server.hangs:
            self.server.over.wait(60)
            return
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.server.gets += 1
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


@contextmanager
def serving(server: Any) -> Iterator[Any]:
    """The server, in a thread of its own for as long as the block lasts."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def datagrams(family: int, address: Any) -> Iterator[socket.socket]:
    """A bound socket that takes datagrams, as a syslog does."""
    with socket.socket(family, socket.SOCK_DGRAM) as taking:
        taking.bind(address)
        taking.settimeout(10)
        yield taking
