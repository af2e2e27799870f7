"""A person makes a server the scheduler: at once, or refused in words, and always with a line in the audit trail."""

import pytest
from sqlalchemy import update

from gim_manager.domain.errors import NoServer, Refused
from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_server
from gim_manager.store import audit, leases
from gim_manager.usecases import servers
from gim_manager.usecases.context import Context, hosted
from tests.language.waiting import until


@pytest.fixture
def two(context: Context) -> Context:
    """`away:1` leads, `desk:2` stands by on this computer."""
    with writing(context.database.manager) as connection:
        _heard(connection, "away:1", "away", Standing.RUNNING)
        _heard(connection, "desk:2", "desk", Standing.STANDBY)
        leases.take(connection, holder="away:1", lasts=leases.ALIVE)
    return context


def _heard(connection, server: str, host: str, standing: Standing) -> None:
    leases.beat(connection, server=server, host=host, pid=1, version="1", standing=standing)


def _leader(context: Context) -> str | None:
    return servers.listed(context).leader


def _acts(context: Context) -> list[tuple[str, str, str | None]]:
    with reading(context.database.manager) as connection:
        return [(act.actor, act.action, act.detail) for act in audit.acts(connection) if act.action != "leads"]


def test_all_that_are_alive_are_known(two: Context) -> None:
    known = servers.listed(two)
    assert ([server.id for server in known.alive], known.leader) == (["away:1", "desk:2"], "away:1")


@pytest.mark.parametrize("name", ["desk:2", "desk", None])
def test_R35_the_schedule_passes_to_the_server_named_or_to_that_of_this_computer(
    two: Context, name: str | None
) -> None:
    assert servers.lead(two, name).id == "desk:2"
    assert _leader(two) == "desk:2"
    assert _acts(two) == [("ada", "appointed", "desk:2 after away:1")]


def test_who_leads_already_goes_on_and_nothing_is_written(two: Context) -> None:
    assert servers.lead(two, "away:1").id == "away:1"
    assert _acts(two) == []
    with reading(two.database.manager) as connection:
        assert leases.current(connection).epoch == 1


def _refusal(context: Context, name: str | None) -> str:
    with pytest.raises(Refused) as refused:
        servers.lead(context, name)
    assert (refused.value.rule, _leader(context)) == ("R35", "away:1")
    assert _acts(context)[0] == ("ada", "refused", name)
    return refused.value.reason


def test_R35_one_that_is_not_alive_is_refused_and_told_of(two: Context) -> None:
    assert _refusal(two, "moon:3") == "No server moon:3 is alive. Alive are away:1, desk:2."
    with writing(two.database.manager) as connection:
        silent = update(mgr_server).where(mgr_server.c.id == "desk:2")
        connection.execute(silent.values(heartbeat_at=mgr_server.c.heartbeat_at - 9_000_000))
    assert _refusal(two, "desk:2").startswith("desk:2 was last heard of 9 seconds ago: it may be gone.")


@pytest.mark.parametrize("standing", [Standing.CLOCK_OFF, Standing.ON_REQUEST, Standing.LEAVING])
def test_R35_one_that_cannot_lead_is_refused_and_it_is_said_why(two: Context, standing: Standing) -> None:
    with writing(two.database.manager) as connection:
        _heard(connection, "desk:2", "desk", standing)
    assert _refusal(two, "desk:2").startswith("desk:2 cannot be the scheduler: it")
    assert _refusal(two, None) == "No server of this computer stands by. Alive are away:1, desk:2."


def test_where_several_could_be_meant_one_is_to_be_named(two: Context) -> None:
    with writing(two.database.manager) as connection:
        _heard(connection, "desk:3", "desk", Standing.STANDBY)
    assert _refusal(two, None) == "Several servers could be meant: desk:2, desk:3. Name one."


def test_where_no_server_is_alive_nobody_can_lead(context: Context) -> None:
    with pytest.raises(NoServer):
        servers.lead(context)


def test_R35_the_server_of_this_window_takes_over_by_itself(two: Context) -> None:
    with hosted(two, scheduling=True) as here:
        until(lambda: here.identity.id in [server.id for server in servers.listed(two).alive])
        assert not here.is_leader
        assert servers.lead(two).id == here.identity.id
        until(lambda: here.is_leader)
