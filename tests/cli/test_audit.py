"""The audit trail by the command line."""

from sqlalchemy import text

from gim_manager.domain.errors import Exit
from gim_manager.schema.engines import writing
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine


def test_what_was_done_is_listed_with_who_and_why(gim: CommandLine) -> None:
    assert gim("audit").out == "Nothing is recorded.\n"
    gim("options", "set", "schedule", "etl-frequency", "15")
    said = gim.json("audit")
    (act,) = said["acts"]
    assert (act["action"], act["run_id"]) == ("changed", None)
    assert act["actor"] and act["time"]
    assert (said["trail"]["rows"], said["trail"]["broken"]) == (1, None)
    shown = gim("audit").out
    assert said["trail"]["head_hash"] in shown and "etl-frequency" in shown


def test_a_row_that_was_changed_is_named_and_ends_with_1(gim: CommandLine, database: Database) -> None:
    gim("options", "set", "schedule", "etl-frequency", "15")
    with writing(database.manager) as connection:
        for (trigger,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'mgr_audit'")
        ).all():
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text("UPDATE mgr_audit SET actor = 'nobody'"))
    said = gim("audit")
    assert said.code == Exit.FAILED
    assert "was changed" in said.err
    assert gim.json("audit", code=Exit.FAILED)["trail"]["broken"]
