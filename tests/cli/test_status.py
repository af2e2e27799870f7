"""`status` by the contract, without a server and with one, and for a person."""

from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine


def test_without_a_server_absent_values_are_null(gim: CommandLine) -> None:
    assert gim.json("status") == {
        "server": {"state": "none", "id": None, "host": None, "since": None},
        "scheduler": {"running": False, "next": []},
        "extract": [], "transform": {"max_time": None}, "aggregate": {"running": False, "pending": 0},
        "seal": None, "partitions_ahead_days": None, "holds": [],
    }  # fmt: skip


def test_a_server_that_is_heard_of_is_told(gim: CommandLine, database: Database) -> None:
    with writing(database.manager) as connection:
        leases.beat(connection, server="desk-1", host="desk", pid=1, version="0", standing=Standing.STANDBY)
    server = gim.json("status")["server"]
    assert (server["state"], server["id"], server["host"]) == ("standby", "desk-1", "desk")
    assert "Server        standby on desk\n" in gim("status").out


def test_for_a_person_it_says_what_happens_and_what_does_not(gim: CommandLine) -> None:
    told = gim("status").out
    assert "Schedule      suspended (run-scheduler is false), zone GMT\n" in told
    assert "Running now   nothing\n" in told
    assert "Transformed   nothing yet\n" in told
