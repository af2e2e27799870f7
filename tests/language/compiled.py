"""Statements that are compiled once in a process of tests, not once for each engine: every test makes engines of its
own, and to compile took a fifth of what the tests of the jobs take. Servers and workers live too long to notice."""

from typing import Any

from sqlalchemy.engine.base import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_compiled: LRUCache[Any, Any] = LRUCache(5000)
_made = Engine.__init__
_MAKES_A_DIFFERENCE = ("server_version_info", "default_schema_name", "executemany_mode", "_backslash_escapes")
"""What one dialect may know or be told that another of its kind does not."""


def share_compiled_statements() -> None:
    """From here on, among all engines whose dialects would compile the same."""

    def make(engine: Engine, *given: Any, **named: Any) -> None:
        _made(engine, *given, **named)
        engine._compiled_cache = _compiled

    Engine.__init__ = make  # type: ignore[method-assign,assignment]
    DefaultDialect.__eq__ = _is_alike  # type: ignore[method-assign,assignment]
    DefaultDialect.__hash__ = _kind  # type: ignore[method-assign,assignment]


def _is_alike(one: DefaultDialect, other: object) -> bool:
    return one is other or (type(one) is type(other) and _traits(one) == _traits(other))


def _traits(dialect: object) -> list[object]:
    return [getattr(dialect, name, None) for name in _MAKES_A_DIFFERENCE]


def _kind(dialect: DefaultDialect) -> int:
    return hash(type(dialect))
