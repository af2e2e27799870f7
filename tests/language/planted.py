"""Two steps of the Info Mart's half that no program has: so that steps which really change tables can be broken off."""

import os
import signal
from typing import Any

from sqlalchemy import Connection, text

from gim_manager.store import migrate, versions

KNOWN = versions.INFO_MART_STEPS
STEPS = ("planted-1", "planted-2")
_DONE = {
    "planted-1": ("ALTER TABLE tenant ADD COLUMN planted INTEGER DEFAULT 7", "CREATE TABLE planted (id INTEGER)"),
    "planted-2": (
        "INSERT INTO planted SELECT tenant_key FROM tenant",
        "ALTER TABLE tenant RENAME planted TO kept",
    ),
}
DIES = "GIM_PLANTED_DIES"
"""In the environment of a worker: `in` or `after`, and the step in or after which it is killed."""
LINGERS = "GIM_PLANTED_LINGERS"
"""In the environment of a worker: the step that has one statement which takes far longer than any test."""
_FOR_EVER = {
    "sqlite": "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1e12) SELECT max(i) FROM n",
    "postgresql": "SELECT pg_sleep(3600)",
}
_real = migrate._migrate


def steps_are_planted(monkeypatch: Any) -> None:
    """This process knows the steps, as long as the test lasts."""
    monkeypatch.setattr(versions, "INFO_MART_STEPS", KNOWN + STEPS)
    monkeypatch.setattr(migrate, "_migrate", _step)


def _step(connection: Connection, history: str, step: str) -> None:
    if step not in STEPS:
        _real(connection, history, step)
        return
    when, victim = os.environ.get(DIES, " ").split(" ")
    if when == "after" and victim == STEPS[STEPS.index(step) - 1]:
        os.kill(os.getpid(), signal.SIGKILL)
    for statement in _DONE[step]:
        connection.execute(text(statement))
    if os.environ.get(LINGERS) == step:
        connection.execute(text(_FOR_EVER[connection.dialect.name]))
    connection.execute(text("UPDATE ctl_schema_version SET version_num = :step"), {"step": step})
    if when == "in" and victim == step:
        os.kill(os.getpid(), signal.SIGKILL)
