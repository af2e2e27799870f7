"""`aggregates`: a table and the days, or one document."""

from sqlalchemy import insert

from gim_manager.domain.aggregates import H_QUEUE, Level
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.facts import at, whole_row
from tests.language.stored import stored


def test_an_empty_info_mart_has_no_aggregate_yet(gim: CommandLine) -> None:
    said = gim("aggregates")
    assert (said.code, said.err) == (0, "")
    assert "No aggregate is built yet." in said.out


def test_each_set_is_told_with_what_waits(gim: CommandLine, database: Database) -> None:
    table, slot = TABLES[H_QUEUE, Level.DAY], at("2026-06-08 00:00")
    waits = {"hierarchy": "H_QUEUE", "agg_level": "DAY", "date_time_key": slot, "date_time_next_key": slot + 86400}
    with writing(database.info_mart) as connection:
        connection.execute(insert(table).values(whole_row(table, date_time_key=slot)))
        connection.execute(insert(agr_pending).values(waits | {"queued_ts": slot}))
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, job=Job.EXTRACT)
    document = gim.json("aggregates")
    found = next(one for one in document["sets"] if (one["hierarchy"], one["level"]) == ("H_QUEUE", "DAY"))
    assert (found["rows"], found["newest"], found["pending"], found["late"]) == (
        1,
        "2026-06-08T00:00:00+00:00",
        1,
        True,
    )
    assert set(document) == {"sets", "days", "trends", "option_changes"}
    assert "1 set late: 1 interval pending since" in gim("aggregates").out
