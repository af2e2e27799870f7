"""A standby hears of the leader's end before the lease has run out, on either database (R35)."""

import os
import subprocess
import sys
import threading

from gim_manager.domain.lease import Standing
from gim_manager.engine.heart import LEASE
from gim_manager.engine.succession import Succession
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database


def _leads(database: Database, pid: int) -> int:
    """A server with this process leads; its epoch."""
    with writing(database.manager) as connection:
        leases.beat(connection, server="a", host="here", pid=pid, version="1", standing=Standing.RUNNING)
        lease = leases.take(connection, holder="a", lasts=LEASE)
    assert lease is not None
    return lease.epoch


def _server(database: Database) -> Succession:
    return Succession(database, host="here", closed=threading.Event())


def test_a_leader_that_is_there_is_let_be_and_one_that_is_gone_is_told_of(database: Database) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        epoch = _leads(database, process.pid)
        leader, standby = _server(database), _server(database)
        assert leader.turn(epoch) is None
        assert standby.turn(None) is None
        process.kill()
    leader.close()
    assert standby.turn(None) == epoch
    standby.close()


def test_where_nobody_leads_there_is_nothing_to_watch(database: Database) -> None:
    _leads(database, os.getpid())
    with writing(database.manager) as connection:
        leases.release(connection, holder="a", epoch=1)
    standby = _server(database)
    assert standby.turn(None) is None
    standby.close()
