"""Which rows of two tables of one hierarchy differ: as they are in one, and not in the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, select

from gim_manager.domain.aggregates import Hierarchy, stored_columns


def keys(hierarchy: Hierarchy) -> tuple[str, ...]:
    """The columns that tell the rows of a hierarchy's table apart."""
    return ("date_time_key", *hierarchy.dimensions)


def columns(hierarchy: Hierarchy) -> tuple[str, ...]:
    """All columns of a hierarchy's table."""
    return (*keys(hierarchy), *stored_columns(hierarchy))


def same(one: FromClause, other: FromClause, names: Iterable[str]) -> ColumnElement[bool]:
    """Whether two rows have these columns alike; none of them can be null."""
    return and_(*(one.c[name] == other.c[name] for name in names))


def is_missing(one: FromClause, other: FromClause, names: Iterable[str]) -> ColumnElement[bool]:
    """Whether no row of the other table has these columns as the row of the one."""
    return ~exists().where(same(one, other, names))


def only_in(one: FromClause, other: FromClause, hierarchy: Hierarchy) -> Select[Any]:
    """The rows of one table that do not stand in the other, or stand there with other numbers."""
    missing = is_missing(one, other, columns(hierarchy))
    return select(*(one.c[name] for name in columns(hierarchy))).where(missing)
