-- what: The SUBHOUR rows of H_QUEUE_ABN for the pending intervals that begin between :first and :last, whole: how long the callers waited who left while queued.
-- grain: one row a queue, its groups and interaction type, and the interval in which the interaction entered.
-- reads: agr_pending, date_time, mediation_segment_fact, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_queue_abn_subhr

-- step: build
INSERT INTO AGT_QUEUE_ABN_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    ABANDONED, ABANDONED_STI_1, ABANDONED_STI_2, ABANDONED_STI_3, ABANDONED_STI_4, ABANDONED_STI_5,
    ABANDONED_STI_6, ABANDONED_STI_7, ABANDONED_STI_8, ABANDONED_STI_9, ABANDONED_STI_10, ABANDONED_STI_11,
    ABANDONED_STI_12, ABANDONED_STI_13, ABANDONED_STI_14, ABANDONED_STI_15, ABANDONED_STI_16, ABANDONED_STI_17,
    ABANDONED_STI_18, ABANDONED_STI_19, ABANDONED_STI_20
)
WITH
-- part: stays
,

waited AS (
    SELECT
        interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
        seconds AS wait_seconds
    FROM ended
    WHERE is_abandoned = 1
)

-- part: buckets
;
