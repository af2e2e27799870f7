-- what: Cuts each handling leg into the states it went through, and measures them (T06, T07).
-- grain: t_span one row a state of a leg or its after-call work, t_measure one row a leg.
-- reads: gidb_g_agent_state_history, gidb_g_login_session
-- writes: t_span

-- step: states
-- The first state begins with the leg and the last ends with it, so the states tile it whatever the clock of a row says.
CREATE TEMP TABLE t_span AS
WITH change AS (
    SELECT
        leg.NATURAL_ID, leg.START_TS, leg.END_TS, c.PSEQ, c.ADDED_TS,
        CASE WHEN c.STATE IN (1, 6) THEN 'DIAL' WHEN c.STATE IN (2, 5) THEN 'RING' WHEN c.STATE = 3 THEN 'TALK' ELSE 'HOLD' END AS STATE
    FROM t_leg leg
    JOIN t_change c ON c.PARTYID = leg.NATURAL_ID
    WHERE c.STATE BETWEEN 1 AND 6
),

compared AS (
    SELECT
        change.*,
        LAG(STATE) OVER (PARTITION BY NATURAL_ID ORDER BY PSEQ, ADDED_TS) AS BEFORE_,
        -- Never backwards: a row that is older than the one before it happened at the same moment.
        MAX(ADDED_TS) OVER (PARTITION BY NATURAL_ID ORDER BY PSEQ, ADDED_TS ROWS UNBOUNDED PRECEDING) AS AT_TS
    FROM change
),

begun AS (
    SELECT
        NATURAL_ID, STATE, PSEQ, END_TS AS LEG_END_TS,
        CASE WHEN BEFORE_ IS NULL OR AT_TS < START_TS THEN START_TS WHEN AT_TS > END_TS THEN END_TS ELSE AT_TS END AS START_TS,
        ROW_NUMBER() OVER (PARTITION BY NATURAL_ID ORDER BY PSEQ, ADDED_TS) AS ORDINAL
    FROM compared
    WHERE BEFORE_ IS NULL OR BEFORE_ <> STATE
)

SELECT
    NATURAL_ID, STATE, ORDINAL, START_TS,
    COALESCE(LEAD(START_TS) OVER (PARTITION BY NATURAL_ID ORDER BY ORDINAL), LEG_END_TS) AS END_TS
FROM begun;

-- step: after-call work
-- It belongs to the agent's last leg on the call that caused it, lasts until the next state on the same DN, and counts once it has ended.
INSERT INTO t_span (NATURAL_ID, STATE, ORDINAL, START_TS, END_TS)
WITH work AS (
    SELECT
        a.CAUSECALLID, a.AGENTID, a.ADDED_TS,
        COALESCE((
            SELECT following.ADDED_TS
            FROM GIDB_G_AGENT_STATE_HISTORY following
            WHERE following.LOGINSESSIONID = a.LOGINSESSIONID
              AND (following.ADDED_TS, following.SEQ) > (a.ADDED_TS, a.SEQ)
              AND following.TYPE = 5
              AND COALESCE(following.ENDPOINTID, 0) = COALESCE(a.ENDPOINTID, 0)
            ORDER BY following.ADDED_TS, following.SEQ
            LIMIT 1
        ), s.TERMINATED_TS) AS ENDED_TS
    FROM t_call c
    JOIN GIDB_G_AGENT_STATE_HISTORY a ON a.CAUSECALLID = c.CALLID AND a.TYPE = 5 AND a.STATE = 4
    JOIN GIDB_G_LOGIN_SESSION s ON s.LOGINSESSIONID = a.LOGINSESSIONID
),

owned AS (
    SELECT
        leg.NATURAL_ID, leg.END_TS AS LEG_END_TS, work.ADDED_TS,
        CASE WHEN work.ENDED_TS > work.ADDED_TS + :longest_state THEN work.ADDED_TS + :longest_state ELSE work.ENDED_TS END AS ENDED_TS,
        ROW_NUMBER() OVER (PARTITION BY work.CAUSECALLID, work.AGENTID, work.ADDED_TS ORDER BY leg.START_TS DESC, leg.NATURAL_ID) AS RANK_
    FROM work
    JOIN t_leg leg ON leg.CALLID = work.CAUSECALLID AND leg.AGENTID = work.AGENTID AND leg.START_TS <= work.ADDED_TS
    WHERE work.ENDED_TS >= work.ADDED_TS
),

begun AS (
    SELECT
        NATURAL_ID, ENDED_TS,
        CASE WHEN ADDED_TS < LEG_END_TS THEN LEG_END_TS ELSE ADDED_TS END AS START_TS
    FROM owned
    WHERE RANK_ = 1
),

untangled AS (
    SELECT
        begun.*,
        MAX(ENDED_TS) OVER (PARTITION BY NATURAL_ID ORDER BY START_TS, ENDED_TS ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS BEFORE_TS
    FROM begun
)

SELECT
    NATURAL_ID, 'ACW',
    1000000 + ROW_NUMBER() OVER (PARTITION BY NATURAL_ID ORDER BY START_TS, ENDED_TS),
    CASE WHEN BEFORE_TS > START_TS THEN BEFORE_TS ELSE START_TS END,
    ENDED_TS
FROM untangled
WHERE ENDED_TS >= START_TS AND (BEFORE_TS IS NULL OR ENDED_TS > BEFORE_TS);

-- step: spans are found by leg
CREATE INDEX tx_span ON t_span (NATURAL_ID);

-- step: statistics of spans
ANALYZE t_span;

-- step: rows of states
CREATE TEMP TABLE t_state AS
SELECT
    NATURAL_ID, STATE, START_TS, END_TS,
    START_TS - START_TS % 900 AS START_DATE_TIME_KEY,
    ROW_NUMBER() OVER (PARTITION BY NATURAL_ID ORDER BY ORDINAL) AS ORDINAL
FROM t_span;

-- step: conferences
-- Who merged the consultation into the conference: the consulting agent's leg on the call that it was merged into.
CREATE TEMP TABLE t_conference AS
WITH merged AS (
    SELECT c.MERGECALLID, c.END_TS AS MERGED_TS, consulting.AGENTID, c.CALLID
    FROM t_call c
    JOIN t_leg consulting ON consulting.CALLID = c.CALLID AND consulting.IS_CONSULTING = 1
    WHERE c.MERGETYPE = 2 AND c.IS_CONSULT = 1
),

led AS (
    SELECT
        leg.NATURAL_ID, merged.MERGED_TS,
        ROW_NUMBER() OVER (PARTITION BY merged.CALLID ORDER BY leg.START_TS DESC, leg.NATURAL_ID) AS RANK_
    FROM merged
    JOIN t_leg leg
      ON leg.CALLID = merged.MERGECALLID AND leg.AGENTID = merged.AGENTID
     AND merged.MERGED_TS BETWEEN leg.START_TS AND leg.END_TS
)

SELECT NATURAL_ID, MIN(MERGED_TS) AS MERGED_TS, COUNT(*) AS INITIATED FROM led WHERE RANK_ = 1 GROUP BY NATURAL_ID;

-- step: conferences are found by leg
CREATE INDEX tx_conference ON t_conference (NATURAL_ID);

-- step: measures
CREATE TEMP TABLE t_measure AS
WITH span AS (
    SELECT
        s.NATURAL_ID, s.STATE, s.ORDINAL,
        s.END_TS - s.START_TS AS SECONDS,
        CASE
            WHEN c.MERGED_TS IS NULL OR s.END_TS < c.MERGED_TS THEN 0
            WHEN s.START_TS > c.MERGED_TS THEN s.END_TS - s.START_TS
            ELSE s.END_TS - c.MERGED_TS
        END AS SECONDS_IN_CONFERENCE,
        MAX(CASE WHEN s.STATE <> 'ACW' THEN s.ORDINAL END) OVER (PARTITION BY s.NATURAL_ID) AS LAST_ORDINAL
    FROM t_span s
    LEFT JOIN t_conference c ON c.NATURAL_ID = s.NATURAL_ID
)

SELECT
    NATURAL_ID,
    MAX(CASE STATE WHEN 'DIAL' THEN 1 ELSE 0 END) AS DIAL_COUNT,
    MAX(CASE STATE WHEN 'RING' THEN 1 ELSE 0 END) AS RING_COUNT,
    MAX(CASE STATE WHEN 'TALK' THEN 1 ELSE 0 END) AS TALK_COUNT,
    MAX(CASE STATE WHEN 'HOLD' THEN 1 ELSE 0 END) AS HOLD_COUNT,
    MAX(CASE STATE WHEN 'ACW' THEN 1 ELSE 0 END) AS ACW_COUNT,
    SUM(CASE STATE WHEN 'DIAL' THEN SECONDS ELSE 0 END) AS DIAL_DURATION,
    SUM(CASE STATE WHEN 'RING' THEN SECONDS ELSE 0 END) AS RING_DURATION,
    SUM(CASE STATE WHEN 'TALK' THEN SECONDS ELSE 0 END) AS TALK_DURATION,
    SUM(CASE STATE WHEN 'HOLD' THEN SECONDS ELSE 0 END) AS HOLD_DURATION,
    SUM(CASE STATE WHEN 'ACW' THEN SECONDS ELSE 0 END) AS ACW_DURATION,
    SUM(CASE STATE WHEN 'TALK' THEN SECONDS_IN_CONFERENCE ELSE 0 END) AS CONF_TALK_DURATION,
    SUM(CASE STATE WHEN 'HOLD' THEN SECONDS_IN_CONFERENCE ELSE 0 END) AS CONF_HOLD_DURATION,
    MAX(CASE WHEN ORDINAL = LAST_ORDINAL THEN STATE END) AS LAST_STATE
FROM span
GROUP BY NATURAL_ID;

-- step: measures are found by leg
CREATE INDEX tx_measure ON t_measure (NATURAL_ID);

-- step: statistics of measures
ANALYZE t_measure;
