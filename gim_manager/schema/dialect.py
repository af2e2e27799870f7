"""The few constructs that SQLite and PostgreSQL spell apart: the guard of a run's states, what it says, and views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, event
from sqlalchemy.dialects import postgresql, sqlite

from gim_manager.domain.run import HANDED_BACK, TRANSITIONS, Status
from gim_manager.schema.live import SCHEMA, mgr_run

if TYPE_CHECKING:
    from gim_manager.schema.views import View

GUARD = "mgr_run_transition"
"""The trigger that refuses a transition which the table in domain/run.py does not know."""


def _allowed(before: Status, following: frozenset[Status]) -> str:
    listed = ", ".join(f"'{after.value}'" for after in sorted(following))
    return f"(OLD.status = '{before.value}' AND NEW.status IN ({listed}))"


def _forbidden() -> str:
    allowed = " OR ".join(_allowed(before, following) for before, following in TRANSITIONS.items() if following)
    before, after = HANDED_BACK
    back = f"(OLD.status = '{before.value}' AND NEW.status = '{after.value}' AND OLD.part_of IS NOT NULL)"
    return f"NEW.status <> OLD.status AND NOT ({allowed} OR {back})"


def guard_statements(dialect: str) -> tuple[str, ...]:
    """The DDL of the guard of mgr_run, made from TRANSITIONS; `dialect` is sqlite or postgresql."""
    if dialect == "sqlite":
        # Differs from PostgreSQL because SQLite has no trigger functions: the refusal stands in the trigger itself.
        return (
            f"CREATE TRIGGER {GUARD} BEFORE UPDATE OF status ON mgr_run WHEN {_forbidden()} "
            "BEGIN SELECT RAISE(ABORT, 'mgr_run: this state may not follow that one'); END",
        )
    return (
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.{GUARD}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'mgr_run: this state may not follow that one' USING ERRCODE = 'check_violation'; END $$",
        f"CREATE TRIGGER {GUARD} BEFORE UPDATE OF status ON {SCHEMA}.mgr_run FOR EACH ROW WHEN ({_forbidden()}) "
        f"EXECUTE FUNCTION {SCHEMA}.{GUARD}()",
    )


TOLD = "mgr_run_told"
"""The triggers that write what a run says."""
_NOTE = """substr(CASE
 WHEN NEW.status = 'Failed' THEN coalesce(nullif(NEW.error, ''), nullif(NEW.reason, ''), nullif(NEW.note, ''))
 WHEN NEW.status IN ('Stopped', 'Canceled') AND NEW.cause = 'person' AND NEW.stopped_by <> ''
 THEN 'by ' || NEW.stopped_by || coalesce(': “' || nullif(NEW.reason, '') || '”', '')
 WHEN NEW.status IN ('Stopped', 'Canceled') THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.note, ''))
 WHEN NEW.status = 'Scheduled' THEN coalesce(nullif(NEW.reason, ''), nullif(NEW.parameters, ''))
 ELSE coalesce(nullif(NEW.note, ''), nullif(NEW.parameters, ''))
 END, 1, 64)""".replace("\n", "")
"""As `presenters/words.py` words it, in the words of the database and no further than a list is sorted by it."""
_WRITTEN = "status, cause, parameters, reason, error, note, stopped_by"
SEARCHED = ("job", "parameters", "requested_by", "note", "reason", "error")
"""The columns of a run in which a text is looked for."""


def _text(line_end: str) -> str:
    return f" || {line_end} || ".join(f"coalesce(NEW.{column}, '')" for column in SEARCHED)


def told_statements(dialect: str) -> tuple[str, ...]:
    """The DDL of the triggers that keep NOTED, and TEXT_ID once a run has ended; `dialect` is sqlite or postgresql.

    An index on the expression would say the same as NOTED, and on PostgreSQL cost each statement about MGR_RUN a tenth.
    """
    if dialect == "sqlite":
        return tuple(_told_on_sqlite())
    return (
        f"CREATE FUNCTION {SCHEMA}.{TOLD}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"DECLARE told text; BEGIN NEW.noted := {_NOTE}; "
        f"IF NEW.end_time IS NOT NULL THEN told := {_text('chr(10)')}; "
        f"SELECT id INTO NEW.text_id FROM {SCHEMA}.mgr_text WHERE text = told LIMIT 1; "
        f"IF NOT FOUND THEN INSERT INTO {SCHEMA}.mgr_text (text) VALUES (told) RETURNING id INTO NEW.text_id; END IF; "
        "END IF; RETURN NEW; END $$",
        f"CREATE TRIGGER {TOLD} BEFORE INSERT OR UPDATE OF {_WRITTEN} ON {SCHEMA}.mgr_run FOR EACH ROW "
        f"EXECUTE FUNCTION {SCHEMA}.{TOLD}()",
    )


def _told_on_sqlite() -> Iterator[str]:
    # Differs from PostgreSQL because SQLite cannot change a row that is about to be written: it is written again, which
    # a run that is launched, and has nothing to say yet, need not be.
    text = _text("char(10)")
    known = f"SELECT id FROM mgr_text WHERE text = {text}"
    note = f"BEGIN UPDATE mgr_run SET noted = {_NOTE} WHERE id = NEW.id; END"
    both = (
        f"BEGIN INSERT INTO mgr_text (text) SELECT {text} WHERE NOT EXISTS ({known}); "
        f"UPDATE mgr_run SET noted = {_NOTE}, text_id = ({known}) WHERE id = NEW.id; END"
    )
    says = "coalesce(NEW.reason, NEW.parameters, NEW.note) IS NOT NULL"
    for when, name in (("INSERT", "first"), (f"UPDATE OF {_WRITTEN}", "then")):
        goes_on = f"NEW.end_time IS NULL AND {says}" if name == "first" else "NEW.end_time IS NULL"
        yield f"CREATE TRIGGER {TOLD}_{name} AFTER {when} ON mgr_run WHEN {goes_on} {note}"
        yield f"CREATE TRIGGER {TOLD}_{name}_ended AFTER {when} ON mgr_run WHEN NEW.end_time IS NOT NULL {both}"


def view_statement(view: View) -> str:
    """The statement that makes a view."""
    return f"CREATE VIEW {view.name} AS {view.query}"


def drop_view_statement(view: View) -> str:
    """The statement that drops a view, if it is there."""
    return f"DROP VIEW IF EXISTS {view.name}"


def executing(statements: Callable[[str], tuple[str, ...]]) -> Callable[..., None]:
    """A listener for `create_all` and `drop_all`, which runs the statements that its dialect's name gives."""

    def execute(_target: object, connection: Connection, **_how: object) -> None:
        for statement in statements(connection.dialect.name):
            connection.exec_driver_sql(statement)

    return execute


def upserting(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what becomes of rows whose key is there already: `on_conflict_do_…` in both dialects."""
    return upserting_in(connection.dialect.name, table)


def upserting_in(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """The same for a statement that is built once, without a connection; `dialect` is sqlite or postgresql."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def insert_or_ignore(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that leaves rows alone whose key is there already; follow it with `.from_select` or `.values`."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


event.listen(mgr_run, "after_create", executing(guard_statements))
event.listen(mgr_run, "after_create", executing(told_statements))
