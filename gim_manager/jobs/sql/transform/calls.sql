-- what: Takes the calls, parties and histories of one chunk of interactions, and parts what contradicts itself (T11).
-- grain: t_call one row a call, t_party a party, t_change a change of a party's state, t_discard a row left out.
-- reads: gidb_g_ir, gidb_g_call, gidb_g_party, gidb_g_party_history, gidb_g_virtual_queue
-- writes: t_discard

-- step: no compiling [postgresql]
-- The planner takes these joins for far bigger than they are, and compiling them would cost seconds a statement.
SET LOCAL jit = off;

-- step: statistics of the chunk
ANALYZE t_todo;

-- step: calls seen
CREATE TEMP TABLE t_call_seen AS
SELECT
    todo.NATURAL_ID AS ROOTIRID,
    c.CALLID, c.ID, c.PARENTCALLID, c.MERGECALLID, c.MERGETYPE, c.CALLTYPE, c.MEDIATYPE, c.TENANTID, c.CALLANI, c.CALLDNIS,
    c.DATA_SOURCE_KEY,
    c.CREATED_TS AS START_TS,
    c.TERMINATED_TS AS END_TS,
    CASE WHEN c.CALLTYPE = 4 THEN 1 ELSE 0 END AS IS_CONSULT,
    CASE WHEN ir.ROOTCALLID = c.CALLID AND ir.IRID = ir.ROOTIRID THEN 1 ELSE 0 END AS IS_ROOT,
    CASE
        WHEN ROW_NUMBER() OVER (PARTITION BY c.CALLID ORDER BY c.DATA_SOURCE_KEY, c.ID) > 1 THEN 'appears twice'
        WHEN c.TERMINATED_TS < c.CREATED_TS THEN 'ends before it starts'
    END AS FAULT
FROM t_todo todo
JOIN GIDB_G_IR ir ON ir.ROOTIRID = todo.NATURAL_ID
JOIN GIDB_G_CALL c ON c.IRID = ir.IRID;

-- step: calls
CREATE TEMP TABLE t_call AS SELECT * FROM t_call_seen WHERE FAULT IS NULL;

-- step: calls are found by id
CREATE INDEX tx_call ON t_call (CALLID);

-- step: statistics of calls
ANALYZE t_call;

-- step: changes
CREATE TEMP TABLE t_change AS
SELECT h.PARTYID, h.PSEQ, h.CSEQ, h.STATE, h.ADDED_TS
FROM t_call c
JOIN GIDB_G_PARTY_HISTORY h ON h.CALLID = c.CALLID;

-- step: changes are found by party
CREATE INDEX tx_change ON t_change (PARTYID);

-- step: parties seen
-- A party that has no end of its own ended with its call. CSEQ orders what happened on the call within one second.
CREATE TEMP TABLE t_party_seen AS
WITH first_change AS (
    SELECT PARTYID, MIN(CSEQ) AS CSEQ, COUNT(CASE WHEN STATE BETWEEN 1 AND 6 THEN 1 END) AS STATES
    FROM t_change
    GROUP BY PARTYID
)

SELECT
    c.ROOTIRID, c.CALLID, c.IS_CONSULT,
    p.PARTYID, p.PARTYGUID, p.PARENTPARTYID, p.TYPE, p.PROLE, p.CAUSE, p.ENDPOINTID, p.ENDPOINTTYPE, p.ENDPOINTDN,
    COALESCE(p.TENANTID, c.TENANTID) AS TENANTID,
    NULLIF(p.AGENTID, 0) AS AGENTID,
    p.DATA_SOURCE_KEY,
    p.CREATED_TS AS START_TS,
    COALESCE(p.TERMINATED_TS, c.END_TS) AS END_TS,
    COALESCE(first_change.CSEQ, 0) AS CSEQ,
    CASE
        WHEN ROW_NUMBER() OVER (PARTITION BY p.PARTYID ORDER BY p.DATA_SOURCE_KEY, p.ID) > 1 THEN 'appears twice'
        WHEN COALESCE(p.TERMINATED_TS, c.END_TS) < p.CREATED_TS THEN 'ends before it starts'
        WHEN p.TYPE = 1 AND p.ENDPOINTTYPE NOT IN (3, 4) AND COALESCE(first_change.STATES, 0) = 0 THEN 'has no history'
    END AS FAULT
FROM t_call c
JOIN GIDB_G_PARTY p ON p.CALLID = c.CALLID
LEFT JOIN first_change ON first_change.PARTYID = p.PARTYID;

-- step: parties
CREATE TEMP TABLE t_party AS SELECT * FROM t_party_seen WHERE FAULT IS NULL;

-- step: parties are found by id
CREATE INDEX tx_party ON t_party (PARTYID);

-- step: statistics of changes
ANALYZE t_change;

-- step: statistics of parties
ANALYZE t_party;

-- step: virtual queues seen
CREATE TEMP TABLE t_vq_seen AS
SELECT
    c.ROOTIRID, c.CALLID, c.TENANTID, v.VQID, v.VQDBID, v.PARTYID, v.CAUSE, v.DATA_SOURCE_KEY,
    v.CREATED_TS AS START_TS,
    COALESCE(v.TERMINATED_TS, c.END_TS) AS END_TS,
    CASE
        WHEN ROW_NUMBER() OVER (PARTITION BY v.VQID ORDER BY v.DATA_SOURCE_KEY, v.ID) > 1 THEN 'appears twice'
        WHEN COALESCE(v.TERMINATED_TS, c.END_TS) < v.CREATED_TS THEN 'ends before it starts'
    END AS FAULT
FROM t_call c
JOIN GIDB_G_VIRTUAL_QUEUE v ON v.CALLID = c.CALLID;

-- step: discards
CREATE TEMP TABLE t_discard AS
SELECT 'g_call' AS TABLE_NAME, CALLID AS NATURAL_ID, FAULT AS REASON, DATA_SOURCE_KEY FROM t_call_seen WHERE FAULT IS NOT NULL
UNION ALL
SELECT 'g_party', PARTYID, FAULT, DATA_SOURCE_KEY FROM t_party_seen WHERE FAULT IS NOT NULL
UNION ALL
SELECT 'g_virtual_queue', VQID, FAULT, DATA_SOURCE_KEY FROM t_vq_seen WHERE FAULT IS NOT NULL;
