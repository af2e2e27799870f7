"""Options are kept as they were set, with who set them."""

from datetime import timedelta

import pytest

from gim_manager.domain.errors import BadOption, ChangedMeanwhile, UnknownOption
from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes, options
from gim_manager.store.connect import Database
from tests.language.stored import NOON

ETL_START = ("schedule", "etl-start-time")
RUN = ("schedule", "run-scheduler")


def _change(connection, given, *, now=NOON, **more):
    return options.change(connection, given, by="ada", host="desk", now=now, **more)


def test_only_what_was_set_is_kept(database: Database) -> None:
    with reading(database.manager) as connection:
        assert options.load(connection).values == {}
    with writing(database.manager) as connection:
        _change(connection, {ETL_START: "7:30"})
    with reading(database.manager) as connection:
        assert options.load(connection).values == {ETL_START: "07:30"}


def test_every_change_stands_in_the_history(database: Database) -> None:
    later = NOON + timedelta(hours=1)
    with writing(database.manager) as connection:
        _change(connection, {ETL_START: "07:30"})
        _change(connection, {ETL_START: "07:30"}, now=later)
        _change(connection, {ETL_START: None}, now=later)
        _change(connection, {RUN: "true"})
        kept = options.history(connection, *ETL_START)
        assert options.changed_at(connection, "schedule") == {ETL_START[1]: later, RUN[1]: NOON}
        assert len(options.history(connection)) == 3
    assert [(change.old, change.new, change.at) for change in kept] == [("07:30", None, later), (None, "07:30", NOON)]
    assert (kept[0].by, kept[0].host) == ("ada", "desk")


@pytest.mark.parametrize(
    ("wrong", "error"), [({ETL_START: "25:00"}, BadOption), ({("schedule", "no-such"): "1"}, UnknownOption)]
)
def test_one_wrong_value_and_none_is_set(database: Database, wrong, error) -> None:
    with writing(database.manager) as connection:
        before = changes.latest(connection)
    with pytest.raises(error), writing(database.manager) as connection:
        _change(connection, {RUN: "true"} | wrong)
    with reading(database.manager) as connection:
        assert options.load(connection).values == {}
        assert options.history(connection) == ()
        assert changes.latest(connection) == before


def test_an_import_keeps_what_nobody_declared(database: Database) -> None:
    unknown = ("gim-etl", "from-elsewhere")
    with writing(database.manager) as connection:
        kept = _change(connection, {unknown: "x", RUN: "true"}, keep_unknown=True)
        assert list(kept.unknown()) == [unknown]
        assert options.load(connection) == kept
        _change(connection, {unknown: None}, keep_unknown=True)
        assert options.load(connection).values == {RUN: "true"}


def test_who_was_faster_is_told_and_nothing_is_overwritten(database: Database) -> None:
    with writing(database.manager) as connection:
        options.change(connection, {ETL_START: "07:30"}, by="bob", host=None, now=NOON)
    told = r"bob set \[schedule\] etl-start-time to 07:30\."
    with pytest.raises(ChangedMeanwhile, match=told), writing(database.manager) as connection:
        _change(connection, {ETL_START: "08:00", RUN: "true"}, seen={ETL_START: None, RUN: None})
    with writing(database.manager) as connection:
        assert options.load(connection).values == {ETL_START: "07:30"}
        _change(connection, {ETL_START: "08:00", RUN: "true"}, seen={ETL_START: "07:30", RUN: None})
        assert options.load(connection).values == {ETL_START: "08:00", RUN: "true"}


def test_who_was_faster_with_a_secret_is_told_without_it(database: Database) -> None:
    hook = ("alarms", "webhook-url")
    with writing(database.manager) as connection:
        options.change(connection, {hook: "https://h.example/s3cret"}, by="bob", host=None, now=NOON)
    told = r"bob set \[alarms\] webhook-url to \*\*\*\."
    with pytest.raises(ChangedMeanwhile, match=told), writing(database.manager) as connection:
        _change(connection, {hook: ""}, seen={hook: None})
    with writing(database.manager) as connection:
        _change(connection, {hook: None})
    with pytest.raises(ChangedMeanwhile, match="to its default"), writing(database.manager) as connection:
        _change(connection, {hook: ""}, seen={hook: "https://h.example/s3cret"})
