-- what: The SUBHOUR rows of H_AGENT for the pending intervals between :first and :last, whole, from the facts.
-- grain: one row an agent, its groups, interaction type and descriptor, and the interval in which the agent was offered the interaction.
-- reads: agr_pending, interaction_resource_fact, technical_descriptor, resource_
-- writes: agt_agent_subhr

-- step: forget
DELETE FROM AGT_AGENT_SUBHR
WHERE DATE_TIME_KEY BETWEEN :first AND :last
  AND DATE_TIME_KEY IN (SELECT DATE_TIME_KEY FROM AGR_PENDING WHERE HIERARCHY = 'H_AGENT' AND AGG_LEVEL = 'SUBHOUR');

-- step: build
-- Disposition (A03): the whole value of a leg counts in the interval in which it began.
INSERT INTO AGT_AGENT_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    OFFERED, ACCEPTED, NOTACCEPTED, REJECTED, ABANDONED_INVITE, INVITE, INVITE_TIME, ENGAGE, ENGAGE_TIME, HOLD, HOLD_TIME,
    WRAP, WRAP_TIME, SHORT, CONSULT_RECEIVED_ACCEPTED, CONSULT_RECEIVED_ENGAGE_TIME, CONSULT_RECEIVED_HOLD_TIME,
    CONSULT_INITIATED, CONSULT_INITIATED_TIME, TRANSFER_INIT_AGENT, XFER_RECEIVED_ACCEPTED
)
WITH leg AS (
    SELECT
        p.DATE_TIME_KEY AS interval_key,
        f.*,
        d.TECHNICAL_RESULT_CODE AS result,
        CASE WHEN f.CONS_RCV_RING_COUNT + f.CONS_RCV_TALK_COUNT > 0 THEN 1 ELSE 0 END AS is_consulted,
        CASE WHEN f.CONS_INIT_DIAL_COUNT + f.CONS_INIT_TALK_COUNT > 0 THEN 1 ELSE 0 END AS is_consulting,
        CASE WHEN d.ROLE_REASON_CODE IN ('TRANSFERRED', 'CONFERENCED') OR d.RESOURCE_ROLE_CODE IN ('RECEIVEDTRANSFER', 'INCONFERENCE')
             THEN 1 ELSE 0 END AS is_handed_over,
        CASE WHEN f.TALK_COUNT > 0 THEN 1 ELSE 0 END AS is_answered
    FROM AGR_PENDING p
    JOIN INTERACTION_RESOURCE_FACT f
      ON f.START_DATE_TIME_KEY >= p.DATE_TIME_KEY AND f.START_DATE_TIME_KEY < p.DATE_TIME_KEY + :seconds
    JOIN RESOURCE_ r ON r.RESOURCE_KEY = f.RESOURCE_KEY AND r.RESOURCE_TYPE_CODE = 'AGENT'
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = f.TECHNICAL_DESCRIPTOR_KEY
    WHERE p.HIERARCHY = 'H_AGENT' AND p.AGG_LEVEL = 'SUBHOUR' AND p.DATE_TIME_KEY BETWEEN :first AND :last
      AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
),

offer AS (
    SELECT
        l.*,
        -- What reached the agent: it rang, or it was handed over in the middle of a call. Not what the agent dialed.
        CASE WHEN l.is_consulted = 0 AND l.is_consulting = 0 AND (l.RING_COUNT > 0 OR l.is_handed_over = 1) THEN 1 ELSE 0 END AS is_offer
    FROM leg l
)

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY,
    SUM(is_offer),
    SUM(is_offer * is_answered),
    SUM(is_offer * (1 - is_answered)),
    SUM(is_offer * CASE WHEN is_answered = 0 AND result = 'REDIRECTED' THEN 1 ELSE 0 END),
    SUM(is_offer * CASE WHEN is_answered = 0 AND result IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END),
    SUM(is_offer * RING_COUNT),
    SUM(is_offer * RING_DURATION),
    SUM((1 - is_consulted) * (1 - is_consulting) * is_answered),
    SUM((1 - is_consulted) * (1 - is_consulting) * TALK_DURATION),
    SUM((1 - is_consulted) * (1 - is_consulting) * HOLD_COUNT),
    SUM((1 - is_consulted) * (1 - is_consulting) * HOLD_DURATION),
    SUM(AFTER_CALL_WORK_COUNT),
    SUM(AFTER_CALL_WORK_DURATION),
    SUM(is_offer * is_answered * CASE WHEN TALK_DURATION + HOLD_DURATION < :short_abandoned THEN 1 ELSE 0 END),
    SUM(is_consulted * is_answered),
    SUM(is_consulted * TALK_DURATION),
    SUM(is_consulted * HOLD_DURATION),
    SUM(is_consulting),
    SUM(is_consulting * TALK_DURATION),
    SUM(is_offer * is_answered * CASE WHEN result = 'TRANSFERRED' THEN 1 ELSE 0 END),
    SUM(is_offer * is_answered * CASE WHEN is_handed_over = 1 THEN 1 ELSE 0 END)
FROM offer
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INTERACTION_DESCRIPTOR_KEY;
