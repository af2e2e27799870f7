-- what: Puts on the list of work the complete interactions and the login sessions that rows between two audit keys belong to (T01, T03).
-- grain: one row of CTL_TRANSFORM_TODO an interaction (ROOTIRID) or a login session (LOGINSESSIONID).
-- reads: gidb_g_ir, gidb_g_call, gidb_g_party, gidb_g_party_history, gidb_g_virtual_queue, gidb_g_userdata_history, gidb_g_login_session, gidb_g_agent_state_history, gidb_g_agent_state_rc, interaction_fact
-- writes: ctl_transform_todo

-- step: no compiling [postgresql]
-- The planner takes these joins for far bigger than they are, and compiling them would cost seconds a statement.
SET LOCAL jit = off;

-- step: touched calls
CREATE TEMP TABLE t_touched_call AS
SELECT CALLID FROM GIDB_G_CALL WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
UNION
SELECT CALLID FROM GIDB_G_PARTY WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
UNION
SELECT CALLID FROM GIDB_G_PARTY_HISTORY WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
UNION
SELECT CALLID FROM GIDB_G_VIRTUAL_QUEUE WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
UNION
SELECT CALLID FROM GIDB_G_USERDATA_HISTORY WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound;

-- step: states that followed after-call work
-- After-call work ends with the state that follows it: that row touches the call which the work belonged to.
INSERT INTO t_touched_call (CALLID)
SELECT ended.CALLID
FROM (
    SELECT (
        SELECT CASE WHEN before.STATE = 4 THEN before.CAUSECALLID END
        FROM GIDB_G_AGENT_STATE_HISTORY before
        WHERE before.LOGINSESSIONID = following.LOGINSESSIONID
          AND (before.ADDED_TS, before.SEQ) < (following.ADDED_TS, following.SEQ)
          AND before.TYPE = 5
          AND COALESCE(before.ENDPOINTID, 0) = COALESCE(following.ENDPOINTID, 0)
        ORDER BY before.ADDED_TS DESC, before.SEQ DESC
        LIMIT 1
    ) AS CALLID
    FROM GIDB_G_AGENT_STATE_HISTORY following
    WHERE following.UPDATE_AUDIT_KEY >= :mark AND following.UPDATE_AUDIT_KEY < :bound AND following.TYPE = 5
) ended
WHERE ended.CALLID IS NOT NULL
UNION
SELECT CAUSECALLID
FROM GIDB_G_AGENT_STATE_HISTORY
WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound AND TYPE = 5 AND STATE = 4 AND CAUSECALLID IS NOT NULL;

-- step: calls of new logins
-- A login gives the calls of its time their place; where its source lags, they were computed without it.
INSERT INTO t_touched_call (CALLID)
SELECT DISTINCT p.CALLID
FROM GIDB_G_LOGIN_SESSION s
JOIN GIDB_G_PARTY p ON p.AGENTID = s.AGENTID AND p.CREATED_TS BETWEEN s.CREATED_TS AND COALESCE(s.TERMINATED_TS, s.CREATED_TS + :longest_session)
WHERE s.UPDATE_AUDIT_KEY >= :mark AND s.CREATE_AUDIT_KEY >= :mark AND s.CREATE_AUDIT_KEY < :bound;

-- step: statistics of touched calls
ANALYZE t_touched_call;

-- step: touched interactions
-- An interaction that was merged into another loses its calls to it: its own facts are computed again, to nothing.
CREATE TEMP TABLE t_touched_root AS
SELECT ROOTIRID FROM GIDB_G_IR WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
UNION
SELECT ir.ROOTIRID
FROM t_touched_call touched
JOIN GIDB_G_CALL c ON c.CALLID = touched.CALLID
JOIN GIDB_G_IR ir ON ir.IRID = c.IRID
UNION
SELECT merged.IRID
FROM GIDB_G_IR merged
JOIN INTERACTION_FACT f ON f.MEDIA_SERVER_ROOT_IXN_GUID = merged.IRID AND f.PURGE_FLAG = 0
WHERE merged.UPDATE_AUDIT_KEY >= :mark AND merged.UPDATE_AUDIT_KEY < :bound AND merged.ROOTIRID <> merged.IRID;

-- step: statistics of touched interactions
ANALYZE t_touched_root;

-- step: complete interactions
-- Complete: everything under the root has ended. What has not is touched again by the row that ends it.
INSERT INTO CTL_TRANSFORM_TODO (KIND, NATURAL_ID, TS, CREATE_AUDIT_KEY)
SELECT 'interaction', touched.ROOTIRID, COALESCE(MAX(c.TERMINATED_TS), 0), :audit_key
FROM t_touched_root touched
LEFT JOIN GIDB_G_IR ir ON ir.ROOTIRID = touched.ROOTIRID
LEFT JOIN GIDB_G_CALL c ON c.IRID = ir.IRID
WHERE true
GROUP BY touched.ROOTIRID
HAVING COUNT(ir.IRID) = COUNT(ir.TERMINATED_TS) AND COUNT(c.CALLID) = COUNT(c.TERMINATED_TS)
   AND (COUNT(c.CALLID) > 0 OR COUNT(ir.IRID) = 0)
ON CONFLICT (KIND, NATURAL_ID) DO UPDATE SET TS = excluded.TS;

-- step: touched sessions
INSERT INTO CTL_TRANSFORM_TODO (KIND, NATURAL_ID, TS, CREATE_AUDIT_KEY)
SELECT 'session', s.LOGINSESSIONID, MIN(s.CREATED_TS), :audit_key
FROM (
    SELECT LOGINSESSIONID FROM GIDB_G_LOGIN_SESSION WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
    UNION
    SELECT LOGINSESSIONID FROM GIDB_G_AGENT_STATE_HISTORY WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
    UNION
    SELECT SESSIONID FROM GIDB_G_AGENT_STATE_RC WHERE UPDATE_AUDIT_KEY >= :mark AND UPDATE_AUDIT_KEY < :bound
) touched
JOIN GIDB_G_LOGIN_SESSION s ON s.LOGINSESSIONID = touched.LOGINSESSIONID
WHERE true
GROUP BY s.LOGINSESSIONID
ON CONFLICT (KIND, NATURAL_ID) DO UPDATE SET TS = excluded.TS;

-- step: contradictions
-- What belongs to nothing is found here, because no interaction and no session will ever ask for it (T11).
CREATE TEMP TABLE t_discard AS
SELECT 'g_call' AS TABLE_NAME, c.CALLID AS NATURAL_ID, 'belongs to no interaction' AS REASON, c.DATA_SOURCE_KEY
FROM GIDB_G_CALL c
LEFT JOIN GIDB_G_IR ir ON ir.IRID = c.IRID
WHERE c.UPDATE_AUDIT_KEY >= :mark AND c.UPDATE_AUDIT_KEY < :bound AND ir.IRID IS NULL
UNION ALL
SELECT 'g_party', p.PARTYID, 'belongs to no call', p.DATA_SOURCE_KEY
FROM GIDB_G_PARTY p
LEFT JOIN GIDB_G_CALL c ON c.CALLID = p.CALLID
WHERE p.UPDATE_AUDIT_KEY >= :mark AND p.UPDATE_AUDIT_KEY < :bound AND c.CALLID IS NULL
UNION ALL
SELECT 'g_party_history', h.PARTYID, 'belongs to no party', h.DATA_SOURCE_KEY
FROM GIDB_G_PARTY_HISTORY h
LEFT JOIN GIDB_G_PARTY p ON p.PARTYID = h.PARTYID
WHERE h.UPDATE_AUDIT_KEY >= :mark AND h.UPDATE_AUDIT_KEY < :bound AND p.PARTYID IS NULL
UNION ALL
SELECT 'g_virtual_queue', v.VQID, 'belongs to no call', v.DATA_SOURCE_KEY
FROM GIDB_G_VIRTUAL_QUEUE v
LEFT JOIN GIDB_G_CALL c ON c.CALLID = v.CALLID
WHERE v.UPDATE_AUDIT_KEY >= :mark AND v.UPDATE_AUDIT_KEY < :bound AND c.CALLID IS NULL
UNION ALL
SELECT 'g_agent_state_history', h.LOGINSESSIONID, 'belongs to no session', h.DATA_SOURCE_KEY
FROM GIDB_G_AGENT_STATE_HISTORY h
LEFT JOIN GIDB_G_LOGIN_SESSION s ON s.LOGINSESSIONID = h.LOGINSESSIONID
WHERE h.UPDATE_AUDIT_KEY >= :mark AND h.UPDATE_AUDIT_KEY < :bound AND s.LOGINSESSIONID IS NULL;
