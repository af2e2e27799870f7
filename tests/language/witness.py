"""What a database itself saw of who wrote what, and who led then: by triggers that the product knows nothing of."""

from dataclasses import dataclass

from sqlalchemy import text

from gim_manager.schema.engines import reading, writing
from gim_manager.store import sessions
from gim_manager.store.connect import Database

_ENDED = ("Complete", "Failed", "Stopped", "Canceled")
_MADE = """
CREATE SCHEMA witness;
CREATE TABLE witness.seen (
    number BIGSERIAL PRIMARY KEY, at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), writer TEXT NOT NULL,
    place TEXT NOT NULL, run_id BIGINT, before TEXT, after TEXT, server TEXT, token TEXT, holder TEXT, epoch BIGINT
);
CREATE FUNCTION witness.of_run() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness.seen (writer, place, run_id, before, after, server, token, holder, epoch)
    SELECT current_setting('application_name'), 'run', NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END,
        NEW.status, NEW.server, NEW.token, lease.holder, lease.epoch FROM gim_manager.mgr_lease AS lease;
    RETURN NULL;
END $$;
CREATE FUNCTION witness.of_decision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness.seen (writer, place, holder, epoch)
    SELECT current_setting('application_name'), 'decision', lease.holder, lease.epoch
    FROM gim_manager.mgr_lease AS lease;
    RETURN NULL;
END $$;
CREATE FUNCTION witness.of_output() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness.seen (writer, place, run_id, after)
    SELECT current_setting('application_name'), 'output', run.id, run.status
    FROM gim_manager.mgr_run AS run WHERE run.id = NEW.run_id;
    RETURN NULL;
END $$;
CREATE FUNCTION witness.of_data() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness.seen (writer, place, run_id, after, token)
    SELECT current_setting('application_name'), 'data', run.id, run.status, run.token
    FROM gim_manager.mgr_run AS run WHERE run.id = NEW.job_id::BIGINT;
    RETURN NULL;
END $$;
CREATE TRIGGER witness AFTER INSERT OR UPDATE ON gim_manager.mgr_run FOR EACH ROW EXECUTE FUNCTION witness.of_run();
CREATE TRIGGER witness AFTER INSERT OR UPDATE ON gim_manager.mgr_decision
    FOR EACH ROW EXECUTE FUNCTION witness.of_decision();
CREATE TRIGGER witness AFTER INSERT OR UPDATE ON gim_manager.mgr_step FOR EACH ROW EXECUTE FUNCTION witness.of_output();
CREATE TRIGGER witness AFTER INSERT ON gim_manager.mgr_log FOR EACH ROW EXECUTE FUNCTION witness.of_output();
CREATE CONSTRAINT TRIGGER witness AFTER INSERT ON ctl_audit_log DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION witness.of_data();
"""
"""The last one looks when the transaction commits, not when it writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One row written: by which session, into what, and who led then; for `data` as the run stood at the commit."""

    number: int
    writer: str
    place: str
    run_id: int | None
    before: str | None
    after: str | None
    server: str | None
    token: str | None
    holder: str | None
    epoch: int | None


def watch(database: Database) -> None:
    """From here on everything is seen; PostgreSQL alone, where a session has a name."""
    with writing(database.info_mart) as connection:
        connection.exec_driver_sql(_MADE)


def seen(database: Database) -> list[Seen]:
    """All of it, in the order of writing."""
    columns = ", ".join(Seen.__dataclass_fields__)
    with reading(database.info_mart) as connection:
        rows = connection.execute(text(f"SELECT {columns} FROM witness.seen ORDER BY number"))
        return [Seen(**row._mapping) for row in rows]


def breaches(all_seen: list[Seen]) -> list[str]:
    """Where the laws of R35 were broken, as sentences."""
    ended: dict[int, int] = {}
    owner: dict[int | None, str | None] = {}
    found = []
    for one in all_seen:
        if why := _breach(one, ended) or _theft(one, owner):
            found.append(f"{why}: {one}")
        if one.place == "run" and one.after in _ENDED and one.run_id is not None:
            ended.setdefault(one.run_id, one.number)
    return found


def _breach(one: Seen, ended: dict[int, int]) -> str | None:
    by_server = one.writer.startswith(sessions.server_name(""))
    leads = one.holder is not None and one.writer == sessions.server_name(one.holder)
    if one.place == "decision":
        return None if leads or not by_server else "a decision of a server that does not lead"
    if one.place == "data":
        mine = one.after in ("Running", "Stopping") and one.writer == sessions.application_name(
            one.run_id or 0, one.token or ""
        )
        return None if mine else "data of a worker whose run is not its own"
    if one.run_id in ended:
        return f"written after its end ({ended[one.run_id or 0]})"
    if one.place == "run" and by_server:
        return _of_server(one, leads=leads)
    return None


def _theft(one: Seen, owner: dict[int | None, str | None]) -> str | None:
    """A run that a server works stays its own; one that waits again is nobody's."""
    if one.place != "run":
        return None
    before = owner.get(one.run_id)
    owner[one.run_id] = now = None if one.after == "Scheduled" else one.server
    is_lawful = before is None or one.after == "Scheduled" or now == before
    return None if is_lawful else "taken from the server that works it"


def _of_server(one: Seen, *, leads: bool) -> str | None:
    if one.after == "Running" and one.before in (None, "Scheduled"):
        is_offered = one.server is None and one.token is None
        mine = one.server is not None and one.writer == sessions.server_name(one.server)
        return None if leads and (mine or is_offered) else "started by a server that does not lead"
    works = one.server is not None and one.writer == sessions.server_name(one.server)
    return None if leads or works else "written by a server that neither leads nor works it"
