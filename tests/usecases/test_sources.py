"""Data sources: added, listed, tried, forgotten."""

import pytest

from gim_manager.domain.errors import BadUrl, BadValue
from gim_manager.domain.icon import Role
from gim_manager.schema.engines import make_engine
from gim_manager.schema.idb import IDB
from gim_manager.schema.urls import parse_url
from gim_manager.usecases import sources
from gim_manager.usecases.context import Context

ROLES = frozenset({Role.ICON_CFG, Role.ICON_CORE})


def test_a_source_is_added_and_forgotten(context: Context) -> None:
    sources.add(context, name="icon", url="postgresql://u:secret@h/d", roles=ROLES)
    (found,) = sources.listed(context)
    assert found.roles == ROLES
    assert "secret" not in found.shown_url
    sources.remove(context, "icon")
    assert sources.listed(context) == ()


def test_what_cannot_be_a_source_is_refused(context: Context) -> None:
    with pytest.raises(BadUrl):
        sources.add(context, name="icon", url="nonsense://x", roles=ROLES)
    with pytest.raises(BadValue):
        sources.remove(context, "icon")
    with pytest.raises(BadValue):
        sources.test(context, "icon")


def test_each_source_is_tried_and_says_what_is_wrong(context: Context, tmp_path) -> None:
    for name in ("good", "empty"):
        engine = make_engine(parse_url(f"sqlite:///{tmp_path}/{name}.db"), must_exist=False)
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE something (x)")
            if name == "good":
                IDB.create_all(connection)
    for name in ("good", "empty", "missing"):
        sources.add(context, name=name, url=f"sqlite:///{tmp_path}/{name}.db", roles=ROLES)
    found = {tested.name: tested.problem for tested in sources.test(context)}
    assert found["good"] is None
    assert found["empty"] is not None and "G_PROV_CONTROL" in found["empty"]
    assert found["missing"] is not None and "no such file" in found["missing"]
    assert [tested.name for tested in sources.test(context, "good")] == ["good"]
