-- what: Purges the extracted rows of the logins in t_login with their states (M01).
-- grain: as logins_old.
-- reads: t_login
-- writes: gidb_g_agent_state_rc, gidb_g_agent_state_history, gidb_gx_session_endpoint, gidb_g_login_session

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

-- step: done with edges
DROP TABLE t_edge;
