"""That a run is still its worker's, in the transaction of each commit of data; or no more, for whoever ends it (R35).

On PostgreSQL a worker locks its run's row, with its token, as the last thing before each commit. The lock is one that
heartbeats pass and that the end of the run does not: whoever ends a run of a dead server has the row for himself, so
what that worker commits is committed before, or never (R35). Differs from PostgreSQL because on SQLite, where one
computer has all processes, the worker's process is ended for certain instead.
"""

from __future__ import annotations

from sqlalchemy import Connection, event, select

from gim_manager.domain.errors import RunTaken
from gim_manager.domain.run import ACTIVE
from gim_manager.schema.live import SCHEMA, mgr_run
from gim_manager.store.connect import Database


def guard_commits(database: Database, run_id: int, token: str) -> None:
    """From here on no transaction of data commits unless the run is at work under this token: it raises RunTaken."""
    if database.kind == "sqlite":
        return
    mine = (
        select(mgr_run.c.id)
        .where(mgr_run.c.id == run_id, mgr_run.c.token == token, mgr_run.c.status.in_([each.value for each in ACTIVE]))
        .with_for_update(read=True, key_share=True)
    )

    def ensure_mine(connection: Connection) -> None:
        if not _writes(connection):
            return
        if connection.scalar(mine, execution_options={"schema_translate_map": {None: SCHEMA}}) is None:
            raise RunTaken(run_id)

    event.listen(database.info_mart, "commit", ensure_mine)


def _writes(connection: Connection) -> bool:
    return not connection.get_execution_options().get("postgresql_readonly", False)


def seize(connection: Connection, run_id: int) -> bool:
    """Until this transaction of the manager's ends, the run's worker commits nothing; False while it is committing."""
    row = select(mgr_run.c.id).where(mgr_run.c.id == run_id).with_for_update(skip_locked=True)
    return connection.scalar(row) is not None
