"""What the last check found is kept for all to see, as long as it says anything."""

from datetime import timedelta

from sqlalchemy import update

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.job import Job
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_finding
from gim_manager.store import changes, findings
from gim_manager.store.connect import Database

AWAY = Finding(
    level=Level.WARNING, message="It is away.", jobs=frozenset({Job.EXTRACT}), refuses=frozenset({Job.EXTRACT})
)
ZONE = Finding(level=Level.ERROR, message="It is none.", section="schedule", option="timezone")


def _found(database: Database) -> tuple[Finding, ...]:
    with reading(database.manager) as connection:
        return findings.current(connection)


def test_what_was_found_last_is_read_as_it_was_found(database: Database) -> None:
    for found in ([ZONE, AWAY], [AWAY], []):
        with writing(database.manager) as connection:
            findings.replace(connection, found)
        assert _found(database) == tuple(found)


def test_only_what_differs_wakes_anybody(database: Database) -> None:
    numbers = []
    for found in ([AWAY], [AWAY], [AWAY, ZONE], []):
        with writing(database.manager) as connection:
            findings.replace(connection, found)
            numbers.append(changes.latest(connection))
    assert numbers[0] == numbers[1] < numbers[2] < numbers[3]


def test_what_nobody_has_looked_at_for_long_says_nothing(database: Database) -> None:
    with writing(database.manager) as connection:
        findings.replace(connection, [AWAY])
    for minutes, found in ((4, (AWAY,)), (2, ())):
        with writing(database.manager) as connection:
            earlier = mgr_finding.c.checked_at - timedelta(minutes=minutes) // timedelta(microseconds=1)
            connection.execute(update(mgr_finding).values(checked_at=earlier))
        assert _found(database) == found


def test_what_was_found_about_an_option_goes_with_its_change(database: Database) -> None:
    with writing(database.manager) as connection:
        findings.replace(connection, [AWAY, ZONE])
        findings.forget(connection, [("schedule", "timezone"), ("gim-export", "output-directory")])
    assert _found(database) == (AWAY,)
    with writing(database.manager) as connection:
        findings.forget(connection, [("", "")])
    assert _found(database) == ()
