"""How the audit trail is kept: what binds each row to the one before it, and what the database refuses to do to it."""

from __future__ import annotations

import hashlib

from gim_manager.schema.live import SCHEMA

CHAINED = (
    "id", "at", "actor", "os_user", "db_user", "host", "action", "subject", "run_id", "rule", "reason", "detail",
)  # fmt: skip
"""The columns that a row's HASH is made of, in this order."""
RECORD = f"{SCHEMA}.mgr_audit_record"
FORGET = f"{SCHEMA}.mgr_audit_forget"
"""The two functions through which PostgreSQL lets the trail be written."""


def link(before: str, values: tuple[object, ...]) -> str:
    """The HASH of a row of these CHAINED values that follows a row of the HASH `before`, "" for the first.

    SHA-256 over BEFORE, a line feed and the values with commas between: each as its length in bytes of UTF-8, a colon
    and its text, or a minus where there is none.
    """
    text = ",".join("-" if value is None else f"{len(str(value).encode())}:{value}" for value in values)
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


_SQLITE = (
    "INSERT INTO mgr_audit_chain (name, pruned_id, pruned_hash, head_id, head_hash) VALUES ('audit', 0, '', 0, '')",
    "CREATE TRIGGER mgr_audit_unchanged BEFORE UPDATE ON mgr_audit "
    "BEGIN SELECT RAISE(ABORT, 'mgr_audit: what was recorded stays as it is'); END",
    "CREATE TRIGGER mgr_audit_kept BEFORE DELETE ON mgr_audit WHEN OLD.id > (SELECT pruned_id FROM mgr_audit_chain) "
    "BEGIN SELECT RAISE(ABORT, 'mgr_audit: what was recorded stays as it is'); END",
)

_POSTGRESQL = (
    f"INSERT INTO {SCHEMA}.mgr_audit_chain (name, pruned_id, pruned_hash, head_id, head_hash) "
    "VALUES ('audit', 0, '', 0, '')",
    f"""CREATE FUNCTION {SCHEMA}.mgr_audit_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.id <= (SELECT c.pruned_id FROM {SCHEMA}.mgr_audit_chain c) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'mgr_audit: what was recorded stays as it is' USING ERRCODE = 'check_violation';
END $$""",
    f"CREATE TRIGGER mgr_audit_kept BEFORE UPDATE OR DELETE ON {SCHEMA}.mgr_audit FOR EACH ROW "
    f"EXECUTE FUNCTION {SCHEMA}.mgr_audit_kept()",
    f"CREATE TRIGGER mgr_audit_not_emptied BEFORE TRUNCATE ON {SCHEMA}.mgr_audit FOR EACH STATEMENT "
    f"EXECUTE FUNCTION {SCHEMA}.mgr_audit_kept()",
    # The role that the session has taken on, if it has: inside, current_user is the owner of the function.
    f"""CREATE FUNCTION {SCHEMA}.mgr_audit_record(
  given_actor text, given_os_user text, given_host text, given_action text, given_subject text, given_run_id bigint,
  given_rule text, given_reason text, given_detail text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  caller name := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
  is_server boolean := has_table_privilege(caller, '{SCHEMA}.mgr_run', 'DELETE');
  written {SCHEMA}.mgr_audit;
  before text;
  chained text;
BEGIN
  IF given_action <> 'exported' AND NOT is_server
     AND NOT has_any_column_privilege(caller, '{SCHEMA}.mgr_run', 'INSERT') THEN
    RAISE EXCEPTION 'permission denied: a viewer does nothing but export' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT c.head_hash INTO STRICT before FROM {SCHEMA}.mgr_audit_chain c FOR UPDATE;
  written.id := nextval('{SCHEMA}.mgr_audit_id_seq');
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
  INSERT INTO {SCHEMA}.mgr_audit (id, at, actor, host, action, subject, run_id, rule, reason, detail, os_user, db_user, hash)
    VALUES (written.id, written.at, written.actor, written.host, written.action, written.subject, written.run_id,
            written.rule, written.reason, written.detail, written.os_user, written.db_user, written.hash);
  UPDATE {SCHEMA}.mgr_audit_chain SET head_id = written.id, head_hash = written.hash;
  RETURN written.id;
END $$""",
    f"""CREATE FUNCTION {SCHEMA}.mgr_audit_forget(before_at bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  caller name := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
  last_id bigint;
  gone bigint;
BEGIN
  IF before_at > CAST(EXTRACT(EPOCH FROM clock_timestamp() - interval '4 days') * 1000000 AS bigint)
     AND NOT has_table_privilege(caller, '{SCHEMA}.mgr_audit', 'DELETE') THEN
    RAISE EXCEPTION 'permission denied: the last four days of mgr_audit are kept' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM {SCHEMA}.mgr_audit_chain FOR UPDATE;
  SELECT max(a.id) INTO last_id FROM {SCHEMA}.mgr_audit a
    WHERE a.id < coalesce((SELECT min(y.id) FROM {SCHEMA}.mgr_audit y WHERE y.at >= before_at), 9223372036854775807);
  IF last_id IS NULL THEN RETURN 0; END IF;
  UPDATE {SCHEMA}.mgr_audit_chain SET pruned_id = last_id,
    pruned_hash = (SELECT a.hash FROM {SCHEMA}.mgr_audit a WHERE a.id = last_id);
  DELETE FROM {SCHEMA}.mgr_audit WHERE id <= last_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$""",
    f"REVOKE ALL ON FUNCTION {SCHEMA}.mgr_audit_record(text, text, text, text, text, bigint, text, text, text) FROM PUBLIC",
    f"REVOKE ALL ON FUNCTION {SCHEMA}.mgr_audit_forget(bigint) FROM PUBLIC",
)  # fmt: skip


def trail_statements(dialect: str) -> tuple[str, ...]:
    """The DDL that guards the trail and begins its chain; `dialect` is sqlite or postgresql."""
    # Differs from PostgreSQL because SQLite knows no users: the program itself binds the rows, and triggers keep
    # whoever has the file from changing them by accident.
    return _SQLITE if dialect == "sqlite" else _POSTGRESQL
