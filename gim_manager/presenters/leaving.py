"""What is asked before the window closes on a server that lives inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.domain.status import EtlStatus

NAMED = 4
"""So many of the running jobs are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What quitting means, and the words on its button."""

    title: str
    text: str
    quit: str
    stops_jobs: bool


def question(status: EtlStatus | None, *, hosts_server: bool, has_tray: bool) -> Question | None:
    """None where nothing ends with the window, or nothing runs and there is no other way to offer."""
    running = status.running if status else ()
    if not hosts_server or not (running or has_tray):
        return None
    inside = tr("The server runs inside this window.")
    without = tr("Without it no job starts until the window is open again.")
    if not running:
        return Question(title=tr("Quit GIM Manager?"), text=f"{inside} {without}", quit=tr("Quit"), stops_jobs=False)
    names = ", ".join(f"{run.job.value} {run.id}" for run in running[:NAMED])
    if more := len(running) - NAMED:
        names = tr("{names} and {n} more", "", more, names=names) if more > 0 else names
    ends = tr("{names}: what is committed stays, the rest is rolled back.", names=names)
    return Question(
        title=tr("Stop {n} jobs and quit?", "", len(running), one="Stop {n} job and quit?"),
        text=f"{inside} {without} {ends}",
        quit=tr("Stop and quit"), stops_jobs=True,
    )  # fmt: skip
