-- what: The stays that entered a queue in the pending intervals, with what became of each (A03, A05).
-- grain: `ended` one row a stay, flags 0 or 1, seconds.
-- reads: agr_pending, date_time, mediation_segment_fact, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes:

-- step: part
-- part: slots
,

-- Disposition (A03): the whole value of a stay counts in the interval in which it began.
stay AS (
    SELECT
        slot.interval_key,
        m.TENANT_KEY, m.MEDIA_TYPE_KEY, m.RESOURCE_KEY, m.RESOURCE_GROUP_COMBINATION_KEY, m.INTERACTION_TYPE_KEY,
        m.INTERACTION_DESCRIPTOR_KEY,
        m.MEDIATION_DURATION AS seconds,
        m.TARGET_IXN_RESOURCE_ID AS target_id, m.TARGET_IXN_RESOURCE_SDT_KEY AS target_sdt,
        CASE WHEN d.TECHNICAL_RESULT_CODE IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END AS is_abandoned,
        CASE WHEN d.TECHNICAL_RESULT_CODE = 'CLEARED' THEN 1 ELSE 0 END AS is_cleared
    FROM slot
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN MEDIATION_SEGMENT_FACT m
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = m.TECHNICAL_DESCRIPTOR_KEY
    WHERE m.START_DATE_TIME_KEY = slot.slot_key AND m.START_DATE_TIME_KEY >= :first AND m.START_DATE_TIME_KEY < :end
      AND m.PURGE_FLAG = 0 AND m.ACTIVE_FLAG = 0
      AND m.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

reached AS (
    SELECT
        s.*,
        1 - s.is_abandoned - s.is_cleared AS is_distributed,
        CASE WHEN t.INTERACTION_RESOURCE_ID IS NULL THEN 0 ELSE 1 END AS has_target,
        CASE WHEN t.TALK_COUNT > 0 THEN 1 ELSE 0 END AS answered,
        CASE WHEN td.TECHNICAL_RESULT_CODE IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END AS left_ringing,
        CASE WHEN r.RESOURCE_TYPE_CODE = 'AGENT' THEN 1 ELSE 0 END AS is_agent,
        CASE WHEN td.TECHNICAL_RESULT_CODE = 'TRANSFERRED' THEN 1 ELSE 0 END AS passed_on,
        COALESCE(t.CUSTOMER_RING_COUNT, 0) AS ring_count, COALESCE(t.CUSTOMER_RING_DURATION, 0) AS ring_seconds,
        COALESCE(t.CUSTOMER_TALK_DURATION, 0) AS talk_seconds,
        COALESCE(t.CUSTOMER_HOLD_COUNT, 0) AS hold_count, COALESCE(t.CUSTOMER_HOLD_DURATION, 0) AS hold_seconds,
        COALESCE(t.CUSTOMER_ACW_COUNT, 0) AS wrap_count, COALESCE(t.CUSTOMER_ACW_DURATION, 0) AS wrap_seconds
    FROM stay s
    LEFT JOIN INTERACTION_RESOURCE_FACT t
      ON t.INTERACTION_RESOURCE_ID = s.target_id AND t.START_DATE_TIME_KEY = s.target_sdt AND t.PURGE_FLAG = 0
    LEFT JOIN TECHNICAL_DESCRIPTOR td ON td.TECHNICAL_DESCRIPTOR_KEY = t.TECHNICAL_DESCRIPTOR_KEY
    LEFT JOIN RESOURCE_ r ON r.RESOURCE_KEY = t.RESOURCE_KEY
),

ended AS (
    SELECT
        x.*,
        x.is_distributed * x.has_target * x.answered AS is_accepted,
        x.is_distributed * x.has_target * (1 - x.answered) * x.left_ringing AS is_invite_abandoned,
        x.is_distributed * x.has_target * (1 - x.answered) * (1 - x.left_ringing) AS is_redirected,
        x.is_distributed * (1 - x.has_target) AS is_routed_other,
        CASE WHEN x.seconds < :short_abandoned THEN 1 ELSE 0 END AS is_short,
        -- The customer waits until an agent answers: in the queue and while the agent's telephone rings.
        CASE WHEN x.seconds + x.ring_seconds <= :accepted_in_time THEN 1 ELSE 0 END AS in_time
    FROM reached x
)
