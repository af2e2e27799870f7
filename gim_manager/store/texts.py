"""Which runs a text is found in: it is looked for in the few texts that all ended runs share, not in each run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, or_, select, union_all

from gim_manager.domain.run import ENDED, Status
from gim_manager.schema.dialect import SEARCHED
from gim_manager.schema.live import mgr_run, mgr_text
from gim_manager.store.rows import spelled

FEW_TEXTS = 1_000
FEW_RUNS = 5_000
"""So many are read and sorted sooner than a page of them is met in a list of a million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The runs of a text, as a condition."""

    runs: ColumnElement[bool]
    are_few: bool
    """They are to be read first and sorted then; a page of many is met soon where the list is read in its order."""


def find(connection: Connection, text: str) -> Found:
    """The runs that have this text in a column of SEARCHED, in any case of its letters, or this number."""
    having = select(mgr_text.c.id).where(mgr_text.c.text.icontains(text, autoescape=True)).limit(FEW_TEXTS + 1)
    known = connection.scalars(having).all()
    says, numbered = _says(text), _numbered(text)
    if len(known) > FEW_TEXTS:
        return Found(runs=or_(says, *numbered), are_few=False)
    shared, goes_on = mgr_run.c.text_id.in_(known), and_(mgr_run.c.status.in_(spelled(set(Status) - ENDED)), says)
    if _are_many(connection, shared):
        # Not the column itself: by its index all of them would be read, to be sorted.
        return Found(runs=or_(func.coalesce(mgr_run.c.text_id, 0).in_(known), goes_on, *numbered), are_few=False)
    ids = union_all(*(select(mgr_run.c.id).where(part) for part in (shared, goes_on, *numbered)))
    return Found(runs=mgr_run.c.id.in_(ids), are_few=True)


def _are_many(connection: Connection, shared: ColumnElement[bool]) -> bool:
    some = select(mgr_run.c.id).where(shared).limit(FEW_RUNS + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) > FEW_RUNS


def _says(text: str) -> ColumnElement[bool]:
    return or_(*(mgr_run.c[name].icontains(text, autoescape=True) for name in SEARCHED))


def _numbered(text: str) -> list[ColumnElement[bool]]:
    number = text.removeprefix("#")
    return [mgr_run.c.id == int(number)] if number.isdecimal() and len(number) < 19 else []


def forget(connection: Connection, texts: Iterable[int | None]) -> None:
    """Deletes those of these texts that no run says any more."""
    unsaid = ~exists().where(mgr_run.c.text_id == mgr_text.c.id)
    connection.execute(delete(mgr_text).where(mgr_text.c.id.in_(set(texts)), unsaid))
