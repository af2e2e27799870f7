"""What Job_ExportGIM does: everything new since the last export, a folder a slice, and no increment lost or half
(E01–E04)."""

from __future__ import annotations

import codecs
import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from gim_manager.domain.errors import JobFailed, StorageFailed, Unreachable
from gim_manager.domain.timing import from_epoch
from gim_manager.jobs import audit, marks
from gim_manager.jobs.export_files import (
    Bundle,
    clear_unfinished,
    delete_older,
    exports,
    folder_name,
    new_folder,
    output_directory,
)
from gim_manager.jobs.export_rows import EXPORTED, Slice, csv, slices
from gim_manager.jobs.extract import start_date
from gim_manager.jobs.work import Outcome, StepReport, Stopped, Work
from gim_manager.schema.engines import reading, writing

T = TypeVar("T")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_SECTION = "gim-export"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    directory: Path
    encoding: str


def run(work: Work) -> Outcome:
    """Runs the job; raises JobFailed with the cause once the retries are used up (E04)."""
    started = work.now()
    target = _Target(directory=output_directory(work.options, work.info_mart), encoding=_encoding(work))
    clear_unfinished(target.directory)
    rows = folders = 0
    for part in _retried(work, partial(_slices, work, target)):
        work.stop.check()
        written = _retried(work, partial(_export, work, target, part))
        if written is not None:
            rows, folders = rows + written, folders + 1
    _delete_old(work, target)
    with work.turn(), writing(work.info_mart) as connection:
        audit.complete(connection, work, started, rows)
    return Outcome(rows=rows, note=f"{folders} folder{'s' * (folders != 1)}" if folders else "nothing new")


def _encoding(work: Work) -> str:
    name = work.options.text(_SECTION, "output-files-encoding")
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise JobFailed(
            f"[gim-export] output-files-encoding = {name!r} names no character set, such as utf8."
        ) from None


def _slices(work: Work, target: _Target) -> list[Slice]:
    first = not exports(target.directory)
    since = start_date(work.options.text(_SECTION, "start-date")) if first else 0
    with reading(work.info_mart) as connection:
        return slices(connection, work.options.number(_SECTION, "chunk-size-seconds"), since)


def _export(work: Work, target: _Target, part: Slice) -> int | None:
    """The folder first, then the mark: a kill between the two repeats the slice, and never loses it. None: no rows."""
    with reading(work.info_mart) as connection:
        if not part.has_news(connection):
            return None
        latest = part.latest(connection)
        name = folder_name(part.high - 1, work.now() if latest is None else from_epoch(latest))
        with work.report.step(name) as step, new_folder(target.directory, name) as bundle:
            rows = _fill(work, connection, bundle, part, target.encoding, step)
    with work.turn(), writing(work.info_mart) as connection:
        audit_key = audit.begin(connection, work)
        marks.move(connection, marks.EXPORT, part.high, audit_key)
        audit.finish(connection, audit_key, rows=0)
    return rows


def _fill(work: Work, connection: Connection, bundle: Bundle, part: Slice, encoding: str, step: StepReport) -> int:
    """One file a table; how many rows in all."""
    rows = 0

    def counted(pieces: Iterator[tuple[bytes, int]]) -> Iterator[bytes]:
        nonlocal rows
        for piece, lines in pieces:
            work.stop.check()
            rows += lines
            yield piece

    with work.stop.cancels(connection):
        for number, table in enumerate(EXPORTED, 1):
            bundle.add(f"{table.name}.csv", counted(csv(connection, table, part, encoding)))
            step.rows(rows)
            step.progress(number / len(EXPORTED), f"table {number} of {len(EXPORTED)}")
    return rows


def _retried(work: Work, act: Callable[[], T]) -> T:
    """Tries again what the disk or the database did not let through, as often as [gim-export] max-retries says."""
    retries = work.options.number(_SECTION, "max-retries")
    delay = work.options.number(_SECTION, "retry-delay-seconds")
    for attempt in count(1):
        try:
            return act()
        except (OSError, StorageFailed, Unreachable) as error:
            why = _sentence(error)
            if attempt > retries:
                raise JobFailed(f"The export could not be written: {why}") from error
            work.report.warning(f"{why}. Trying again in {delay} seconds ({attempt} of {retries}).")
        if work.stop.wait(delay):
            raise Stopped
    raise AssertionError  # `count` has no end


def _sentence(error: Exception) -> str:
    """What went wrong, for a person; the operating system's words for what is no foreseen case."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return "the disk is full; free some space and try again"
    return str(error).rstrip(".")


def _delete_old(work: Work, target: _Target) -> None:
    days = work.options.number(_SECTION, "days-to-keep-output-files")
    for name in delete_older(target.directory, days=days, now=work.now()):
        work.report.info(f"{name} was deleted: it is older than {days} days.")
