"""The roles of one Info Mart on PostgreSQL: made, brought up to date, and which of them whoever is connected has."""

from __future__ import annotations

from sqlalchemy import Connection, text

from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import BadValue, NotPermitted
from gim_manager.schema import partitions
from gim_manager.schema.control import ctl_schema_info
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import SCHEMA
from gim_manager.schema.roles import OWNER, ROLES, Relation, Standing, grants, setup
from gim_manager.store.connect import Database

_ACCESS = text(f"""
    SELECT session_user, NOT o.rolcanlogin AS knows_persons,
           has_table_privilege('{SCHEMA}.mgr_run', 'DELETE') AS serves,
           has_any_column_privilege('{SCHEMA}.mgr_run', 'INSERT') AS operates,
           has_table_privilege('{SCHEMA}.mgr_option', 'INSERT') AS administers
    FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner WHERE c.oid = to_regclass('{SCHEMA}.mgr_run')
""")


def access(database: Database) -> Access:
    """What whoever is connected may do, by what the database lets them do; everything on SQLite."""
    if database.is_recording:
        return Access(role=Role.VIEWER, serves=False, is_recording=True)
    if database.is_local:
        return Access()
    with reading(database.manager) as connection:
        row = connection.execute(_ACCESS).one_or_none()
    if row is None:
        return Access()
    operates = Role.OPERATOR if row.operates else Role.VIEWER
    return Access(
        role=Role.ADMINISTRATOR if row.administers else operates, serves=row.serves, login=row.session_user,
        knows_persons=row.knows_persons,
    )  # fmt: skip


def ensure_can_be_made(database: Database) -> None:
    """Raises BadValue on SQLite, NotPermitted where roles are missing that this login cannot make; changes nothing."""
    _ensure_postgresql(database)
    with reading(database.info_mart) as connection:
        login = connection.execute(_LOGIN).one()
    missing = [role for role in ROLES if role not in login.roles]
    if missing and not (login.is_superuser or login.may_create_roles):
        raise NotPermitted(
            f"{login.name} cannot make the roles {', '.join(missing)}: that needs CREATEROLE. {_INSTEAD}"
        )


_INSTEAD = (
    "Nothing was changed. An administrator of the database can run what this prints: gim-manager init --roles --print"
)


def _ensure_postgresql(database: Database) -> None:
    if database.is_local:
        raise BadValue("SQLite has no roles: whoever may write the file is its administrator.")


def establish(database: Database) -> None:
    """Makes the roles that are missing, gives the owner what is there, and each role what it may: all or nothing.

    Raises NotPermitted where this login cannot, StorageFailed where somebody keeps a table in use.
    """
    _ensure_postgresql(database)
    try:
        with writing(database.info_mart) as connection:
            _establish(connection)
    except NotPermitted as refusal:
        raise NotPermitted(f"{refusal}. {_INSTEAD}") from refusal


def _establish(connection: Connection) -> None:
    for statement in setup(_standing(connection)):
        connection.exec_driver_sql(statement)
    _grant(connection)


def _grant(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
    for statement in grants(_standing(connection)):
        connection.exec_driver_sql(statement)


def refresh(connection: Connection) -> None:
    """Gives each role what it may in a schema that has just changed, if there are roles here; from here to the end of
    the transaction as their owner."""
    if connection.dialect.name == "postgresql" and connection.scalar(_HAS_OWNER):
        _grant(connection)


def script(database: Database) -> str:
    """What `establish` would run, as SQL for psql; changes nothing. Raises BadValue on SQLite."""
    _ensure_postgresql(database)
    with reading(database.info_mart) as connection:
        standing = _standing(connection)
    statements = ["BEGIN", *setup(standing), f"SET LOCAL ROLE {OWNER}", *grants(standing), "COMMIT"]
    return "".join(f"{statement};\n" for statement in statements)


_HAS_OWNER = text(f"""
    SELECT pg_get_userbyid(relowner) = '{OWNER}' FROM pg_class WHERE oid = to_regclass('{ctl_schema_info.name}')
""")
_LOGIN = text("""
    SELECT r.rolname AS name, r.rolsuper AS is_superuser, r.rolcreaterole AS may_create_roles,
           quote_ident(current_database()) AS database,
           ARRAY(SELECT k.rolname::text FROM pg_roles k) AS roles,
           ARRAY(SELECT ARRAY[g.rolname::text, m.rolname::text] FROM pg_auth_members a
                 JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member) AS members
    FROM pg_roles r WHERE r.rolname = session_user
""")
_SCHEMAS = text(f"""
    SELECT quote_ident(n.nspname) AS mart,
           ARRAY(SELECT ARRAY[s.nspname::text, pg_get_userbyid(s.nspowner)::text] FROM pg_namespace s
                 WHERE s.nspname IN ('{SCHEMA}', '{partitions.SCHEMA}') ORDER BY 1) AS own,
           has_schema_privilege(CAST(:owner AS name), n.nspname, 'CREATE') AS owner_may_create,
           has_schema_privilege('public', n.nspname, 'USAGE') AS all_may_use,
           has_database_privilege(CAST(:owner AS name), current_database(), 'CREATE')
           AND has_database_privilege(CAST(:owner AS name), current_database(), 'TEMPORARY') AS owner_may_make_schemas
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('{ctl_schema_info.name}')
""")
_RELATIONS = text(f"""
    WITH RECURSIVE ours AS (
        SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = '{SCHEMA}'
           OR (quote_ident(n.nspname) = :mart AND c.relname = ANY(:names))
        UNION
        SELECT i.inhrelid FROM pg_inherits i JOIN ours o ON o.oid = i.inhparent
    ), all_ours AS (
        SELECT oid FROM ours
        UNION
        SELECT d.objid FROM pg_depend d JOIN ours o ON o.oid = d.refobjid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
    )
    SELECT quote_ident(n.nspname) AS schema, c.relname AS name, c.relkind AS kind,
           pg_get_userbyid(c.relowner) AS owner,
           c.relkind = 'S' AND EXISTS (
               SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'a'
               AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
           ) AS follows
    FROM all_ours a JOIN pg_class c ON c.oid = a.oid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'S')
    ORDER BY c.relkind, n.nspname, c.relname
""")
_FUNCTIONS = text(f"""
    SELECT p.oid::regprocedure::text AS signature, pg_get_userbyid(p.proowner) AS owner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = '{SCHEMA}' ORDER BY 1
""")


def _standing(connection: Connection) -> Standing:
    # The one import of every table: dear, and for whoever makes roles alone.
    from gim_manager.schema.warehouse import INFO_MART, VIEWS

    login = connection.execute(_LOGIN).one()
    there = frozenset(login.roles) & frozenset(ROLES)
    schemas = connection.execute(_SCHEMAS, {"owner": OWNER if OWNER in there else "public"}).one()
    names = [*INFO_MART.tables, "ctl_schema_version", *(view.name for view in VIEWS)]
    relations = connection.execute(_RELATIONS, {"mart": schemas.mart, "names": names})
    return Standing(
        login=login.name, is_superuser=login.is_superuser, may_create_roles=login.may_create_roles,
        database=login.database, mart_schema=schemas.mart, roles=there,
        schemas=tuple((name, owner) for name, owner in schemas.own),
        members=frozenset((role, member) for role, member in login.members),
        relations=tuple(Relation(**row) for row in relations.mappings()),
        functions=tuple((row.signature, row.owner) for row in connection.execute(_FUNCTIONS)),
        owner_may_create=schemas.owner_may_create, all_may_use=schemas.all_may_use,
        owner_may_make_schemas=schemas.owner_may_make_schemas,
    )  # fmt: skip
