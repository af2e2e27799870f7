"""A text is found in every run that has it, whatever the run's state, and each text is kept once."""

import pytest
from sqlalchemy import Connection, func, select

from gim_manager.domain.listing import RunColumn, RunQuery
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run, mgr_text
from gim_manager.store import runs, texts
from gim_manager.store.connect import Database
from tests.language.stored import NOON, stored


def _found(connection: Connection, text: str) -> list[int]:
    return [run.id for run in runs.page(connection, RunQuery(text=text)).runs]


def _kept(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(mgr_text)) or 0


def test_a_text_is_found_in_what_goes_on_and_in_what_has_ended(database: Database) -> None:
    with writing(database.manager) as connection:
        waiting = stored(connection, Status.SCHEDULED, reason="waits for paper")
        running = stored(connection, Status.RUNNING, note="chunk 1 of paper")
        ended = [stored(connection, Status.FAILED, error="Out of PAPER") for _ in range(2)]
        stored(connection, Status.COMPLETE, note="nothing new")
        assert _found(connection, "paper") == [run.id for run in (*ended[::-1], running, waiting)]
        assert runs.count(connection, RunQuery(text="paper")) == 4


def test_what_a_run_says_at_its_end_is_what_is_found(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING, note="first words")
        runs.finish(
            connection, run.id, status=Status.COMPLETE, cause=Cause.DONE, now=NOON, note="last words", token="token"
        )
        assert (_found(connection, "first"), _found(connection, "last")) == ([], [run.id])


def test_runs_that_say_the_same_share_a_text(database: Database) -> None:
    with writing(database.manager) as connection:
        for _ in range(3):
            stored(connection, Status.COMPLETE, note="nothing new")
        stored(connection, Status.COMPLETE, note="something new")
        assert _kept(connection) == 2


def test_a_text_goes_with_the_last_run_that_says_it(database: Database) -> None:
    with writing(database.manager) as connection:
        for note in ("said again", "said once"):
            stored(connection, Status.COMPLETE, note=note)
        stored(connection, Status.COMPLETE, note="said again")
        connection.execute(mgr_run.delete().where(mgr_run.c.id <= 2))
        texts.forget(connection, [1, 2, None])
        assert connection.scalars(select(mgr_text.c.text)).one().splitlines()[3] == "said again"


@pytest.mark.parametrize(("few_texts", "few_runs"), [(0, 5), (5, 0), (5, 5)])
@pytest.mark.parametrize(("order", "found"), [(RunColumn.ID, [6, 5, 3, 1]), (RunColumn.NOTE, [6, 5, 1, 3])])
def test_few_and_many_are_found_alike(
    database: Database, monkeypatch: pytest.MonkeyPatch, few_texts: int, few_runs: int, order: RunColumn,
    found: list[int],
) -> None:  # fmt: skip
    monkeypatch.setattr(texts, "FEW_TEXTS", few_texts)
    monkeypatch.setattr(texts, "FEW_RUNS", few_runs)
    query = RunQuery(text="paper", order=order)
    with writing(database.manager) as connection:
        for note in ("paper b", None, "paper a", "ink", "paper b"):
            stored(connection, Status.COMPLETE, note=note)
        stored(connection, Status.SCHEDULED, reason="paper c")
    with reading(database.manager) as connection:
        assert texts.find(connection, "paper").are_few == (few_texts == few_runs)
        assert runs.count(connection, query) == 4
        first = runs.page(connection, query, None, 2)
        second = runs.page(connection, query, first.next, 2)
        assert [run.id for run in (*first.runs, *second.runs)] == found
