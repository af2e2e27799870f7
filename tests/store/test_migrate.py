"""Creation: whole, restartable, never upon what belongs to others; and the migrations make what is declared."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, inspect, text
from sqlalchemy.engine import make_url

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import Exit, ManagerFileLost, NewerSchema, NotAnInfoMart, StorageFailed, Unreachable
from gim_manager.schema.control import ctl_audit_log, ctl_etl_history
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.facts import interaction_fact
from gim_manager.schema.live import SCHEMA
from gim_manager.schema.warehouse import INFO_MART, MANAGER
from gim_manager.store import audit, migrate, sources, versions
from gim_manager.store.audit import Act
from gim_manager.store.connect import Database, connect, open_database
from gim_manager.store.migrate import create
from gim_manager.store.rows import micros
from tests.language import quick_python
from tests.language.mart import add, rows_of
from tests.language.old_versions import an_old_mart
from tests.language.postgres import Cluster
from tests.language.stored import NOON
from tests.language.struck import struck_after_a_step

CHECKOUT = Path(__file__).resolve().parents[2]
PICTURES = {
    "sqlite": "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%_schema_version%'",
    "columns": """
        SELECT table_schema, table_name, column_name, data_type, character_maximum_length, collation_name, is_nullable,
               column_default
        FROM information_schema.columns
        WHERE table_schema IN ('public', 'gim_manager') AND table_name NOT LIKE '%\\_schema\\_version'""",
    "indexes": "SELECT schemaname, indexdef FROM pg_indexes WHERE schemaname IN ('public', 'gim_manager') "
    "AND tablename NOT LIKE '%\\_schema\\_version'",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace::regnamespace::text IN ('public', 'gim_manager')
          AND conrelid::regclass::text NOT LIKE '%\\_schema\\_version'""",
    "views": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
}


def _pictures(database: Database) -> dict[str, set[tuple[object, ...]]]:
    """All that the catalogue says of both halves but Alembic's own tables."""
    if database.is_local:
        found = {}
        for half, engine in (("info_mart", database.info_mart), ("manager", database.manager)):
            with reading(engine) as connection:
                rows = connection.execute(text(PICTURES["sqlite"]))
                found[half] = {(*row[:3], *_parts(row[3] or "")) for row in rows}
        return found
    with reading(database.info_mart) as connection:
        return {
            name: {tuple(row) for row in connection.execute(text(sql))}
            for name, sql in PICTURES.items()
            if name != "sqlite"
        }


def _parts(statement: str) -> list[str]:
    """What a statement says between its outermost commas, in any order: a column that is added later stands last."""
    parts, depth = [""], 0
    for sign in " ".join(statement.split()):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += sign
    return sorted(part.strip("( )") for part in parts)


def _declared(url: str) -> Database:
    database = connect(url, must_exist=False)
    with writing(database.info_mart) as connection:
        INFO_MART.create_all(connection)
        if not database.is_local:
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    with writing(database.manager) as connection:
        MANAGER.create_all(connection)
    return database


def _differences(migrated: Database, declared: Database) -> dict[str, set[tuple[object, ...]]]:
    left, right = _pictures(migrated), _pictures(declared)
    return {name: left[name] ^ right[name] for name in left if left[name] != right[name]}


HINT = "the migrations make other tables than are declared: a changed table needs a step of its own"


def test_M05_the_migrations_make_the_declared_tables_on_sqlite(tmp_path: Path) -> None:
    (tmp_path / "declared").mkdir()
    migrated = create(f"sqlite:///{tmp_path}/mart.sqlite")
    assert not _differences(migrated, _declared(f"sqlite:///{tmp_path}/declared/mart.sqlite")), HINT


def test_M05_the_migrations_make_the_declared_tables_on_postgresql(postgres_cluster, postgresql_url: str) -> None:
    with postgres_cluster.database("declared") as other:
        assert not _differences(create(postgresql_url), _declared(other)), HINT


@pytest.mark.parametrize(
    ("history", "steps"), [("info_mart", versions.INFO_MART_STEPS), ("live", versions.MANAGER_STEPS)]
)
def test_the_steps_that_are_known_are_the_steps_that_there_are(history: str, steps: tuple[str, ...]) -> None:
    config = Config()
    config.set_main_option("script_location", str(CHECKOUT / "gim_manager/schema/migrations" / history))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert tuple(reversed([step.revision for step in script.walk_revisions()])) == steps


def test_creating_again_changes_nothing(database_url: str) -> None:
    first = create(database_url)
    before = _pictures(first)
    assert _pictures(create(database_url)) == before
    assert open_database(database_url).url == first.url


def test_a_new_info_mart_waits_to_be_initialized_and_then_is_ready(database: Database) -> None:
    assert versions.state(database).condition is Condition.UNINITIALIZED
    with writing(database.info_mart) as connection:
        wall = NOON.replace(tzinfo=None)
        connection.execute(
            insert(ctl_etl_history).values(
                job_id="1", job_name="Job_InitializeGIM", start_time=wall, start_ts=0, status="COMPLETE", created_ts=0
            )
        )
    assert versions.state(database).condition is Condition.READY


def test_a_newer_schema_is_left_alone(database: Database) -> None:
    with writing(database.info_mart) as connection:
        connection.execute(text("UPDATE ctl_schema_version SET version_num = '9999'"))
    assert versions.state(database).condition is Condition.NEWER
    with pytest.raises(
        NewerSchema, match=r"newer than this program: it is version 9999 of the Info Mart.*knows version"
    ):
        create(database.secret_url)


@pytest.mark.parametrize("table", ["CTL_AUDIT_LOG", "gidb_g_call", "GIDB_G_Ir"])
def test_a_real_info_mart_is_never_touched(database_url: str, table: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text(f'CREATE TABLE "{table}" (audit_key INTEGER)'))
    with pytest.raises(NotAnInfoMart, match=f"the table {table}, not made by this program") as refusal:
        create(database_url)
    assert refusal.value.exit_code is Exit.USAGE
    _assert_only(database_url, table)
    with pytest.raises(NotAnInfoMart):
        open_database(database_url)


def test_a_table_in_the_way_is_named(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE place (id INTEGER)"))
    with pytest.raises(NotAnInfoMart, match="a table or view named place"):
        create(database_url)
    _assert_only(database_url, "place")


def _assert_only(url: str, table: str) -> None:
    """The database holds this table alone, and nothing of the manager's."""
    engine = create_engine(url)
    assert inspect(engine).get_table_names() == [table]
    if url.startswith("sqlite"):
        assert not Path(f"{Path(str(make_url(url).database)).with_suffix('')}.manager.sqlite").exists()
    else:
        assert SCHEMA not in inspect(engine).get_schema_names()
    engine.dispose()


def test_a_foreign_schema_of_our_name_is_refused(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA gim_manager"))
        connection.execute(text("CREATE TABLE gim_manager.theirs (id INTEGER)"))
    with pytest.raises(NotAnInfoMart, match="the table theirs"):
        create(postgresql_url)
    assert inspect(engine).get_table_names() == []


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear Sir, " * 500)
    with pytest.raises(StorageFailed, match="not a SQLite database"):
        create(f"sqlite:///{file}")
    assert file.read_text() == "Dear Sir, " * 500
    assert [path.name for path in tmp_path.iterdir()] == ["letter.sqlite"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="there is no folder"):
        create(f"sqlite:///{tmp_path}/nowhere/mart.sqlite")


def test_the_manager_of_a_lost_info_mart_is_not_given_to_a_new_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/mart.sqlite"
    database = create(url)
    with writing(database.manager) as connection:
        connection.execute(text("INSERT INTO mgr_option VALUES ('schedule', 'run-scheduler', 'true')"))
    for file in tmp_path.glob("mart.sqlite*"):
        file.unlink()
    with pytest.raises(ManagerFileLost, match="belongs to another Info Mart"):
        create(url)
    assert not (tmp_path / "mart.sqlite").exists()


def test_a_lost_manager_is_not_made_anew(database: Database) -> None:
    if database.is_local:
        Path(str(database.manager.url.database)).unlink()
    else:
        with writing(database.info_mart) as connection:
            connection.execute(text("DROP SCHEMA gim_manager CASCADE"))
    for attempt in (create, open_database):
        with pytest.raises(ManagerFileLost, match=r"is missing\. It holds the job list") as refusal:
            attempt(database.secret_url)
        assert refusal.value.exit_code is Exit.USAGE
    if database.is_local:
        assert not Path(str(database.manager.url.database)).exists()


def test_the_manager_of_another_info_mart_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        create(f"sqlite:///{tmp_path}/{name}.sqlite")
    shutil.copy(tmp_path / "two.manager.sqlite", tmp_path / "one.manager.sqlite")
    with pytest.raises(ManagerFileLost, match="belongs to another Info Mart"):
        open_database(f"sqlite:///{tmp_path}/one.sqlite")


KILLED = struck_after_a_step("migrate.create(sys.argv[1])")


@pytest.mark.parametrize("moment", [1, len(versions.MANAGER_STEPS) + 1])
def test_a_creation_that_was_killed_is_completed(database_url: str, moment: int) -> None:
    """Killed after the tables of the first, then of the second half were made, before either commits."""
    died = quick_python.run("-c", KILLED, database_url, str(moment), timeout=60)
    assert died.returncode == -signal.SIGKILL
    database = create(database_url)
    assert versions.state(database) == versions.SchemaState(
        info_mart=versions.INFO_MART_STEPS[-1], manager=versions.MANAGER_STEPS[-1]
    )
    open_database(database_url)


def test_both_files_are_in_wal_mode_and_can_give_space_back(tmp_path: Path) -> None:
    create(f"sqlite:///{tmp_path}/mart.sqlite")
    for name in ("mart.sqlite", "mart.manager.sqlite"):
        connection = sqlite3.connect(tmp_path / name)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        connection.close()


def test_reading_the_world_does_not_import_alembic() -> None:
    program = "import sys, gim_manager.store.snapshot; print([name for name in sys.modules if 'alembic' in name])"
    answer = subprocess.run([sys.executable, "-c", program], check=True, cwd=CHECKOUT, capture_output=True, text=True)
    assert answer.stdout.strip() == "[]"


def test_an_older_trail_is_chained_and_passwords_leave_the_sources(database_url: str) -> None:
    database = an_old_mart(database_url, manager="0006", initialized=False)
    where = "" if database.is_local else "gim_manager."
    with writing(database.manager) as connection:
        connection.execute(text(f"DELETE FROM {where}mgr_audit"))
        connection.execute(text(f"DELETE FROM {where}mgr_source"))
        for act in ("requested", "changed"):
            connection.execute(text(
                f"INSERT INTO {where}mgr_audit (at, actor, action, subject, detail) "
                f"VALUES ({micros(NOON)}, 'ada', '{act}', '[alarms] webhook-url', 'x')"
            ))  # fmt: skip
        url = "postgresql+psycopg2://u\\:s3cret@host/idb"
        connection.execute(text(
            f"INSERT INTO {where}mgr_source (name, data_source_key, url, roles, created_at) "
            f"VALUES ('icon', 1, '{url}', 'ICON_CFG', 0)"
        ))  # fmt: skip
    with writing(database.manager) as connection:
        migrate.bring_manager_up(connection)
    with reading(database.manager) as connection:
        trail = audit.verify(connection)
        assert (trail.rows, trail.broken) == (2, None)
        assert [(act.action, act.detail) for act in audit.acts(connection)] == [("changed", "***"), ("requested", "x")]
        assert sources.sources(connection)[0].url.endswith("u:s3cret@host/idb")
        shown = connection.scalar(text(f"SELECT url FROM {where}mgr_source"))
        assert shown == "postgresql+psycopg2://u:***@host/idb"
    with writing(database.manager) as connection:
        audit.record(connection, Act(at=NOON, actor="ada", action="held"))
        assert audit.verify(connection).broken is None


def _of_the_first_version(url: str) -> Database:
    return an_old_mart(url, manager=versions.MANAGER_STEPS[-1], initialized=False)


def _bring_up(database: Database) -> None:
    for step in migrate.missing_steps(database.info_mart):
        with writing(database.info_mart) as connection:
            migrate.bring_info_mart_up(connection, step)


def test_M02_the_step_to_partitions_keeps_every_row(database_url: str) -> None:
    database = _of_the_first_version(database_url)
    for number in (1, 2):
        add(database.info_mart, ctl_audit_log, {"audit_key": number, "created_ts": number})
        add(database.info_mart, ctl_etl_history, {"job_id": str(number), "created_ts": number})
        add(database.info_mart, interaction_fact, {"interaction_id": number, "start_date_time_key": number * 10**9})
    tables = (ctl_audit_log, ctl_etl_history, interaction_fact)
    before = [rows_of(database.info_mart, table) for table in tables]
    assert versions.state(database).condition is Condition.MIGRATION
    _bring_up(database)
    assert [rows_of(database.info_mart, table) for table in tables] == before
    assert versions.state(database).info_mart == versions.INFO_MART_STEPS[-1]


READERS = """
    CREATE ROLE reader_of_facts;
    GRANT SELECT ON interaction_fact TO reader_of_facts WITH GRANT OPTION;
    CREATE SCHEMA reports;
    CREATE VIEW reports.some WITH (security_barrier) AS
        SELECT interaction_id FROM interaction_fact WHERE media_server_root_ixn_guid LIKE 'R%'
"""


def test_M02_whoever_read_a_table_reads_its_partitions(postgres_cluster: Cluster, postgresql_url: str) -> None:
    database = _of_the_first_version(postgresql_url)
    with writing(database.info_mart) as connection:
        connection.execute(text(READERS))
    _bring_up(database)
    added = {"interaction_id": 1, "media_server_root_ixn_guid": "R1", "start_date_time_key": 1}
    add(database.info_mart, interaction_fact, added)
    with writing(database.info_mart) as connection:
        assert connection.scalars(text("SELECT interaction_id FROM reports.some")).all() == [1]
        assert connection.scalar(text("SELECT reloptions FROM pg_class WHERE relname = 'some'")) == [
            "security_barrier=true"
        ]
        connection.execute(text("SET LOCAL ROLE reader_of_facts"))
        assert connection.scalar(text("SELECT COUNT(*) FROM interaction_fact")) == 1
    with writing(database.info_mart) as connection:
        connection.execute(text("DROP OWNED BY reader_of_facts"))
    postgres_cluster.execute("DROP ROLE reader_of_facts")


def test_M02_a_stored_view_that_would_read_the_old_table_alone_is_named_and_nothing_changes(
    postgresql_url: str,
) -> None:
    database = _of_the_first_version(postgresql_url)
    with writing(database.info_mart) as connection:
        connection.execute(text("CREATE MATERIALIZED VIEW mine AS SELECT interaction_id FROM interaction_fact"))
    before = _pictures(database)
    with pytest.raises(RuntimeError, match=r"The materialized view mine reads interaction_fact: drop it"):
        _bring_up(database)
    assert _pictures(database) == before
