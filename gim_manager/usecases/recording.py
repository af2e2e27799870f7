"""The flight recorder: what happened lately in one file, without a name of anybody, to be looked at elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from gim_manager.domain.access import RECORDING
from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.store import recording
from gim_manager.store.recording import Progress
from gim_manager.store.versions import ensure_current
from gim_manager.usecases.context import Context

USUAL = timedelta(days=7)
"""How far back it goes unless it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A recording that was written."""

    file: Path
    since: datetime
    rows: int
    bytes: int


def record(
    context: Context, file: Path, *, since: datetime | None = None, over: bool = False, progress: Progress
) -> Made:
    """Write a recording; a file that is there already is left alone unless it is to be written over.

    `progress` is told how far it is, 0.0 to 1.0, and may raise to give it up. Raises BadValue, OlderSchema,
    StorageFailed.
    """
    context.access.ensure_no_recording("Recording")
    ensure_current(context.database)
    place = file if file.suffix == RECORDING else file.with_name(f"{file.name}{RECORDING}")
    if place.exists() and not over:
        raise BadValue(f"{place} is there already. Name another file.")
    now = context.now()
    began = since or now - USUAL
    try:
        rows = recording.record(context.database, place.absolute(), since=began, now=now, progress=progress)
        return Made(file=place, since=began, rows=rows, bytes=place.stat().st_size)
    except OSError as error:
        raise StorageFailed(str(place), error.strerror or str(error)) from error
