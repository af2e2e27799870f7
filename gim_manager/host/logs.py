"""How the log is written: one rotating file a profile, the run's number and an action word in every line."""

from __future__ import annotations

import json
import logging
import logging.handlers
from datetime import UTC, datetime

from gim_manager.host.paths import Profile

_BYTES = 2_000_000
_KEPT = 5
_FIELDS = ("run_id", "action")


def start(profile: Profile, *, level: int = logging.INFO) -> None:
    """From here on the program's records go into the profile's log file; a second call replaces the first.

    Give `extra={"run_id": 7, "action": "claim"}` with a record that is about a run.
    """
    handler = _Tolerant(profile.log_file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_Line())
    logger = logging.getLogger("gim_manager")
    stop()
    logger.addHandler(handler)
    logger.setLevel(level)


def stop() -> None:
    """Closes the log file; nothing happens if there is none."""
    logger = logging.getLogger("gim_manager")
    for handler in [own for own in logger.handlers if isinstance(own, _Tolerant)]:
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


class _Line(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the fields that are there."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"time": moment, "level": record.levelname, "logger": record.name}
        line |= {name: value for name in _FIELDS if (value := getattr(record, name, None)) is not None}
        line["message"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
