-- The audit trail becomes a chain, and the passwords of data sources leave the table that everybody reads.

CREATE TABLE gim_manager.mgr_source_secret (
	name VARCHAR(255) NOT NULL,
	url TEXT NOT NULL,
	PRIMARY KEY (name)
);

CREATE TABLE gim_manager.mgr_audit_chain (
	name VARCHAR(64) NOT NULL,
	pruned_id BIGINT NOT NULL,
	pruned_hash VARCHAR(64) NOT NULL,
	head_id BIGINT NOT NULL,
	head_hash VARCHAR(64) NOT NULL,
	PRIMARY KEY (name)
);

ALTER TABLE gim_manager.mgr_audit ADD COLUMN os_user VARCHAR(255), ADD COLUMN db_user VARCHAR(255), ADD COLUMN hash VARCHAR(64);

UPDATE gim_manager.mgr_audit SET detail = '***' WHERE action = 'changed' AND detail <> 'default' AND subject IN ('[alarms] command-line', '[alarms] webhook-url');

-- Here the rows that are there are chained.

ALTER TABLE gim_manager.mgr_audit ALTER COLUMN hash SET NOT NULL;

INSERT INTO gim_manager.mgr_audit_chain (name, pruned_id, pruned_hash, head_id, head_hash) VALUES ('audit', 0, '', 0, '');

CREATE FUNCTION gim_manager.mgr_audit_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.id <= (SELECT c.pruned_id FROM gim_manager.mgr_audit_chain c) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'mgr_audit: what was recorded stays as it is' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER mgr_audit_kept BEFORE UPDATE OR DELETE ON gim_manager.mgr_audit FOR EACH ROW EXECUTE FUNCTION gim_manager.mgr_audit_kept();

CREATE TRIGGER mgr_audit_not_emptied BEFORE TRUNCATE ON gim_manager.mgr_audit FOR EACH STATEMENT EXECUTE FUNCTION gim_manager.mgr_audit_kept();

CREATE FUNCTION gim_manager.mgr_audit_record(
  given_actor text, given_os_user text, given_host text, given_action text, given_subject text, given_run_id bigint,
  given_rule text, given_reason text, given_detail text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  caller name := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
  is_server boolean := has_table_privilege(caller, 'gim_manager.mgr_run', 'DELETE');
  written gim_manager.mgr_audit;
  before text;
  chained text;
BEGIN
  IF given_action <> 'exported' AND NOT is_server
     AND NOT has_any_column_privilege(caller, 'gim_manager.mgr_run', 'INSERT') THEN
    RAISE EXCEPTION 'permission denied: a viewer does nothing but export' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT c.head_hash INTO STRICT before FROM gim_manager.mgr_audit_chain c FOR UPDATE;
  written.id := nextval('gim_manager.mgr_audit_id_seq');
  written.at := CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint);
  written.actor := CASE WHEN is_server THEN given_actor ELSE session_user::text END;
  written.os_user := given_os_user;
  written.db_user := session_user;
  written.host := given_host;
  written.action := given_action;
  written.subject := given_subject;
  written.run_id := given_run_id;
  written.rule := given_rule;
  written.reason := given_reason;
  written.detail := given_detail;
  SELECT string_agg(coalesce(octet_length(convert_to(v.said, 'UTF8')) || ':' || v.said, '-'), ',' ORDER BY v.place)
    INTO chained
    FROM unnest(ARRAY[
      written.id::text, written.at::text, written.actor::text, written.os_user::text, written.db_user::text,
      written.host::text, written.action::text, written.subject::text, written.run_id::text, written.rule::text,
      written.reason, written.detail
    ]) WITH ORDINALITY AS v (said, place);
  written.hash := encode(sha256(convert_to(before || chr(10) || chained, 'UTF8')), 'hex');
  INSERT INTO gim_manager.mgr_audit (id, at, actor, host, action, subject, run_id, rule, reason, detail, os_user, db_user, hash)
    VALUES (written.id, written.at, written.actor, written.host, written.action, written.subject, written.run_id,
            written.rule, written.reason, written.detail, written.os_user, written.db_user, written.hash);
  UPDATE gim_manager.mgr_audit_chain SET head_id = written.id, head_hash = written.hash;
  RETURN written.id;
END $$;

CREATE FUNCTION gim_manager.mgr_audit_forget(before_at bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  caller name := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
  last_id bigint;
  gone bigint;
BEGIN
  IF before_at > CAST(EXTRACT(EPOCH FROM clock_timestamp() - interval '4 days') * 1000000 AS bigint)
     AND NOT has_table_privilege(caller, 'gim_manager.mgr_audit', 'DELETE') THEN
    RAISE EXCEPTION 'permission denied: the last four days of mgr_audit are kept' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM gim_manager.mgr_audit_chain FOR UPDATE;
  SELECT max(a.id) INTO last_id FROM gim_manager.mgr_audit a
    WHERE a.id < coalesce((SELECT min(y.id) FROM gim_manager.mgr_audit y WHERE y.at >= before_at), 9223372036854775807);
  IF last_id IS NULL THEN RETURN 0; END IF;
  UPDATE gim_manager.mgr_audit_chain SET pruned_id = last_id,
    pruned_hash = (SELECT a.hash FROM gim_manager.mgr_audit a WHERE a.id = last_id);
  DELETE FROM gim_manager.mgr_audit WHERE id <= last_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;

REVOKE ALL ON FUNCTION gim_manager.mgr_audit_record(text, text, text, text, text, bigint, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION gim_manager.mgr_audit_forget(bigint) FROM PUBLIC;
