"""Which facts and aggregates each day has, in the calendar's zone; what was counted is not counted again."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from gim_manager.domain.aggregate_board import Day, DayState
from gim_manager.domain.aggregates import H_QUEUE, Level
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_notification, agr_pending, ctl_audit_log, ctl_purge_history
from gim_manager.schema.engines import reading, writing
from gim_manager.store.connect import Database
from gim_manager.store.fact_days import FactDays
from tests.language.fact_kinds import Leg, Stay, slot_of
from tests.language.facts import add, at, whole_row
from tests.language.zones import clock_of

SEVENTH, TENTH = date(2026, 6, 7), date(2026, 6, 10)
LEG = 3
"""A leg, its ringing and its talk: each is a fact."""


def _days(database: Database, days: FactDays | None = None) -> dict[int, Day]:
    with reading(database.info_mart) as connection:
        found = (days or FactDays()).read(connection, SEVENTH, TENTH, clock_of("Europe/Berlin"))
    return {one.day.day: one for one in found}


def _written(database: Database, key: int, *facts: Leg | Stay) -> None:
    """Facts as a transaction of the transformation writes them: with the range of their slots in the audit log."""
    slots = [slot_of(fact.start) for fact in facts]
    row = whole_row(ctl_audit_log, audit_key=key, transaction_id=key, min_start_date_time_key=min(slots),
                    max_start_date_time_key=max(slots))  # fmt: skip
    with writing(database.info_mart) as connection:
        add(connection, facts)
        connection.execute(insert(ctl_audit_log).values(row))


@pytest.fixture
def loaded(database: Database) -> Database:
    """A call on the ninth of June by the clocks of Berlin, which is the eighth in Greenwich, and two on the tenth."""
    _written(database, 1, Stay(start=at("2026-06-08 22:30")), Leg(start=at("2026-06-10 12:00")))
    _written(database, 2, Leg(start=at("2026-06-10 13:00")))
    return database


def test_each_day_has_its_facts_by_the_clocks_of_the_calendar(loaded: Database) -> None:
    found = _days(loaded)
    assert {day: one.facts for day, one in found.items()} == {7: 0, 8: 0, 9: 1, 10: 2 * LEG}
    assert (found[8].state, found[9].state) == (DayState.NOT_LOADED, DayState.FACTS)


def test_a_day_whose_facts_were_purged_says_so_and_one_in_between_is_empty(loaded: Database) -> None:
    row = {"job_id": "1", "table_name": "sm_res_state_fact", "row_count": 7, "created_ts": 0}
    with writing(loaded.info_mart) as connection:
        cutoff = at("2026-06-08 00:00", "Europe/Berlin")
        connection.execute(insert(ctl_purge_history).values(row | {"cutoff_ts": cutoff}))
    found = _days(loaded)
    assert [found[day].state for day in (7, 8, 9)] == [DayState.PURGED, DayState.EMPTY, DayState.FACTS]


def test_aggregates_and_what_waits_are_told_by_day(loaded: Database) -> None:
    slot = at("2026-06-09 00:00", "Europe/Berlin")
    with writing(loaded.info_mart) as connection:
        table = TABLES[H_QUEUE, Level.DAY]
        connection.execute(insert(table).values(whole_row(table, date_time_key=slot)))
        waits = {"hierarchy": "H_QUEUE", "queued_ts": 0}
        for level, first, following in (("HOUR", slot - 3600, slot), ("MONTH", slot - 8 * 86400, slot + 86400)):
            pending = {**waits, "agg_level": level, "date_time_key": first, "date_time_next_key": following}
            connection.execute(insert(agr_pending).values(pending))
        told = whole_row(agr_notification, fact_name="x", start_date_time_key=slot + 86400 + 900)
        connection.execute(insert(agr_notification).values(told | {"end_date_time_key": slot + 86400 + 900}))
    found = _days(loaded)
    assert [day for day, one in found.items() if one.is_aggregated] == [9]
    assert [day for day, one in found.items() if one.is_pending] == [8, 10], "a month that waits is no day that waits"


def test_only_what_was_written_since_is_counted_again(loaded: Database) -> None:
    days = FactDays()
    _days(loaded, days)
    with writing(loaded.info_mart) as connection:
        add(connection, [Stay(start=at("2026-06-09 10:00"))])
    assert _days(loaded, days)[9].facts == 1, "no transaction told of it"
    _written(loaded, 3, Leg(start=at("2026-06-10 14:00")))
    found = _days(loaded, days)
    assert (found[9].facts, found[10].facts) == (1, 3 * LEG)
    with writing(loaded.info_mart) as connection:
        connection.execute(update(ctl_audit_log).values(max_start_date_time_key=0))
    assert _days(loaded, days)[10].facts == 3 * LEG
