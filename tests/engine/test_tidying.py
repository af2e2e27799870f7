"""The manager's own past goes once a day, as the options of [manager] say."""

from datetime import timedelta

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Status
from gim_manager.engine.tidying import Tidying
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, decisions, options, output, runs
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.stored import stored

DAY = timedelta(days=1)


def _past(database: Database, clock: HandClock) -> dict[int, int]:
    """Runs that ended so many days ago, each with a line, a decision and an act; by days their number."""
    made = {}
    with writing(database.manager) as connection:
        for days in (500, 70, 5, 1):
            at = clock.now() - days * DAY
            run = stored(connection, Status.COMPLETE, at=at)
            output.append_log(connection, run.id, [LogLine(number=0, time=at, level="INFO", message="said")])
            decisions.record(connection, kind=DecisionKind.HOLD, job=Job.EXPORT, rule="R10", reason=str(days), now=at)
            audit.record(connection, audit.Act(at=at, actor="ada", action=str(days)))
            made[days] = run.id
    return dict(sorted(made.items()))


def _kept(database: Database, made: dict[int, int], clock: HandClock) -> dict[str, list[int]]:
    with reading(database.manager) as connection:
        return {
            "runs": [days for days, number in made.items() if runs.by_ids(connection, [number])],
            "lines": [days for days, number in made.items() if output.log(connection, number)],
            "decisions": sorted(
                int(kept.reason) for kept in decisions.at_time(connection, None, clock.now(), around=999 * DAY)
            ),
            # PostgreSQL says itself when an act was done, and nobody can make one that is old.
            "acts": sorted(int(act.action) for act in audit.acts(connection)) if database.is_local else [],
        }


def test_each_kind_is_kept_as_long_as_its_option_says(database: Database, clock: HandClock) -> None:
    made = _past(database, clock)
    Tidying(database, clock, lambda connection: True).tidy()
    assert _kept(database, made, clock) == {
        "runs": [1, 5, 70], "lines": [1, 5], "decisions": [1, 5], "acts": [1, 5, 70] if database.is_local else [],
    }  # fmt: skip


def test_R33_no_option_deletes_what_the_launch_keys_are_read_from(database: Database, clock: HandClock) -> None:
    made = _past(database, clock)
    with writing(database.manager) as connection:
        given = {("manager", f"days-to-keep-{name}"): "1" for name in ("job-list", "run-logs", "decisions")}
        options.change(connection, given, by="ada", host=None, now=clock.now())
    clock.turn(2 * 86_400)
    Tidying(database, clock, lambda connection: True).tidy()
    acts = [1] if database.is_local else []
    assert _kept(database, made, clock) == {"runs": [1], "lines": [1], "decisions": [1], "acts": acts}


def test_it_happens_once_a_day(database: Database, clock: HandClock) -> None:
    tidy = Tidying(database, clock, lambda connection: True)
    tidy.tidy()
    made = _past(database, clock)
    clock.turn(86_399)
    tidy.tidy()
    assert _kept(database, made, clock)["runs"] == [1, 5, 70, 500]
    clock.turn(1)
    tidy.tidy()
    assert _kept(database, made, clock)["runs"] == [1, 5, 70]


def test_what_is_much_goes_in_several_goes(database: Database, clock: HandClock, monkeypatch) -> None:
    monkeypatch.setattr("gim_manager.store.retention.BATCH", 1)
    monkeypatch.setattr("gim_manager.engine.tidying.BATCHES", 1)
    made = _past(database, clock)
    tidy = Tidying(database, clock, lambda connection: True)
    for _ in range(3):
        tidy.tidy()
    assert _kept(database, made, clock)["decisions"] == [1, 5]


def test_R35_a_server_that_no_longer_leads_deletes_nothing(database: Database, clock: HandClock) -> None:
    made = _past(database, clock)
    Tidying(database, clock, lambda connection: False).tidy()
    assert _kept(database, made, clock)["runs"] == [1, 5, 70, 500]
