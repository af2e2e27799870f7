"""What is computed of one chunk, in order: the scripts, and which fact each of them gives (T04 to T08)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, TextClause, text

from gim_manager.domain.options import Options
from gim_manager.jobs.script import script
from gim_manager.jobs.transform_merge import FACT_TARGETS, give_keys, merge, purge, touch_after, touch_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Facts that are computed together from the same rows."""

    noun: str
    """What one of the list of work is, in the plural."""
    groundwork: tuple[str, ...]
    """Scripts that find what the facts are about."""
    keyed: Mapping[str, str]
    """The temporary table in which each fact's rows are known by their natural id."""
    context: tuple[str, ...]
    """Scripts that need no keys of facts but add to dimensions."""
    scope: str
    """Which existing facts belong to the chunk: those that no longer result are purged."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact tables, in the order in which they are computed."""
        return tuple(self.keyed)


INTERACTIONS = Family(
    noun="interactions",
    groundwork=("calls", "legs", "spans"),
    keyed={
        "interaction_fact": "t_root",
        "mediation_segment_fact": "t_stay",
        "interaction_resource_fact": "t_leg",
        "ixn_resource_state_fact": "t_state",
    },
    context=("context", "groups"),
    scope="interaction_id IN (SELECT interaction_id FROM t_known)",
)
SESSIONS = Family(
    noun="sessions",
    groundwork=("sessions",),
    keyed={
        "sm_res_session_fact": "t_session",
        "sm_res_state_fact": "t_sm_state",
        "sm_res_state_reason_fact": "t_reason",
    },
    context=("groups",),
    scope="natural_id IN (SELECT natural_id FROM t_known)",
)

_KNOWN = {
    "interaction_fact": """
        SELECT f.interaction_id FROM t_todo todo
        JOIN interaction_fact f ON f.media_server_root_ixn_guid = todo.natural_id""",
    "sm_res_session_fact": "SELECT natural_id FROM t_todo UNION SELECT loginsessionid FROM t_member",
}
_PRIORITY = {"ACW": "acw", "NOT_READY": "not_ready", "BUSY": "busy", "READY": "ready"}


def parameters(options: Options) -> dict[str, object]:
    """The options that the scripts read, in seconds; and the priority of each state of an agent, 1 the strongest."""
    strongest_first = options.text("gim-etl", "sm-resource-state-priority").split(",")
    priorities = {_PRIORITY[state.strip()]: rank for rank, state in enumerate(strongest_first, start=1)}
    return {
        **priorities,
        "longest_state": options.number("gim-etl", "max-state-duration"),
        "longest_session": options.number("gim-etl", "max-session-duration-in-hours") * 3600,
        "short_threshold": options.number("agg-gim-thld-QUEUE-IXN", "short-abandoned-threshold"),
        "accepted_threshold": options.number("agg-gim-thld-QUEUE-IXN", "accepted-threshold"),
    }


def compute(connection: Connection, family: Family, values: Mapping[str, object]) -> None:
    """Leaves the rows of each fact in `new_<fact>`, with keys; also those that existed in `t_known`."""
    for name in family.groundwork:
        script(f"transform/{name}").run(connection, **values)
    for fact, source in family.keyed.items():
        give_keys(connection, FACT_TARGETS[fact], source)
    for name in (*family.context, *family.facts):
        script(f"transform/{name}").run(connection, **values)
    connection.execute(text(f"CREATE TEMP TABLE t_known AS {_KNOWN[family.facts[0]]}"))
    connection.execute(text("ANALYZE t_known"))


def write(connection: Connection, family: Family, audit_key: int) -> dict[str, int]:
    """Merges what was computed and purges what no longer results; rows written by fact. The touched slots are left in
    `t_touched`."""
    written: dict[str, int] = {}
    connection.execute(
        text("CREATE TEMP TABLE t_touched (fact_name VARCHAR(64), start_date_time_key INT, end_date_time_key INT)")
    )
    for fact in family.facts:
        target = FACT_TARGETS[fact]
        touch_before(connection, target)
        written[fact] = merge(connection, target, audit_key) + purge(connection, target, family.scope, audit_key)
        touch_after(connection, target, audit_key)
    if "mediation_segment_fact" in family.facts:
        for leading in _TOUCH_LEADING:
            connection.execute(leading, {"audit_key": audit_key})
    return written


def _leading(fact: str, first: str, last: str, chosen: str) -> TextClause:
    return text(f"""
        INSERT INTO t_touched (fact_name, start_date_time_key, end_date_time_key)
        SELECT DISTINCT '{fact}', {first}, {last} FROM {chosen} WHERE f.update_audit_key = :audit_key""")


def _of_leg(fact: str, leg: str) -> TextClause:
    """The slots of facts that were computed again and name a leg by the columns `<leg>_id` and `<leg>_sdt_key`."""
    return _leading(
        fact, "n.start_date_time_key", "n.end_date_time_key",
        f"new_{fact} n JOIN interaction_resource_fact f "
        f"ON f.interaction_resource_id = n.{leg}_id AND f.start_date_time_key = n.{leg}_sdt_key",
    )  # fmt: skip


_TOUCH_LEADING = (
    # A queue's numbers hold those of the leg that it led to.
    _of_leg("mediation_segment_fact", "target_ixn_resource"),
    # A state on an interaction counts by the groups and the role of its leg.
    _of_leg("ixn_resource_state_fact", "interaction_resource"),
    # An interaction's numbers hold those of its legs, and whether its stays were abandoned.
    _leading("interaction_fact", "f.interaction_sdt_key", "f.interaction_sdt_key", "interaction_resource_fact f"),
    _leading("interaction_fact", "f.interaction_sdt_key", "f.interaction_sdt_key", "mediation_segment_fact f"),
)
"""Facts that are written as they were, while a fact that changed counts in the same intervals: those intervals are
touched too (T12)."""
