"""The servers by the command line: who is alive, who launches, and another one instead."""

from typing import Any

import pytest

from gim_manager.domain.errors import Exit
from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine


@pytest.fixture
def two(database: Database) -> None:
    with writing(database.manager) as connection:
        for number, standing in ((1, Standing.RUNNING), (2, Standing.STANDBY), (3, Standing.CLOCK_OFF)):
            leases.beat(connection, server=f"far:{number}", host="far", pid=number, version="1", standing=standing)
        leases.take(connection, holder="far:1", lasts=leases.ALIVE)


def _leads(listed: Any) -> dict[str, bool]:
    return {server["id"]: server["leads"] for server in listed["servers"]}


def test_where_no_server_is_alive_it_says_how_to_start_one(gim: CommandLine) -> None:
    assert gim.json("servers", "list") == {"servers": []}
    assert gim("servers", "list").out == "No server is alive. Start one with: gim-manager serve\n"
    assert gim("servers", "lead").code == Exit.UNREACHABLE


def test_R35_a_server_is_made_the_scheduler(gim: CommandLine, two: None) -> None:
    assert _leads(gim.json("servers", "list")) == {"far:1": True, "far:2": False, "far:3": False}
    leading = gim.json("servers", "lead", "far:2")
    assert (leading["id"], leading["host"], leading["leads"], leading["obstacle"]) == ("far:2", "far", True, None)
    assert _leads(gim.json("servers", "list")) == {"far:1": False, "far:2": True, "far:3": False}
    assert gim("servers", "lead", "far:1").err == "far:1 is the scheduler.\n"


def test_R35_one_that_cannot_lead_is_refused_with_the_reason(gim: CommandLine, two: None) -> None:
    why = "its clock is more than 5 seconds off the clock of the database"
    refusal = {"refused": True, "rule": "R35", "reason": f"far:3 cannot be the scheduler: {why}."}
    assert gim.json("servers", "lead", "far:3", code=Exit.REFUSED) == refusal
    rows = gim("servers", "list").out.splitlines()[1:]
    assert [row.split("  ")[-1].strip() for row in rows] == ["launches", "stands by", f"stands by; {why}"]
