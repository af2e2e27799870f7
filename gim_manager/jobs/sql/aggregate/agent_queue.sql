-- what: The SUBHOUR rows of H_AGENT_QUEUE for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, the queue that led to the agent's leg, groups, type and descriptor, and the interval in which the queue was entered.
-- reads: agr_pending, date_time, mediation_segment_fact, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_agent_queue_subhr

-- step: build
INSERT INTO AGT_AGENT_QUEUE_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY, MEDIATION_RESOURCE_KEY,
    OFFERED, ACCEPTED, NOTACCEPTED, REJECTED, ABANDONED_INVITE, INVITE, INVITE_TIME, ENGAGE, ENGAGE_TIME, HOLD, HOLD_TIME,
    WRAP, WRAP_TIME, SHORT, CONSULT_RECEIVED_ACCEPTED, CONSULT_RECEIVED_ENGAGE_TIME, CONSULT_RECEIVED_HOLD_TIME,
    CONSULT_INITIATED, CONSULT_INITIATED_TIME, TRANSFER_INIT_AGENT, XFER_RECEIVED_ACCEPTED
)
WITH
-- part: slots
,

taken AS (
    -- MEDIATION_RESOURCE_KEY is also a column of the leg, where it names one stay of several.
    SELECT slot.interval_key, m.RESOURCE_KEY AS queue_key, f.*
    FROM slot
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN MEDIATION_SEGMENT_FACT m
    JOIN INTERACTION_RESOURCE_FACT f
      ON f.INTERACTION_RESOURCE_ID = m.TARGET_IXN_RESOURCE_ID AND f.START_DATE_TIME_KEY = m.TARGET_IXN_RESOURCE_SDT_KEY
    JOIN TECHNICAL_DESCRIPTOR led ON led.TECHNICAL_DESCRIPTOR_KEY = m.TECHNICAL_DESCRIPTOR_KEY
    -- Disposition (A03): the whole value of a leg counts in the interval in which its queue was entered.
    WHERE m.START_DATE_TIME_KEY = slot.slot_key AND m.START_DATE_TIME_KEY >= :first AND m.START_DATE_TIME_KEY < :end
      AND m.PURGE_FLAG = 0 AND m.ACTIVE_FLAG = 0 AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
      AND led.TECHNICAL_RESULT_CODE NOT IN ('ABANDONED', 'CUSTOMERABANDONED', 'CLEARED')
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

-- part: legs

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY, queue_key,
-- part: leg_measures
FROM leg
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY, queue_key;
