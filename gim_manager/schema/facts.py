"""The fact tables for voice and agents (domain/data.md, section 3.4); every primary key holds START_DATE_TIME_KEY (M02).

NATURAL_ID columns are ours: the ICON identifier a fact was made from, by which a recomputed interaction finds its rows again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Table, UniqueConstraint

from gim_manager.domain.partitions import Group
from gim_manager.schema.columns import (
    GUID,
    INT,
    KEY,
    NAME,
    NONE_KEY,
    SLOT,
    SMALL,
    TS,
    UNKNOWN_KEY,
    audit,
    col,
    key,
    opt,
)
from gim_manager.schema.metadata import INFO_MART
from gim_manager.schema.partitions import partitioned


def fact(name: str, identifier: str, *columns: Column[Any], natural: tuple[str, ...]) -> Table:
    """A fact table: its key, both date-time keys, times, its own columns, flags and audit keys."""
    made = Table(
        name, INFO_MART,
        key(identifier), key("start_date_time_key", SLOT), col("end_date_time_key", SLOT), col("tenant_key", INT), *columns,
        col("start_ts", TS), col("end_ts", TS), col("active_flag", SMALL, 0), col("purge_flag", SMALL, 0),
        opt("producer_batch_id", KEY), *audit(),
        UniqueConstraint(*natural, "start_date_time_key"),
        Index(f"ix_{name}_sdt", "start_date_time_key"),
    )  # fmt: skip
    return partitioned(made, "start_date_time_key", Group.GIM)


MEASURES: tuple[str, ...] = (
    "dial", "ring", "talk", "hold", "after_call_work", "customer_dial", "customer_ring", "customer_talk", "customer_hold",
    "customer_acw", "post_cons_xfer_talk", "post_cons_xfer_hold", "post_cons_xfer_ring", "conf_init_talk", "conf_init_hold",
    "conf_join_ring", "conf_join_talk", "conf_join_hold", "cons_init_dial", "cons_init_talk", "cons_init_hold",
    "cons_rcv_ring", "cons_rcv_talk", "cons_rcv_hold", "cons_rcv_acw", "agent_to_agent_cons",
)  # fmt: skip
"""What an INTERACTION_RESOURCE_FACT measures, each as _COUNT and _DURATION (whole seconds)."""

interaction_fact = fact(
    "interaction_fact", "interaction_id",
    col("interaction_type_key", INT), col("media_type_key", INT), opt("media_server_root_ixn_id", KEY),
    opt("media_server_ixn_id", KEY), col("media_server_root_ixn_guid", GUID), opt("media_server_ixn_guid", GUID),
    opt("source_address", NAME), opt("target_address", NAME), opt("subject", NAME), col("status", SMALL, 0),
    natural=("media_server_root_ixn_guid",),
)  # fmt: skip

interaction_resource_fact = fact(
    "interaction_resource_fact", "interaction_resource_id",
    col("interaction_type_key", INT), col("media_type_key", INT), col("technical_descriptor_key", INT),
    col("media_resource_key", INT, NONE_KEY), col("resource_key", INT), col("resource_group_combination_key", INT, UNKNOWN_KEY),
    col("place_key", INT, NONE_KEY), col("strategy_key", INT, NONE_KEY), col("routing_target_key", INT, NONE_KEY),
    col("requested_skill_key", INT, NONE_KEY), col("interaction_descriptor_key", INT, NONE_KEY),
    col("interaction_id", KEY), col("interaction_sdt_key", SLOT),
    col("last_rp_resource_key", INT, NONE_KEY), col("last_queue_resource_key", INT, NONE_KEY),
    col("last_vqueue_resource_key", INT, NONE_KEY), col("last_ivr_resource_key", INT, NONE_KEY),
    opt("prev_irf_id", KEY), opt("prev_irf_sdt_key", SLOT), opt("mediation_segment_id", KEY),
    col("mediation_resource_key", INT, NONE_KEY), opt("mediation_start_date_time_key", SLOT),
    col("interaction_resource_ordinal", INT), col("irf_anchor", SMALL, 0), opt("irf_anchor_ts", TS),
    col("last_interaction_resource", SMALL, 0), col("partyguid", GUID), col("natural_id", GUID),
    opt("target_address", NAME),
    *(col(f"{name}_{kind}", INT, 0) for name in MEASURES for kind in ("count", "duration")),
    col("conference_initiated_count", INT, 0), col("handle_count", INT, 0), col("customer_handle_count", INT, 0),
    col("mediation_count", INT, 0), col("mediation_duration", INT, 0), col("previous_mediation_duration", INT, 0),
    col("routing_point_duration", INT, 0), col("queue_duration", INT, 0), col("ivr_port_duration", INT, 0),
    col("lead_clip_duration", INT, 0), col("trail_clip_duration", INT, 0), col("met_service_objective_flag", SMALL, 0),
    col("short_abandoned_flag", SMALL, 0),
    natural=("natural_id",),
)  # fmt: skip
"""NATURAL_ID is the PARTYID of the handling party."""
Index("ix_irf_interaction_id", interaction_resource_fact.c.interaction_id)

mediation_segment_fact = fact(
    "mediation_segment_fact", "mediation_segment_id",
    col("interaction_type_key", INT), col("media_type_key", INT), col("technical_descriptor_key", INT), col("resource_key", INT),
    col("resource_group_combination_key", INT, UNKNOWN_KEY), col("place_key", INT, NONE_KEY), col("workbin_key", INT, NONE_KEY),
    col("interaction_descriptor_key", INT, NONE_KEY),
    col("interaction_id", KEY), col("interaction_sdt_key", SLOT), opt("ixn_resource_id", KEY), opt("ixn_resource_sdt_key", SLOT),
    opt("target_ixn_resource_id", KEY), opt("target_ixn_resource_sdt_key", SLOT), col("mediation_guid", GUID),
    opt("media_server_ixn_guid", GUID), col("mediation_duration", INT), col("met_threshold_flag", SMALL, 0),
    col("short_abandoned_flag", SMALL, 0), col("entry_ordinal", INT, 1), col("online_flag", SMALL, 0), col("userdata_flag", SMALL, 0),
    natural=("mediation_guid",),
)  # fmt: skip
"""MEDIATION_GUID is the PARTYID of the queue's or routing point's party, or the VQID of a virtual queue's stay."""
Index("ix_msf_interaction_id", mediation_segment_fact.c.interaction_id)

ixn_resource_state_fact = fact(
    "ixn_resource_state_fact", "ixn_resource_state_fact_key",
    col("media_type_key", INT), col("resource_key", INT), col("media_resource_key", INT, NONE_KEY), col("place_key", INT, NONE_KEY),
    col("interaction_resource_state_key", INT), col("interaction_type_key", INT), col("interaction_resource_id", KEY),
    col("interaction_resource_sdt_key", SLOT), col("interaction_id", KEY), col("ordinal", INT), col("natural_id", GUID),
    col("total_duration", INT), col("lead_clip_duration", INT, 0), col("trail_clip_duration", INT, 0),
    natural=("natural_id", "ordinal"),
)  # fmt: skip
"""One row a state of an IRF; ORDINAL (ours) counts within NATURAL_ID, the PARTYID of the IRF."""
Index("ix_irsf_interaction_id", ixn_resource_state_fact.c.interaction_id)

_SESSION_COLUMNS = (
    "media_type_key", "resource_key", "resource_group_combination_key"
)  # fmt: skip


def agent_fact(name: str, identifier: str, *columns: Column[Any], natural: tuple[str, ...]) -> Table:
    """A fact of the SM_ family: an agent on a media type, over all DNs."""
    return fact(
        name, identifier, *(col(own, INT, UNKNOWN_KEY) for own in _SESSION_COLUMNS), *columns,
        col("total_duration", INT), col("lead_clip_duration", INT, 0), col("trail_clip_duration", INT, 0), natural=natural,
    )  # fmt: skip


sm_res_session_fact = agent_fact(
    "sm_res_session_fact", "sm_res_session_fact_key", col("natural_id", GUID), natural=("natural_id",)
)
"""One unbroken login of an agent on a media type; NATURAL_ID is the LOGINSESSIONID that began it."""
Index("ix_sm_res_session_resource", sm_res_session_fact.c.resource_key, sm_res_session_fact.c.start_ts)

sm_res_state_fact = agent_fact(
    "sm_res_state_fact", "sm_res_state_fact_key", col("resource_state_key", INT), col("sm_res_session_fact_key", KEY),
    col("sm_res_session_fact_sdt_key", SLOT), col("natural_id", GUID), natural=("natural_id", "start_ts"),
)  # fmt: skip
"""The winning state; its rows tile the session. NATURAL_ID is that of the session."""

sm_res_state_reason_fact = agent_fact(
    "sm_res_state_reason_fact", "sm_res_state_reason_fact_key", col("resource_state_key", INT),
    col("resource_state_reason_key", INT), col("sm_res_session_fact_key", KEY), col("sm_res_session_fact_sdt_key", SLOT),
    col("sm_res_state_fact_key", KEY), col("sm_res_state_fact_sdt_key", SLOT), col("natural_id", GUID),
    natural=("natural_id", "start_ts", "resource_state_reason_key"),
)  # fmt: skip

FACTS: tuple[Table, ...] = (
    interaction_fact, interaction_resource_fact, mediation_segment_fact, ixn_resource_state_fact, sm_res_session_fact,
    sm_res_state_fact, sm_res_state_reason_fact,
)  # fmt: skip
