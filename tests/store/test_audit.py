"""Every act stands in the trail, the newest first."""

from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit
from gim_manager.store.audit import Act
from gim_manager.store.connect import Database
from tests.language.stored import NOON


def test_acts_are_read_back_as_they_were_recorded(database: Database) -> None:
    refused = Act(
        at=NOON, actor="ada", host="desk", action="refused", subject="Job_ExportGIM", rule="R24", reason="No."
    )
    stopped = Act(at=NOON, actor="bob", action="stopped", run_id=7, detail="twice")
    with writing(database.manager) as connection:
        audit.record(connection, refused)
        audit.record(connection, stopped)
    with reading(database.manager) as connection:
        assert audit.acts(connection) == (stopped, refused)
        assert audit.acts(connection, run_id=7) == (stopped,)
        assert audit.acts(connection, limit=1) == (stopped,)
