-- what: Finds logins that ended before the cutoff and were transformed, in t_login, unless a younger login of the agent overlaps: the two are one session (M01, T08).
-- grain: at most :limit rows of GIDB_G_LOGIN_SESSION that touch one of the spans in t_edge.
-- reads: gidb_g_login_session, ctl_transform_todo
-- writes: nothing

-- step: chosen
CREATE TEMP TABLE t_login AS
SELECT LOGINSESSIONID
FROM GIDB_G_LOGIN_SESSION
WHERE CREATED_TS < :cutoff AND COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) < :cutoff AND UPDATE_AUDIT_KEY < :mark
  AND EXISTS (SELECT 1 FROM t_edge e WHERE CREATED_TS < e.HIGH AND COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) >= e.LOW)
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

-- step: index
CREATE INDEX tx_login ON t_login (LOGINSESSIONID);

-- step: statistics
ANALYZE t_login;
