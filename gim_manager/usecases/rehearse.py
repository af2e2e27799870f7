"""The rehearsal of a clock change: what the two nights of this Info Mart are played with."""

from __future__ import annotations

from datetime import date, timedelta

from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.rehearsal import Question
from gim_manager.domain.timing import LocalClock
from gim_manager.schema.engines import reading
from gim_manager.store import lengths
from gim_manager.usecases.context import Context


def question(context: Context, day: str | None = None) -> Question:
    """The next change, or the first on or after a date, `YYYY-MM-DD`; `domain.rehearsal.rehearse` answers it.

    Raises BadValue.
    """
    with reading(context.database.manager) as connection:
        known, trials = lengths.usual(connection), lengths.trials(connection, Job.MAINTAIN)
    after = context.now()
    if day is not None:
        midnight = LocalClock(zone=context.zone).instant(_date(day), timedelta())
        after = midnight - timedelta(seconds=1)
    return Question(
        options=context.options(), after=after, postgresql=not context.database.is_local, lengths=known, trials=trials
    )  # fmt: skip


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadValue(f"{text!r} is not a date. Write YYYY-MM-DD, such as 2027-03-28.") from None
