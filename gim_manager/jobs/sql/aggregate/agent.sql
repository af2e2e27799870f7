-- what: The SUBHOUR rows of H_AGENT for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, its groups, interaction type and descriptor, and the interval in which the agent's leg began.
-- reads: agr_pending, date_time, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_agent_subhr

-- step: build
-- MATERIALIZED: without statistics, as after a first load, PostgreSQL would read the facts once for every interval.
-- Disposition (A03): the whole value of a leg counts in the interval in which it began.
INSERT INTO AGT_AGENT_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    OFFERED, ACCEPTED, NOTACCEPTED, REJECTED, ABANDONED_INVITE, INVITE, INVITE_TIME, ENGAGE, ENGAGE_TIME, HOLD, HOLD_TIME,
    WRAP, WRAP_TIME, SHORT, CONSULT_RECEIVED_ACCEPTED, CONSULT_RECEIVED_ENGAGE_TIME, CONSULT_RECEIVED_HOLD_TIME,
    CONSULT_INITIATED, CONSULT_INITIATED_TIME, TRANSFER_INIT_AGENT, XFER_RECEIVED_ACCEPTED
)
WITH slot AS MATERIALIZED (
    SELECT d.DATE_TIME_KEY AS slot_key, p.DATE_TIME_KEY AS interval_key
    FROM AGR_PENDING p
    JOIN DATE_TIME d ON d.DATE_TIME_KEY >= p.DATE_TIME_KEY AND d.DATE_TIME_KEY < p.DATE_TIME_NEXT_KEY
    WHERE p.HIERARCHY = 'H_AGENT' AND p.AGG_LEVEL = 'SUBHOUR' AND p.DATE_TIME_KEY BETWEEN :first AND :last
      AND d.DATE_TIME_KEY >= :first AND d.DATE_TIME_KEY < :end
),

leg AS (
    SELECT
        slot.interval_key,
        f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.RESOURCE_KEY, f.RESOURCE_GROUP_COMBINATION_KEY, f.INTERACTION_TYPE_KEY,
        f.INTERACTION_DESCRIPTOR_KEY,
        d.TECHNICAL_RESULT_CODE AS result,
        CASE WHEN f.TALK_COUNT > 0 THEN 1 ELSE 0 END AS answered,
        CASE d.RESOURCE_ROLE_CODE WHEN 'RECEIVEDCONSULT' THEN 1 ELSE 0 END AS is_consulted,
        CASE d.RESOURCE_ROLE_CODE WHEN 'INITIATEDCONSULT' THEN 1 ELSE 0 END AS is_consulting,
        CASE WHEN d.RESOURCE_ROLE_CODE IN ('RECEIVEDCONSULT', 'INITIATEDCONSULT') THEN 0 ELSE 1 END AS is_main,
        CASE d.RESOURCE_ROLE_CODE WHEN 'RECEIVEDTRANSFER' THEN 1 ELSE 0 END AS is_handed_over,
        -- What reached the agent: it rang, and not for advice. What the agent dialed, or took over while talking, was not offered.
        CASE WHEN f.RING_COUNT > 0 AND d.RESOURCE_ROLE_CODE NOT IN ('RECEIVEDCONSULT', 'INITIATEDCONSULT') THEN 1 ELSE 0 END AS is_offer,
        f.RING_DURATION AS ring_seconds, f.TALK_DURATION AS talk_seconds,
        f.HOLD_COUNT AS holds, f.HOLD_DURATION AS hold_seconds,
        f.AFTER_CALL_WORK_COUNT AS wraps, f.AFTER_CALL_WORK_DURATION AS wrap_seconds
    FROM slot
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN INTERACTION_RESOURCE_FACT f
    JOIN RESOURCE_ r ON r.RESOURCE_KEY = f.RESOURCE_KEY AND r.RESOURCE_TYPE_CODE = 'AGENT'
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = f.TECHNICAL_DESCRIPTOR_KEY
    WHERE f.START_DATE_TIME_KEY = slot.slot_key AND f.START_DATE_TIME_KEY >= :first AND f.START_DATE_TIME_KEY < :end
      AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
)

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    SUM(is_offer),
    SUM(is_offer * answered),
    SUM(is_offer * (1 - answered)),
    SUM(is_offer * (1 - answered) * CASE result WHEN 'REDIRECTED' THEN 1 ELSE 0 END),
    SUM(is_offer * (1 - answered) * CASE WHEN result IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END),
    SUM(is_offer),
    SUM(is_offer * ring_seconds),
    SUM(is_main * answered),
    SUM(is_main * talk_seconds),
    SUM(is_main * holds),
    SUM(is_main * hold_seconds),
    SUM(wraps),
    SUM(wrap_seconds),
    SUM(is_offer * answered * CASE WHEN talk_seconds + hold_seconds < :short_abandoned THEN 1 ELSE 0 END),
    SUM(is_consulted * answered),
    SUM(is_consulted * talk_seconds),
    SUM(is_consulted * hold_seconds),
    SUM(is_consulting),
    SUM(is_consulting * talk_seconds),
    SUM(is_main * answered * CASE result WHEN 'TRANSFERRED' THEN 1 ELSE 0 END),
    SUM(is_handed_over * answered)
FROM leg
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY;
