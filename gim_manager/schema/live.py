"""The manager's own tables (mgr_*): runs and all that is known of them, options, decisions, lease, sources, audit.

The states' CHECKs come from the one transition table in domain/run.py; the triggers that refuse a wrong transition are in
schema/dialect.py.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    text,
)
from sqlalchemy.schema import SchemaItem

from gim_manager.domain.hold import WITH_RUN, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.run import CAUSES, ENDED, Status
from gim_manager.schema.columns import INT, LABEL, NAME, REAL, SMALL, TEXT, col, key, opt
from gim_manager.schema.metadata import MANAGER

SCHEMA = "gim_manager"
"""The PostgreSQL schema of these tables; on SQLite they are a file of their own (architecture, idea 8)."""

MICROS = BigInteger().with_variant(Integer(), "sqlite")
"""An instant as whole microseconds since 1970-01-01 UTC."""
ID = BigInteger().with_variant(Integer(), "sqlite")


# Differs from PostgreSQL because SQLite compares text byte by byte; PostgreSQL would follow the language of its cluster,
# and a page of the job list would end elsewhere on the two.
WORD = String(64).with_variant(String(64, collation="C"), "postgresql")
PERSON = String(255).with_variant(String(255, collation="C"), "postgresql")


def generated(name: str) -> Column[Any]:
    """A number that the database gives out, growing."""
    return Column(name, ID, primary_key=True, autoincrement=True)


def _listed(values: list[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


_ended = _listed([status.value for status in ENDED])
_causes = " OR ".join(
    f"(status = '{status.value}' AND cause IS NOT NULL AND cause IN ({_listed([cause.value for cause in causes])}))"
    for status, causes in CAUSES.items()
)


def _table(name: str, metadata: MetaData, *parts: SchemaItem) -> Table:
    # sqlite_autoincrement: the number of a deleted row is never given out again.
    return Table(name, metadata, *parts, sqlite_autoincrement=True)


mgr_info_mart = Table("mgr_info_mart", MANAGER, key("info_mart_id", LABEL), col("created_at", MICROS))
"""One row: the Info Mart that these tables belong to; compared with CTL_SCHEMA_INFO at every opening."""

mgr_run = _table(
    "mgr_run", MANAGER,
    generated("id"), col("job", WORD), col("status", WORD), opt("cause", LABEL), opt("parameters", TEXT),
    Column("launch_key", NAME, nullable=True, unique=True), opt("cycle", NAME), opt("part_of", ID), opt("due_at", MICROS),
    col("requested_at", MICROS), col("requested_by", PERSON), opt("requested_host", NAME), opt("start_time", MICROS),
    opt("end_time", MICROS), opt("reason", TEXT), opt("error", TEXT), opt("progress", REAL), opt("note", TEXT), opt("rows", ID),
    opt("server", NAME), opt("stopped_by", NAME), opt("stop_requested_at", MICROS), opt("kill_at", MICROS), opt("token", LABEL),
    opt("worker_host", NAME), opt("worker_pid", INT), opt("worker_started", REAL), opt("heartbeat_at", MICROS),
    col("forced", SMALL, 0), opt("noted", WORD), opt("text_id", ID),
    CheckConstraint(f"job IN ({_listed([job.value for job in Job])})", name="ck_mgr_run_job"),
    CheckConstraint(f"status IN ({_listed([status.value for status in Status])})", name="ck_mgr_run_status"),
    CheckConstraint(f"(status IN ({_ended})) = (end_time IS NOT NULL)", name="ck_mgr_run_end"),
    CheckConstraint(f"(status NOT IN ({_ended}) AND cause IS NULL) OR {_causes}", name="ck_mgr_run_cause"),
    CheckConstraint("(status = 'Scheduled' AND start_time IS NULL) OR (status = 'Canceled' AND start_time IS NULL) OR start_time IS NOT NULL",
                    name="ck_mgr_run_start"),
    CheckConstraint("status <> 'Failed' OR error IS NOT NULL", name="ck_mgr_run_error"),
)  # fmt: skip
"""A run's rows are never deleted but by retention. LAUNCH_KEY is unique: no launch is made twice (R33). NOTED is what
its note says, by which a list is sorted, TEXT_ID of an ended run the text of it that is searched: the database writes
both itself (schema/dialect.py)."""

# One instance of a job at a time (R21), refused by the database itself. With parameters it is a re-aggregation, no instance (R18).
Index(
    "ux_mgr_run_active", mgr_run.c.job, unique=True,
    sqlite_where=text("status IN ('Running', 'Stopping') AND parameters IS NULL"),
    postgresql_where=text("status IN ('Running', 'Stopping') AND parameters IS NULL"),
)  # fmt: skip
Index(
    "ix_mgr_run_open", mgr_run.c.status, mgr_run.c.id,
    sqlite_where=text("status IN ('Scheduled', 'Running', 'Stopping')"),
    postgresql_where=text("status IN ('Scheduled', 'Running', 'Stopping')"),
)  # fmt: skip
# The status stands last in each, so that a page filtered by it reads no row that it does not show.
for _sorted in ("job", "start_time", "end_time", "rows", "requested_by", "noted"):
    Index(f"ix_mgr_run_{_sorted}", mgr_run.c[_sorted], mgr_run.c.id, mgr_run.c.status)
Index("ix_mgr_run_duration", mgr_run.c.end_time - mgr_run.c.start_time, mgr_run.c.id, mgr_run.c.status)
Index("ix_mgr_run_status", mgr_run.c.status, mgr_run.c.id)
_of_text = text("text_id IS NOT NULL")
Index(
    "ix_mgr_run_text_id", mgr_run.c.text_id, mgr_run.c.id, mgr_run.c.status, sqlite_where=_of_text,
    postgresql_where=_of_text,
)  # fmt: skip
_of_a_cycle = text("cycle IS NOT NULL")
Index("ix_mgr_run_cycle", mgr_run.c.cycle, mgr_run.c.job, sqlite_where=_of_a_cycle, postgresql_where=_of_a_cycle)
Index("ix_mgr_run_launched", mgr_run.c.job, mgr_run.c.id, sqlite_where=_of_a_cycle, postgresql_where=_of_a_cycle)
Index("ix_mgr_run_requested_at", mgr_run.c.requested_at, mgr_run.c.id)

mgr_text = _table("mgr_text", MANAGER, generated("id"), col("text", TEXT))
"""Each text that ended runs have said, once: a million runs repeat a few hundred."""
# Differs from SQLite because an index of PostgreSQL that is sorted takes no long text.
Index("ix_mgr_text_text", mgr_text.c.text, postgresql_using="hash")

mgr_step = Table(
    "mgr_step", MANAGER,
    key("run_id", ID), key("number", INT), col("name", NAME), col("status", LABEL), opt("start_time", MICROS),
    opt("end_time", MICROS), opt("rows", ID), opt("progress", REAL), opt("note", TEXT),
)  # fmt: skip

mgr_log = Table(
    "mgr_log",
    MANAGER,
    key("run_id", ID),
    key("number", INT),
    col("time", MICROS),
    col("level", LABEL),
    col("message", TEXT),
)

mgr_option = Table("mgr_option", MANAGER, key("section", NAME), key("name", NAME), col("value", TEXT))
"""Only what differs from the default has a row."""

mgr_option_history = _table(
    "mgr_option_history", MANAGER,
    generated("id"), col("changed_at", MICROS), col("changed_by", NAME), opt("changed_host", NAME), col("section", NAME),
    col("name", NAME), opt("old_value", TEXT), opt("new_value", TEXT),
)  # fmt: skip

mgr_decision = _table(
    "mgr_decision", MANAGER,
    generated("id"), col("first_at", MICROS), col("last_at", MICROS), col("count", INT, 1), col("kind", LABEL), col("job", LABEL),
    Column("launch_key", NAME, nullable=True, unique=True), opt("run_id", ID), col("rule", LABEL), col("reason", TEXT),
)  # fmt: skip
"""Every launch that was not made, dropped or held, with rule and reason; one row per job and gap, with a count."""
Index("ix_mgr_decision_job", mgr_decision.c.job, mgr_decision.c.last_at)

mgr_change = _table(
    "mgr_change", MANAGER, generated("number"), col("at", MICROS), col("topic", LABEL), opt("run_id", ID)
)
"""What changed, by number: readers ask for all above the last number that they saw."""

mgr_finding = Table(
    "mgr_finding", MANAGER,
    key("number", INT), col("checked_at", MICROS), col("level", LABEL), col("section", NAME), col("option", NAME),
    col("jobs", TEXT), col("refuses", TEXT), col("message", TEXT),
)  # fmt: skip
"""What the last check of the surroundings found (R28); jobs with commas between them."""

mgr_server = Table(
    "mgr_server", MANAGER,
    key("id", NAME), col("host", NAME), col("pid", INT), col("version", LABEL), col("since", MICROS), col("heartbeat_at", MICROS),
    col("state", LABEL),
)  # fmt: skip
"""Every server that is heard of, leader or standby; a beat is no change (nothing wakes)."""

mgr_lease = Table(
    "mgr_lease", MANAGER,
    key("name", LABEL), opt("holder", NAME), col("epoch", ID, 0), opt("expires_at", MICROS),
    CheckConstraint("name = 'scheduler'", name="ck_mgr_lease_one"),
)  # fmt: skip

mgr_duty = _table("mgr_duty", MANAGER, generated("id"), col("server", NAME), col("since", MICROS), opt("until", MICROS))
"""Who led the schedule, and when: in the gaps nobody did. The last row lasts while UNTIL is null, but no longer than its lease."""
Index("ix_mgr_duty_since", mgr_duty.c.since)

mgr_source = Table(
    "mgr_source", MANAGER,
    key("name", NAME), Column("data_source_key", INT, nullable=False, unique=True), col("url", TEXT), col("roles", NAME),
    opt("secret_file", TEXT), opt("pair", NAME), col("active", SMALL, 1), col("created_at", MICROS),
)  # fmt: skip
"""URL as it may be shown to everybody who may read these tables."""

mgr_source_secret = Table("mgr_source_secret", MANAGER, key("name", NAME), col("url", TEXT))
"""The whole URL of a source whose URL holds a password: for servers and administrators."""

mgr_hold = _table(
    "mgr_hold", MANAGER,
    generated("id"), col("owner", NAME), opt("host", NAME), col("since", MICROS), col("expires_at", MICROS), col("state", LABEL),
    opt("run_id", ID), opt("reason", TEXT), opt("ended_at", MICROS), opt("ended_by", NAME),
    CheckConstraint(f"state IN ({_listed([state.value for state in HoldState])})", name="ck_mgr_hold_state"),
    CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ck_mgr_hold_end"),
    CheckConstraint(f"state NOT IN ({_listed([state.value for state in WITH_RUN])}) OR run_id IS NOT NULL", name="ck_mgr_hold_run"),
)  # fmt: skip
"""The maintenance holds (R23); RUN_ID is the maintenance of one, REASON what it waits for or why it ended."""
# One in force at a time: every row that has not ended has the same key.
_in_force = text("ended_at IS NULL")
Index(
    "ux_mgr_hold_in_force",
    mgr_hold.c.ended_at.is_(None),
    unique=True,
    sqlite_where=_in_force,
    postgresql_where=_in_force,
)

mgr_one_by_one = _table(
    "mgr_one_by_one", MANAGER,
    generated("id"), col("owner", NAME), opt("host", NAME), col("since", MICROS), col("put_back", TEXT), col("steps", TEXT),
    opt("ended_at", MICROS), opt("ended_by", NAME),
)  # fmt: skip
"""Jobs run one by one: PUT_BACK is a JSON object of what was switched off and what it was, STEPS a JSON list of job, run, skipped."""
Index(
    "ux_mgr_one_by_one_in_force",
    mgr_one_by_one.c.ended_at.is_(None),
    unique=True,
    sqlite_where=_in_force,
    postgresql_where=_in_force,
)

mgr_audit = _table(
    "mgr_audit", MANAGER,
    generated("id"), col("at", MICROS), col("actor", NAME), opt("host", NAME), col("action", LABEL), opt("subject", NAME),
    opt("run_id", ID), opt("rule", LABEL), opt("reason", TEXT), opt("detail", TEXT), opt("os_user", NAME),
    opt("db_user", NAME), col("hash", LABEL),
)  # fmt: skip
"""Who did what, when, why; a Refused request stands only here. HASH is that of this row and of the HASH before it
(schema/trail.py)."""

mgr_audit_chain = Table(
    "mgr_audit_chain", MANAGER,
    key("name", LABEL), col("pruned_id", ID), col("pruned_hash", LABEL), col("head_id", ID), col("head_hash", LABEL),
)  # fmt: skip
"""One row: the last row of MGR_AUDIT that was pruned, on which the oldest that is left stands, and the newest."""

mgr_alarm = _table(
    "mgr_alarm", MANAGER,
    generated("id"), col("rule", LABEL), col("subject", TEXT), col("message", TEXT), col("raised_at", MICROS),
    opt("absent_since", MICROS), opt("reminded_at", MICROS), opt("cleared_at", MICROS),
)  # fmt: skip
_raised = text("cleared_at IS NULL")
# What is raised is raised once, whoever evaluates.
Index(
    "ux_mgr_alarm_raised",
    mgr_alarm.c.rule,
    mgr_alarm.c.subject,
    unique=True,
    sqlite_where=_raised,
    postgresql_where=_raised,
)

mgr_alarm_delivery = _table(
    "mgr_alarm_delivery", MANAGER,
    generated("id"), col("alarm_id", ID), col("channel", LABEL), col("kind", LABEL), col("created_at", MICROS),
    col("attempts", INT, 0), col("next_try_at", MICROS), opt("error", TEXT), opt("delivered_at", MICROS),
    opt("dropped_at", MICROS),
)  # fmt: skip
"""The outbox: written in one transaction with its alarm, delivered at least once, or dropped with its channel."""
_waiting = text("delivered_at IS NULL AND dropped_at IS NULL")
Index(
    "ix_mgr_alarm_delivery_waiting", mgr_alarm_delivery.c.channel, mgr_alarm_delivery.c.id, sqlite_where=_waiting,
    postgresql_where=_waiting,
)  # fmt: skip
Index("ix_mgr_alarm_delivery_alarm", mgr_alarm_delivery.c.alarm_id)
