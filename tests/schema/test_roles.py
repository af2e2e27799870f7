"""What has to be said to PostgreSQL depends on what is there already."""

from dataclasses import replace

from gim_manager.schema.roles import OWNER, READER, ROLES, Relation, Standing, grants, setup

RUNS = Relation(schema="gim_manager", name="mgr_run", kind="r", owner=OWNER)
NUMBERS = Relation(schema="gim_manager", name="mgr_run_id_seq", kind="S", owner="boss", follows=True)
VIEW = Relation(schema='"My Mart"', name="ag2_queue_day", kind="v", owner=OWNER)
WHOLE = Standing(
    login="boss", is_superuser=False, may_create_roles=True, database="mart", mart_schema='"My Mart"',
    schemas=(("gim_manager", OWNER), ("gim_partitions", OWNER)), roles=frozenset(ROLES),
    members=frozenset((OWNER, member) for member in ("gim_administrator", "gim_server", "boss")),
    relations=(RUNS, NUMBERS, VIEW), functions=(("gim_manager.mgr_audit_forget(bigint)", OWNER),),
    owner_may_create=True, owner_may_make_schemas=True, all_may_use=True,
)  # fmt: skip


def test_where_all_is_as_it_must_be_nothing_takes_an_administrator() -> None:
    assert setup(WHOLE) == ()


def test_only_what_is_missing_is_made() -> None:
    other = replace(RUNS, owner="boss")
    assert setup(replace(WHOLE, roles=WHOLE.roles - {READER})) == ("CREATE ROLE gim_reader NOLOGIN",)
    assert setup(replace(WHOLE, relations=(other, NUMBERS))) == (
        'ALTER TABLE gim_manager."mgr_run" OWNER TO gim_owner',
    )
    assert setup(replace(WHOLE, members=frozenset()))[-1] == 'GRANT gim_owner TO "boss"'
    superuser = replace(WHOLE, members=frozenset(), is_superuser=True)
    assert not any("boss" in statement for statement in setup(superuser))
    closed = replace(WHOLE, owner_may_create=False, all_may_use=False, owner_may_make_schemas=False)
    assert len(setup(closed)) == 3


def test_who_may_take_the_owner_on_has_its_rights_only_then() -> None:
    made = setup(replace(WHOLE, roles=frozenset()))
    assert "CREATE ROLE gim_server NOLOGIN NOINHERIT" in made
    assert "CREATE ROLE gim_administrator NOLOGIN NOINHERIT" in made


def test_report_tools_get_views_and_nothing_else() -> None:
    of_reader = [statement for statement in grants(WHOLE) if "gim_reader" in statement and "REVOKE" not in statement]
    assert of_reader == ['GRANT SELECT ON "My Mart"."ag2_queue_day" TO gim_reader']


def test_nobody_but_servers_forgets_acts() -> None:
    about = [statement for statement in grants(WHOLE) if "mgr_audit_forget" in statement]
    assert about[-1] == "GRANT EXECUTE ON FUNCTION gim_manager.mgr_audit_forget(bigint) TO gim_server"
