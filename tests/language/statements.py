"""What a block of code asks of the manager's tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from gim_manager.store.connect import Database


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements, in their order, that go through this Database while the block lasts."""
    asked: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(database.manager, "after_cursor_execute", listen)
    try:
        yield asked
    finally:
        event.remove(database.manager, "after_cursor_execute", listen)
