-- what: Finds interactions that ended before the cutoff and were transformed, in t_old, with their t_ir and t_call; an interaction is old whole or not at all, for it would be computed again from what is left (M01, T01).
-- grain: at most :limit rows of GIDB_G_IR that touch one of the spans in t_edge, with their interactions.
-- reads: gidb_g_ir, gidb_g_call, ctl_transform_todo
-- writes: nothing

-- step: old
-- What never ended is taken to have ended :active_seconds after it began.
CREATE TEMP TABLE t_old AS
SELECT ROOTIRID
FROM GIDB_G_IR
WHERE CREATED_TS < :cutoff AND COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) < :cutoff AND UPDATE_AUDIT_KEY < :mark
  AND EXISTS (SELECT 1 FROM t_edge e WHERE CREATED_TS < e.HIGH AND COALESCE(TERMINATED_TS, CREATED_TS + :active_seconds) >= e.LOW)
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

-- step: index of old ones
CREATE INDEX tx_old ON t_old (ROOTIRID);

-- step: statistics of old ones
ANALYZE t_old;

-- step: irs
CREATE TEMP TABLE t_ir AS
SELECT IRID FROM GIDB_G_IR WHERE ROOTIRID IN (SELECT ROOTIRID FROM t_old);

-- step: calls
CREATE TEMP TABLE t_call AS
SELECT CALLID FROM GIDB_G_CALL WHERE IRID IN (SELECT IRID FROM t_ir);

-- step: index of calls
CREATE INDEX tx_call ON t_call (CALLID);

-- step: statistics of irs
ANALYZE t_ir;

-- step: statistics of calls
ANALYZE t_call;
