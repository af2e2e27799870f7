"""What each role may, tried as real logins: by the statements of this program, and by whatever psql lets one type."""

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg2
import pytest
from sqlalchemy import text

from gim_manager.domain.access import Access, Role
from gim_manager.domain.aggregates import H_ID, Level
from gim_manager.domain.errors import BadValue, Exit, NotPermitted
from gim_manager.domain.icon import Role as IconRole
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.undo import Kept
from gim_manager.jobs import kept_sets
from gim_manager.jobs.shadows import Shadows
from gim_manager.schema.engines import apart, writing
from gim_manager.store import audit, options, roles, sources
from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import bring_manager_up, create
from tests.language.persons import PERSONS, as_person, make_logins, psql
from tests.language.postgres import Cluster
from tests.language.stored import stored

NOW = datetime.now(UTC)
SECRET = "https://hooks.example.com/s3cret"


@pytest.fixture(scope="module")
def mart(postgres_cluster: Cluster) -> Iterator[str]:
    """An Info Mart with roles, and something in each table that a test tries."""
    with postgres_cluster.database("with_roles") as url:
        database = create(url)
        roles.establish(database)
        make_logins(postgres_cluster)
        with writing(database.manager) as connection:
            stored(connection, Status.SCHEDULED, at=NOW, requested_by="olga")
            stored(connection, Status.RUNNING, job=Job.TRANSFORM, at=NOW)
            stored(connection, Status.STOPPING, job=Job.EXPORT, at=NOW, kill_at=int(NOW.timestamp() * 1e6) + 5_000_000)
            stored(connection, Status.COMPLETE, at=NOW)
            changes = {("alarms", "webhook-url"): SECRET, ("schedule", "etl-frequency"): "15"}
            options.change(connection, changes, by="adam", host=None, now=NOW)
            sources.add(connection, name="icon", url="postgresql://u:s3cret@h/idb", roles={IconRole.ICON_CFG}, now=NOW)
            audit.record(connection, audit.Act(at=NOW, actor="adam", action="changed"))
        yield url
        database.let_go()


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ("vera", Access(role=Role.VIEWER, serves=False, login="vera", knows_persons=True)),
        ("olga", Access(role=Role.OPERATOR, serves=False, login="olga", knows_persons=True)),
        ("adam", Access(role=Role.ADMINISTRATOR, serves=False, login="adam", knows_persons=True)),
        ("serge", Access(role=Role.OPERATOR, serves=True, login="serge", knows_persons=True)),
        ("postgres", Access(role=Role.ADMINISTRATOR, serves=True, login="postgres", knows_persons=True)),
    ],
)
def test_the_role_found_is_what_the_database_lets_one_do(mart: str, person: str, found: Access) -> None:
    assert roles.access(open_database(as_person(mart, person))) == found


def test_where_nobody_made_roles_everybody_is_administrator(database: Database) -> None:
    found = roles.access(database)
    assert (found.role, found.serves, found.knows_persons) == (Role.ADMINISTRATOR, True, False)


@pytest.mark.parametrize("person", ["rita", "nobody"])
def test_who_has_no_role_of_a_person_is_told_so(mart: str, person: str) -> None:
    with pytest.raises(NotPermitted, match="permission denied") as refusal:
        open_database(as_person(mart, person))
    assert refusal.value.exit_code is Exit.NOT_PERMITTED


def _previews(mart: str, person: str) -> None:
    shadows, info_mart = Shadows(), open_database(as_person(mart, person)).info_mart
    session = apart(info_mart, lambda connection: shadows.make(connection, [(H_ID, Level.DAY)]))
    with session as connection:
        shadows.forget_pending(connection)
        assert kept_sets.read(connection, 1, LocalClock(zone=UTC)) == Kept(run_id=1)


def test_a_viewer_may_look_at_what_a_re_aggregation_would_change_and_has(mart: str, postgres_cluster: Cluster) -> None:
    _previews(mart, "vera")
    postgres_cluster.execute("REVOKE TEMPORARY ON DATABASE with_roles FROM PUBLIC")
    with pytest.raises(NotPermitted, match="permission denied to create temporary tables"):
        _previews(mart, "vera")
    postgres_cluster.execute("GRANT TEMPORARY ON DATABASE with_roles TO PUBLIC")


MICROS = "CAST(extract(epoch FROM now()) * 1000000 AS bigint)"
ASK = (
    "INSERT INTO gim_manager.mgr_run (job, status, requested_at, requested_by{more}) "
    "VALUES ('Job_MaintainGIM', '{status}', {at}, '{by}'{values})"
)
HOLD = (
    "INSERT INTO gim_manager.mgr_hold (owner, since, expires_at, state) "
    "VALUES ('{by}', {since}, {since} + {long}, 'held')"
)
DECIDE = "INSERT INTO gim_manager.mgr_decision (first_at, last_at, count, job, rule, reason, kind, launch_key) "
CHANGED = "INSERT INTO gim_manager.mgr_option_history (section, name, changed_at, changed_by) "
RUN = "UPDATE gim_manager.mgr_run SET "
ACT = "SELECT gim_manager.mgr_audit_record('{actor}', 'os', 'host', '{action}', NULL, NULL, NULL, NULL, NULL)"
STOP = (
    f"status = 'Stopping', stopped_by = '{{by}}', stop_requested_at = {MICROS}, kill_at = {MICROS} "
    "WHERE status = 'Running'"
)
CANCEL = f"status = 'Canceled', cause = 'person', stopped_by = '{{by}}', end_time = {MICROS} WHERE status = 'Scheduled'"


def asked(by: str = "olga", status: str = "Scheduled", at: str = MICROS, more: str = "", values: str = "") -> str:
    return ASK.format(by=by, status=status, at=at, more=more, values=values)


EVERYBODY, OPERATORS = {"vera", "olga", "adam", "serge"}, {"olga", "adam", "serge"}
ADMINISTRATORS, SERVERS = {"adam"}, {"serge"}
NONE: set[str] = set()
BY_PSQL = [
    # What reads.
    ("SELECT id, status FROM gim_manager.mgr_run", EVERYBODY),
    ("SELECT * FROM gim_manager.mgr_audit", EVERYBODY),
    ("SELECT url FROM gim_manager.mgr_source", EVERYBODY),
    ("SELECT url FROM gim_manager.mgr_source_secret", {"adam", "serge"}),
    ("SELECT * FROM interaction_fact", EVERYBODY),
    ("SELECT * FROM ag2_queue_day", {*EVERYBODY, "rita"}),
    ("SELECT * FROM admin_audit_log", {*EVERYBODY, "rita"}),
    ("SELECT * FROM admin_day_seal", {*EVERYBODY, "rita"}),
    ("SELECT * FROM resource_group_fact", EVERYBODY),
    # Runs.
    (asked("{person}"), OPERATORS),
    (asked("eve"), SERVERS),
    (asked("scheduler"), SERVERS),
    (asked("{person}", status="Running"), NONE),
    (asked("{person}", status="Running", more=", start_time, token", values=", 1, 't'"), SERVERS),
    (asked("{person}", at="1"), SERVERS),
    (asked("{person}", more=", launch_key", values=", 'Job_MaintainGIM 2030'"), SERVERS),
    (asked("{person}", more=", cycle", values=", 'c'"), SERVERS),
    (asked("{person}", more=", due_at", values=", 1"), SERVERS),
    (RUN + "status = 'Complete', cause = 'done', end_time = 1 WHERE status = 'Running'", SERVERS),
    (RUN + "token = 'mine' WHERE status = 'Running'", SERVERS),
    (RUN + "requested_by = '{person}'", SERVERS),
    (RUN + "reason = 'because' WHERE status = 'Scheduled'", SERVERS),
    (RUN + "status = 'Running', start_time = 1 WHERE status = 'Scheduled'", SERVERS),
    (RUN + STOP.format(by="{person}"), OPERATORS),
    (RUN + STOP.format(by="eve"), SERVERS),
    (RUN + CANCEL.format(by="{person}"), OPERATORS),
    (RUN + CANCEL.format(by="eve"), SERVERS),
    (RUN + CANCEL.format(by="{person}").replace(f"end_time = {MICROS}", "end_time = 1"), SERVERS),
    (RUN + "kill_at = kill_at - 1 WHERE status = 'Stopping'", OPERATORS),
    (RUN + "kill_at = kill_at + 1 WHERE status = 'Stopping'", SERVERS),
    (RUN + "kill_at = kill_at - 1, stopped_by = '{person}' WHERE status = 'Stopping'", SERVERS),
    ("DELETE FROM gim_manager.mgr_run WHERE status = 'Complete'", SERVERS),
    ("TRUNCATE gim_manager.mgr_run", NONE),
    # What is said of runs and launches.
    ("UPDATE gim_manager.mgr_log SET message = 'all is well'", SERVERS),
    ("INSERT INTO gim_manager.mgr_change (at, topic) VALUES (1, 'run')", OPERATORS),
    ("DELETE FROM gim_manager.mgr_change", SERVERS),
    (DECIDE + "VALUES (1, 1, 1, 'x', 'R21', 'y', 'hold', NULL)", OPERATORS),
    (DECIDE + "VALUES (1, 1, 1, 'x', 'R21', 'y', 'drop', 'k')", SERVERS),
    ("UPDATE gim_manager.mgr_lease SET holder = '{person}'", {"adam", "serge"}),
    ("INSERT INTO gim_manager.mgr_server VALUES ('x', 'x', 1, '1', 1, 1, 'x')", SERVERS),
    # Holds.
    (HOLD.format(by="{person}", since=MICROS, long=1000), OPERATORS),
    (HOLD.format(by="eve", since=MICROS, long=1000), SERVERS),
    (HOLD.format(by="{person}", since=MICROS, long=10**15), SERVERS),
    (HOLD.format(by="{person}", since=1, long=1000), SERVERS),
    # Options and sources.
    ("INSERT INTO gim_manager.mgr_option VALUES ('schedule', 'run-scheduler', 'true')", ADMINISTRATORS),
    ("DELETE FROM gim_manager.mgr_option", ADMINISTRATORS),
    ("UPDATE gim_manager.mgr_option_history SET changed_by = 'eve'", NONE),
    ("DELETE FROM gim_manager.mgr_option_history", NONE),
    (CHANGED + f"VALUES ('a', 'b', {MICROS}, '{{person}}')", ADMINISTRATORS),
    (CHANGED + f"VALUES ('a', 'b', {MICROS}, 'eve')", NONE),
    ("UPDATE gim_manager.mgr_source SET active = 0", ADMINISTRATORS),
    ("DELETE FROM gim_manager.mgr_finding", {"adam", "serge"}),
    # The audit trail.
    ("INSERT INTO gim_manager.mgr_audit (at, actor, action, hash) VALUES (1, 'eve', 'stopped', '')", NONE),
    ("UPDATE gim_manager.mgr_audit SET actor = 'eve'", NONE),
    ("DELETE FROM gim_manager.mgr_audit", NONE),
    ("TRUNCATE gim_manager.mgr_audit", NONE),
    ("UPDATE gim_manager.mgr_audit_chain SET head_hash = ''", NONE),
    ("SELECT gim_manager.mgr_audit_forget(0)", SERVERS),
    (f"SELECT gim_manager.mgr_audit_forget({MICROS})", NONE),
    (ACT.format(actor="{person}", action="requested"), OPERATORS),
    (ACT.format(actor="{person}", action="exported"), EVERYBODY),
    ("ALTER FUNCTION gim_manager.mgr_audit_kept() SECURITY DEFINER", NONE),
    ("ALTER TABLE gim_manager.mgr_audit DISABLE TRIGGER ALL", NONE),
    # Data.
    ("UPDATE tenant SET tenant_name = 'x'", SERVERS),
    ("DELETE FROM interaction_fact", SERVERS),
    ("UPDATE ctl_schema_version SET version_num = 'x'", SERVERS),
    ("UPDATE gim_manager.mgr_schema_version SET version_num = 'x'", NONE),
    ("UPDATE gim_manager.mgr_info_mart SET info_mart_id = 'x'", NONE),
    ("CREATE TABLE mine (x int)", NONE),
    ("DROP TABLE interaction_fact", NONE),
    ("SET ROLE gim_owner", {"adam", "serge"}),
    ("SET ROLE gim_administrator", {"adam"}),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "allowed"), BY_PSQL, ids=[statement for statement, _ in BY_PSQL])
def test_by_psql_nobody_does_what_their_role_does_not_allow(mart: str, statement: str, allowed: set[str]) -> None:
    done = set()
    for person in PERSONS:
        with psql(mart, person) as cursor:
            try:
                cursor.execute(statement.replace("{person}", person))
            except psycopg2.errors.InsufficientPrivilege:
                continue
            except psycopg2.errors.CheckViolation as violated:
                # The tables' own rules come before what a server may.
                assert person in SERVERS, violated
                continue
            done.add(person)
    assert done == allowed


@pytest.mark.parametrize(("person", "seen"), [("vera", 1), ("olga", 1), ("adam", 2), ("serge", 2)])
@pytest.mark.parametrize("table", ["mgr_option", "mgr_option_history"])
def test_what_may_let_somebody_in_is_hidden(mart: str, table: str, person: str, seen: int) -> None:
    with psql(mart, person) as cursor:
        cursor.execute(f"SELECT * FROM gim_manager.{table}")
        rows = cursor.fetchall()
    assert len(rows) == seen
    assert any(SECRET in row for row in rows) == (seen == 2)


def test_an_act_bears_the_login_of_whoever_acts_and_no_other_name(mart: str) -> None:
    with psql(mart, "olga") as cursor:
        cursor.execute("SET TIME ZONE 'Asia/Tokyo'")
        cursor.execute(ACT.format(actor="scheduler", action="requested"))
        cursor.execute("SELECT actor, db_user, os_user FROM gim_manager.mgr_audit ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == ("olga", "olga", "os")
    with psql(mart, "serge") as cursor:
        cursor.execute(ACT.format(actor="scheduler", action="leads"))
        cursor.execute("SELECT actor, db_user FROM gim_manager.mgr_audit ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == ("scheduler", "serge")
    with psql(mart, "adam") as cursor:
        cursor.execute("SET ROLE gim_owner")
        cursor.execute(ACT.format(actor="eve", action="changed"))
        cursor.execute("SELECT db_user FROM gim_manager.mgr_audit ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == ("adam",)


def test_what_is_made_later_is_granted(mart: str) -> None:
    """As a migration makes it, and a job its partitions: by the owner."""
    owner = open_database(as_person(mart, "adam"), owns=True)
    with writing(owner.info_mart) as connection:
        assert connection.scalar(text("SELECT current_user")) == "gim_owner"
        connection.execute(text("CREATE TABLE gim_manager.mgr_new (x int)"))
        connection.execute(text("CREATE TABLE made_by_a_job (x int)"))
        connection.execute(text("DROP VIEW ag2_agent_day"))
        connection.execute(text("CREATE VIEW ag2_agent_day AS SELECT 1 AS x"))
        roles.refresh(connection)
    for person, read in (("vera", "gim_manager.mgr_new"), ("olga", "made_by_a_job"), ("rita", "ag2_agent_day")):
        with psql(mart, person) as cursor:
            cursor.execute(f"SELECT * FROM {read}")
    with writing(owner.info_mart) as connection:
        connection.execute(text("DROP TABLE made_by_a_job, gim_manager.mgr_new"))


def test_R29_whoever_migrates_does_so_as_the_owner_and_what_is_new_is_granted(mart: str) -> None:
    owner = open_database(as_person(mart, "adam"), owns=True)
    with writing(owner.info_mart) as connection:
        connection.execute(text("REVOKE SELECT ON gim_manager.mgr_run FROM gim_viewer"))
    with pytest.raises(NotPermitted), writing(open_database(as_person(mart, "olga")).manager) as connection:
        bring_manager_up(connection)
    with writing(open_database(as_person(mart, "adam")).manager) as connection:
        bring_manager_up(connection)
        assert connection.scalar(text("SELECT current_user")) == "gim_owner"
    with psql(mart, "vera") as cursor:
        cursor.execute("SELECT * FROM gim_manager.mgr_run")


def test_roles_are_made_once_and_given_again(mart: str) -> None:
    database = open_database(mart)
    before = roles.script(database)
    roles.establish(database)
    assert roles.script(database) == before
    assert "CREATE ROLE" not in before
    assert "OWNER TO" not in before


def test_sqlite_has_no_roles(sqlite_database: Database) -> None:
    for attempt in (roles.ensure_can_be_made, roles.establish, roles.script):
        with pytest.raises(BadValue, match="whoever may write the file"):
            attempt(sqlite_database)
