"""In which order a re-aggregation takes its sets, and what of each comes next."""

from datetime import UTC

from sqlalchemy import Engine

from gim_manager.domain.reaggregation import read_parameters
from gim_manager.domain.timing import LocalClock
from gim_manager.jobs.stretches import next_stretch, tasks
from gim_manager.schema.engines import reading
from tests.language.facts import at, write_calendar
from tests.language.mart import bare_mart

CLOCK = LocalClock(zone=UTC)


def _stretches(engine: Engine, parameters: str) -> list[tuple[str, int, int]]:
    """Each as it is taken: the set, from when to when."""
    found = []
    with reading(engine) as connection:
        for task in tasks(read_parameters(parameters), CLOCK, forced=True):
            until = task.until
            while until > task.first:
                stretch = next_stretch(connection, task, until)
                assert stretch is not None
                found.append((task.name, stretch.first, until))
                until = stretch.first
            assert (task.done(task.until), task.done(until)) == (0.0, 1.0)
    return found


def test_R18_a_set_is_taken_by_days_and_by_longer_intervals_the_newest_first(sqlite_url: str) -> None:
    engine = bare_mart(sqlite_url)
    write_calendar(engine)
    first, second, third = (at(f"2026-06-{day:02} 00:00") for day in (8, 9, 10))
    assert _stretches(engine, "-insertPendingAgg H_QUEUE_GRP,H_QUEUE-HOUR:2026-06-08:2026-06-09") == [
        ("H_QUEUE HOUR", second, third), ("H_QUEUE HOUR", first, second),
        ("H_QUEUE_GRP HOUR", second, third), ("H_QUEUE_GRP HOUR", first, second),
    ]  # fmt: skip
    assert _stretches(engine, "-insertPendingAgg H_ID-MONTH:2026-06-08:2026-06-09") == [("H_ID MONTH", first, third)]
