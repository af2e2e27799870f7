"""All tables and views are made on both databases, and every table belongs somewhere."""

from sqlalchemy import inspect

from gim_manager.schema import warehouse
from gim_manager.schema.engines import make_engine, parse_url, writing
from gim_manager.schema.warehouse import INFO_MART, VIEWS


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
