-- Rows as programs of each version wrote them into the manager's tables; frozen with the version that stands above them.

-- 0001
INSERT INTO mgr_info_mart (info_mart_id, created_at) VALUES ('of-old', 1700000000000000);
INSERT INTO mgr_lease (name, holder, epoch, expires_at) VALUES ('scheduler', NULL, 3, NULL);
INSERT INTO mgr_server (id, host, pid, version, since, heartbeat_at, state) VALUES ('desk:1:abc', 'desk', 1, '0.1.0', 1700000000000000, 1700000100000000, 'running');
INSERT INTO mgr_option (section, name, value) VALUES ('schedule', 'timezone', 'Europe/Berlin');
INSERT INTO mgr_option (section, name, value) VALUES ('of-somebody', 'unknown', 'kept as it is');
INSERT INTO mgr_option_history (changed_at, changed_by, changed_host, section, name, old_value, new_value) VALUES (1700000000000000, 'ada', 'desk', 'schedule', 'timezone', NULL, 'Europe/Berlin');
INSERT INTO mgr_source (name, data_source_key, url, roles, secret_file, pair, active, created_at) VALUES ('icon', 1, 'sqlite:////nowhere/icon.sqlite', 'ICON_CFG,ICON_CORE', NULL, NULL, 1, 1700000000000000);
INSERT INTO mgr_source (name, data_source_key, url, roles, secret_file, pair, active, created_at) VALUES ('gone', 2, 'sqlite:////nowhere/gone.sqlite', 'ICON_CORE', '/nowhere/secret', 'icon', 0, 1700000000000000);
INSERT INTO mgr_run (job, status, cause, requested_at, requested_by, requested_host, start_time, end_time, rows, server, token, worker_host, worker_pid, worker_started, heartbeat_at, progress, note) VALUES ('Job_InitializeGIM', 'Complete', 'done', 1700000000000000, 'ada', 'desk', 1700000001000000, 1700000002000000, 12, 'desk:1:abc', 't1', 'desk', 2, 1700000000.25, 1700000002000000, 1.0, 'done');
INSERT INTO mgr_run (job, status, cause, launch_key, cycle, due_at, requested_at, requested_by, start_time, end_time, error, server, token) VALUES ('Job_ExtractICON', 'Failed', 'error', 'Job_ExtractICON:w:1', 'Job_ExtractICON:w:1', 1700000003000000, 1700000003000000, 'scheduler', 1700000003000000, 1700000004000000, 'no such file – "icon"', 'desk:1:abc', 't2');
INSERT INTO mgr_run (job, status, cause, parameters, requested_at, requested_by, end_time, reason, stopped_by, forced) VALUES ('Job_AggregateGIM', 'Canceled', 'person', '-insertPendingAgg ALLSETS:2014-05-01:2014-05-02', 1700000005000000, 'bob', 1700000006000000, 'a mistake', 'bob', 1);
INSERT INTO mgr_step (run_id, number, name, status, start_time, end_time, rows, progress, note) VALUES (1, 1, 'default rows', 'Complete', 1700000001000000, 1700000002000000, 12, 1.0, NULL);
INSERT INTO mgr_log (run_id, number, time, level, message) VALUES (1, 1, 1700000001000000, 'INFO', 'a line with ''quotes''');
INSERT INTO mgr_decision (first_at, last_at, count, kind, job, launch_key, run_id, rule, reason) VALUES (1700000003000000, 1700000003000000, 2, 'drop', 'Job_MaintainGIM', 'Job_MaintainGIM:2023-11-14:23:00', NULL, 'R09', 'The ETL window is open.');
INSERT INTO mgr_change (at, topic, run_id) VALUES (1700000001000000, 'run', 1);
INSERT INTO mgr_audit (at, actor, host, action, subject, run_id, rule, reason, detail) VALUES (1700000000000000, 'ada', 'desk', 'requested', 'Job_InitializeGIM', 1, NULL, NULL, NULL);
INSERT INTO mgr_hold (owner, since, expires_at, ended_at, state, run_id) VALUES ('ada', 1700000000000000, 1700000100000000, 1700000050000000, 'ended', NULL);

-- 0002
INSERT INTO mgr_alarm (rule, subject, message, raised_at, absent_since, reminded_at, cleared_at) VALUES ('job-failed', 'Job_ExtractICON', 'It failed.', 1700000004000000, NULL, NULL, 1700000009000000);
INSERT INTO mgr_alarm_delivery (alarm_id, channel, kind, created_at, attempts, next_try_at, error, delivered_at, dropped_at) VALUES (1, 'mail', 'raised', 1700000004000000, 1, 1700000004000000, NULL, 1700000005000000, NULL);

-- 0003
INSERT INTO mgr_finding (number, checked_at, level, section, option, jobs, refuses, message) VALUES (1, 1700000000000000, 'warning', '', '', 'Job_ExportGIM', '', 'The folder cannot be written.');

-- 0004
INSERT INTO mgr_hold (owner, host, since, expires_at, state, run_id, reason, ended_at, ended_by) VALUES ('ada', 'desk', 1700000000000000, 1700000100000000, 'ended', NULL, 'lunch', 1700000050000000, 'ada');

-- 0005
INSERT INTO mgr_duty (server, since, until) VALUES ('desk:1:abc', 1700000000000000, 1700000100000000);
