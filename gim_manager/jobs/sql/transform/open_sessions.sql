-- what: Puts the sessions that are still open on the list of work, because they have grown although no row says so (T08).
-- grain: one row of CTL_TRANSFORM_TODO a login session without logout, unless its fact was closed by force (T13).
-- reads: gidb_g_login_session, sm_res_session_fact
-- writes: ctl_transform_todo

-- step: open sessions
INSERT INTO CTL_TRANSFORM_TODO (KIND, NATURAL_ID, TS, CREATE_AUDIT_KEY)
SELECT 'session', s.LOGINSESSIONID, MIN(s.CREATED_TS), :audit_key
FROM GIDB_G_LOGIN_SESSION s
LEFT JOIN SM_RES_SESSION_FACT f
  ON f.NATURAL_ID = s.LOGINSESSIONID AND f.START_DATE_TIME_KEY = s.CREATED_TS - s.CREATED_TS % 900
WHERE s.TERMINATED_TS IS NULL AND COALESCE(f.ACTIVE_FLAG, 1) = 1
GROUP BY s.LOGINSESSIONID
ON CONFLICT (KIND, NATURAL_ID) DO UPDATE SET TS = excluded.TS;
