"""The manager's tables at a person's word: refused by a server that lives, not by one that was killed."""

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import Abandoned, NoServer, OlderServer
from gim_manager.domain.job import Job
from gim_manager.schema.engines import writing
from gim_manager.store import older
from gim_manager.usecases import upgrade
from gim_manager.usecases.context import Actor, Context
from gim_manager.usecases.upgrade import upgraded
from tests.language.old_versions import an_old_mart, picture

ADA = Actor(user="ada", host="desk")


@pytest.fixture
def old(database_url: str) -> Context:
    """An Info Mart of the first version."""
    return Context(database=an_old_mart(database_url), actor=ADA)


def test_R29_the_run_comes_with_it_and_afterwards_there_is_nothing_to_do(old: Context) -> None:
    run = upgraded(old)
    assert run is not None
    assert (run.job, run.requested_by) == (Job.MIGRATE, "ada")
    assert upgraded(old) is None


def test_R29_it_waits_for_no_server_unless_it_has_to(old: Context) -> None:
    before = picture(old.database)
    with pytest.raises(NoServer):
        upgraded(old, wait_for_server=True)
    assert picture(old.database) == before


def test_R29_stopped_between_two_steps_it_is_as_it_was(old: Context) -> None:
    before, heard = picture(old.database), []

    def stop_before_the_third(done: float, words: str) -> None:
        heard.append((done, words))
        if len(heard) == 3:
            raise Abandoned

    with pytest.raises(Abandoned):
        upgraded(old, progress=stop_before_the_third)
    assert [words for _, words in heard] == ["Step 0002", "Step 0003", "Step 0004"]
    assert picture(old.database) == before


@pytest.mark.parametrize("lives", [True, False])
def test_R29_a_living_older_server_is_not_robbed_and_a_dead_one_keeps_nobody(
    old: Context, monkeypatch: pytest.MonkeyPatch, lives: bool
) -> None:
    _leads(old, ago_seconds=13)
    rounds: list[float] = []

    class Pause:
        def wait(self, seconds: float) -> None:
            """What happens meanwhile: a beat, or fifteen seconds of silence."""
            rounds.append(seconds)
            _leads(old, ago_seconds=0 if lives else 20)

    monkeypatch.setattr(upgrade, "Event", Pause)
    if lives:
        with pytest.raises(OlderServer, match="old:1:x"):
            upgraded(old)
    else:
        assert upgraded(old)
    assert len(rounds) == 1


def _leads(context: Context, *, ago_seconds: int) -> None:
    """An older server owns the schedule, heard of so long ago."""
    where = "" if context.database.is_local else "gim_manager."
    with writing(context.database.manager) as connection:
        older.beat(connection, server="old:1:x", host="old", pid=1, version="0.1.0")
        ago = ago_seconds * 1_000_000
        connection.execute(text(f"UPDATE {where}mgr_server SET heartbeat_at = heartbeat_at - {ago}"))
        connection.execute(text(f"UPDATE {where}mgr_lease SET holder = 'old:1:x', expires_at = 99999999999999999"))
