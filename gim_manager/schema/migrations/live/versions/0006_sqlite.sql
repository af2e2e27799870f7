-- A re-aggregation that runs may go back to Scheduled.

DROP TRIGGER mgr_run_transition;

CREATE TRIGGER mgr_run_transition BEFORE UPDATE OF status ON mgr_run WHEN NEW.status <> OLD.status AND NOT ((OLD.status = 'Scheduled' AND NEW.status IN ('Canceled', 'Running')) OR (OLD.status = 'Running' AND NEW.status IN ('Complete', 'Failed', 'Stopped', 'Stopping')) OR (OLD.status = 'Stopping' AND NEW.status IN ('Complete', 'Failed', 'Stopped')) OR (OLD.status = 'Running' AND NEW.status = 'Scheduled' AND OLD.part_of IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'mgr_run: this state may not follow that one'); END;
