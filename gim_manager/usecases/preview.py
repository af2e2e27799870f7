"""What a change of options would do to the schedule: what the comparison of two days is played with."""

from __future__ import annotations

from gim_manager.domain.day_plan import Question
from gim_manager.domain.options import Options
from gim_manager.schema.engines import reading
from gim_manager.store import lengths
from gim_manager.usecases.context import Context


def question(context: Context, before: Options, after: Options) -> Question:
    """Both sets of options, with the usual lengths of the runs here; `domain.day_plan.compare` answers it."""
    with reading(context.database.manager) as connection:
        known = lengths.usual(connection)
    return Question(
        before=before, after=after, now=context.now(), postgresql=not context.database.is_local, lengths=known
    )  # fmt: skip
