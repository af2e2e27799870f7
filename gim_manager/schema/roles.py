"""The roles of PostgreSQL and what each may do, as statements that may be run again and again.

What a grant cannot say, a trigger says: which rows an operator may write, and to which values. A trigger looks whether
the session may do what only servers may, so an Info Mart without roles is as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.hold import LONGEST_LENGTH, HoldState
from gim_manager.domain.options import OPTIONS
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.live import SCHEMA

OWNER = "gim_owner"
"""Owns all tables and functions; nobody logs in as it, servers and administrators take it on (SET ROLE)."""
VIEWER, OPERATOR, ADMINISTRATOR = "gim_viewer", "gim_operator", "gim_administrator"
SERVER = "gim_server"
READER = "gim_reader"
"""Report tools: the views AG2_ and ADMIN_ alone."""
ROLES = (OWNER, VIEWER, OPERATOR, ADMINISTRATOR, SERVER, READER)
_OWNING = (ADMINISTRATOR, SERVER)
_READING = f"{VIEWER}, {OPERATOR}, {ADMINISTRATOR}, {SERVER}"
_OPERATING = f"{OPERATOR}, {ADMINISTRATOR}"
_KEEPING = f"{ADMINISTRATOR}, {SERVER}"

_SECRET = frozenset({"mgr_source_secret"})
_NO_SERVER_WRITES = _SECRET | {
    "mgr_audit", "mgr_audit_chain", "mgr_info_mart", "mgr_schema_version", "mgr_option", "mgr_option_history",
    "mgr_source", "mgr_one_by_one",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table, partition, view or sequence of ours."""

    schema: str
    """Quoted where it must be."""
    name: str
    kind: str
    """`r` table, `p` partitioned table, `v` view, `S` sequence."""
    owner: str
    follows: bool = False
    """A sequence that changes hands with its table."""

    @property
    def spelled(self) -> str:
        """With its schema."""
        return f'{self.schema}."{self.name}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is there before the roles are made, or made again."""

    login: str
    is_superuser: bool
    may_create_roles: bool
    database: str
    """Quoted where it must be, like the schemas."""
    mart_schema: str
    schemas: tuple[tuple[str, str], ...]
    """(name, owner) of the schemas that are ours alone."""
    roles: frozenset[str]
    """Those of ROLES that there are."""
    members: frozenset[tuple[str, str]]
    """(role, member) of OWNER's members."""
    relations: tuple[Relation, ...]
    functions: tuple[tuple[str, str], ...]
    """(signature with its schema, owner) of the functions in the manager's schema."""
    owner_may_create: bool
    owner_may_make_schemas: bool
    all_may_use: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The roles that there are not."""
        return tuple(role for role in ROLES if role not in self.roles)


def setup(standing: Standing) -> tuple[str, ...]:
    """What only an administrator of the database can do: make roles, and give OWNER what is there. Empty if done."""
    return (*_roles(standing), *_room(standing), *_change_of_hands(standing))


def _roles(standing: Standing) -> Iterator[str]:
    for role in standing.missing:
        # NOINHERIT: who may take OWNER on has its rights only while they have done so.
        yield f"CREATE ROLE {role} NOLOGIN{' NOINHERIT' if role in _OWNING else ''}"
    members = [*_OWNING] if standing.is_superuser else [*_OWNING, standing.login]
    for member in members:
        if (OWNER, member) not in standing.members and member != OWNER:
            yield f'GRANT {OWNER} TO "{member}"'


def _room(standing: Standing) -> Iterator[str]:
    """What PostgreSQL grants to everybody unless somebody has taken it away, and what migrations make schemas by."""
    if not standing.owner_may_create:
        yield f"GRANT USAGE, CREATE ON SCHEMA {standing.mart_schema} TO {OWNER}"
    if not standing.all_may_use:
        yield f"GRANT USAGE ON SCHEMA {standing.mart_schema} TO {', '.join(ROLES)}"
    if not standing.owner_may_make_schemas:
        yield f"GRANT CREATE, TEMPORARY ON DATABASE {standing.database} TO {OWNER}"


def _change_of_hands(standing: Standing) -> Iterator[str]:
    for schema, owner in standing.schemas:
        if owner != OWNER:
            yield f"ALTER SCHEMA {schema} OWNER TO {OWNER}"
    for relation in standing.relations:
        if relation.owner != OWNER and not relation.follows:
            yield f"ALTER {_KINDS[relation.kind]} {relation.spelled} OWNER TO {OWNER}"
    for signature, owner in standing.functions:
        if owner != OWNER:
            yield f"ALTER FUNCTION {signature} OWNER TO {OWNER}"


_KINDS = {"r": "TABLE", "p": "TABLE", "v": "VIEW", "S": "SEQUENCE"}


def grants(standing: Standing) -> tuple[str, ...]:
    """What each role may, and nothing else; run as OWNER."""
    return tuple(_grants(standing))


def _grants(standing: Standing) -> Iterator[str]:
    everybody = ", ".join(role for role in ROLES if role != OWNER)
    for schema, _owner in standing.schemas:
        yield f"GRANT USAGE ON SCHEMA {schema} TO {_READING}"
    tables = [relation for relation in standing.relations if relation.kind != "S"]
    yield f"REVOKE ALL ON {_listed(tables)} FROM PUBLIC, {everybody}"
    for (rights, who), granted in _rights(standing.relations).items():
        yield f"GRANT {rights} {_listed(granted)} TO {who}"
    # What jobs and migrations make later: the partitions of tomorrow.
    for schema in (standing.mart_schema, *(name for name, _ in standing.schemas if name != SCHEMA)):
        new = f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA {schema} GRANT"
        yield f"{new} SELECT ON TABLES TO {_READING}"
        yield f"{new} INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO {SERVER}"
        yield f"{new} USAGE ON SEQUENCES TO {SERVER}"
    for signature, _owner in standing.functions:
        yield f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC, {everybody}"
        if callers := _FUNCTIONS.get(signature.partition("(")[0]):
            yield f"GRANT EXECUTE ON FUNCTION {signature} TO {callers}"
    yield from _COLUMNS
    yield from _secret_rows()
    yield from _guards()


_FUNCTIONS = {
    f"{SCHEMA}.mgr_audit_record": _READING,
    f"{SCHEMA}.mgr_audit_forget": SERVER,
    f"{SCHEMA}.mgr_audit_kept": _READING,
    f"{SCHEMA}.mgr_run_told": _READING,
    f"{SCHEMA}.mgr_run_transition": _READING,
}


def _listed(relations: Sequence[Relation]) -> str:
    return ", ".join(relation.spelled for relation in relations)


def _rights(relations: Iterable[Relation]) -> dict[tuple[str, str], list[Relation]]:
    """What is granted to whom, by what and to whom."""
    granted: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        for right in _of_manager(relation) if relation.schema == SCHEMA else _of_mart(relation):
            granted[right].append(relation)
    return granted


def _of_manager(relation: Relation) -> Iterator[tuple[str, str]]:
    if relation.kind == "S":
        yield "USAGE ON SEQUENCE", f"{_OPERATING}, {SERVER}"
        return
    yield "SELECT ON", _KEEPING if relation.name in _SECRET else _READING
    if relation.name not in _NO_SERVER_WRITES:
        yield "INSERT, UPDATE, DELETE ON", SERVER


def _of_mart(relation: Relation) -> Iterator[tuple[str, str]]:
    if relation.kind == "S":
        yield "USAGE ON SEQUENCE", SERVER
        return
    yield "SELECT ON", _READING
    if relation.kind != "v":
        yield "INSERT, UPDATE, DELETE, TRUNCATE ON", SERVER
    elif relation.name.startswith(("ag2_", "admin_")):
        yield "SELECT ON", READER


_REQUEST = (
    "job, status, requested_at, requested_by, requested_host, parameters, launch_key, cycle, due_at, reason, forced"
)
_STOP = "status, cause, stopped_by, reason, stop_requested_at, kill_at, end_time"
_COLUMNS = (
    f"GRANT INSERT ({_REQUEST}), UPDATE ({_STOP}) ON {SCHEMA}.mgr_run TO {_OPERATING}",
    f"GRANT INSERT (first_at, last_at, count, kind, job, launch_key, run_id, rule, reason), "
    f"UPDATE (last_at, count, kind, rule, reason) ON {SCHEMA}.mgr_decision TO {_OPERATING}",
    f"GRANT INSERT (text) ON {SCHEMA}.mgr_text TO {_OPERATING}",
    f"GRANT INSERT (at, topic, run_id) ON {SCHEMA}.mgr_change TO {_OPERATING}",
    f"GRANT INSERT (owner, host, since, expires_at, state), UPDATE (state, ended_at, ended_by, reason) "
    f"ON {SCHEMA}.mgr_hold TO {_OPERATING}",
    f"GRANT INSERT, UPDATE, DELETE ON {SCHEMA}.mgr_option, {SCHEMA}.mgr_source_secret TO {ADMINISTRATOR}",
    f"GRANT INSERT ON {SCHEMA}.mgr_option_history TO {ADMINISTRATOR}",
    f"GRANT INSERT, UPDATE ON {SCHEMA}.mgr_source, {SCHEMA}.mgr_one_by_one TO {ADMINISTRATOR}",
    f"GRANT DELETE ON {SCHEMA}.mgr_finding TO {ADMINISTRATOR}",
    f"GRANT INSERT, UPDATE ON {SCHEMA}.mgr_lease, {SCHEMA}.mgr_duty TO {ADMINISTRATOR}",
)


def _secret_rows() -> Iterator[str]:
    """Options that may let somebody in are seen by administrators and servers."""
    listed = ", ".join(f"('{option.section}', '{option.name}')" for option in OPTIONS if option.is_secret)
    is_open = f"(section, name) NOT IN ({listed}) AND strpos(lower(name), 'password') = 0"
    for table in (f"{SCHEMA}.mgr_option", f"{SCHEMA}.mgr_option_history"):
        yield f"DROP POLICY IF EXISTS what_is_open ON {table}"
        yield f"DROP POLICY IF EXISTS all_of_it ON {table}"
        yield f"CREATE POLICY what_is_open ON {table} FOR SELECT TO {VIEWER}, {OPERATOR} USING ({is_open})"
        yield f"CREATE POLICY all_of_it ON {table} TO {_KEEPING} USING (true) WITH CHECK (true)"
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"


_NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint)"


def _lately(column: str) -> str:
    """Within a day of the database's clock: what bears another time would be purged at once, or never."""
    return f"abs({column} - {_NOW}) < 86400000000"


def _words(*values: str) -> str:
    return ", ".join(f"'{value}'" for value in values)


_REFUSE = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.mgr_refuse() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$ BEGIN
RAISE EXCEPTION USING MESSAGE = 'permission denied: ' || TG_ARGV[0], ERRCODE = 'insufficient_privilege'; END $$"""

_MADE = " AND ".join((
    f"NEW.status = '{Status.SCHEDULED}'", "NEW.launch_key IS NULL", "NEW.cycle IS NULL", "NEW.due_at IS NULL",
    "NEW.requested_by = session_user::text", _lately("NEW.requested_at"),
))  # fmt: skip
_CANCELED = " AND ".join((
    f"OLD.status = '{Status.SCHEDULED}'", f"NEW.status = '{Status.CANCELED}'",
    f"NEW.cause IN ({_words(Cause.PERSON, Cause.RULE)})", "NEW.stopped_by = session_user::text",
    _lately("NEW.end_time"), "NEW.kill_at IS NULL",
))  # fmt: skip
_TOLD_TO_STOP = " AND ".join((
    f"OLD.status = '{Status.RUNNING}'", f"NEW.status = '{Status.STOPPING}'", "NEW.stopped_by = session_user::text",
    _lately("NEW.stop_requested_at"), _lately("NEW.kill_at"),
))  # fmt: skip
_KILLED_SOONER = " AND ".join((
    f"OLD.status = '{Status.STOPPING}'", f"NEW.status = '{Status.STOPPING}'", "NEW.kill_at < OLD.kill_at",
    "NEW.stopped_by IS NOT DISTINCT FROM OLD.stopped_by", "NEW.reason IS NOT DISTINCT FROM OLD.reason",
    "NEW.stop_requested_at IS NOT DISTINCT FROM OLD.stop_requested_at",
))  # fmt: skip
_PERSONS_DECISION = f"{{0}}.launch_key IS NULL AND {{0}}.kind IN ({_words(DecisionKind.HOLD, DecisionKind.REFUSE)})"
_HELD = " AND ".join((
    "NEW.owner = session_user::text", f"NEW.state IN ({_words(HoldState.HELD, HoldState.WAITING)})",
    _lately("NEW.since"), f"NEW.expires_at - NEW.since <= {int(LONGEST_LENGTH.total_seconds()) * 1000000}",
))  # fmt: skip
_RESUMED = " AND ".join((
    f"OLD.state <> '{HoldState.ENDED}'", f"NEW.state IN ({_words(HoldState.RESUMING, HoldState.ENDED)})",
    "(NEW.ended_by = session_user::text OR NEW.ended_by = OLD.ended_by)",
    f"(NEW.ended_at IS NULL OR {_lately('NEW.ended_at')})",
))  # fmt: skip

_GUARDS = (
    ("mgr_run", "INSERT", _MADE, "a request is Scheduled, is no launch and bears the name of whoever asks"),
    ("mgr_run", "UPDATE", f"({_CANCELED}) OR ({_TOLD_TO_STOP}) OR ({_KILLED_SOONER})",
     "a run is canceled or told to stop in the name of whoever does it, and nothing else"),
    ("mgr_decision", "INSERT", _PERSONS_DECISION.format("NEW"), "what became of launches is the scheduler's to say"),
    ("mgr_decision", "UPDATE", f"{_PERSONS_DECISION.format('OLD')} AND {_PERSONS_DECISION.format('NEW')}",
     "what became of launches is the scheduler's to say"),
    ("mgr_hold", "INSERT", _HELD, "a hold begins now, for a day at most, in the name of whoever holds"),
    ("mgr_hold", "UPDATE", _RESUMED, "a hold is ended in the name of whoever ends it, and nothing else"),
    ("mgr_option_history", "INSERT", f"NEW.changed_by = session_user::text AND {_lately('NEW.changed_at')}",
     "a change bears the name of whoever makes it"),
)  # fmt: skip
"""What may be written by whoever may not delete from the table, as servers and the owner may."""


def _guards() -> Iterator[str]:
    yield _REFUSE
    for table, act, allowed, told in _GUARDS:
        name = f"{table}_{act.lower()}_guard"
        yield f"DROP TRIGGER IF EXISTS {name} ON {SCHEMA}.{table}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {act} ON {SCHEMA}.{table} FOR EACH ROW WHEN "
            f"(NOT has_table_privilege('{SCHEMA}.{table}', 'DELETE') AND ({allowed}) IS NOT TRUE) "
            f"EXECUTE FUNCTION {SCHEMA}.mgr_refuse('{told.replace(chr(39), chr(39) * 2)}')"
        )
