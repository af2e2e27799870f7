-- what: Finds the interactions, the handling legs and the mediation stays of a chunk, and what led to what.
-- grain: t_root one row an interaction, t_leg a handling party (agent, DN, IVR port), t_stay a stay in a queue, at a routing point or in a virtual queue, t_led a leg and the mediation before it.
-- reads: resource_, tenant, media_type, interaction_type
-- writes: t_leg

-- step: interactions
-- The root call gives type, media and addresses; where it is missing, the first call that is no consultation does.
CREATE TEMP TABLE t_root AS
WITH ranked AS (
    SELECT
        c.*,
        ROW_NUMBER() OVER (PARTITION BY c.ROOTIRID ORDER BY c.IS_ROOT DESC, c.IS_CONSULT, c.START_TS, c.CALLID) AS RANK_,
        MIN(c.START_TS) OVER (PARTITION BY c.ROOTIRID) AS FIRST_TS,
        MAX(c.END_TS) OVER (PARTITION BY c.ROOTIRID) AS LAST_TS
    FROM t_call c
)

SELECT
    r.ROOTIRID AS MEDIA_SERVER_ROOT_IXN_GUID,
    r.FIRST_TS - r.FIRST_TS % 900 AS START_DATE_TIME_KEY,
    r.FIRST_TS AS START_TS,
    r.LAST_TS AS END_TS,
    r.CALLID, r.ID AS CALL_NUMBER, r.CALLANI, r.CALLDNIS,
    COALESCE(t.TENANT_KEY, -1) AS TENANT_KEY,
    COALESCE(m.MEDIA_TYPE_KEY, -1) AS MEDIA_TYPE_KEY,
    COALESCE(i.INTERACTION_TYPE_KEY, -1) AS INTERACTION_TYPE_KEY
FROM ranked r
LEFT JOIN TENANT t ON t.TENANT_CFG_DBID = r.TENANTID AND t.TENANT_KEY > 0
LEFT JOIN MEDIA_TYPE m ON m.MEDIA_TYPE_KEY = r.MEDIATYPE
LEFT JOIN INTERACTION_TYPE i
  ON i.INTERACTION_TYPE_CODE = CASE r.CALLTYPE WHEN 2 THEN 'INBOUND' WHEN 3 THEN 'OUTBOUND' WHEN 0 THEN 'UNKNOWN' ELSE 'INTERNAL' END
 AND i.INTERACTION_SUBTYPE_CODE = CASE r.CALLTYPE WHEN 2 THEN 'INBOUNDNEW' WHEN 3 THEN 'OUTBOUNDNEW' WHEN 0 THEN 'UNKNOWN' ELSE 'INTERNAL' END
WHERE r.RANK_ = 1;

-- step: statistics of interactions
ANALYZE t_root;

-- step: calls with a customer
CREATE TEMP TABLE t_customer_call AS
SELECT DISTINCT CALLID FROM t_party WHERE TYPE = 2 AND IS_CONSULT = 0;

-- step: handling legs
-- Handling resources are agents and DNs that are neither queue nor routing point.
CREATE TEMP TABLE t_leg AS
SELECT
    p.PARTYID AS NATURAL_ID,
    p.START_TS - p.START_TS % 900 AS START_DATE_TIME_KEY,
    p.START_TS, p.END_TS, p.CSEQ,
    p.ROOTIRID, p.CALLID, p.PARTYGUID, p.ENDPOINTDN, p.AGENTID, p.PROLE, p.CAUSE, p.IS_CONSULT,
    CASE WHEN customer.CALLID IS NULL THEN 0 ELSE 1 END AS IS_WITH_CUSTOMER,
    CASE WHEN p.IS_CONSULT = 0 AND p.PROLE = 6 AND parent.IS_CONSULT = 1 THEN 1 ELSE 0 END AS IS_AFTER_CONSULT,
    CASE WHEN p.IS_CONSULT = 0 AND p.PROLE = 5 THEN 1 ELSE 0 END AS IS_JOINING,
    CASE WHEN p.IS_CONSULT = 1 AND p.PROLE = 1 THEN 1 ELSE 0 END AS IS_CONSULTING,
    CASE WHEN p.IS_CONSULT = 1 AND p.PROLE <> 1 THEN 1 ELSE 0 END AS IS_CONSULTED,
    root.TENANT_KEY, root.MEDIA_TYPE_KEY, root.INTERACTION_TYPE_KEY,
    COALESCE(agent.RESOURCE_KEY, dn.RESOURCE_KEY, -1) AS RESOURCE_KEY,
    COALESCE(dn.RESOURCE_KEY, -2) AS MEDIA_RESOURCE_KEY,
    ROW_NUMBER() OVER (PARTITION BY p.ROOTIRID ORDER BY p.START_TS, p.IS_CONSULT, p.CALLID, p.CSEQ, p.PARTYID) AS ORDINAL
FROM t_party p
JOIN t_root root ON root.MEDIA_SERVER_ROOT_IXN_GUID = p.ROOTIRID
LEFT JOIN t_customer_call customer ON customer.CALLID = p.CALLID
LEFT JOIN t_party parent ON parent.PARTYID = p.PARENTPARTYID
LEFT JOIN RESOURCE_ agent ON agent.RESOURCE_CFG_TYPE_ID = 3 AND agent.RESOURCE_CFG_DBID = p.AGENTID
LEFT JOIN RESOURCE_ dn ON dn.RESOURCE_CFG_TYPE_ID = 1 AND dn.RESOURCE_CFG_DBID = p.ENDPOINTID
WHERE p.TYPE = 1 AND (p.AGENTID IS NOT NULL OR p.ENDPOINTTYPE NOT IN (3, 4, 5));

-- step: legs are found by id
CREATE INDEX tx_leg ON t_leg (NATURAL_ID);

-- step: legs are found by call
CREATE INDEX tx_leg_call ON t_leg (CALLID);

-- step: statistics of legs
ANALYZE t_leg;

-- step: mediation stays
-- A virtual queue has no party: it lives beside the routing point's, and takes that party's place in the order of the call.
CREATE TEMP TABLE t_stay AS
WITH stay AS (
    SELECT
        p.PARTYID AS MEDIATION_GUID, CASE p.ENDPOINTTYPE WHEN 3 THEN 'QUEUE' ELSE 'ROUTINGPOINT' END AS KIND,
        p.ROOTIRID, p.CALLID, p.ENDPOINTID, p.START_TS, p.END_TS, p.START_TS AS ORDER_TS, p.CSEQ,
        CASE p.CAUSE WHEN 3 THEN 'ABANDONED' ELSE 'DIVERTED' END AS RESULT
    FROM t_party p
    WHERE p.TYPE = 1 AND p.AGENTID IS NULL AND p.ENDPOINTTYPE IN (3, 4)
    UNION ALL
    SELECT
        v.VQID, 'VIRTUALQUEUE',
        v.ROOTIRID, v.CALLID, v.VQDBID, v.START_TS, v.END_TS, COALESCE(p.START_TS, v.START_TS), COALESCE(p.CSEQ, 0),
        CASE v.CAUSE WHEN 1 THEN 'DIVERTED' WHEN 2 THEN 'ABANDONED' ELSE 'CLEARED' END
    FROM t_vq_seen v
    LEFT JOIN t_party p ON p.PARTYID = v.PARTYID
    WHERE v.FAULT IS NULL
)

SELECT
    s.*,
    s.START_TS - s.START_TS % 900 AS START_DATE_TIME_KEY,
    root.TENANT_KEY, root.MEDIA_TYPE_KEY, root.INTERACTION_TYPE_KEY,
    COALESCE(r.RESOURCE_KEY, -1) AS RESOURCE_KEY,
    ROW_NUMBER() OVER (PARTITION BY s.ROOTIRID, s.ENDPOINTID ORDER BY s.START_TS, s.CSEQ, s.MEDIATION_GUID) AS ENTRY_ORDINAL
FROM stay s
JOIN t_root root ON root.MEDIA_SERVER_ROOT_IXN_GUID = s.ROOTIRID
LEFT JOIN RESOURCE_ r ON r.RESOURCE_CFG_TYPE_ID = 1 AND r.RESOURCE_CFG_DBID = s.ENDPOINTID;

-- step: stays are found by call
CREATE INDEX tx_stay ON t_stay (CALLID);

-- step: statistics of stays
ANALYZE t_stay;

-- step: arrivals
-- Whoever comes onto a call, in order. A visit is what lies between two handling legs: LEGS_BEFORE numbers it.
CREATE TEMP TABLE t_arrival AS
WITH arrival AS (
    SELECT CALLID, NATURAL_ID AS ID, START_TS, CSEQ, 1 AS IS_LEG FROM t_leg
    UNION ALL
    SELECT CALLID, MEDIATION_GUID, START_TS, CSEQ, 0 FROM t_stay WHERE KIND <> 'VIRTUALQUEUE'
)

SELECT
    a.*,
    SUM(IS_LEG) OVER (PARTITION BY CALLID ORDER BY START_TS, CSEQ, ID ROWS UNBOUNDED PRECEDING) - IS_LEG AS LEGS_BEFORE
FROM arrival a;

-- step: arrivals are found by call
CREATE INDEX tx_arrival ON t_arrival (CALLID);

-- step: statistics of arrivals
ANALYZE t_arrival;

-- step: targets
-- A stay leads to the leg that comes next on the call after it has ended, unless another queue comes first.
CREATE TEMP TABLE t_target AS
WITH following AS (
    SELECT
        s.MEDIATION_GUID, a.ID, a.IS_LEG,
        ROW_NUMBER() OVER (PARTITION BY s.MEDIATION_GUID ORDER BY a.START_TS, a.CSEQ, a.ID) AS RANK_
    FROM t_stay s
    JOIN t_arrival a
      ON a.CALLID = s.CALLID AND a.START_TS >= s.END_TS AND (a.START_TS, a.CSEQ) > (s.ORDER_TS, s.CSEQ)
    WHERE s.RESULT = 'DIVERTED'
)

SELECT MEDIATION_GUID, ID AS NATURAL_ID FROM following WHERE RANK_ = 1 AND IS_LEG = 1;

-- step: targets are found by stay
CREATE INDEX tx_target ON t_target (MEDIATION_GUID);

-- step: statistics of targets
ANALYZE t_target;

-- step: mediation before legs
-- LEGS_BEFORE of a stay and of the leg that ends its visit are the same number.
CREATE TEMP TABLE t_led AS
SELECT
    leg.ID AS NATURAL_ID,
    COUNT(*) AS MEDIATION_COUNT,
    MIN(s.START_TS) AS MEDIATION_START_TS,
    SUM(CASE s.KIND WHEN 'QUEUE' THEN s.END_TS - s.START_TS ELSE 0 END) AS QUEUE_DURATION,
    SUM(CASE s.KIND WHEN 'ROUTINGPOINT' THEN s.END_TS - s.START_TS ELSE 0 END) AS ROUTING_POINT_DURATION
FROM t_arrival leg
JOIN t_arrival a ON a.CALLID = leg.CALLID AND a.LEGS_BEFORE = leg.LEGS_BEFORE AND a.IS_LEG = 0
JOIN t_stay s ON s.CALLID = a.CALLID AND s.MEDIATION_GUID = a.ID
WHERE leg.IS_LEG = 1
GROUP BY leg.ID;

-- step: mediation is found by leg
CREATE INDEX tx_led ON t_led (NATURAL_ID);

-- step: last stays
-- The last routing point, queue and virtual queue that the call passed before the leg.
CREATE TEMP TABLE t_last AS
WITH passed AS (
    SELECT
        leg.NATURAL_ID, s.KIND, s.RESOURCE_KEY,
        ROW_NUMBER() OVER (PARTITION BY leg.NATURAL_ID, s.KIND ORDER BY s.START_TS DESC, s.CSEQ DESC, s.MEDIATION_GUID) AS RANK_
    FROM t_leg leg
    JOIN t_stay s ON s.CALLID = leg.CALLID AND s.END_TS <= leg.START_TS
)

SELECT
    NATURAL_ID,
    COALESCE(MAX(CASE KIND WHEN 'ROUTINGPOINT' THEN RESOURCE_KEY END), -2) AS ROUTINGPOINT_KEY,
    COALESCE(MAX(CASE KIND WHEN 'QUEUE' THEN RESOURCE_KEY END), -2) AS QUEUE_KEY,
    COALESCE(MAX(CASE KIND WHEN 'VIRTUALQUEUE' THEN RESOURCE_KEY END), -2) AS VIRTUALQUEUE_KEY
FROM passed
WHERE RANK_ = 1
GROUP BY NATURAL_ID;

-- step: last stays are found by leg
CREATE INDEX tx_last ON t_last (NATURAL_ID);
