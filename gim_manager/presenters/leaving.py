"""What is asked before a server that lives inside the window ends, with the window or without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.domain.run import Run
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
    name: str
    """Of the act."""
    keep: str
    """On the button of whoever does not want it."""


def question(status: EtlStatus | None, *, hosts_server: bool, has_tray: bool) -> Question | None:
    """None where nothing ends with the window, or nothing runs and there is no other way to offer."""
    running = status.running if status else ()
    if not hosts_server or not (running or has_tray):
        return None
    inside, without = tr("The server runs inside this window."), _without(status)
    usual = {"name": tr("Quit"), "keep": tr("Keep open")}
    if not running:
        text = f"{inside} {without}"
        return Question(title=tr("Quit GIM Manager?"), text=text, quit=tr("Quit"), stops_jobs=False, **usual)
    return Question(
        title=tr("Stop {n} jobs and quit?", "", len(running), one="Stop {n} job and quit?"),
        text=f"{inside} {without} {_ends(running)}", quit=tr("Stop and quit"), stops_jobs=True, **usual,
    )  # fmt: skip


def ending(status: EtlStatus, own: str) -> Question | None:
    """Before the server of this id, which lives inside the window, ends while that stays; None where nothing ends with
    it."""
    running = tuple(run for run in status.running if run.server == own)
    if not running:
        return None
    return Question(
        title=tr("Stop {n} jobs and end the server?", "", len(running), one="Stop {n} job and end the server?"),
        text=f"{_without(status)} {_ends(running)}", quit=tr("Stop and end"), stops_jobs=True,
        name=tr("End the server here"), keep=tr("Keep it"),
    )  # fmt: skip


def _without(status: EtlStatus | None) -> str:
    if status is not None and status.server.standbys:
        return tr("Another server takes over the schedule.")
    return tr("Without it no job starts until the window is open again.")


def _ends(running: Sequence[Run]) -> str:
    names = ", ".join(f"{run.job.value} {run.id}" for run in running[:NAMED])
    if more := len(running) - NAMED:
        names = tr("{names} and {n} more", "", more, names=names) if more > 0 else names
    return tr("{names}: what is committed stays, the rest is rolled back.", names=names)
