"""What workers told is kept until it is written, and written once."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Run
from gim_manager.engine.journal import MOST_LINES, Journal
from gim_manager.engine.protocol import Told
from gim_manager.schema.engines import reading, writing
from gim_manager.store import output, runs
from gim_manager.store.connect import Database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _line(message: str) -> LogLine:
    return LogLine(number=0, time=NOON, level="INFO", message=message)


@pytest.fixture
def run(database: Database) -> Run:
    with writing(database.manager) as connection:
        run = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOON)
        claimed = runs.claim(connection, run.id, server="s", token="t", now=NOON)
    assert claimed is not None
    return claimed


def _lines(database: Database, run: Run) -> list[str]:
    with reading(database.manager) as connection:
        return [line.message for line in output.log(connection, run.id)]


def test_what_is_not_told_again_stays_as_it_was(database: Database, run: Run) -> None:
    journal = Journal()
    journal.open(run.id, "t")
    journal.add(run.id, Told(progress=0.5, note="half", rows=7, lines=(_line("a"),)))
    journal.add(run.id, Told(progress=0.6, lines=(_line("b"),)))
    with writing(database.manager) as connection:
        journal.write(connection, NOON)
        written = runs.get(connection, run.id)
    assert (written.progress, written.note, written.rows) == (0.6, "half", 7)
    assert _lines(database, run) == ["a", "b"]


def test_a_transaction_that_fails_loses_nothing_and_doubles_nothing(database: Database, run: Run) -> None:
    journal = Journal()
    journal.open(run.id, "t")
    journal.add(run.id, Told(lines=(_line("a"),)))
    with pytest.raises(UnknownRun), writing(database.manager) as connection:
        journal.write(connection, NOON)
        runs.get(connection, 4711)
    kept = journal.has_news
    assert kept
    for _ in range(2):
        with writing(database.manager) as connection:
            journal.write(connection, NOON)
        journal.written()
    assert not journal.has_news
    assert _lines(database, run) == ["a"]


def test_a_database_that_is_long_away_fills_no_memory() -> None:
    journal = Journal()
    journal.open(1, "t")
    for _ in range(3):
        journal.add(1, Told(lines=tuple(_line(str(n)) for n in range(MOST_LINES // 2))))
    assert len(journal._pages[1].lines) == MOST_LINES
