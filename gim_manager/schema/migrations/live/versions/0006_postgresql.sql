-- A re-aggregation that runs may go back to Scheduled.

DROP TRIGGER mgr_run_transition ON gim_manager.mgr_run;

CREATE TRIGGER mgr_run_transition BEFORE UPDATE OF status ON gim_manager.mgr_run FOR EACH ROW WHEN (NEW.status <> OLD.status AND NOT ((OLD.status = 'Scheduled' AND NEW.status IN ('Canceled', 'Running')) OR (OLD.status = 'Running' AND NEW.status IN ('Complete', 'Failed', 'Stopped', 'Stopping')) OR (OLD.status = 'Stopping' AND NEW.status IN ('Complete', 'Failed', 'Stopped')) OR (OLD.status = 'Running' AND NEW.status = 'Scheduled' AND OLD.part_of IS NOT NULL))) EXECUTE FUNCTION gim_manager.mgr_run_transition();
