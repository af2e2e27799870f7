"""Info Marts that are made once in a process and copied from then on: making one costs more than most tests do."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import make_url, update

from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_info_mart
from gim_manager.schema.urls import parse_url, sqlite_file
from gim_manager.store.clock import database_clock
from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import create
from tests.language.postgres import exchange_database, execute_at
from tests.language.server import has_completed

_folder = tempfile.TemporaryDirectory(prefix="gim-templates-")
_made: set[tuple[int | None, str]] = set()


def copy_of(kind: str, make: Callable[[str], object], url: str) -> None:
    """Puts what `make` makes of an empty place, once for each `kind`, at this URL: a SQLite file that is not there yet,
    or an empty database of PostgreSQL."""
    if url.startswith("sqlite"):
        _copy_files(kind, make, sqlite_file(parse_url(url)))
    else:
        _copy_database(kind, make, url)


def created(url: str) -> Database:
    """A fresh Info Mart at this URL; its id is that of every other one that came from here."""
    return _fresh("created", create, url)


def initialized(url: str) -> Database:
    """One that Job_InitializeGIM has run on, as far as its tables tell."""
    return _fresh("initialized", lambda template: has_completed(create(template), 0), url)


def _fresh(kind: str, make: Callable[[str], object], url: str) -> Database:
    copy_of(kind, make, url)
    database = open_database(url)
    with writing(database.manager) as connection:
        # Nothing was due before an Info Mart came to be; the template may be minutes old.
        connection.execute(update(mgr_info_mart).values(created_at=database_clock(connection)))
    return database


def _copy_files(kind: str, make: Callable[[str], object], target: Path) -> None:
    source = Path(_folder.name) / kind
    if (None, kind) not in _made:
        make(f"sqlite:///{source.with_name(f'{kind}.sqlite').as_posix()}")
        _made.add((None, kind))
    assert not target.exists(), f"{target} is there already"
    for file in source.parent.glob(f"{kind}.*"):
        shutil.copy(file, target.with_name(target.stem + file.name.removeprefix(kind)))


def _copy_database(kind: str, make: Callable[[str], object], url: str) -> None:
    place = make_url(url)
    assert place.port is not None
    template = f"template_{kind}"
    if (place.port, kind) not in _made:
        execute_at(place.port, f'CREATE DATABASE "{template}"')
        make(place.set(database=template).render_as_string(hide_password=False))
        # PostgreSQL copies no database that somebody is connected to.
        execute_at(place.port, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'")
        _made.add((place.port, kind))
    exchange_database(place.port, template, str(place.database))
