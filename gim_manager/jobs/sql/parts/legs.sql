-- what: The legs of agents among the rows of `taken`, with what each did.
-- grain: `leg` one row a row of `taken`, flags 0 or 1, seconds.
-- reads: technical_descriptor, resource_
-- writes:

-- step: part
leg AS (
    SELECT
        f.*,
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
    FROM taken f
    JOIN RESOURCE_ r ON r.RESOURCE_KEY = f.RESOURCE_KEY AND r.RESOURCE_TYPE_CODE = 'AGENT'
    JOIN TECHNICAL_DESCRIPTOR d ON d.TECHNICAL_DESCRIPTOR_KEY = f.TECHNICAL_DESCRIPTOR_KEY
)
