"""What is asked before the window closes on a server that lives inside it."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words

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
    without = "Without it no job starts until the window is open again."
    if not running:
        text = f"The server runs inside this window. {without}"
        return Question(title="Quit GIM Manager?", text=text, quit="Quit", stops_jobs=False)
    names = ", ".join(f"{run.job.value} {run.id}" for run in running[:NAMED])
    if more := len(running) - NAMED:
        names += f" and {more} more" if more > 0 else ""
    ends = "what is committed stays, the rest is rolled back"
    return Question(
        title=f"Stop {words.counted(len(running), 'job')} and quit?",
        text=f"The server runs inside this window. {without} {names}: {ends}.",
        quit="Stop and quit", stops_jobs=True,
    )  # fmt: skip
