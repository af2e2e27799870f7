"""How the log is written: one rotating file a profile, a server's lines on standard error too, as text or as JSON."""

from __future__ import annotations

import json
import logging
import logging.handlers
import queue
import threading
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO

from gim_manager.domain.masking import masked
from gim_manager.host.paths import Profile

_BYTES = 2_000_000
_KEPT = 5
_FIELDS = ("run_id", "action")
_WAITING = 1_000
"""Lines that wait for a standard error that nobody reads; what comes then is in the file alone."""
_LAST_WORDS = 1.0
"""Seconds that the end of the program waits for them."""


class LogFormat(StrEnum):
    """How a server speaks on standard error."""

    TEXT = "text"
    JSON = "json"


def start(profile: Profile, *, level: int = logging.INFO) -> None:
    """From here on the program's records go into the profile's log file; a second call replaces the first.

    Give `extra={"run_id": 7, "action": "claim"}` with a record that is about a run.
    """
    handler = _Tolerant(profile.log_file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_JsonLine(traces=True))
    logger = logging.getLogger("gim_manager")
    stop()
    logger.addHandler(handler)
    logger.setLevel(level)


def speak(stream: TextIO, form: LogFormat, *, server: str, level: int = logging.INFO) -> None:
    """A server's records go to this stream too, a line each and without traces; those in the file name the server.

    A stream that nobody reads holds up nobody: its lines are given up.
    """
    logger = logging.getLogger("gim_manager")
    for handler in logger.handlers:
        if isinstance(handler, _Tolerant):
            handler.setFormatter(_JsonLine(traces=True, server=server))
    aloud = _Aloud(stream)
    aloud.setLevel(level)
    aloud.setFormatter(_JsonLine(server=server) if form is LogFormat.JSON else _TextLine())
    logger.addHandler(aloud)


def stop() -> None:
    """Closes the log file, and ends what `speak` began; nothing happens if there is neither."""
    logger = logging.getLogger("gim_manager")
    for handler in [own for own in logger.handlers if isinstance(own, _Tolerant | _Aloud)]:
        logger.removeHandler(handler)
        handler.close()


class _Tolerant(logging.handlers.RotatingFileHandler):
    """A log that cannot be written, as on a full disk, never disturbs the work that it tells of."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        pass

    def doRollover(self) -> None:  # noqa: N802
        try:
            super().doRollover()
        except OSError:
            # Another program of this profile holds the file open (Windows): it rolls over next time.
            self.stream = self.stream or self._open()


class _Aloud(logging.Handler):
    """Lines for a stream, written by a thread of its own: a full pipe must not stop the scheduler."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._lines: queue.Queue[str | None] = queue.Queue(_WAITING)
        self._writer = threading.Thread(target=self._write, name="standard error", daemon=True)
        self._writer.start()

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(queue.Full):
            self._lines.put_nowait(self.format(record))

    def close(self) -> None:
        """Gives what waits a second to be written."""
        with suppress(queue.Full):
            self._lines.put(None, timeout=_LAST_WORDS)
            self._writer.join(timeout=_LAST_WORDS)
        super().close()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            # Whoever read has gone, or closed the stream: the file has it all.
            with suppress(OSError, ValueError):
                self._stream.write(f"{line}\n")
                self._stream.flush()


class _JsonLine(logging.Formatter):
    """One JSON object a line: time, level, logger, the fields that are there, message, and the trace where it may."""

    def __init__(self, *, traces: bool = False, server: str | None = None) -> None:
        super().__init__()
        self._traces = traces
        self._server = server

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {"time": _moment(record), "level": record.levelname, "logger": record.name}
        line |= {name: value for name in _FIELDS if (value := getattr(record, name, None)) is not None}
        if self._server is not None:
            line["server"] = self._server
        line["message"] = masked(record.getMessage())
        if self._traces and record.exc_info:
            line["trace"] = masked(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


class _TextLine(logging.Formatter):
    """`2026-11-23T05:30:04.120+00:00 WARNING the database is away`: for a person, or a journal."""

    def format(self, record: logging.LogRecord) -> str:
        message = masked(record.getMessage()).replace("\n", " | ")
        about = f" [run {run_id}]" if (run_id := getattr(record, "run_id", None)) is not None else ""
        return f"{_moment(record)} {record.levelname} {message}{about}"


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
