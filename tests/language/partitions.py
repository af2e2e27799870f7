"""In which partition a row lies, for tests of what makes and drops them."""

from sqlalchemy import Engine, text

from gim_manager.schema.engines import reading


def lies_in(mart: Engine, table: str, column: str) -> dict[object, str]:
    """By the value of a column, the partition that the row lies in, without the name of the table."""
    with reading(mart) as connection:
        asked = f"SELECT {column}, p.relname FROM {table} t JOIN pg_class p ON p.oid = t.tableoid"
        return {value: name.removeprefix(f"{table}_") for value, name in connection.execute(text(asked))}
