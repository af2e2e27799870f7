"""Writes the first migration from the tables as declared: SQL files, one a history and database, that import nothing.

Until the first release `python packaging/freeze_schema.py` may be run whenever a table changes. From then on 0001 is
history and never changes again: a changed table needs a migration of its own, and this script goes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, MetaData, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

CHECKOUT = Path(__file__).resolve().parents[1]
MIGRATIONS = CHECKOUT / "gim_manager" / "schema" / "migrations"
HEADER = "-- The first schema. Frozen by packaging/freeze_schema.py; from the first release on never changed again.\n"


def _dialects() -> dict[str, Dialect]:
    urls = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg2://"}
    return {name: make_url(url).get_dialect()() for name, url in urls.items()}


def _statements(metadata: MetaData, dialect: Dialect, schema: str | None = None) -> Iterator[str]:
    where: dict[str, Any] = {"schema_translate_map": {None: schema}, "render_schema_translate": True} if schema else {}
    for table in metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect, **where))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect, **where))


def _frozen(statements: Iterator[str]) -> str:
    tidy = ("\n".join(line.rstrip() for line in statement.strip().splitlines()) for statement in statements)
    return "\n\n".join([HEADER.strip(), *(f"{statement};" for statement in tidy)]) + "\n"


def frozen_files() -> dict[Path, str]:
    """The text of each file of the first migration, as the declarations stand now."""
    sys.path.insert(0, str(CHECKOUT))
    from gim_manager.schema.dialect import guard_statements
    from gim_manager.schema.live import SCHEMA
    from gim_manager.schema.warehouse import INFO_MART, MANAGER

    files = {}
    for name, dialect in _dialects().items():
        schema = None if name == "sqlite" else SCHEMA
        guarded = [*_statements(MANAGER, dialect, schema), *guard_statements(name)]
        files[MIGRATIONS / "info_mart" / "versions" / f"0001_{name}.sql"] = _frozen(_statements(INFO_MART, dialect))
        files[MIGRATIONS / "live" / "versions" / f"0001_{name}.sql"] = _frozen(iter(guarded))
    return files


def main() -> None:
    """Write them."""
    for path, text in frozen_files().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(CHECKOUT)}: {text.count(';' + chr(10))} statements")


if __name__ == "__main__":
    main()
