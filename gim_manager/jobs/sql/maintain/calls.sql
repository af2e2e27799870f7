-- what: Purges the extracted rows of the interactions in t_old (M01).
-- grain: as calls_old.
-- reads: t_old, t_ir, t_call
-- writes: gidb_g_userdata_history, gidb_g_route_result, gidb_g_virtual_queue, gidb_g_party_history, gidb_g_party, gidb_g_call, gidb_g_ir

-- step: gidb_g_userdata_history
DELETE FROM GIDB_G_USERDATA_HISTORY WHERE CALLID IN (SELECT CALLID FROM t_call) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_route_result
DELETE FROM GIDB_G_ROUTE_RESULT WHERE CALLID IN (SELECT CALLID FROM t_call) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_virtual_queue
DELETE FROM GIDB_G_VIRTUAL_QUEUE WHERE CALLID IN (SELECT CALLID FROM t_call) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_party_history
DELETE FROM GIDB_G_PARTY_HISTORY WHERE CALLID IN (SELECT CALLID FROM t_call) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_party
DELETE FROM GIDB_G_PARTY WHERE CALLID IN (SELECT CALLID FROM t_call) AND UPDATE_AUDIT_KEY < :mark;

-- step: gidb_g_call
DELETE FROM GIDB_G_CALL WHERE CALLID IN (SELECT CALLID FROM t_call);

-- step: gidb_g_ir
DELETE FROM GIDB_G_IR WHERE IRID IN (SELECT IRID FROM t_ir);

-- step: done with calls
DROP TABLE t_call;

-- step: done with irs
DROP TABLE t_ir;

-- step: done
DROP TABLE t_old;

-- step: done with edges
DROP TABLE t_edge;
