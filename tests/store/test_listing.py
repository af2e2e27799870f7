"""Pages of the job list are what a plain sorted list says, in every order, on both databases."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, text

from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunColumn, RunQuery
from gim_manager.domain.run import CAUSES, ENDED, SCHEDULER, Run, Status
from gim_manager.presenters import words
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import runs
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored, stored_row

ALL = frozenset(Status)
NO_RIVALS = [status for status in Status if status not in (Status.RUNNING, Status.STOPPING)]


SAYINGS = [None, "", "a", "É", "of many letters " * 5]


def _minute(number: int) -> int:
    return micros(NOON + timedelta(minutes=number))


@st.composite
def _rows(draw: st.DrawFn) -> dict[str, object]:
    status = draw(st.sampled_from(NO_RIVALS))
    row = stored_row(status, job=draw(st.sampled_from(list(Job))))
    if row["start_time"]:
        row["start_time"] = _minute(draw(st.integers(0, 3)))
    if row["end_time"]:
        row["end_time"] = _minute(draw(st.integers(4, 6)))
    row["rows"] = draw(st.none() | st.integers(0, 2))
    row["requested_by"] = draw(st.sampled_from(["ada", "Bob", "scheduler", "_x", "Zoë"]))
    return row | _said(draw, status)


def _said(draw: st.DrawFn, status: Status) -> dict[str, object]:
    said: dict[str, object] = {
        name: draw(st.sampled_from(SAYINGS)) for name in ("reason", "note", "parameters", "error")
    }
    if status is Status.FAILED:
        said["error"] = said["error"] or ""
    ended = status in ENDED
    said["cause"] = draw(st.sampled_from(sorted(CAUSES[status]))).value if ended else None
    said["stopped_by"] = draw(st.sampled_from([None, "", "bob", SCHEDULER])) if ended else None
    return said


def _value(run: Run, column: RunColumn) -> object:
    if column is RunColumn.DURATION:
        return None if run.start_time is None or run.end_time is None else run.end_time - run.start_time
    if column is RunColumn.NOTE:
        return words.note(run)[:64] or None
    return getattr(run, column.value)


def _sorted(listed: list[Run], query: RunQuery) -> list[int]:
    """Nulls count as the largest; text is compared byte by byte; equals go by number."""

    def key(run: Run) -> tuple[object, ...]:
        value = _value(run, query.order)
        return (value is None, 0 if value is None else value.encode() if isinstance(value, str) else value, run.id)

    return [run.id for run in sorted(listed, key=key, reverse=query.descending)]


def _paged(connection, query: RunQuery, limit: int) -> list[int]:
    listed: list[int] = []
    page = runs.page(connection, query, None, limit)
    while True:
        listed += [run.id for run in page.runs]
        if page.next is None:
            return listed
        assert len(page.runs) == limit
        page = runs.page(connection, query, page.next, limit)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(_rows(), max_size=15), limit=st.integers(1, 6))
def test_pages_put_together_are_the_sorted_list(database: Database, rows: list[dict[str, object]], limit: int) -> None:
    with writing(database.manager) as connection:
        connection.execute(delete(mgr_run))
        if rows:
            connection.execute(insert(mgr_run), rows)
    with reading(database.manager) as connection:
        listed = list(runs.page(connection, RunQuery(statuses=ALL), None, 100).runs)
        for column in RunColumn:
            for descending in (True, False):
                query = RunQuery(statuses=ALL, order=column, descending=descending)
                assert _paged(connection, query, limit) == _sorted(listed, query), (column, descending)
                assert runs.count(connection, query) == len(rows)


def test_canceled_runs_are_listed_only_if_asked_for(database: Database) -> None:
    with writing(database.manager) as connection:
        kept, gone = stored(connection, Status.COMPLETE), stored(connection, Status.CANCELED)
        assert runs.page(connection, RunQuery()).runs == (kept,)
        assert runs.page(connection, RunQuery(statuses=frozenset({Status.CANCELED}))).runs == (gone,)
        assert runs.count(connection, RunQuery()) == 1


def test_a_list_is_filtered_by_job_and_by_time_of_the_request(database: Database) -> None:
    with writing(database.manager) as connection:
        old = stored(connection, Status.COMPLETE, at=NOON - timedelta(days=1))
        new = stored(connection, Status.COMPLETE, job=Job.TRANSFORM)
        assert runs.page(connection, RunQuery(since=NOON)).runs == (new,)
        assert runs.page(connection, RunQuery(jobs=frozenset({Job.EXTRACT}))).runs == (old,)


@pytest.mark.parametrize("wanted", ["100%", "DISK", "b_o", "#1", "1", "Job_extract"])
def test_text_is_found_in_any_case_and_signs_stand_for_themselves(database: Database, wanted: str) -> None:
    with writing(database.manager) as connection:
        found = stored(connection, Status.FAILED, error="disk 100% full", requested_by="b_ob")
        stored(connection, Status.COMPLETE, job=Job.MAINTAIN, note="1000 rows" if wanted != "1" else None)
        listed = [run.id for run in runs.page(connection, RunQuery(text=wanted)).runs]
    assert listed == [found.id]


@pytest.mark.parametrize("order", list(RunColumn))
def test_a_page_reads_an_index_and_sorts_nothing(sqlite_database: Database, order: RunColumn) -> None:
    from gim_manager.store.listing import _read, _stretches

    query = RunQuery(order=order)
    with reading(sqlite_database.manager) as connection:
        for stretch in _stretches(query, None):
            compiled = (
                _read(query, stretch, None).limit(10).compile(connection.engine, compile_kwargs={"literal_binds": True})
            )
            plan = " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}")))
            assert "TEMP B-TREE" not in plan
            assert "SCAN mgr_run" not in plan or "USING INDEX" in plan or order is RunColumn.ID
