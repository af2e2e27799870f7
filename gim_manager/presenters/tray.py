"""What the tray says while the window is hidden: the worst state in one sentence, and each failure once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.status import EtlStatus, ServerState
from gim_manager.presenters import alarms, check, hold, words
from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.domain.outbox import Board
    from gim_manager.presenters.freshness import Freshness

LATE_SECONDS = 5.0
"""A server that is later than this with its next turn was slowed down, or its computer slept."""
NAMED = 3
"""So many failed runs are named in one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """The glyph in the icon's corner, none while all is well, and the sentence of the tooltip."""

    sentence: str
    icon: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the tray knows of an open Info Mart."""

    name: str
    now: datetime
    zone: tzinfo
    freshness: Freshness
    status: EtlStatus | None = None
    board: Board | None = None
    overdue: float | None = None
    """Seconds by which the server inside this window is late; None where there is none."""


def worst(seen: Seen) -> Worst:
    """The worst that is known, in the order of the banner (look.md): lost, late, wrong, failed, held, warned of."""
    if lost := seen.freshness.banner(seen.now, seen.zone):
        return _told(seen, lost[0], "broken", "stopping")
    if seen.overdue is not None and seen.overdue > LATE_SECONDS:
        late = words.duration(seen.overdue, whole=True)
        return _told(
            seen,
            tr("The server is late by {late}: this computer slept or slows it down.", late=late),
            "clock",
            "stopping",
        )
    return _told(seen, tr("Reading.")) if seen.status is None else _worst_of(seen, seen.status)


def _worst_of(seen: Seen, status: EtlStatus) -> Worst:
    if wrong := check.banner(status):
        return _told(seen, wrong[0], "failed", "failed")
    if seen.board is not None and seen.board.raised:
        alarm, mark = seen.board.raised[0], alarms.mark_of(seen.board.raised[0])
        return _told(seen, words.first_line(alarm.message), mark.icon, mark.token)
    if title := hold.title(status, seen.zone, seen.now):
        return _told(seen, f"{title}.", "pause", "stopping")
    if status.server.state is ServerState.NONE:
        return _told(seen, tr("No server is alive: nothing is launched."), "canceled", "stopped")
    if status.warnings:
        return _told(seen, f"{status.warnings[0]}.", "warning", "stopping")
    return _told(seen, _next(seen, status))


def _told(seen: Seen, sentence: str, icon: str = "", token: str = "") -> Worst:
    return Worst(sentence=f"{seen.name}: {sentence}", icon=icon, token=token)


def _next(seen: Seen, status: EtlStatus) -> str:
    if status.running:
        return tr("{n} jobs running.", "", len(status.running), one="{n} job running.")
    if due := next(iter(status.next), None):
        return tr("Next is {job} at {at}.", job=due.job.value, at=words.near_day(due.time, seen.zone, now=seen.now))
    return f"{words.server_word(status.server.state)}."


@dataclass(slots=True, kw_only=True)
class Failures:
    """Which failed runs are still to be told of: each once, and none that ended before the tray came."""

    since: datetime
    told: set[int] = field(default_factory=set)

    def new(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """Those among the changed runs that nobody was told of, in the order of their ends; they count as told now."""
        found = [
            run for run in runs
            if run.status is Status.FAILED and run.end_time is not None and run.end_time >= self.since
            and run.id not in self.told
        ]  # fmt: skip
        self.told.update(run.id for run in found)
        return tuple(sorted(found, key=lambda run: (run.end_time, run.id)))


def message(failed: tuple[Run, ...]) -> tuple[str, str]:
    """Title and text of one message about runs that failed."""
    title = tr("{n} jobs failed", "", len(failed), one="{job} failed", job=failed[0].job.value)
    lines = [_line(run) for run in failed[:NAMED]]
    if more := len(failed) - NAMED:
        lines += [tr("and {n} more", "", more)] if more > 0 else []
    return title, "\n".join(lines)


def _line(run: Run) -> str:
    said = tr("its worker was lost") if run.cause is Cause.LOST and not run.error else words.note(run)
    return f"{run.job.value} {run.id}: {said}" if said else f"{run.job.value} {run.id}"
