"""The audit trail as its readers see it: the latest acts, and what proves that none was changed."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.schema.engines import reading
from gim_manager.store import audit
from gim_manager.store.audit import Act, Trail
from gim_manager.usecases.context import Context

__all__ = ["Act", "Told", "Trail", "told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Acts, newest first, and what a look at the whole trail has found."""

    acts: tuple[Act, ...]
    trail: Trail


def told(context: Context, *, run_id: int | None = None, limit: int = 100) -> Told:
    """The latest acts, or those upon one run, and the trail's head as it is in the same picture."""
    with reading(context.database.manager) as connection:
        return Told(acts=audit.acts(connection, run_id=run_id, limit=limit), trail=audit.verify(connection))
