"""The aggregation seals the days that are final and breaks the seal of those that are no longer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, Table, delete, insert, text

from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source
from gim_manager.domain.timing import from_epoch
from gim_manager.jobs import aggregate, reaggregate
from gim_manager.jobs.day_seals import DaySeals, evidence
from gim_manager.jobs.work import Stopped, Work
from gim_manager.schema.control import (
    agr_notification,
    ctl_audit_log,
    ctl_day_seal,
    ctl_etl_history,
    ctl_extract_mark,
    ctl_mark,
    ctl_transform_todo,
)
from gim_manager.schema.engines import reading, writing
from tests.language.aggregation import aggregation, drain, mart_with_dimensions
from tests.language.fact_kinds import Leg, Stay, slot_of
from tests.language.facts import at, whole_row, write, write_calendar
from tests.language.work import ARequest, ToldStop, recorded
from tests.language.zones import clock_of

EIGHTH = at("2026-06-08 10:00")
MIDNIGHT = at("2026-06-09 00:00")
SEALED = [("2026-06-08", 1)]
SOURCE = Source(key=1, name="eu-idb1", url="sqlite:///x", roles=frozenset({Role.ICON_CORE}))


def _put(mart: Engine, table: Table, row: Mapping[str, Any]) -> None:
    with writing(mart) as connection:
        connection.execute(insert(table).values(whole_row(table, **row)))


def _ended(mart: Engine, number: str, job: str, began: int) -> None:
    row = {"job_id": number, "job_name": job, "start_ts": began, "end_ts": began + 60, "status": "COMPLETE"}
    _put(mart, ctl_etl_history, row)


@pytest.fixture
def mart(database_url: str) -> Engine:
    """A call on the eighth of June, aggregated; a good cycle began at the midnight after it."""
    engine = mart_with_dimensions(database_url)
    write_calendar(engine)
    leg = Leg(start=EIGHTH)
    write(engine, leg, Stay(start=EIGHTH - 30, target=leg))
    drain(aggregation(engine))
    _ended(engine, "1", "Job_ExtractICON", MIDNIGHT)
    _ended(engine, "2", "Job_TransformGIM", MIDNIGHT + 60)
    return engine


def _work(mart: Engine, **more: Any) -> Work:
    """In the morning of the ninth."""
    return replace(aggregation(mart), **({"now": lambda: from_epoch(MIDNIGHT + 6 * 3600)} | more))


def _keep(mart: Engine, **more: Any) -> Work:
    work = _work(mart, **more)
    DaySeals(work).keep(is_news=True)
    return work


def _seals(mart: Engine) -> list[tuple[str, int]]:
    """What reports read."""
    with reading(mart) as connection:
        found = connection.execute(text("SELECT day, is_final FROM admin_day_seal ORDER BY day"))
        return [(day, final) for day, final in found]


def test_a_day_that_is_final_is_sealed_and_told(mart: Engine) -> None:
    work = _keep(mart)
    assert _seals(mart) == SEALED
    assert recorded(work).infos == ["2026-06-08 is final."]
    with reading(mart) as connection:
        row = connection.execute(ctl_day_seal.select()).one()
    assert (row.start_ts, row.end_ts, row.sealed_ts) == (MIDNIGHT - 86400, MIDNIGHT, MIDNIGHT + 6 * 3600)


def test_a_cycle_that_began_before_the_day_had_ended_seals_nothing(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(ctl_etl_history.update().values(start_ts=ctl_etl_history.c.start_ts - 1))
    _keep(mart)
    assert _seals(mart) == []


def test_X05_a_late_source_keeps_the_day_open(mart: Engine) -> None:
    mark = {"data_source_key": 1, "table_name": "g_call"}
    _put(mart, ctl_extract_mark, mark | {"max_ts": MIDNIGHT - 1})
    _keep(mart, sources=(SOURCE,))
    assert _seals(mart) == []
    with writing(mart) as connection:
        connection.execute(ctl_extract_mark.update().values(max_ts=MIDNIGHT))
    _keep(mart, sources=(SOURCE,))
    assert _seals(mart) == SEALED


def test_extracted_rows_break_the_seal_from_their_first_moment_on(mart: Engine) -> None:
    _keep(mart)
    _put(mart, ctl_mark, {"name": "transform", "value": 5})
    log = {"data_source_key": 1, "row_count": 3, "min_start_date_time_key": EIGHTH, "max_start_date_time_key": EIGHTH}
    _put(mart, ctl_audit_log, log | {"audit_key": 4, "transaction_id": 4})
    assert _seals(mart) == SEALED, "the transformation has read these"
    _put(mart, ctl_audit_log, log | {"audit_key": 5, "transaction_id": 5})
    assert _seals(mart) == [("2026-06-08", 0)]
    _keep(mart)
    assert _seals(mart) == []


def test_what_the_transformation_has_to_compute_breaks_the_seal(mart: Engine) -> None:
    _keep(mart)
    _put(mart, ctl_transform_todo, {"kind": "interaction", "natural_id": "x", "ts": MIDNIGHT})
    assert _seals(mart) == SEALED, "it began on the day after"
    _put(mart, ctl_transform_todo, {"kind": "interaction", "natural_id": "y", "ts": MIDNIGHT - 1})
    assert _seals(mart) == [("2026-06-08", 0)]


def test_late_facts_break_the_seal_and_their_aggregates_make_it_anew(mart: Engine) -> None:
    _keep(mart)
    write(mart, Leg(start=EIGHTH + 600))
    assert _seals(mart) == [("2026-06-08", 0)]
    aggregate.take_in(_work(mart))
    assert _seals(mart) == []
    drain(_work(mart))
    _keep(mart, now=lambda: from_epoch(MIDNIGHT + 7 * 3600))
    assert _seals(mart) == SEALED
    with reading(mart) as connection:
        known = evidence(connection, clock_of("GMT"), (), [date(2026, 6, 8)])
    assert known.sealed == {date(2026, 6, 8): from_epoch(MIDNIGHT + 7 * 3600)}


def test_facts_of_another_day_break_no_seal(mart: Engine) -> None:
    _keep(mart)
    write(mart, Leg(start=MIDNIGHT + 3600))
    assert _seals(mart) == SEALED
    aggregate.take_in(_work(mart))
    assert _seals(mart) == SEALED


def test_a_reaggregation_breaks_the_seal_when_it_begins(mart: Engine) -> None:
    _keep(mart)
    request = ARequest(parameters="-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-08")
    request.stop = ToldStop(at_check=2)
    with pytest.raises(Stopped):
        reaggregate.run(_work(mart), request, keep_up=lambda: None)
    assert _seals(mart) == []


def test_a_run_that_is_stopped_seals_what_it_has_built(mart: Engine) -> None:
    stop = ToldStop()
    stop.tell()
    with pytest.raises(Stopped):
        aggregate.run(_work(mart, stop=stop))
    assert _seals(mart) == SEALED


def test_it_looks_at_once_after_news_and_else_once_a_minute(mart: Engine) -> None:
    moment = MIDNIGHT + 6 * 3600
    work = replace(_work(mart), now=lambda: from_epoch(moment))
    seals = DaySeals(work)
    seals.keep(is_news=False)
    with writing(mart) as connection:
        connection.execute(delete(ctl_day_seal))
    moment += 59
    seals.keep(is_news=False)
    assert _seals(mart) == []
    moment += 1
    seals.keep(is_news=False)
    assert _seals(mart) == SEALED


def test_a_notice_without_aggregates_is_told_as_a_span(mart: Engine) -> None:
    told = {"start_date_time_key": slot_of(EIGHTH), "end_date_time_key": slot_of(EIGHTH), "notification_key": 900}
    _put(mart, agr_notification, told)
    with reading(mart) as connection:
        known = evidence(connection, clock_of("GMT"), (), [date(2026, 6, 8)])
    assert known.stale == ((from_epoch(slot_of(EIGHTH)), from_epoch(slot_of(EIGHTH) + 900)),)
    assert known.cycle_began == from_epoch(MIDNIGHT)
