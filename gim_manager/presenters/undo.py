"""Undoing a re-aggregation, in words: whether a run can be, and what would be put back."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from gim_manager.domain.run import ENDED, Run
from gim_manager.domain.undo import Changed, Undoable
from gim_manager.presenters import words
from gim_manager.presenters.language import later, number, retold, tr
from gim_manager.presenters.mart import Identity

HEADINGS = (later("Set"), later("Days"), later("Changed"), later("Added"), later("Removed"))
NUMBERS = frozenset(HEADINGS[2:])


def why_not(chosen: Sequence[Run]) -> str:
    """Why what is selected cannot be undone, as the end of a tooltip; empty if what is kept of it decides."""
    if len(chosen) != 1 or not chosen[0].is_reaggregation:
        return tr("select one re-aggregation")
    return "" if chosen[0].status in ENDED else tr("it has not ended yet")


def sentence(undoable: Undoable) -> str:
    """What would be put back, or why nothing can be."""
    return retold(undoable.why or undoable.told)


def row(one: Changed) -> tuple[str, ...]:
    """The cells under HEADINGS."""
    days = str(one.first) if one.first == one.last else f"{one.first} {words.DASH} {one.last}"
    counts = (one.changed, one.added, one.removed)
    return (one.name, days, *(number(count) if count else words.DASH for count in counts))


def command(run_id: int, identity: Identity) -> str:
    """The same for the command line."""
    return shlex.join(["gim-manager", "--db", identity.url, "reaggregation", "undo", str(run_id)])
