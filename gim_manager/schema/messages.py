"""How a statement travels to PostgreSQL: behind another in the same message, and read and planned once for a session.

psycopg2 sends every statement as a new text. Of the short ones by which runs begin and end PostgreSQL takes longer to read
and plan one than to carry it out (docs/decisions/0009).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine, event

_AFTER = "gim_after"
_KEPT = "gim_kept"
_READY = "gim_ready"

KEPT: dict[str, Any] = {_KEPT: True}
"""Execution options of a statement that each session of PostgreSQL keeps as it was planned the first times. All of its
parameters are texts, whole numbers or floats by their types: it is read before their values are seen."""
_TYPES = {str: "text", int: "bigint", float: "double precision"}
_GIVEN = re.compile(r"%\((\w+)\)s")
_numbers = count(1)


def after(statement: str) -> dict[str, Any]:
    """Execution options of a statement that goes behind this one, which has no parameters, in the same message: as it
    begins when this one has ended it sees what was committed up to then. On PostgreSQL alone."""
    return {_AFTER: statement}


def listen(engine: Engine) -> None:
    """Lets the statements of this engine of PostgreSQL travel as their execution options say."""
    event.listen(engine, "before_cursor_execute", _sent, retval=True)
    event.listen(engine, "after_cursor_execute", _came_back)


def _sent(
    connection: Connection, _cursor: object, statement: str, parameters: Any, context: Any, _many: bool
) -> tuple[str, Any]:
    options = {} if context is None else context.execution_options
    if _KEPT in options:
        statement = _kept(connection, statement, context)
    first = options.get(_AFTER)
    return (f"{first}; {statement}" if first else statement), parameters


def _kept(connection: Connection, statement: str, context: Any) -> str:
    ready: dict[str, str] = connection.info.setdefault(_READY, {})
    if statement in ready:
        return ready[statement]
    # A message that fails may leave it ready, and nobody knows: no name is given twice.
    name = f"gim_{next(_numbers)}"
    given = list(dict.fromkeys(_GIVEN.findall(statement)))
    types = [_TYPES[context.compiled.binds[one].type.python_type] for one in given]
    read = _GIVEN.sub(lambda found: f"${given.index(found[1]) + 1}", statement).replace("%%", "%")
    context.gim_execution = f"EXECUTE {name}{_listed(f'%({one})s' for one in given)}"
    return f"PREPARE {name}{_listed(types)} AS {read}; {context.gim_execution}"


def _listed(words: Iterable[str]) -> str:
    listed = ", ".join(words)
    return f"({listed})" if listed else ""


def _came_back(
    connection: Connection, _cursor: object, _sent: str, _parameters: Any, context: Any, _many: bool
) -> None:
    """Only now is it known that the session has it."""
    execution = getattr(context, "gim_execution", None)
    if execution is not None:
        connection.info[_READY][context.statement] = execution
