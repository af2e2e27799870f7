-- what: Purges the extracted rows of logins that ended before the cutoff and were transformed, unless a younger login of the agent overlaps: the two are one session (M01, T08).
-- grain: at most :limit rows of GIDB_G_LOGIN_SESSION with their states.
-- reads: gidb_g_login_session, ctl_transform_todo
-- writes: gidb_g_agent_state_rc, gidb_g_agent_state_history, gidb_gx_session_endpoint, gidb_g_login_session

-- step: chosen
CREATE TEMP TABLE t_login AS
SELECT LOGINSESSIONID
FROM GIDB_G_LOGIN_SESSION
WHERE COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) < :cutoff AND UPDATE_AUDIT_KEY < :mark
  AND NOT EXISTS (
      SELECT 1 FROM CTL_TRANSFORM_TODO todo
      WHERE todo.KIND = 'session' AND todo.NATURAL_ID = GIDB_G_LOGIN_SESSION.LOGINSESSIONID
  )
  AND NOT EXISTS (
      SELECT 1 FROM GIDB_G_LOGIN_SESSION younger
      WHERE younger.AGENTID = GIDB_G_LOGIN_SESSION.AGENTID
        AND younger.CREATED_TS <= COALESCE(GIDB_G_LOGIN_SESSION.TERMINATED_TS, GIDB_G_LOGIN_SESSION.CREATED_TS + :active_seconds)
        AND COALESCE(younger.TERMINATED_TS, younger.CREATED_TS + :active_seconds) >= :cutoff
  )
ORDER BY ID
LIMIT :limit;

-- step: statistics
ANALYZE t_login;

-- step: gidb_g_agent_state_rc
DELETE FROM GIDB_G_AGENT_STATE_RC WHERE SESSIONID IN (SELECT LOGINSESSIONID FROM t_login) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_agent_state_history
DELETE FROM GIDB_G_AGENT_STATE_HISTORY
WHERE LOGINSESSIONID IN (SELECT LOGINSESSIONID FROM t_login) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_gx_session_endpoint
DELETE FROM GIDB_GX_SESSION_ENDPOINT
WHERE LOGINSESSIONID IN (SELECT LOGINSESSIONID FROM t_login) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_login_session
DELETE FROM GIDB_G_LOGIN_SESSION WHERE LOGINSESSIONID IN (SELECT LOGINSESSIONID FROM t_login);

-- step: done
DROP TABLE t_login;
