"""What is old goes in batches; what is open, young or in use stays."""

from datetime import timedelta

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Status, Step
from gim_manager.schema.engines import writing
from gim_manager.store import audit, changes, decisions, holds, output, retention, runs
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from tests.language.stored import NOON, stored

DAY = timedelta(days=1)


def test_old_ended_runs_go_with_all_that_they_said(database: Database) -> None:
    with writing(database.manager) as connection:
        old = [stored(connection, Status.COMPLETE, at=NOON - 9 * DAY) for _ in range(3)]
        waiting = stored(connection, Status.SCHEDULED, at=NOON - 9 * DAY)
        young = stored(connection, Status.FAILED)
        output.append_log(connection, old[0].id, [LogLine(number=0, time=NOON, level="INFO", message="old")])
        output.write_steps(connection, old[0].id, [Step(name="old", status=Status.COMPLETE)])
        assert retention.forget_runs(connection, before=NOON - DAY, limit=2) == 2
        assert retention.forget_runs(connection, before=NOON - DAY, limit=2) == 1
        assert retention.forget_runs(connection, before=NOON - DAY, limit=2) == 0
        everyone = [run.id for run in (*old, waiting, young)]
        assert runs.by_ids(connection, everyone) == (waiting, young)
        assert output.log(connection, old[0].id) == ()
        assert output.steps(connection, old[0].id) == ()


def test_old_decisions_and_acts_go_and_the_last_change_stays(database: Database) -> None:
    with writing(database.manager) as connection:
        for at in (NOON - 9 * DAY, NOON):
            acts_before = NOON - 2 * DAY if database.is_local else database_now(connection)
            audit.record(connection, audit.Act(at=at, actor="ada", action="requested", detail=str(at)))
            decisions.record(connection, kind=DecisionKind.HOLD, job=Job.EXPORT, rule="R10", reason="No.", now=at)
            ended = holds.begin(connection, owner="ada", host="desk", now=at, expires=at + DAY, maintain=False)
            holds.end(connection, ended.id, at=at, by="ada", reason="Done.")
        last = changes.latest(connection)
        retention.forget_rest(connection, before=NOON - DAY, acts_before=acts_before, changes_before=NOON + 9999 * DAY)
        assert [act.detail for act in audit.acts(connection)] == [str(NOON)]
        assert [kept.first_at for kept in decisions.at_time(connection, None, NOON, around=99 * DAY)] == [NOON]
        assert [hold.since for hold in holds.listed(connection, limit=9)] == [NOON]
        assert changes.latest(connection) == last


def test_the_lines_and_steps_of_a_run_go_before_the_run(database: Database) -> None:
    with writing(database.manager) as connection:
        old, young = stored(connection, Status.COMPLETE, at=NOON - 9 * DAY), stored(connection, Status.FAILED)
        stored(connection, Status.COMPLETE, at=NOON - 9 * DAY)
        for run in (old, young):
            output.append_log(connection, run.id, [LogLine(number=0, time=NOON, level="INFO", message="said")])
        output.write_steps(connection, old.id, [Step(name="old", status=Status.COMPLETE)])
        assert retention.forget_output(connection, before=NOON - DAY) == 1
        assert retention.forget_output(connection, before=NOON - DAY) == 0
        assert (output.log(connection, old.id), output.steps(connection, old.id)) == ((), ())
        assert len(output.log(connection, young.id)) == 1
        assert runs.get(connection, old.id) == old
