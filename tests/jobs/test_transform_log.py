"""What is told of rows that contradict themselves, and of each transaction (T11, T12)."""

import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.job import Job
from gim_manager.jobs import audit
from gim_manager.jobs.transform_log import Discards, finish_transaction
from gim_manager.jobs.work import Work
from gim_manager.schema.control import agr_notification, ctl_audit_log, ctl_discard, ctl_transform_history
from gim_manager.schema.engines import writing
from tests.language.calls import T0
from tests.language.mart import bare_mart, rows_of
from tests.language.work import a_work, recorded

POLICY = ("error-policy", "error-policy-irf-exception")
HOUR = 3600


@pytest.fixture
def mart(database_url: str) -> Engine:
    return bare_mart(database_url)


def discard(mart: Engine, work: Work, *natural_ids: str) -> Discards:
    """Leaves these rows of G_PARTY out, as a transaction of a run would."""
    discards = Discards(work)
    with writing(mart) as connection:
        connection.execute(
            text("CREATE TEMP TABLE t_discard (table_name TEXT, natural_id TEXT, reason TEXT, data_source_key INT)")
        )
        for natural_id in natural_ids:
            connection.execute(text(f"INSERT INTO t_discard VALUES ('g_party', '{natural_id}', 'has no history', 1)"))
        discards.committed(discards.take(connection, audit.begin(connection, work)))
    return discards


@pytest.mark.parametrize(("policy", "kept"), [("log_db_resume", ["a", "b"]), ("resume", [])])
def test_T11_the_policy_says_whether_discards_are_kept_and_they_are_always_told(
    mart: Engine, policy: str, kept: list[str]
) -> None:
    work = a_work(mart, job=Job.TRANSFORM, options={POLICY: policy})
    discard(mart, work, "a", "b").warn()
    assert [row["natural_id"] for row in rows_of(mart, ctl_discard)] == kept
    assert recorded(work).warnings == [
        "2 rows of g_party contradicted themselves and were left out: each has no history."
    ]


def test_T11_a_discard_is_recorded_once(mart: Engine) -> None:
    discard(mart, a_work(mart), "a")
    discard(mart, a_work(mart), "a", "b")
    assert [(row["discard_key"], row["natural_id"]) for row in rows_of(mart, ctl_discard)] == [(1, "a"), (2, "b")]


def test_T11_the_job_may_fail_and_names_the_option(mart: Engine) -> None:
    with pytest.raises(JobFailed, match="error-policy-irf-exception"):
        discard(mart, a_work(mart, options={POLICY: "exception"}), "a")
    assert rows_of(mart, ctl_audit_log) == []


def test_T12_touched_slots_are_queued_as_runs_of_hours(mart: Engine) -> None:
    work = a_work(mart, job=Job.TRANSFORM)
    with writing(mart) as connection:
        key = audit.begin(connection, work)
        connection.execute(
            text("CREATE TEMP TABLE t_touched (fact_name TEXT, start_date_time_key INT, end_date_time_key INT)")
        )
        for first, last in ((0, 900), (4500, 2 * HOUR), (5 * HOUR, 5 * HOUR), (900, 1800)):
            connection.execute(text(f"INSERT INTO t_touched VALUES ('interaction_fact', {T0 + first}, {T0 + last})"))
        finish_transaction(connection, work, key, {"interaction_fact": 4, "mediation_segment_fact": 0})
    queued = [
        (row["start_date_time_key"] - T0, row["end_date_time_key"] - T0) for row in rows_of(mart, agr_notification)
    ]
    assert queued == [(0, 3 * HOUR - 900), (5 * HOUR, 6 * HOUR - 900)]
    (log,) = rows_of(mart, ctl_audit_log)
    assert (log["row_count"], log["min_start_date_time_key"] - T0, log["max_start_date_time_key"] - T0) == (
        4,
        0,
        5 * HOUR,
    )
    assert [row["hwm_name"] for row in rows_of(mart, ctl_transform_history)] == ["interaction_fact"]
