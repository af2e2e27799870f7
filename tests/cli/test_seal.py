"""`seal`: a line a day, or one document; a day that is not final fails a script."""

from gim_manager.domain.timing import to_epoch
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from gim_manager.usecases.context import system_now
from tests.cli.conftest import CommandLine
from tests.language.fact_kinds import Leg
from tests.language.facts import add


def test_a_day_of_which_nothing_was_loaded_is_not_final(gim: CommandLine) -> None:
    said = gim("seal", "--day", "2026-06-08")
    assert (said.code, said.out) == (1, "not final  2026-06-08 Nothing was ever loaded of it.\n")
    assert gim("seal").out == ""


def test_what_is_missing_is_told_of_each_day(gim: CommandLine, database: Database) -> None:
    with writing(database.info_mart) as connection:
        add(connection, [Leg(start=to_epoch(system_now()) - 86400)])
    document = gim.json("seal")
    assert set(document) == {"days"}
    today, yesterday = document["days"][:2]
    assert today["missing"] == ["The day has not ended."]
    assert (yesterday["final"], yesterday["since"]) == (False, None)
    assert "No cycle that began after its end is complete." in yesterday["missing"]
    assert gim.json("status")["seal"] == yesterday
    assert "\nNot final     " in gim("status").out


def test_what_is_no_day_is_refused(gim: CommandLine) -> None:
    said = gim("seal", "--day", "yesterday")
    assert said.code == 2
    assert "Write YYYY-MM-DD" in said.err
