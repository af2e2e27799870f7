"""What undoing a re-aggregation would put back, and why it cannot be; it is asked for as any run is (runs.py)."""

from __future__ import annotations

from gim_manager.domain.reaggregation import calendar_clock
from gim_manager.domain.undo import Kept, Undoable, not_undoable, objection
from gim_manager.schema.engines import reading
from gim_manager.store import runs
from gim_manager.usecases.context import Context


def look(context: Context, run_id: int) -> Undoable:
    """What is kept of this run, judged as it is now; raises UnknownRun."""
    # Loaded where it is asked: most commands ask for none of the tables of jobs.
    from gim_manager.jobs import kept_sets

    with reading(context.database.manager) as connection:
        run = runs.get(connection, run_id)
    if why := not_undoable(run):
        return Undoable(kept=Kept(run_id=run_id), why=why)
    clock = calendar_clock(context.options())
    with reading(context.database.info_mart) as connection:
        kept = kept_sets.read(connection, run_id, clock)
    return Undoable(kept=kept, why=objection(kept))
