-- The list of runs is sorted by its notes, too.

ALTER TABLE gim_manager.mgr_run ADD COLUMN noted VARCHAR(64) COLLATE "C";

CREATE FUNCTION gim_manager.mgr_run_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.noted := substr(CASE WHEN NEW.status = 'Failed' THEN coalesce(nullif(NEW.error, ''), nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status IN ('Stopped', 'Canceled') AND NEW.cause = 'person' AND NEW.stopped_by <> '' THEN 'by ' || NEW.stopped_by || coalesce(': “' || nullif(NEW.reason, '') || '”', '') WHEN NEW.status IN ('Stopped', 'Canceled') THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status = 'Scheduled' THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.parameters, '')) ELSE coalesce(nullif(NEW.note, ''), nullif(NEW.parameters, '')) END, 1, 64); RETURN NEW; END $$;

CREATE TRIGGER mgr_run_noted BEFORE INSERT OR UPDATE OF status, cause, parameters, reason, error, note, stopped_by ON gim_manager.mgr_run FOR EACH ROW EXECUTE FUNCTION gim_manager.mgr_run_noted();

UPDATE gim_manager.mgr_run SET note = note;

CREATE INDEX ix_mgr_run_noted ON gim_manager.mgr_run (noted, id, status);
