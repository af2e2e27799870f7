"""What a re-aggregation changes is kept, to be undone: a table of such runs, and one of rows a hierarchy."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AGENT_DIMENSIONS = "tenant_key media_type_key resource_key resource_group_combination_key"
CALL_DIMENSIONS = f"{AGENT_DIMENSIONS} interaction_type_key interaction_descriptor_key"
GROUP_DIMENSIONS = "group_key tenant_key media_type_key interaction_type_key interaction_descriptor_key"
QUEUE_MEASURES = """
    entered abandoned abandoned_time abandoned_short abandoned_standard abandoned_invite cleared distributed_ distributed_time
    redirected routed_other accepted accepted_time accepted_thr accepted_agent accepted_agent_time accepted_agent_thr
    transfer_init_agent invite invite_time engage_time hold hold_time wrap wrap_time accepted_time_max"""
AGENT_MEASURES = """
    offered accepted notaccepted rejected abandoned_invite invite invite_time engage engage_time hold hold_time wrap wrap_time
    short consult_received_accepted consult_received_engage_time consult_received_hold_time consult_initiated
    consult_initiated_time transfer_init_agent xfer_received_accepted"""
TABLES = {
    "queue": (CALL_DIMENSIONS, QUEUE_MEASURES),
    "agent": (CALL_DIMENSIONS, AGENT_MEASURES),
    "i_sess_state": (
        AGENT_DIMENSIONS,
        "active_time ready_time not_ready_time busy_time wrap_time ready ready_carried not_ready not_ready_carried busy "
        "busy_carried wrap wrap_carried",
    ),
    "queue_grp": (GROUP_DIMENSIONS, QUEUE_MEASURES),
    "agent_grp": (GROUP_DIMENSIONS, AGENT_MEASURES),
    "agent_queue": (f"{CALL_DIMENSIONS} mediation_resource_key", AGENT_MEASURES),
    "queue_abn": (
        f"{AGENT_DIMENSIONS} interaction_type_key",
        " ".join(["abandoned", *(f"abandoned_sti_{number}" for number in range(1, 21))]),
    ),
    "queue_acc_agent": (
        f"{AGENT_DIMENSIONS} interaction_type_key",
        " ".join(["accepted_agent", *(f"accepted_agent_sti_{number}" for number in range(1, 21))]),
    ),
    "id": (
        "tenant_key media_type_key interaction_type_key interaction_descriptor_key",
        "entered accepted_agent abandoned finished_other duration engage_time hold hold_time wrap wrap_time "
        "transfer_init_agent",
    ),
    "i_state_rsn": (
        f"{AGENT_DIMENSIONS} resource_state_key resource_state_reason_key",
        "state_rsn_time state_rsn state_rsn_carried",
    ),
    "i_agent": (
        f"{AGENT_DIMENSIONS} interaction_type_key",
        "invite_time engage_time hold_time wrap_time consult_time invite invite_carried engage engage_carried hold hold_carried "
        "wrap wrap_carried consult consult_carried",
    ),
}
"""By the end of the name: the columns that tell the rows of an interval apart, and the numbers."""


def upgrade() -> None:
    """Make the tables."""
    connection = op.get_bind()
    # Differs from PostgreSQL because SQLite's INTEGER holds eight bytes.
    number = "BIGINT" if connection.dialect.name == "postgresql" else "INTEGER"
    connection.exec_driver_sql(
        """
CREATE TABLE agr_rebuilt (
    run_id INTEGER NOT NULL,
    begun_ts INTEGER NOT NULL,
    undone_by INTEGER,
    dropped_by INTEGER,
    PRIMARY KEY (run_id)
)"""
    )
    for stem, (dimensions, measures) in TABLES.items():
        keys = ["run_id", "agg_level", "date_time_key", *dimensions.split(), "is_after"]
        columns = [
            *(f"\t{key} {'VARCHAR(64)' if key == 'agg_level' else 'INTEGER'} NOT NULL" for key in keys),
            *(f"\t{one} {number} NOT NULL" for one in measures.split()),
        ]
        listed = ", \n".join([*columns, f"\tPRIMARY KEY ({', '.join(keys)})"])
        connection.exec_driver_sql(f"CREATE TABLE agr_kept_{stem} (\n{listed}\n)")
