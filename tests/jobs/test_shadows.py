"""Shadows stand before the tables, for one session alone."""

import pytest
from sqlalchemy import Engine, delete, func, insert, select

from gim_manager.domain.aggregates import H_ID, Level
from gim_manager.domain.errors import StorageFailed
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.jobs.shadows import Shadows
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending, ctl_mark
from gim_manager.schema.engines import apart, reading, writing
from tests.language.mart import bare_mart

DAY = 86_400
FINE, COARSE = (H_ID, Level.HOUR), (H_ID, Level.DAY)
BATCH = Batch(hierarchy=H_ID, level=Level.DAY, first=DAY, last=DAY, end=2 * DAY)


def _row(slot: int) -> dict[str, int]:
    return {column.name: 0 for column in TABLES[COARSE].columns} | {"date_time_key": slot}


@pytest.fixture
def mart(database_url: str) -> Engine:
    """Two hours on a day, which is built of them, and a later day; connections are kept, as in a window."""
    engine = bare_mart(database_url, keeps=True)
    with writing(engine) as connection:
        connection.execute(TABLES[FINE].insert(), [_row(DAY), _row(DAY + 3600)])
        connection.execute(TABLES[COARSE].insert(), [_row(DAY), _row(2 * DAY)])
    return engine


def test_a_shadow_is_filled_and_emptied_and_the_table_is_not(mart: Engine) -> None:
    shadows = Shadows()
    with apart(mart, lambda connection: shadows.make(connection, [FINE, COARSE])) as connection:
        shadows.forget_pending(connection)
        shadows.fill(connection, BATCH)
        filled = [connection.scalar(select(func.count()).select_from(TABLES[one])) for one in (FINE, COARSE)]
        connection.execute(delete(TABLES[COARSE]))
        slot = shadows.real(COARSE).c.date_time_key
        assert (filled, sorted(connection.scalars(select(slot)))) == ([2, 1], [DAY, 2 * DAY])
    with reading(mart) as connection:
        assert connection.scalar(select(func.count()).select_from(TABLES[COARSE])) == 2


def test_what_is_built_in_a_shadow_is_not_copied_over(mart: Engine) -> None:
    shadows, fine = Shadows(), Batch(hierarchy=H_ID, level=Level.HOUR, first=DAY, last=DAY, end=DAY + 3600)
    with apart(mart, lambda connection: shadows.make(connection, [FINE, COARSE])) as connection:
        shadows.fill(connection, fine)
        connection.execute(delete(TABLES[FINE]))
        shadows.built(fine)
        shadows.fill(connection, BATCH)
        assert connection.scalars(select(TABLES[FINE].c.date_time_key)).all() == [DAY + 3600]


def test_the_list_of_what_waits_is_a_shadow_too(mart: Engine) -> None:
    shadows = Shadows()
    waits = {"hierarchy": "H_ID", "agg_level": "DAY", "date_time_key": 0, "date_time_next_key": DAY, "queued_ts": 0}
    with apart(mart, lambda connection: shadows.make(connection, [COARSE])) as connection:
        connection.execute(insert(agr_pending).values(waits))
    with reading(mart) as connection:
        assert connection.execute(select(agr_pending)).all() == []


def test_on_postgresql_such_a_session_can_write_nothing_else(postgresql_url: str) -> None:
    mart, shadows = bare_mart(postgresql_url), Shadows()
    row = {"name": "x", "value": 1, "update_audit_key": 1}
    session = apart(mart, lambda connection: shadows.make(connection, [COARSE]))
    with pytest.raises(StorageFailed, match="read-only"), session as connection:
        connection.execute(insert(ctl_mark).values(row))
