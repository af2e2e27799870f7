"""Rows into SQLite: the source's file is read where it lies, and never locked."""

import sqlite3
from pathlib import Path

from gim_manager.jobs import audit, extract
from gim_manager.jobs.crossing_sqlite import Attached
from gim_manager.schema.engines import writing
from gim_manager.schema.gidb import GIDB
from tests.language.idb import an_idb
from tests.language.mart import bare_mart, rows_of
from tests.language.work import a_work


def test_ICON_may_write_while_its_rows_are_taken(sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "idb.sqlite"
    source, mart = an_idb(f"sqlite:///{file.as_posix()}"), bare_mart(sqlite_url)
    with source.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    with writing(Attached(mart, source.engine, "Berlin").mart) as connection:
        audit.begin(connection, a_work(mart))
        icon = sqlite3.connect(file, timeout=0)
        icon.execute("UPDATE g_prov_control SET seqcurrent = 1")
        icon.commit()
        icon.close()


def test_a_file_may_have_any_name(sqlite_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1's calls?"
    folder.mkdir()
    source, mart = an_idb(f"sqlite:///{(folder / 'idb.sqlite').as_posix()}"), bare_mart(sqlite_url)
    source.add_call()
    source.publish()
    assert extract.run(a_work(mart, sources=[source.source])).rows == 7
    assert len(rows_of(mart, GIDB["g_party"])) == 2
