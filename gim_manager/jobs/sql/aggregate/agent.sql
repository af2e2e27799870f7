-- what: The SUBHOUR rows of H_AGENT for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, its groups, interaction type and descriptor, and the interval in which the agent's leg began.
-- reads: agr_pending, date_time, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_agent_subhr

-- step: build
INSERT INTO AGT_AGENT_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    OFFERED, ACCEPTED, NOTACCEPTED, REJECTED, ABANDONED_INVITE, INVITE, INVITE_TIME, ENGAGE, ENGAGE_TIME, HOLD, HOLD_TIME,
    WRAP, WRAP_TIME, SHORT, CONSULT_RECEIVED_ACCEPTED, CONSULT_RECEIVED_ENGAGE_TIME, CONSULT_RECEIVED_HOLD_TIME,
    CONSULT_INITIATED, CONSULT_INITIATED_TIME, TRANSFER_INIT_AGENT, XFER_RECEIVED_ACCEPTED
)
WITH
-- part: slots
,

taken AS (
    SELECT slot.interval_key, f.*
    FROM slot
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN INTERACTION_RESOURCE_FACT f
    -- Disposition (A03): the whole value of a leg counts in the interval in which it began.
    WHERE f.START_DATE_TIME_KEY = slot.slot_key AND f.START_DATE_TIME_KEY >= :first AND f.START_DATE_TIME_KEY < :end
      AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

-- part: legs

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
-- part: leg_measures
FROM leg
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY;
