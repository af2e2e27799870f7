"""Purges: every kind of data is among them, and a script's tables are its own."""

from gim_manager.domain.options import Options
from gim_manager.domain.retention import cutoffs
from gim_manager.jobs.maintain_purge import purges
from gim_manager.jobs.script import script
from gim_manager.schema.facts import FACTS
from gim_manager.schema.gidb import GIDB
from tests.language.work import NOW


def purged() -> set[str]:
    tables: set[str] = set()
    for purge in purges(cutoffs(Options.defaults(), NOW)):
        tables |= {purge.name} if purge.condition else script(f"maintain/{purge.name}").writes
    return tables


def test_M01_every_fact_and_every_extracted_row_is_purged_some_day() -> None:
    wanted = {table.name for table in FACTS} | {table.name for table in GIDB.values()}
    assert wanted <= purged()
