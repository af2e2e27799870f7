-- The list of runs is sorted by its notes, too.

ALTER TABLE mgr_run ADD COLUMN noted VARCHAR(64);

CREATE TRIGGER mgr_run_noted_first AFTER INSERT ON mgr_run BEGIN UPDATE mgr_run SET noted = substr(CASE WHEN NEW.status = 'Failed' THEN coalesce(nullif(NEW.error, ''), nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status IN ('Stopped', 'Canceled') AND NEW.cause = 'person' AND NEW.stopped_by <> '' THEN 'by ' || NEW.stopped_by || coalesce(': “' || nullif(NEW.reason, '') || '”', '') WHEN NEW.status IN ('Stopped', 'Canceled') THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status = 'Scheduled' THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.parameters, '')) ELSE coalesce(nullif(NEW.note, ''), nullif(NEW.parameters, '')) END, 1, 64) WHERE id = NEW.id; END;

CREATE TRIGGER mgr_run_noted AFTER UPDATE OF status, cause, parameters, reason, error, note, stopped_by ON mgr_run BEGIN UPDATE mgr_run SET noted = substr(CASE WHEN NEW.status = 'Failed' THEN coalesce(nullif(NEW.error, ''), nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status IN ('Stopped', 'Canceled') AND NEW.cause = 'person' AND NEW.stopped_by <> '' THEN 'by ' || NEW.stopped_by || coalesce(': “' || nullif(NEW.reason, '') || '”', '') WHEN NEW.status IN ('Stopped', 'Canceled') THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.note, '')) WHEN NEW.status = 'Scheduled' THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.parameters, '')) ELSE coalesce(nullif(NEW.note, ''), nullif(NEW.parameters, '')) END, 1, 64) WHERE id = NEW.id; END;

UPDATE mgr_run SET note = note;

CREATE INDEX ix_mgr_run_noted ON mgr_run (noted, id, status);
