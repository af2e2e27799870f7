-- what: The SUBHOUR rows of H_I_AGENT for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, media type, group combination and interaction type, and each interval that a state on an interaction touched.
-- reads: agr_pending, ixn_resource_state_fact, interaction_resource_state, interaction_resource_fact, technical_descriptor, resource_, media_type
-- writes: agt_i_agent_subhr

-- step: build
-- Interval (A03): a state's time is clipped to each interval, and the state counts in every interval that it touched. Its first
-- :longest_state seconds count: that bounds how far back an index must look.
INSERT INTO AGT_I_AGENT_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    INVITE_TIME, ENGAGE_TIME, HOLD_TIME, WRAP_TIME, CONSULT_TIME,
    INVITE, INVITE_CARRIED, ENGAGE, ENGAGE_CARRIED, HOLD, HOLD_CARRIED, WRAP, WRAP_CARRIED, CONSULT, CONSULT_CARRIED
)
WITH span AS (
    SELECT
        f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.RESOURCE_KEY, leg.RESOURCE_GROUP_COMBINATION_KEY, f.INTERACTION_TYPE_KEY,
        CASE
            WHEN s.STATE_NAME_CODE = 'WRAP' THEN 'WRAP'
            -- A conversation with a colleague alone, asked for advice or giving it.
            WHEN d.RESOURCE_ROLE_CODE IN ('RECEIVEDCONSULT', 'INITIATEDCONSULT') THEN
                CASE s.STATE_NAME_CODE WHEN 'TALK' THEN 'CONSULT' END
            ELSE CASE s.STATE_NAME_CODE WHEN 'RING' THEN 'INVITE' WHEN 'TALK' THEN 'ENGAGE' ELSE 'HOLD' END
        END AS state,
        f.START_TS,
        CASE WHEN f.END_TS - f.START_TS > :longest_state THEN f.START_TS + :longest_state ELSE f.END_TS END AS END_TS
    FROM IXN_RESOURCE_STATE_FACT f
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN INTERACTION_RESOURCE_FACT leg
    JOIN INTERACTION_RESOURCE_STATE s ON s.INTERACTION_RESOURCE_STATE_KEY = f.INTERACTION_RESOURCE_STATE_KEY
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = leg.TECHNICAL_DESCRIPTOR_KEY
    JOIN RESOURCE_ r ON r.RESOURCE_KEY = f.RESOURCE_KEY AND r.RESOURCE_TYPE_CODE = 'AGENT'
    WHERE f.START_DATE_TIME_KEY > :first - :longest_state - 900 AND f.START_DATE_TIME_KEY < :end
      AND f.END_TS >= :first AND f.PURGE_FLAG = 0 AND f.ACTIVE_FLAG = 0
      AND leg.INTERACTION_RESOURCE_ID = f.INTERACTION_RESOURCE_ID AND leg.START_DATE_TIME_KEY = f.INTERACTION_RESOURCE_SDT_KEY
      AND s.STATE_NAME_CODE IN ('RING', 'TALK', 'HOLD', 'WRAP')
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

-- part: pieces

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    SUM(CASE WHEN state = 'INVITE' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'ENGAGE' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'HOLD' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'WRAP' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'CONSULT' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'INVITE' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'INVITE' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'ENGAGE' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'ENGAGE' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'HOLD' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'HOLD' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'WRAP' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'WRAP' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'CONSULT' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'CONSULT' THEN carried ELSE 0 END)
FROM piece
WHERE state IS NOT NULL
GROUP BY interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY;
