"""An Info Mart with roles, from its making to its daily work, each act by the login of whoever does it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from gim_manager.domain.access import NeedsRole
from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import NotPermitted
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.engine.clock import SystemClock
from gim_manager.engine.scheduler import Scheduler
from gim_manager.schema.engines import reading
from gim_manager.store import audit
from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import create
from gim_manager.store.roles import establish
from gim_manager.store.versions import INFO_MART_STEPS, MANAGER_STEPS
from gim_manager.usecases import (
    alarms,
    checkup,
    digest,
    history,
    hold,
    options,
    rehearse,
    runs,
    sources,
    status,
    stops,
    upkeep,
)
from gim_manager.usecases import check as checks
from gim_manager.usecases.context import Actor, Context, hosted
from tests.language.old_versions import an_old_mart, lost, picture
from tests.language.persons import as_person, make_logins, psql
from tests.language.planted import STEPS, steps_are_planted
from tests.language.postgres import Cluster, cluster
from tests.language.program import Program
from tests.language.server import has_completed
from tests.language.waiting import until

PLANTED_WORKER = (sys.executable, "-m", "tests.engine.planted_worker")


@pytest.fixture(scope="module")
def bare_cluster() -> Iterator[Cluster]:
    """A cluster in which nobody has made roles."""
    with cluster() as server:
        server.execute("CREATE ROLE boss LOGIN CREATEROLE")
        server.execute("CREATE ROLE clerk LOGIN")
        for owner in ("boss", "clerk"):
            server.execute(f"CREATE DATABASE of_{owner} OWNER {owner}")
        yield server


def _program(server: Cluster, database: str, person: str, folder: Path) -> Program:
    return Program(db=as_person(server.url(database), person), profile=folder / person)


def _schemas(server: Cluster, database: str) -> list[str]:
    connection = psycopg2.connect(server.url(database).replace("+psycopg2", ""))
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname = 'gim_manager'")
            return [name for (name,) in cursor]
    finally:
        connection.close()


def test_roles_are_made_by_an_owner_who_may_and_printed_for_one_who_may_not(
    bare_cluster: Cluster, tmp_path: Path
) -> None:
    clerk = _program(bare_cluster, "of_clerk", "clerk", tmp_path)
    said = clerk.refusal(5, "init", "--roles")
    assert "clerk cannot make the roles gim_owner, gim_viewer" in said
    assert "CREATEROLE. Nothing was changed." in said and "init --roles --print" in said
    assert _schemas(bare_cluster, "of_clerk") == []

    boss = _program(bare_cluster, "of_boss", "boss", tmp_path)
    assert boss.call("init", "--roles").code == 0
    make_logins(bare_cluster)

    # A second Info Mart of the cluster finds the roles, whose owner its own owner may not become.
    database = create(clerk.db)
    with pytest.raises(NotPermitted, match=r"Nothing was changed\. An administrator of the database can run"):
        establish(database)
    has_completed(database, 0)
    script = clerk.call("init", "--roles", "--print")
    assert script.code == 0 and "CREATE ROLE" not in script.out
    database.let_go()
    _run_as_superuser(bare_cluster, "of_clerk", script.out)
    vera = _program(bare_cluster, "of_clerk", "vera", tmp_path)
    assert vera.call("jobs").code == 0
    said = vera.refusal(5, "hold")
    assert said.startswith("Holding the schedule needs the operator role, and vera has the viewer role.")
    assert "Running a server needs the server role" in vera.refusal(5, "serve")


def _run_as_superuser(server: Cluster, database: str, script: str) -> None:
    connection = psycopg2.connect(server.url(database).replace("+psycopg2", ""))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(script)
    finally:
        connection.close()


@pytest.fixture(scope="module")
def mart(postgres_cluster: Cluster) -> Iterator[str]:
    """An Info Mart with roles, not initialized."""
    with postgres_cluster.database("roles_whole") as url:
        database = create(url)
        establish(database)
        make_logins(postgres_cluster)
        database.let_go()
        yield url


def _as(url: str, person: str) -> Context:
    """As the window and the command line know this person, whose computer calls everybody root."""
    return Context.of(open_database(as_person(url, person)), Actor(user="root", host="desk", os_user="root"))


def _acts(database: Database) -> list[tuple[str, str | None, str, str | None]]:
    with reading(database.manager) as connection:
        assert audit.verify(connection).broken is None
        return [(act.actor, act.os_user, act.action, act.subject) for act in reversed(audit.acts(connection))]


def test_each_does_what_their_role_allows_while_a_server_of_its_own_login_works(mart: str) -> None:
    vera, olga, adam, serge = (_as(mart, person) for person in ("vera", "olga", "adam", "serge"))
    with hosted(serge, scheduling=True) as scheduler:
        until(lambda: scheduler.is_leader, seconds=60, what="a server that is heard of")
        for job in (Job.INITIALIZE, Job.MAINTAIN, Job.UPDATE_STATS):
            options.change(adam, {("manager", "allow-run-all-jobs"): "true"})
            done = runs.wait_for_end(olga, runs.start(olga, job).id)
            assert (done.status, done.requested_by, done.error) == (Status.COMPLETE, "olga", None)
        assert hold.begin(olga).owner == "olga"
        waiting = runs.start(olga, Job.AGGREGATE)
        (stopped,) = stops.stop(olga, [waiting.id], reason="enough")
        assert stopped.stopped_by == "olga"
        runs.wait_for_end(olga, waiting.id)
        ended = hold.end(olga).hold
        assert ended is not None and ended.ended_by == "olga"
        sources.add(adam, name="icon", url="postgresql://u:s3cret@127.0.0.1:1/idb", roles={Role.ICON_CFG})
        assert sources.test(adam)[0].problem is not None
        assert [source.url.count("s3cret") for source in sources.listed(vera)] == [0]
        sources.remove(adam, "icon")
        for context in (vera, olga, adam, serge):
            assert status.read(context).server.id == status.read(vera).server.id
            assert checks.check(context).ok
            assert checkup.read(context).schema and digest.question(context).ended
            assert rehearse.question(context).options == context.options()
            assert history.steps(context, done.id)
            options.export_ini(context)
    told = _acts(vera.database)
    for act in (
        ("olga", "root", "requested", "Job_MaintainGIM"), ("olga", "root", "held", "the schedule"),
        ("olga", "root", "resumed", "the schedule"),
        ("adam", "root", "changed", "[manager] allow-run-all-jobs"), ("adam", "root", "source removed", "icon"),
        ("vera", "root", "exported", "the options"),
    ):  # fmt: skip
        assert act in told
    # Whether it had begun already when it was stopped, is the machine's affair.
    ends = {("olga", "root", end, "Job_AggregateGIM") for end in ("stopped", "canceled")}
    assert ends & set(told)
    assert any(action == "leads" and user is None for _server, user, action, _subject in told)


REFUSED = {
    "Running Job_MaintainGIM": ("operator", lambda context: runs.start(context, Job.MAINTAIN, wait_for_server=False)),
    "Stopping a run": ("operator", lambda context: stops.stop(context, [1])),
    "Holding the schedule": ("operator", hold.begin),
    "Ending a hold": ("operator", hold.end),
    "Changing options": (
        "administrator", lambda context: options.change(context, {("schedule", "run-scheduler"): "true"})
    ),
    "Adding a data source": (
        "administrator",
        lambda context: sources.add(context, name="x", url="sqlite:////x", roles={Role.ICON_CFG}),
    ),
    "Removing a data source": ("administrator", lambda context: sources.remove(context, "x")),
    "Testing a data source": ("administrator", sources.test),
    "Testing a channel": ("administrator", lambda context: alarms.test(context, Channel.COMMAND)),
}  # fmt: skip


NOTHING_TO_WRITE = ("Stopping a run", "Ending a hold", "Removing a data source", "Testing a channel")
"""There is none here. By psql nobody does it either (tests/store)."""


@pytest.mark.parametrize("act", REFUSED)
@pytest.mark.parametrize(("person", "role"), [("vera", "viewer"), ("olga", "operator")])
def test_who_may_not_is_told_which_role_it_takes(mart: str, act: str, person: str, role: str) -> None:
    needed, attempt = REFUSED[act]
    if role == needed:
        return
    before = _acts(open_database(mart))
    context = _as(mart, person)
    with pytest.raises(NeedsRole) as refusal:
        attempt(context)
    assert str(refusal.value).startswith(f"{act} needs the {needed} role, and {person} has the {role} role.")
    # A program that believes itself an administrator's is refused by the database.
    believes = Context(database=context.database, actor=context.actor, clock=SystemClock())
    if act not in NOTHING_TO_WRITE:
        with pytest.raises(NotPermitted, match="permission denied"):
            attempt(believes)
    assert _acts(open_database(mart)) == before


def test_R29_a_migration_works_with_the_roles_in_force_and_what_it_makes_is_the_owners(
    postgres_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgres_cluster.database("roles_of_old") as url:
        old = an_old_mart(url, manager=MANAGER_STEPS[-1], info_mart=INFO_MART_STEPS[-1], filled=True)
        establish(old)
        make_logins(postgres_cluster)
        steps_are_planted(monkeypatch)
        before = picture(old)
        with pytest.raises(
            NeedsRole, match=r"^Running Job_MigrateGIM needs the operator role, and vera has the viewer"
        ):
            upkeep.migrate(_as(url, "vera"))
        server = Scheduler(_as(url, "serge").database, scheduling=False, worker_command=PLANTED_WORKER)
        server.start()
        try:
            until(lambda: server.is_leader, seconds=60, what="a server that leads")
            asked = upkeep.migrate(_as(url, "adam"))
            assert asked is not None
            done = runs.wait_for_end(_as(url, "olga"), asked.id)
        finally:
            server.close()
        assert (done.status, done.requested_by, done.note) == (Status.COMPLETE, "adam", f"version {STEPS[-1]}")
        after = picture(old)
        assert not lost(
            before["info_mart"], after["info_mart"], but=frozenset({"ctl_schema_version", "ctl_schema_info"})
        )
        with psql(url, "vera") as cursor:
            cursor.execute(
                "SELECT count(*), min(pg_get_userbyid(relowner)) FROM planted, pg_class WHERE relname = 'planted'"
            )
            assert cursor.fetchone() == (2, "gim_owner")
        with psql(url, "rita") as cursor:
            cursor.execute("SELECT count(*) FROM ag2_queue_day")
            assert cursor.fetchone() == (2,)
        for context in (_as(url, person) for person in ("vera", "olga", "adam", "serge")):
            assert history.steps(context, done.id)
