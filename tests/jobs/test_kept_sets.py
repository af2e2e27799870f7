"""What is told of the rows that a run has changed, and of those that cannot be put back any more."""

from datetime import UTC, date

import pytest
from sqlalchemy import Engine, delete, update

from gim_manager.domain.aggregates import H_ID, Level
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.undo import Changed, Kept
from gim_manager.jobs import kept_sets
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from tests.language.facts import at
from tests.language.mart import bare_mart

DAY = 86_400
MONDAY = at("2026-06-08 00:00")
TABLE, KEPT_ROWS = TABLES[H_ID, Level.SUBHOUR], KEPT[H_ID]
CLOCK = LocalClock(zone=UTC)


@pytest.fixture
def mart(database_url: str) -> Engine:
    """Run 12 has changed a row on Monday, added one there and taken one away on Tuesday."""
    engine = bare_mart(database_url)
    row = {column.name: 0 for column in KEPT_ROWS.columns} | {"run_id": 12, "agg_level": "SUBHOUR"}
    changed, added, gone = (
        row | {"tenant_key": 1, "date_time_key": MONDAY}, row | {"tenant_key": 2, "date_time_key": MONDAY},
        row | {"tenant_key": 3, "date_time_key": MONDAY + DAY},
    )  # fmt: skip
    with writing(engine) as connection:
        connection.execute(agr_rebuilt.insert().values(run_id=12, begun_ts=1))
        kept = [changed, changed | {"is_after": 1, "entered": 7}, added | {"is_after": 1}, gone]
        connection.execute(KEPT_ROWS.insert(), kept)
        left = [changed | {"entered": 7}, added]
        connection.execute(
            TABLE.insert(), [{column.name: one[column.name] for column in TABLE.columns} for one in left]
        )
    return engine


def _read(engine: Engine, run_id: int = 12) -> Kept:
    with reading(engine) as connection:
        return kept_sets.read(connection, run_id, CLOCK)


def test_the_rows_of_each_set_are_counted_by_what_became_of_them(mart: Engine) -> None:
    monday = date(2026, 6, 8)
    changed = Changed(
        hierarchy="H_ID", level=Level.SUBHOUR, changed=1, added=1, removed=1, first=monday, last=date(2026, 6, 9)
    )
    assert _read(mart) == Kept(run_id=12, is_known=True, sets=(changed,))


def test_of_other_runs_nothing_is_known(mart: Engine) -> None:
    assert _read(mart, 13) == Kept(run_id=13)


@pytest.mark.parametrize("since", ["changed", "gone", "came again", "waits"])
def test_R18_the_first_day_is_named_of_which_a_row_is_another_since(mart: Engine, since: str) -> None:
    with writing(mart) as connection:
        if since == "changed":
            connection.execute(update(TABLE).where(TABLE.c.tenant_key == 1).values(wrap=3))
        elif since == "gone":
            connection.execute(delete(TABLE).where(TABLE.c.tenant_key == 2))
        elif since == "came again":
            row = {column.name: 0 for column in TABLE.columns} | {"tenant_key": 3, "date_time_key": MONDAY + DAY}
            connection.execute(TABLE.insert(), [row])
        else:
            interval = {"date_time_key": MONDAY - 900, "date_time_next_key": MONDAY + 900}
            waits = {"hierarchy": "H_ID", "agg_level": "SUBHOUR", "queued_ts": 0}
            connection.execute(agr_pending.insert().values(waits | interval))
    day = date(2026, 6, 9 if since == "came again" else 8)
    assert _read(mart).rebuilt == ("H_ID SUBHOUR", day)
