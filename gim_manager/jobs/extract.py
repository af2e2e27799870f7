"""What Job_ExtractICON does: every data source side by side, those that cannot be read named, the rest taken over
(X01–X07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from gim_manager.domain.errors import JobFailed, SourceUnreadable
from gim_manager.domain.marks import DELAYED, delay
from gim_manager.domain.source import Source
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import audit
from gim_manager.jobs.extract_marks import heard, tables_of
from gim_manager.jobs.extract_source import Reader, open_source, read_table, settle
from gim_manager.jobs.parallel import side_by_side
from gim_manager.jobs.work import Outcome, Work
from gim_manager.schema.engines import reading, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """How it went with one source."""

    source: Source
    rows: int = 0
    error: SourceUnreadable | None = None


def run(work: Work) -> Outcome:
    """Runs the job; raises JobFailed if no source could be read, else names those that could not (X04)."""
    started = work.now()
    if not work.sources:
        raise JobFailed("There is no data source. Add one with: gim-manager sources add NAME URL --role ROLES")
    steps = [step_name(source, table.table.name) for source in work.sources for table in tables_of(source)]
    work.report.planned(steps)
    since = start_date(work.options.text("gim-etl", "etl-start-date"))
    done = count(1)

    def read(source: Source) -> _Read:
        try:
            reader = open_source(work, source, since)
            return _Read(source=source, rows=_read_tables(reader, done, len(steps)))
        except SourceUnreadable as error:
            return _Read(source=source, error=error)

    results = side_by_side(read, work.sources, work.options.number("gim-etl", "extract-data-thread-pool-size"))
    _tell(work, results)
    rows = sum(result.rows for result in results)
    with work.turn(), writing(work.info_mart) as connection:
        audit.complete(connection, work, started, rows)
    return Outcome(rows=rows, note=_note(results, rows))


def step_name(source: Source, table: str) -> str:
    """The step of a source's table."""
    return f"{source.name}: {table.upper()}"


def start_date(text: str) -> int:
    """etl-start-date in seconds UTC; 0, the beginning of time, if it is not set (X07)."""
    return to_epoch(datetime.fromisoformat(text).replace(tzinfo=UTC)) if text else 0


def _read_tables(reader: Reader, done: count[int], total: int) -> int:
    rows = 0
    report = reader.work.report
    for table in tables_of(reader.source):
        reader.work.stop.check()
        with report.step(step_name(reader.source, table.table.name)) as step:
            rows += read_table(reader, table, step)
        number = next(done)
        report.progress(number / total, f"table {number} of {total}")
    settle(reader)
    return rows


def _tell(work: Work, results: list[_Read]) -> None:
    """Names what could not be read and what is late; raises JobFailed if nothing could be read."""
    unread = [result.error for result in results if result.error]
    if len(unread) == len(results):
        raise JobFailed(" ".join(str(error) for error in unread))
    for error in unread:
        work.report.warning(f"{error} It was skipped.")
    threshold = work.options.number("gim-etl", "delayed-data-threshold")
    with reading(work.info_mart) as connection:
        for source in work.sources:
            if late := delay(heard(connection, source), now=work.now(), threshold=threshold):
                awaited = ", ".join(table.upper() for table in late.tables)
                work.report.warning(
                    f"{DELAYED} The data source {source.name} is {late.seconds} seconds late; awaited are {awaited}."
                )


def _note(results: list[_Read], rows: int) -> str:
    unread = sum(result.error is not None for result in results)
    if unread:
        return f"{unread} of {len(results)} sources could not be read"
    return "" if rows else "nothing new"
