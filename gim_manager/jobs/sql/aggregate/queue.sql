-- what: The SUBHOUR rows of H_QUEUE for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row a queue, its groups, interaction type and descriptor, and the interval in which the interaction entered.
-- reads: agr_pending, date_time, mediation_segment_fact, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_queue_subhr

-- step: build
INSERT INTO AGT_QUEUE_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    ENTERED, ABANDONED, ABANDONED_TIME, ABANDONED_SHORT, ABANDONED_STANDARD, ABANDONED_INVITE, CLEARED, DISTRIBUTED_,
    DISTRIBUTED_TIME, REDIRECTED, ROUTED_OTHER, ACCEPTED, ACCEPTED_TIME, ACCEPTED_TIME_MAX, ACCEPTED_THR, ACCEPTED_AGENT,
    ACCEPTED_AGENT_TIME, ACCEPTED_AGENT_THR, TRANSFER_INIT_AGENT, INVITE, INVITE_TIME, ENGAGE_TIME, HOLD, HOLD_TIME, WRAP,
    WRAP_TIME
)
WITH
-- part: stays

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    COUNT(*),
    SUM(is_abandoned),
    SUM(is_abandoned * seconds),
    SUM(is_abandoned * is_short),
    SUM(is_abandoned * (1 - is_short)),
    SUM(is_invite_abandoned),
    SUM(is_cleared),
    SUM(is_distributed),
    SUM(is_distributed * seconds),
    SUM(is_redirected),
    SUM(is_routed_other),
    SUM(is_accepted),
    SUM(is_accepted * seconds),
    MAX(is_accepted * seconds),
    SUM(is_accepted * in_time),
    SUM(is_accepted * is_agent),
    SUM(is_accepted * is_agent * seconds),
    SUM(is_accepted * is_agent * in_time),
    SUM(is_accepted * is_agent * passed_on),
    SUM(is_distributed * has_target * ring_count),
    SUM(is_distributed * has_target * ring_seconds),
    SUM(is_accepted * talk_seconds),
    SUM(is_accepted * hold_count),
    SUM(is_accepted * hold_seconds),
    SUM(is_accepted * wrap_count),
    SUM(is_accepted * wrap_seconds)
FROM ended
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY;
