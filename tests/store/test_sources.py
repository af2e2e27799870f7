"""Data sources keep their keys for ever, and their passwords to themselves."""

from pathlib import Path

import pytest
from sqlalchemy import select

from gim_manager.domain.errors import BadUrl, BadValue
from gim_manager.domain.icon import Role
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_source, mgr_source_secret
from gim_manager.store import changes, sources
from gim_manager.store.connect import Database
from tests.language.stored import NOON

BOTH = frozenset({Role.ICON_CFG, Role.ICON_CORE})


def _add(connection, name="icon", url="sqlite:////data/idb.sqlite", roles=BOTH, **more):
    return sources.add(connection, name=name, url=url, roles=roles, now=NOON, **more)


def test_sources_are_listed_by_key(database: Database) -> None:
    with writing(database.manager) as connection:
        first, second = _add(connection), _add(connection, "icon2", roles={Role.ICON_OCS})
    with reading(database.manager) as connection:
        assert sources.sources(connection) == (first, second)
    assert (first.key, first.roles, second.key) == (1, BOTH, 2)


def test_a_key_is_never_given_out_again(database: Database) -> None:
    with writing(database.manager) as connection:
        _add(connection)
        _add(connection, "second")
        sources.remove(connection, "second")
        assert _add(connection, "third").key == 3
        assert _add(connection, "second", roles={Role.ICON_MM}).key == 2


def test_what_is_wrong_is_refused_and_changes_nothing(database: Database) -> None:
    with writing(database.manager) as connection:
        kept = _add(connection)
        before = changes.latest(connection)
        for wrong in ({}, {"name": " "}, {"name": "x", "roles": ()}):
            with pytest.raises(BadValue):
                _add(connection, **wrong)
        with pytest.raises(BadUrl):
            _add(connection, "x", url="oracle://host/idb")
        with pytest.raises(BadValue, match="no data source 'x'"):
            sources.remove(connection, "x")
        assert sources.sources(connection) == (kept,)
        assert changes.latest(connection) == before


def test_a_password_in_a_url_stands_where_not_everybody_reads(database: Database) -> None:
    with writing(database.manager) as connection:
        added = _add(connection, url="postgresql://reader:s3cret%40x@host/idb?sslpassword=k3y")
        assert "s3cret%40x" in added.url
        assert connection.scalars(select(mgr_source.c.url)).one().count("***") == 2
        assert sources.sources(connection) == (added,)
        assert [known.shown_url for known in sources.known(connection)] == [added.shown_url]
        sources.remove(connection, "icon")
        assert connection.scalars(select(mgr_source_secret.c.url)).all() == []
        _add(connection, url="postgresql://reader@host/idb")
        assert connection.scalars(select(mgr_source_secret.c.url)).all() == []


def test_a_password_comes_from_the_environment_or_a_file(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from-file\n")
    secret.chmod(0o600)
    with writing(database.manager) as connection:
        _add(connection, "my icon", "postgresql://reader@host/idb", secret_file=str(secret))
        (source,) = sources.sources(connection)
        assert source.url == "postgresql+psycopg2://reader:from-file@host/idb"
        assert "from-file" not in source.shown_url
        monkeypatch.setenv("GIM_MANAGER_SOURCE_MY_ICON_PASSWORD", "from-environment")
        assert ":from-environment@" in sources.sources(connection)[0].url
