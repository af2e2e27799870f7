-- what: The SUBHOUR rows of H_QUEUE_ACC_AGENT for the pending intervals that begin between :first and :last, whole: how long the callers waited whom an agent answered.
-- grain: one row a queue, its groups and interaction type, and the interval in which the interaction entered.
-- reads: agr_pending, date_time, mediation_segment_fact, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_queue_acc_agent_subhr

-- step: build
INSERT INTO AGT_QUEUE_ACC_AGENT_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    ACCEPTED_AGENT, ACCEPTED_AGENT_STI_1, ACCEPTED_AGENT_STI_2, ACCEPTED_AGENT_STI_3, ACCEPTED_AGENT_STI_4,
    ACCEPTED_AGENT_STI_5, ACCEPTED_AGENT_STI_6, ACCEPTED_AGENT_STI_7, ACCEPTED_AGENT_STI_8, ACCEPTED_AGENT_STI_9,
    ACCEPTED_AGENT_STI_10, ACCEPTED_AGENT_STI_11, ACCEPTED_AGENT_STI_12, ACCEPTED_AGENT_STI_13,
    ACCEPTED_AGENT_STI_14, ACCEPTED_AGENT_STI_15, ACCEPTED_AGENT_STI_16, ACCEPTED_AGENT_STI_17,
    ACCEPTED_AGENT_STI_18, ACCEPTED_AGENT_STI_19, ACCEPTED_AGENT_STI_20
)
WITH
-- part: stays
,

waited AS (
    SELECT
        interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
        seconds + ring_seconds AS wait_seconds
    FROM ended
    WHERE is_accepted * is_agent = 1
)

-- part: buckets
;
