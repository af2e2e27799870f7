-- what: The SUBHOUR rows of H_ID for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an interaction type and descriptor, and the interval in which the interaction began.
-- reads: agr_pending, date_time, interaction_fact, interaction_resource_fact, mediation_segment_fact, technical_descriptor, resource_, media_type
-- writes: agt_id_subhr

-- step: build
INSERT INTO AGT_ID_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, INTERACTION_TYPE_KEY, INTERACTION_DESCRIPTOR_KEY,
    ENTERED, ACCEPTED_AGENT, ABANDONED, FINISHED_OTHER, DURATION, ENGAGE_TIME, HOLD, HOLD_TIME, WRAP, WRAP_TIME,
    TRANSFER_INIT_AGENT
)
WITH
-- part: slots
,

ixn AS MATERIALIZED (
    SELECT
        slot.interval_key,
        f.INTERACTION_ID, f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.INTERACTION_TYPE_KEY, f.END_TS - f.START_TS AS seconds
    FROM slot
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN INTERACTION_FACT f
    -- Disposition (A03): the whole value of an interaction counts in the interval in which it began.
    WHERE f.START_DATE_TIME_KEY = slot.slot_key AND f.START_DATE_TIME_KEY >= :first AND f.START_DATE_TIME_KEY < :end
      AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

part AS (
    SELECT
        ixn.INTERACTION_ID,
        f.INTERACTION_DESCRIPTOR_KEY AS descriptor_key,
        CASE WHEN r.RESOURCE_TYPE_CODE = 'AGENT' THEN 1 ELSE 0 END AS is_agent,
        CASE WHEN d.TECHNICAL_RESULT_CODE IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END AS is_left,
        CASE WHEN d.TECHNICAL_RESULT_CODE = 'TRANSFERRED' AND f.CUSTOMER_TALK_COUNT > 0 THEN 1 ELSE 0 END AS is_passed_on,
        f.CUSTOMER_TALK_COUNT AS talks, f.CUSTOMER_TALK_DURATION AS talk_seconds,
        f.CUSTOMER_HOLD_COUNT AS holds, f.CUSTOMER_HOLD_DURATION AS hold_seconds,
        f.CUSTOMER_ACW_COUNT AS wraps, f.CUSTOMER_ACW_DURATION AS wrap_seconds
    FROM ixn
    -- A part begins within a week of its interaction, at most a day before it where clocks differ: that spares partitions.
    CROSS JOIN INTERACTION_RESOURCE_FACT f
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = f.TECHNICAL_DESCRIPTOR_KEY
    JOIN RESOURCE_ r ON r.RESOURCE_KEY = f.RESOURCE_KEY
    WHERE f.INTERACTION_ID = ixn.INTERACTION_ID AND f.START_DATE_TIME_KEY BETWEEN :first - 86400 AND :end + :longest_state
      AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
    UNION ALL
    SELECT
        ixn.INTERACTION_ID,
        m.INTERACTION_DESCRIPTOR_KEY,
        0,
        CASE WHEN d.TECHNICAL_RESULT_CODE IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END,
        0, 0, 0, 0, 0, 0, 0
    FROM ixn
    CROSS JOIN MEDIATION_SEGMENT_FACT m
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = m.TECHNICAL_DESCRIPTOR_KEY
    WHERE m.INTERACTION_ID = ixn.INTERACTION_ID AND m.START_DATE_TIME_KEY BETWEEN :first - 86400 AND :end + :longest_state
      AND m.PURGE_FLAG = 0 AND m.ACTIVE_FLAG = 0
),

whole AS (
    SELECT
        INTERACTION_ID,
        -- All parts of an interaction have the same, those written before it was known none.
        MAX(descriptor_key) AS descriptor_key,
        MAX(CASE WHEN is_agent = 1 AND talks > 0 THEN 1 ELSE 0 END) AS is_accepted,
        MAX(is_left) AS is_left,
        SUM(is_agent * talk_seconds) AS talk_seconds,
        SUM(is_agent * holds) AS holds, SUM(is_agent * hold_seconds) AS hold_seconds,
        SUM(is_agent * wraps) AS wraps, SUM(is_agent * wrap_seconds) AS wrap_seconds,
        SUM(is_agent * is_passed_on) AS passed_on
    FROM part
    GROUP BY INTERACTION_ID
)

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, INTERACTION_TYPE_KEY, COALESCE(descriptor_key, -2),
    COUNT(*),
    SUM(COALESCE(is_accepted, 0)),
    SUM((1 - COALESCE(is_accepted, 0)) * COALESCE(is_left, 0)),
    SUM((1 - COALESCE(is_accepted, 0)) * (1 - COALESCE(is_left, 0))),
    SUM(seconds),
    SUM(COALESCE(talk_seconds, 0)),
    SUM(COALESCE(holds, 0)),
    SUM(COALESCE(hold_seconds, 0)),
    SUM(COALESCE(wraps, 0)),
    SUM(COALESCE(wrap_seconds, 0)),
    SUM(COALESCE(passed_on, 0))
FROM ixn
LEFT JOIN whole ON whole.INTERACTION_ID = ixn.INTERACTION_ID
GROUP BY interval_key, TENANT_KEY, MEDIA_TYPE_KEY, INTERACTION_TYPE_KEY, COALESCE(descriptor_key, -2);
