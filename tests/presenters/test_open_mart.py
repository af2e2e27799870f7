"""The real Info Mart answers every question of the window, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from gim_manager.bootstrap import open_context
from gim_manager.domain.conditions import Condition
from gim_manager.domain.decide import Answer
from gim_manager.domain.errors import ChangedMeanwhile, NewerSchema, NoServer
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import Status
from gim_manager.domain.status import ServerState, SourceMark
from gim_manager.presenters.open_mart import OpenMart
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.migrate import create
from gim_manager.usecases import runs
from tests.language.server import has_completed
from tests.language.waiting import until


@pytest.fixture
def mart(database_url: str) -> Iterator[OpenMart]:
    """An Info Mart without a server."""
    create(database_url)
    with open_context(database_url) as context:
        opened = OpenMart(context, lambda _stop: None)
        yield opened
        opened.close(stop_jobs=True)


def test_it_is_named_by_its_file_or_database(mart: OpenMart, database_url: str) -> None:
    name = mart.identity.name
    assert name == ("mart" if database_url.startswith("sqlite") else database_url.rpartition("/")[2])
    assert not mart.identity.hosts_server


def test_a_new_one_is_empty_and_without_a_server(mart: OpenMart) -> None:
    assert mart.count(RunQuery()) == 0
    assert mart.page(RunQuery(), None, 200).runs == ()
    assert mart.status().server.state in (ServerState.NONE, ServerState.UNINITIALIZED)
    assert mart.zone() is not None
    assert mart.now().tzinfo is UTC


def test_a_request_is_noticed_listed_and_can_be_taken_back(mart: OpenMart) -> None:
    seen = mart.changes(None).latest
    mart.wait_for_change(0.1)
    asked = runs.start(mart._context, Job.INITIALIZE, wait_for_server=False)
    assert mart.wait_for_change(10)
    assert mart.changes(seen).run_ids == {asked.id}
    assert [run.status for run in mart.runs(frozenset({asked.id}))] == [Status.SCHEDULED]
    assert [effect.run.id for effect in mart.stop_effects([asked.id])] == [asked.id]
    assert mart.stop([asked.id], "a mistake")[0].status is Status.CANCELED
    assert mart.steps(asked.id) == ()
    assert mart.log(asked.id, 0) == ()
    assert [reason.rule for reason in mart.why(asked.id)][-1] == "R26"


def test_it_predicts_by_the_live_rules_and_changes_an_option(mart: OpenMart) -> None:
    assert mart.predict(Job.EXPORT, None, hand_over=False).kind is Answer.REFUSED
    mart.set_option("schedule", "timezone", "Europe/Berlin")
    assert mart.status().zone == "Europe/Berlin"


def test_a_panel_that_is_not_read_again_grows_older(mart: OpenMart) -> None:
    read = mart.status()
    mark = SourceMark(data_source="Berlin", table="g_call", max_time=None, lag_seconds=10)
    minute = timedelta(minutes=1)
    still = mart.still(replace(read, at=read.at - minute, extract=(mark,)))
    assert still.extract[0].lag_seconds in (70, 71, 72)
    assert still.at >= read.at
    assert still.server == read.server, "nobody was heard of"


def test_a_panel_that_is_not_read_again_tells_when_the_server_was_heard_of_since(mart: OpenMart) -> None:
    with writing(mart._context.database.manager) as connection:
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
        leases.take(connection, holder="s", lasts=timedelta(seconds=10))
    mart.wait_for_change(10)
    read = mart.status()
    heard_at = read.server.heard_at
    assert heard_at is not None
    stale = replace(read, server=replace(read.server, heard_at=heard_at - timedelta(minutes=1)))
    assert mart.still(stale).server.heard_at in (heard_at, stale.server.heard_at)
    mart._watch._look_at = 0.0  # the next look is due
    mart.wait_for_change(0.01)
    assert mart.still(stale).server.heard_at == heard_at


def test_R23_it_holds_the_schedule_and_resumes_it(mart: OpenMart) -> None:
    has_completed(mart._context.database, 0)
    mart.hold(False)
    held = mart.status().hold
    assert held is not None and held.owner == mart.identity.user
    with pytest.raises(NoServer):
        mart.hold(True)
    assert mart.what_starts_next() == ()
    mart.end_hold()
    assert mart.status().hold is None


def test_R29_whatever_is_asked_once_a_newer_program_has_migrated_it_is_a_sentence(sqlite_url: str) -> None:
    database = create(sqlite_url)
    with open_context(sqlite_url) as context:
        mart = OpenMart(context, lambda _stop_jobs: None)
        with writing(database.manager) as connection:
            connection.execute(text("UPDATE mgr_schema_version SET version_num = '9999'"))
            connection.execute(text("ALTER TABLE mgr_run RENAME COLUMN requested_by TO asked_by"))
        page, predict = lambda: mart.page(RunQuery(), None, 10), lambda: mart.predict(Job.EXTRACT, None, False)
        for question in (mart.status, page, predict):
            with pytest.raises(NewerSchema, match="is newer than this program"):
                question()
        mart.close(stop_jobs=False)


def test_options_are_read_changed_imported_and_exported(mart: OpenMart, tmp_path: Path) -> None:
    key, file = ("schedule", "etl-frequency"), tmp_path / "options.ini"
    mart.change_options({key: "15"}, {key: None})
    with pytest.raises(ChangedMeanwhile):
        mart.change_options({key: "20"}, {key: None})
    assert mart.options().options.get_raw(*key) == "15"
    assert [change.new for change in mart.option_history(*key)] == ["15"]
    mart.export_options(file)
    mart.change_options({key: None}, {key: "15"})
    assert mart.import_options(file, True).changed == ("[schedule] etl-frequency = 15 (was 30)",)
    assert mart.options().options.get_raw(*key) is None
    mart.import_options(file, False)
    assert mart.options().options.get_raw(*key) == "15"
    assert len(mart.option_history(None, None)) == 3


def test_how_it_fares_is_read_and_what_the_night_and_a_rehearsal_are_played_with(mart: OpenMart) -> None:
    checkup = mart.checkup()
    assert checkup.concerns and checkup.condition is Condition.UNINITIALIZED
    assert mart.what_happened(None).until <= mart.now()
    assert mart.what_happened(mart.now() - timedelta(days=1)).options == mart.options().options
    assert mart.rehearsal().options == mart.options().options


def test_it_knows_the_zones_and_what_a_day_is_played_with(mart: OpenMart) -> None:
    assert "Europe/Berlin" in mart.zones() and list(mart.zones()) == sorted(mart.zones())
    options = mart.options().options
    assert mart.preview(options, options).before == options


def test_a_server_begins_here_and_hands_over_as_it_ends(mart: OpenMart) -> None:
    mart.serve()
    own = mart.identity.server
    assert own is not None
    until(lambda: mart.status().server.id == own, seconds=30)
    mart.end_server()
    assert mart.identity.server != own
    assert mart.status().server.id != own
