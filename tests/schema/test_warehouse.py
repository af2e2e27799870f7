"""All tables and views are made on both databases, and every table belongs somewhere."""

import pytest
from sqlalchemy import Table, UniqueConstraint, inspect

from gim_manager.schema import warehouse
from gim_manager.schema.columns import SLOT
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import INFO_MART, VIEWS
from tests.house.sources import CHECKOUT


def test_everything_can_be_made_twice_and_dropped(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    with writing(engine) as connection:
        INFO_MART.create_all(connection)
        INFO_MART.create_all(connection)
        inspector = inspect(connection)
        assert set(inspector.get_table_names()) == set(INFO_MART.tables)
        assert set(inspector.get_view_names()) == {view.name for view in VIEWS}
    with writing(engine) as connection:
        INFO_MART.drop_all(connection)
        assert inspect(connection).get_table_names() == []


def test_every_table_has_its_place() -> None:
    places = ("LANDING", "CONTROL", "CALENDARS", "DIMENSIONS", "FACTS", "AGGREGATES")
    placed = [table.name for place in places for table in getattr(warehouse, place)]
    assert len(placed) == len(set(placed))
    assert set(INFO_MART.tables) - set(placed) <= {"agr_pending"} | {
        name for name in INFO_MART.tables if name.startswith("agr_")
    }


def test_every_name_is_lower_case_and_short_enough_for_postgresql() -> None:
    for table in (*INFO_MART.sorted_tables, *warehouse.MANAGER.sorted_tables, *warehouse.SOURCE.sorted_tables):
        names = [table.name, *table.columns.keys(), *(str(index.name) for index in table.indexes)]
        assert all(name == name.lower() and len(name) <= 63 for name in names), table.name


def _distribution_keys() -> dict[str, str]:
    """Column by kind of table, as docs/data-model.md names them."""
    _, told = (CHECKOUT / "docs" / "data-model.md").read_text(encoding="utf-8").split("\n## Distribution\n")
    rows = [line.split(" | ") for line in told.splitlines() if line.startswith("| ")][1:]
    return {row[0].removeprefix("| "): row[1].lower() for row in rows}


def _keys_of(table: Table) -> list[set[str]]:
    """The columns of all that is unique in it."""
    unique = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    keys = [list(rule.columns) for rule in (table.primary_key, *unique)]
    keys += [list(index.columns) for index in table.indexes if index.unique]
    return [{column.name for column in key} for key in keys]


@pytest.mark.parametrize("kind", ["facts", "aggregates"])
def test_every_key_holds_the_column_by_which_the_table_could_be_distributed(kind: str) -> None:
    column = _distribution_keys()[kind]
    for table in {"facts": warehouse.FACTS, "aggregates": warehouse.AGGREGATES}[kind]:
        assert isinstance(table.c[column].type, type(SLOT)) and not table.c[column].nullable
        assert all(column in key for key in _keys_of(table)), table.name
