-- What a run says is kept to sort and search by.

CREATE TABLE gim_manager.mgr_text (
	id BIGSERIAL NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_mgr_text_text ON gim_manager.mgr_text USING hash (text);

ALTER TABLE gim_manager.mgr_run ADD COLUMN noted VARCHAR(64) COLLATE "C", ADD COLUMN text_id BIGINT;

CREATE FUNCTION gim_manager.mgr_run_told() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE told text; BEGIN NEW.noted := substr(CASE WHEN NEW.status = 'Failed' THEN coalesce(nullif(NEW.error, ''), nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status IN ('Stopped', 'Canceled') AND NEW.cause = 'person' AND NEW.stopped_by <> '' THEN 'by ' || NEW.stopped_by || coalesce(': “' || nullif(NEW.reason, '') || '”', '') WHEN NEW.status IN ('Stopped', 'Canceled') THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status = 'Scheduled' THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.parameters, '')) ELSE coalesce(nullif(NEW.note, ''), nullif(NEW.parameters, '')) END, 1, 64); IF NEW.end_time IS NOT NULL THEN told := coalesce(NEW.job, '') || chr(10) || coalesce(NEW.parameters, '') || chr(10) || coalesce(NEW.requested_by, '') || chr(10) || coalesce(NEW.note, '') || chr(10) || coalesce(NEW.reason, '') || chr(10) || coalesce(NEW.error, ''); SELECT id INTO NEW.text_id FROM gim_manager.mgr_text WHERE text = told LIMIT 1; IF NOT FOUND THEN INSERT INTO gim_manager.mgr_text (text) VALUES (told) RETURNING id INTO NEW.text_id; END IF; END IF; RETURN NEW; END $$;

CREATE TRIGGER mgr_run_told BEFORE INSERT OR UPDATE OF status, cause, parameters, reason, error, note, stopped_by ON gim_manager.mgr_run FOR EACH ROW EXECUTE FUNCTION gim_manager.mgr_run_told();

UPDATE gim_manager.mgr_run SET note = note;

CREATE INDEX ix_mgr_run_noted ON gim_manager.mgr_run (noted, id, status);

CREATE INDEX ix_mgr_run_text_id ON gim_manager.mgr_run (text_id, id, status) WHERE text_id IS NOT NULL;
