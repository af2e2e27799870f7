"""The yardsticks of the ETL: the plainest statements that bring the same rows into the same tables, nothing else."""

from io import BytesIO
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Table

from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.facts import FACTS
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.metadata import INFO_MART
from gim_manager.schema.urls import parse_url, sqlite_file


def extract(idb: str, target: str) -> dict[str, float]:
    """Every source table copied whole into its landing table; the seconds it took."""
    pairs = [(name, table, _shared(name, table)) for name, table in GIDB.items()]
    return _copied(idb, target, [(name, table, columns, ", 1, 1, 1") for name, table, columns in pairs])


def transform(mart: str, target: str) -> dict[str, float]:
    """Every fact table copied whole; the seconds it took."""
    return _copied(mart, target, [(table.name, table, table.columns.keys(), "") for table in FACTS])


_OURS = ("data_source_key", "create_audit_key", "update_audit_key")


def _shared(_name: str, table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in (*_OURS, "producer_batch_id")]


def _copied(source: str, target: str, plan: list[tuple[str, Table, list[str], str]]) -> dict[str, float]:
    engine = make_engine(parse_url(target), must_exist=False)
    with writing(engine) as connection:
        INFO_MART.create_all(connection, tables=[table for _, table, _, _ in plan])
    copy = _within_sqlite if engine.dialect.name == "sqlite" else _between_postgresql
    begun = perf_counter()
    copy(source, engine, plan)
    return {"seconds": perf_counter() - begun}


def _within_sqlite(source: str, engine: Any, plan: list[tuple[str, Table, list[str], str]]) -> None:
    with engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        raw.execute("ATTACH ? AS source", (str(sqlite_file(parse_url(source))),))
        raw.execute("BEGIN IMMEDIATE")
        for name, table, columns, constants in plan:
            into = f"{table.name} ({_into(columns, constants)})"
            raw.execute(f"INSERT INTO {into} SELECT {', '.join(columns)}{constants} FROM source.{name}")
        raw.execute("COMMIT")


def _between_postgresql(source: str, engine: Any, plan: list[tuple[str, Table, list[str], str]]) -> None:
    with make_engine(parse_url(source)).connect() as reader, writing(engine) as writer:
        for name, table, columns, constants in plan:
            out = BytesIO()
            _cursor(reader).copy_expert(f"COPY (SELECT {', '.join(columns)}{constants} FROM {name}) TO STDOUT", out)
            out.seek(0)
            _cursor(writer).copy_expert(f"COPY {table.name} ({_into(columns, constants)}) FROM STDIN", out)


def _into(columns: list[str], constants: str) -> str:
    return ", ".join([*columns, *(_OURS if constants else ())])


def _cursor(connection: Connection) -> Any:
    driver: Any = connection.connection.driver_connection
    return driver.cursor()
