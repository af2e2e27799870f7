-- what: Joins the logins of one chunk into unbroken sessions and finds the agent's state in each moment of them (T08, T13).
-- grain: t_session one row an unbroken login of an agent on a media type, t_sm_state one row a winning state, t_reason a reason within one.
-- reads: gidb_g_login_session, gidb_g_agent_state_history, gidb_g_agent_state_rc, gidb_g_dss_gls_provider, ctl_extract_mark, resource_, tenant
-- writes: resource_state_reason

-- step: no compiling [postgresql]
-- The planner takes these joins for far bigger than they are, and compiling them would cost seconds a statement.
SET LOCAL jit = off;

-- step: statistics of the chunk
ANALYZE t_todo;

-- step: how far each source is known
CREATE TEMP TABLE t_source AS
SELECT DATA_SOURCE_KEY, MAX(TS) AS TS
FROM (
    SELECT DATA_SOURCE_KEY, LEVENT_DSUTC AS TS FROM GIDB_G_DSS_GLS_PROVIDER
    UNION ALL
    SELECT DATA_SOURCE_KEY, MAX_TS FROM CTL_EXTRACT_MARK WHERE LOWER(TABLE_NAME) = 'g_agent_state_history'
) seen
GROUP BY DATA_SOURCE_KEY;

-- step: logins
-- All logins of the chunk's agents that could touch one of the chunk's: a session may go over several.
CREATE TEMP TABLE t_login AS
WITH agent AS (
    SELECT
        s.AGENTID,
        MIN(s.CREATED_TS) - :longest_session AS FIRST_TS,
        MAX(s.CREATED_TS) + :longest_session AS LAST_TS
    FROM t_todo todo
    JOIN GIDB_G_LOGIN_SESSION s ON s.LOGINSESSIONID = todo.NATURAL_ID
    GROUP BY s.AGENTID
),

seen AS (
    SELECT
        s.LOGINSESSIONID, s.AGENTID, s.TENANTID, s.DATA_SOURCE_KEY,
        COALESCE(s.MEDIATYPE, 1) AS MEDIATYPE,
        s.CREATED_TS AS START_TS,
        s.TERMINATED_TS,
        s.CREATED_TS + :longest_session AS LIMIT_TS,
        CASE WHEN known.TS > s.CREATED_TS THEN known.TS ELSE s.CREATED_TS END AS KNOWN_TS,
        (SELECT MAX(h.ADDED_TS) FROM GIDB_G_AGENT_STATE_HISTORY h WHERE h.LOGINSESSIONID = s.LOGINSESSIONID) AS LAST_STATE_TS,
        CASE
            WHEN ROW_NUMBER() OVER (PARTITION BY s.LOGINSESSIONID ORDER BY s.DATA_SOURCE_KEY, s.ID) > 1 THEN 'appears twice'
            WHEN s.TERMINATED_TS < s.CREATED_TS THEN 'ends before it starts'
        END AS FAULT
    FROM agent
    JOIN GIDB_G_LOGIN_SESSION s ON s.AGENTID = agent.AGENTID AND s.CREATED_TS BETWEEN agent.FIRST_TS AND agent.LAST_TS
    LEFT JOIN t_source known ON known.DATA_SOURCE_KEY = s.DATA_SOURCE_KEY
),

-- A login without logout lasts as long as its source is known, and never longer than the option allows.
lasting AS (
    SELECT
        seen.*,
        CASE WHEN TERMINATED_TS IS NOT NULL THEN TERMINATED_TS WHEN LAST_STATE_TS > KNOWN_TS THEN LAST_STATE_TS ELSE KNOWN_TS END AS UNTIL_TS
    FROM seen
)

SELECT
    LOGINSESSIONID, AGENTID, TENANTID, DATA_SOURCE_KEY, MEDIATYPE, START_TS, FAULT,
    CASE WHEN UNTIL_TS > LIMIT_TS THEN LIMIT_TS ELSE UNTIL_TS END AS END_TS,
    CASE WHEN TERMINATED_TS IS NULL AND UNTIL_TS < LIMIT_TS THEN 1 ELSE 0 END AS IS_OPEN
FROM lasting;

-- step: members
-- A login belongs to the session of the one before it when it began before that ended: START_TS of one is no later than END_TS of the other.
CREATE TEMP TABLE t_member AS
WITH reached AS (
    SELECT
        t_login.*,
        MAX(END_TS) OVER (
            PARTITION BY AGENTID, MEDIATYPE ORDER BY START_TS, LOGINSESSIONID ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS REACHED_TS
    FROM t_login
    WHERE FAULT IS NULL
),

numbered AS (
    SELECT
        reached.*,
        SUM(CASE WHEN REACHED_TS >= START_TS THEN 0 ELSE 1 END) OVER (
            PARTITION BY AGENTID, MEDIATYPE ORDER BY START_TS, LOGINSESSIONID ROWS UNBOUNDED PRECEDING
        ) AS NUMBER_
    FROM reached
),

named AS (
    SELECT
        numbered.*,
        FIRST_VALUE(LOGINSESSIONID) OVER (PARTITION BY AGENTID, MEDIATYPE, NUMBER_ ORDER BY START_TS, LOGINSESSIONID) AS NATURAL_ID
    FROM numbered
)

SELECT NATURAL_ID, LOGINSESSIONID, AGENTID, TENANTID, MEDIATYPE, START_TS, END_TS, IS_OPEN
FROM named
WHERE NATURAL_ID IN (
    SELECT touched.NATURAL_ID FROM named touched JOIN t_todo todo ON todo.NATURAL_ID = touched.LOGINSESSIONID
);

-- step: members are found by login
CREATE INDEX tx_member ON t_member (LOGINSESSIONID);

-- step: statistics of members
ANALYZE t_member;

-- step: sessions
CREATE TEMP TABLE t_session AS
SELECT
    s.NATURAL_ID,
    MIN(s.START_TS) - MIN(s.START_TS) % 900 AS START_DATE_TIME_KEY,
    MIN(s.START_TS) AS START_TS,
    MAX(s.END_TS) AS END_TS,
    MAX(s.IS_OPEN) AS ACTIVE_FLAG,
    s.MEDIATYPE AS MEDIA_TYPE_KEY,
    COALESCE(MIN(t.TENANT_KEY), -1) AS TENANT_KEY,
    COALESCE(MIN(r.RESOURCE_KEY), -1) AS RESOURCE_KEY
FROM t_member s
LEFT JOIN TENANT t ON t.TENANT_CFG_DBID = s.TENANTID AND t.TENANT_KEY > 0
LEFT JOIN RESOURCE_ r ON r.RESOURCE_CFG_TYPE_ID = 3 AND r.RESOURCE_CFG_DBID = s.AGENTID
GROUP BY s.NATURAL_ID, s.MEDIATYPE;

-- step: sessions are found by id
CREATE INDEX tx_session ON t_session (NATURAL_ID);

-- step: moments
CREATE TEMP TABLE t_moment AS
SELECT DISTINCT RESOURCE_KEY, START_TS FROM t_session WHERE RESOURCE_KEY > 0;

-- step: states of one DN
-- PRIORITY 1 is the strongest state, 5 that of an agent who is logged in and nothing else.
CREATE TEMP TABLE t_dn_state AS
WITH change AS (
    SELECT
        m.NATURAL_ID, m.LOGINSESSIONID, m.START_TS, m.END_TS, h.ENDPOINTID, h.SEQ,
        CASE h.STATE WHEN 4 THEN :acw WHEN 2 THEN :not_ready WHEN 5 THEN :busy WHEN 3 THEN :ready WHEN 1 THEN 5 ELSE 0 END AS PRIORITY,
        CASE WHEN h.ADDED_TS < m.START_TS THEN m.START_TS WHEN h.ADDED_TS > m.END_TS THEN m.END_TS ELSE h.ADDED_TS END AS AT_TS
    FROM t_member m
    JOIN GIDB_G_AGENT_STATE_HISTORY h ON h.LOGINSESSIONID = m.LOGINSESSIONID
    WHERE h.TYPE = 5
),

span AS (
    SELECT
        NATURAL_ID, PRIORITY, AT_TS AS START_TS,
        COALESCE(LEAD(AT_TS) OVER (PARTITION BY LOGINSESSIONID, ENDPOINTID ORDER BY AT_TS, SEQ), END_TS) AS END_TS
    FROM change
)

SELECT NATURAL_ID, PRIORITY, START_TS, END_TS FROM span WHERE PRIORITY > 0 AND END_TS > START_TS
UNION ALL
SELECT NATURAL_ID, 5, START_TS, END_TS FROM t_member WHERE END_TS > START_TS;

-- step: winning states
-- How many DNs are in each state at each moment, by counting in and out; the strongest that any is in wins.
CREATE TEMP TABLE t_won AS
WITH step AS (
    SELECT NATURAL_ID, START_TS AS AT_TS, PRIORITY, 1 AS CHANGE FROM t_dn_state
    UNION ALL
    SELECT NATURAL_ID, END_TS, PRIORITY, -1 FROM t_dn_state
),

moment AS (
    SELECT
        NATURAL_ID, AT_TS,
        SUM(CASE PRIORITY WHEN 1 THEN CHANGE ELSE 0 END) AS FIRST_,
        SUM(CASE PRIORITY WHEN 2 THEN CHANGE ELSE 0 END) AS SECOND_,
        SUM(CASE PRIORITY WHEN 3 THEN CHANGE ELSE 0 END) AS THIRD_,
        SUM(CASE PRIORITY WHEN 4 THEN CHANGE ELSE 0 END) AS FOURTH_,
        SUM(CASE PRIORITY WHEN 5 THEN CHANGE ELSE 0 END) AS FIFTH_
    FROM step
    GROUP BY NATURAL_ID, AT_TS
),

winner AS (
    SELECT
        NATURAL_ID, AT_TS,
        CASE
            WHEN SUM(FIRST_) OVER so_far > 0 THEN 1
            WHEN SUM(SECOND_) OVER so_far > 0 THEN 2
            WHEN SUM(THIRD_) OVER so_far > 0 THEN 3
            WHEN SUM(FOURTH_) OVER so_far > 0 THEN 4
            WHEN SUM(FIFTH_) OVER so_far > 0 THEN 5
            ELSE 0
        END AS PRIORITY
    FROM moment
    WINDOW so_far AS (PARTITION BY NATURAL_ID ORDER BY AT_TS ROWS UNBOUNDED PRECEDING)
),

compared AS (
    SELECT winner.*, LAG(PRIORITY) OVER (PARTITION BY NATURAL_ID ORDER BY AT_TS) AS BEFORE_ FROM winner
),

ended AS (
    SELECT
        NATURAL_ID, PRIORITY, AT_TS AS START_TS,
        LEAD(AT_TS) OVER (PARTITION BY NATURAL_ID ORDER BY AT_TS) AS END_TS
    FROM compared
    WHERE BEFORE_ IS NULL OR BEFORE_ <> PRIORITY
)

SELECT
    NATURAL_ID, START_TS, END_TS,
    CASE PRIORITY WHEN :acw THEN 'ACW' WHEN :not_ready THEN 'NOTREADY' WHEN :busy THEN 'BUSY' WHEN :ready THEN 'READY' ELSE 'LOGGEDON' END AS STATE
FROM ended
WHERE PRIORITY > 0;

-- step: states
-- A state that lasts longer than the option allows is closed; what the agent did after that is unknown.
CREATE TEMP TABLE t_sm_state AS
WITH cut AS (
    SELECT NATURAL_ID, STATE, START_TS, CASE WHEN END_TS > START_TS + :longest_state THEN START_TS + :longest_state ELSE END_TS END AS END_TS
    FROM t_won
    UNION ALL
    SELECT NATURAL_ID, 'UNKNOWN', START_TS + :longest_state, END_TS
    FROM t_won
    WHERE END_TS > START_TS + :longest_state
)

SELECT
    cut.NATURAL_ID, cut.STATE, cut.START_TS, cut.END_TS,
    cut.START_TS - cut.START_TS % 900 AS START_DATE_TIME_KEY,
    CASE WHEN s.ACTIVE_FLAG = 1 AND cut.END_TS = s.END_TS THEN 1 ELSE 0 END AS ACTIVE_FLAG
FROM cut
JOIN t_session s ON s.NATURAL_ID = cut.NATURAL_ID;

-- step: states are found by session
CREATE INDEX tx_sm_state ON t_sm_state (NATURAL_ID, STATE);

-- step: statistics of states
ANALYZE t_sm_state;

-- step: reasons given
CREATE TEMP TABLE t_given AS
SELECT
    m.NATURAL_ID, s.TENANT_KEY,
    CASE rc.AGENTSTATE WHEN 2 THEN 'NOTREADY' WHEN 3 THEN 'READY' WHEN 4 THEN 'ACW' WHEN 5 THEN 'BUSY' ELSE 'LOGGEDON' END AS STATE,
    CASE rc.HWFLAG WHEN 1 THEN 'HARDWARE' ELSE 'SOFTWARE' END AS REASON_TYPE_CODE,
    CASE rc.HWFLAG WHEN 1 THEN COALESCE(rc.VALUE, 'none') ELSE 'none' END AS HARDWARE_REASON,
    CASE rc.HWFLAG WHEN 1 THEN 'none' ELSE rc.KEYNAME END AS SOFTWARE_REASON_KEY,
    CASE rc.HWFLAG WHEN 1 THEN 'none' ELSE COALESCE(rc.VALUE, 'none') END AS SOFTWARE_REASON_VALUE,
    rc.CREATED_TS AS START_TS,
    COALESCE(rc.TERMINATED_TS, m.END_TS) AS END_TS
FROM t_member m
JOIN t_session s ON s.NATURAL_ID = m.NATURAL_ID
JOIN GIDB_G_AGENT_STATE_RC rc ON rc.SESSIONID = m.LOGINSESSIONID
WHERE COALESCE(rc.TERMINATED_TS, m.END_TS) > rc.CREATED_TS;

-- step: new reasons
INSERT INTO RESOURCE_STATE_REASON (
    RESOURCE_STATE_REASON_KEY, TENANT_KEY, REASON_TYPE, REASON_TYPE_CODE, HARDWARE_REASON, SOFTWARE_REASON_KEY,
    SOFTWARE_REASON_VALUE, CREATE_AUDIT_KEY, UPDATE_AUDIT_KEY
)
WITH fresh AS (
    SELECT TENANT_KEY, REASON_TYPE_CODE, HARDWARE_REASON, SOFTWARE_REASON_KEY, SOFTWARE_REASON_VALUE FROM t_given
    EXCEPT
    SELECT TENANT_KEY, REASON_TYPE_CODE, HARDWARE_REASON, SOFTWARE_REASON_KEY, SOFTWARE_REASON_VALUE FROM RESOURCE_STATE_REASON
),

newest AS (
    SELECT COALESCE(MAX(RESOURCE_STATE_REASON_KEY), 0) AS TOP FROM RESOURCE_STATE_REASON WHERE RESOURCE_STATE_REASON_KEY > 0
)

SELECT
    newest.TOP + ROW_NUMBER() OVER (ORDER BY TENANT_KEY, REASON_TYPE_CODE, HARDWARE_REASON, SOFTWARE_REASON_KEY, SOFTWARE_REASON_VALUE),
    TENANT_KEY, CASE REASON_TYPE_CODE WHEN 'HARDWARE' THEN 'Hardware' ELSE 'Software' END, REASON_TYPE_CODE,
    HARDWARE_REASON, SOFTWARE_REASON_KEY, SOFTWARE_REASON_VALUE, :audit_key, :audit_key
FROM fresh
CROSS JOIN newest;

-- step: reasons
-- A reason counts where the state that it was given for has won.
CREATE TEMP TABLE t_reason AS
WITH within AS (
    SELECT
        given.NATURAL_ID, state.STATE, r.RESOURCE_STATE_REASON_KEY,
        state.START_TS AS STATE_START_TS,
        state.ACTIVE_FLAG,
        CASE WHEN given.START_TS > state.START_TS THEN given.START_TS ELSE state.START_TS END AS START_TS,
        CASE WHEN given.END_TS < state.END_TS THEN given.END_TS ELSE state.END_TS END AS END_TS
    FROM t_given given
    JOIN t_sm_state state
      ON state.NATURAL_ID = given.NATURAL_ID AND state.STATE = given.STATE
     AND state.START_TS < given.END_TS AND state.END_TS > given.START_TS
    JOIN RESOURCE_STATE_REASON r
      ON r.TENANT_KEY = given.TENANT_KEY AND r.REASON_TYPE_CODE = given.REASON_TYPE_CODE
     AND r.HARDWARE_REASON = given.HARDWARE_REASON AND r.SOFTWARE_REASON_KEY = given.SOFTWARE_REASON_KEY
     AND r.SOFTWARE_REASON_VALUE = given.SOFTWARE_REASON_VALUE
)

SELECT
    NATURAL_ID, STATE, STATE_START_TS, START_TS, RESOURCE_STATE_REASON_KEY,
    START_TS - START_TS % 900 AS START_DATE_TIME_KEY,
    MAX(END_TS) AS END_TS
FROM within
GROUP BY NATURAL_ID, STATE, STATE_START_TS, START_TS, RESOURCE_STATE_REASON_KEY;

-- step: discards
CREATE TEMP TABLE t_discard AS
SELECT 'g_login_session' AS TABLE_NAME, LOGINSESSIONID AS NATURAL_ID, FAULT AS REASON, DATA_SOURCE_KEY
FROM t_login
WHERE FAULT IS NOT NULL
UNION ALL
SELECT 'g_agent_state_rc', rc.SESSIONID, 'ends before it starts', rc.DATA_SOURCE_KEY
FROM t_member m
JOIN GIDB_G_AGENT_STATE_RC rc ON rc.SESSIONID = m.LOGINSESSIONID
WHERE rc.TERMINATED_TS < rc.CREATED_TS;
