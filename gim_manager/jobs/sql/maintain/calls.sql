-- what: Purges the extracted rows of interactions that ended before the cutoff and were transformed; an interaction goes whole or stays whole, for it would be computed again from what is left (M01, T01).
-- grain: at most :limit rows of GIDB_G_IR with their interactions.
-- reads: gidb_g_ir, gidb_g_call, ctl_transform_todo
-- writes: gidb_g_userdata_history, gidb_g_route_result, gidb_g_virtual_queue, gidb_g_party_history, gidb_g_party, gidb_g_call, gidb_g_ir

-- step: old
-- What never ended is taken to have ended :active_seconds after it began.
CREATE TEMP TABLE t_old AS
SELECT ROOTIRID
FROM GIDB_G_IR
WHERE COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) < :cutoff AND UPDATE_AUDIT_KEY < :mark
  AND NOT EXISTS (
      SELECT 1 FROM GIDB_G_IR sibling
      WHERE sibling.ROOTIRID = GIDB_G_IR.ROOTIRID
        AND (COALESCE(sibling.TERMINATED_TS, sibling.CREATED_TS + :active_seconds) >= :cutoff OR sibling.UPDATE_AUDIT_KEY >= :mark)
  )
  AND NOT EXISTS (
      SELECT 1
      FROM GIDB_G_IR sibling
      JOIN GIDB_G_CALL c ON c.IRID = sibling.IRID
      WHERE sibling.ROOTIRID = GIDB_G_IR.ROOTIRID
        AND (COALESCE(c.TERMINATED_TS, c.CREATED_TS + :active_seconds) >= :cutoff OR c.UPDATE_AUDIT_KEY >= :mark)
  )
  AND NOT EXISTS (
      SELECT 1 FROM CTL_TRANSFORM_TODO todo WHERE todo.KIND = 'interaction' AND todo.NATURAL_ID = GIDB_G_IR.ROOTIRID
  )
ORDER BY ID
LIMIT :limit;

-- step: irs
CREATE TEMP TABLE t_ir AS
SELECT IRID FROM GIDB_G_IR WHERE ROOTIRID IN (SELECT ROOTIRID FROM t_old);

-- step: calls
CREATE TEMP TABLE t_call AS
SELECT CALLID FROM GIDB_G_CALL WHERE IRID IN (SELECT IRID FROM t_ir);

-- step: statistics of irs
ANALYZE t_ir;

-- step: statistics of calls
ANALYZE t_call;

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
