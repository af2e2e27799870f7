"""The lines that a host and its workers exchange over the worker's pipes: one JSON object each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Status, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Host to worker, first and once: which run to work. The URL may hold a password, so it travels here only."""

    run_id: int
    token: str
    url: str
    job: Job
    parameters: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Host to worker: the right to write that was wanted under this number."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNow:
    """Host to worker: stop (R26)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """Host to worker: there may be new facts, do not sleep on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """Host to the worker of an aggregation: work this re-aggregation too (R18); the next comes when it has ended."""

    request: int
    parameters: str
    forced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Host to the worker of an aggregation: end this re-aggregation where it is."""

    request: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Worker to host: I want to write the Info Mart."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBack:
    """Worker to host: I have committed, or no longer want to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Worker to host: alive, and how far; None means unchanged, and the log will number the lines."""

    progress: float | None = None
    note: str | None = None
    rows: int | None = None
    steps: tuple[Step, ...] | None = None
    lines: tuple[LogLine, ...] = ()
    request: int | None = None
    """The re-aggregation that this is about; None for the run itself."""


class Ending(StrEnum):
    """How a worker's job ended."""

    COMPLETE = "complete"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Worker to host: the job is over, which is its last word, or a re-aggregation is; `error` is a sentence."""

    ending: Ending
    rows: int | None = None
    note: str | None = None
    error: str | None = None
    request: int | None = None


ToWorker = Assignment | Grant | StopNow | Wake | Rebuild | Withdraw
ToHost = Want | GiveBack | Told | Ended
Message = ToWorker | ToHost

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Assignment, Grant, StopNow, Wake, Rebuild, Withdraw, Want, GiveBack, Told, Ended)
}


class NotAMessage(ValueError):
    """A line that is none of ours: something else wrote to the pipe."""


def encode(message: Message) -> bytes:
    """The message as one line."""
    return json.dumps({"kind": type(message).__name__, **asdict(message)}, default=_plain).encode() + b"\n"


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot travel")


def decode(line: bytes) -> Message:
    """The message of a line; raises NotAMessage."""
    try:
        values = json.loads(line)
        kind = _KINDS[values.pop("kind")]
        message: Message = _read(kind, values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAMessage(line.decode(errors="replace").rstrip()) from error
    return message


def _read(kind: type[Any], values: Mapping[str, Any]) -> Any:
    known = {entry.name for entry in fields(kind)}
    given = {name: value for name, value in values.items() if name in known and value is not None}
    return kind(**{name: _READERS.get(name, _as_is)(value) for name, value in given.items()})


def _as_is(value: Any) -> Any:
    return value


def _steps(values: list[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(_read(Step, value) for value in values)


def _lines(values: list[Mapping[str, Any]]) -> tuple[LogLine, ...]:
    return tuple(_read(LogLine, value) for value in values)


_READERS: dict[str, Any] = {
    "job": Job, "status": Status, "ending": Ending, "steps": _steps, "lines": _lines, "time": datetime.fromisoformat,
    "start_time": datetime.fromisoformat, "end_time": datetime.fromisoformat,
}  # fmt: skip
