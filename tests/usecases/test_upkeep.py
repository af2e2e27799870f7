"""An empty database becomes an Info Mart, by the real job in a real worker."""

import pytest

from gim_manager.domain.errors import BadUrl, BadValue
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.store.connect import open_database
from gim_manager.usecases import sources, upkeep
from gim_manager.usecases.context import Actor, Context

ROLES = frozenset({Role.ICON_CFG, Role.ICON_CORE})
ADA = Actor(user="ada", host="desk")


@pytest.mark.timeout(120)
def test_init_makes_a_schema_stores_the_sources_and_runs_the_job(database_url: str) -> None:
    idb = "sqlite:////somewhere/icon.sqlite"
    run = upkeep.initialize(database_url, [(idb, ROLES)], actor=ADA)
    assert (run.job, run.status, run.requested_by) == (Job.INITIALIZE, Status.COMPLETE, "ada")
    context = Context(database=open_database(database_url), actor=ADA)
    assert [(source.name, source.url) for source in sources.listed(context)] == [("icon", idb)]
    again = upkeep.initialize(database_url, [(idb, ROLES)], actor=ADA)
    assert again.id == run.id + 1
    assert len(sources.listed(context)) == 1


@pytest.mark.parametrize(("url", "roles"), [("nonsense://", ROLES), ("sqlite:////x.db", frozenset())])
def test_a_bad_source_leaves_nothing_behind(sqlite_url: str, url: str, roles: frozenset[Role]) -> None:
    with pytest.raises((BadUrl, BadValue)):
        upkeep.initialize(sqlite_url, [(url, roles)], actor=ADA)
    with pytest.raises(Exception, match="no such file"):
        open_database(sqlite_url)


def test_two_files_of_one_name_are_two_sources(context: Context) -> None:
    for folder in ("one", "two", "three"):
        upkeep.add_source(context, f"sqlite:////{folder}/icon.db", ROLES)
    assert sorted(source.name for source in sources.listed(context)) == ["icon", "icon-2", "icon-3"]
