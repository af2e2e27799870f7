"""A decision is one row as long as it is the same one."""

from datetime import timedelta

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.schema.engines import writing
from gim_manager.store import decisions
from gim_manager.store.connect import Database
from tests.language.stored import NOON

MINUTE = timedelta(minutes=1)


def _record(connection, *, now=NOON, **more):
    said = {"kind": DecisionKind.HOLD, "job": Job.MAINTAIN, "rule": "R08", "reason": "It waits."} | more
    return decisions.record(connection, now=now, **said)


def test_the_same_decision_again_only_counts_up(database: Database) -> None:
    with writing(database.manager) as connection:
        assert _record(connection, run_id=3)
        assert not _record(connection, run_id=3, now=NOON + MINUTE)
        (kept,) = decisions.of_run(connection, 3)
    assert (kept.first_at, kept.last_at, kept.count, kept.rule) == (NOON, NOON + MINUTE, 2, "R08")


def test_another_reason_or_a_long_gap_is_a_new_decision(database: Database) -> None:
    with writing(database.manager) as connection:
        _record(connection, run_id=3)
        assert _record(connection, run_id=3, reason="It waits for something else.")
        assert _record(connection, run_id=3, now=NOON + 90 * MINUTE)
        assert len(decisions.of_run(connection, 3)) == 3


def test_R33_a_launch_key_is_decided_upon_once(database: Database) -> None:
    with writing(database.manager) as connection:
        dropped = {"kind": DecisionKind.DROP, "launch_key": "maintain 2026-11-23"}
        assert _record(connection, **dropped)
        assert not _record(connection, now=NOON + timedelta(hours=5), reason="Another.", **dropped)
        assert decisions.dropped_keys(connection, NOON) == {"maintain 2026-11-23"}
        assert decisions.dropped_keys(connection, NOON + timedelta(days=1)) == frozenset()


def test_decisions_are_found_around_a_time(database: Database) -> None:
    with writing(database.manager) as connection:
        _record(connection)
        _record(connection, job=Job.EXPORT, now=NOON + 2 * MINUTE)
        near = decisions.at_time(connection, None, NOON + MINUTE, around=MINUTE)
        assert [decision.job for decision in near] == [Job.MAINTAIN, Job.EXPORT]
        assert len(decisions.at_time(connection, Job.EXPORT, NOON, around=5 * MINUTE)) == 1
        assert decisions.at_time(connection, Job.EXPORT, NOON, around=MINUTE) == ()


def test_decisions_are_counted_by_number_and_one_that_comes_again_counts_once(database: Database) -> None:
    with writing(database.manager) as connection:
        assert decisions.latest(connection) == 0
        _record(connection)
        before = decisions.latest(connection)
        _record(connection, now=NOON + MINUTE)
        _record(connection, kind=DecisionKind.REFUSE)
        _record(connection, job=Job.EXPORT)
        latest = decisions.latest(connection)
        counted = decisions.counted(connection, above=before, up_to=latest)
    assert counted == {DecisionKind.REFUSE: 1, DecisionKind.HOLD: 1}


def test_launches_that_were_not_made_are_told_of_a_time_the_latest_if_there_are_too_many(database: Database) -> None:
    with writing(database.manager) as connection:
        for minute, kind, run_id in (
            (0, DecisionKind.DROP, None), (10, DecisionKind.HOLD, None), (20, DecisionKind.HOLD, 7),
            (30, DecisionKind.STOP, None), (40, DecisionKind.DROP, None), (70, DecisionKind.DROP, None),
        ):  # fmt: skip
            decisions.record(
                connection, kind=kind, job=Job.EXPORT, rule="R13", reason=f"because of {minute}",
                now=NOON + timedelta(minutes=minute), run_id=run_id,
            )  # fmt: skip
        told = decisions.not_made(connection, NOON, NOON + timedelta(hours=1), limit=9)
        latest = decisions.not_made(connection, NOON, NOON + timedelta(hours=1), limit=1)
    assert [decision.reason for decision in told] == ["because of 0", "because of 10", "because of 40"]
    assert latest == told[-1:]
