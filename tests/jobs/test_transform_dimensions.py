"""The dimensions follow the configuration: names change, objects go, keys stay (T02)."""

import pytest
from sqlalchemy import Engine

from gim_manager.schema import dimensions
from gim_manager.schema.columns import FOREVER
from tests.language.calls import AGENTS, GROUP, QUEUE, T0, Idb, Row, transformed
from tests.language.centre import configuration
from tests.language.mart import empty_mart, rows_of
from tests.language.work import recorded


@pytest.fixture
def mart(database_url: str) -> Engine:
    return empty_mart(database_url)


def resource(mart: Engine, dbid: int) -> Row:
    return next(row for row in rows_of(mart, dimensions.resource_) if row["resource_cfg_dbid"] == dbid)


def row_of(idb: Idb, table: str, dbid: int) -> Row:
    return next(row for row in idb.rows[table] if row["id"] == dbid)


def test_T02_agents_and_DNs_are_resources_of_their_kind(mart: Engine) -> None:
    transformed(mart, configuration())
    agent, queue = resource(mart, AGENTS[0]), resource(mart, QUEUE)
    assert (agent["resource_type_code"], agent["resource_name"], agent["employee_id"]) == ("AGENT", "agent201", "E201")
    assert (queue["resource_type_code"], queue["resource_subtype_code"], queue["resource_name"]) == (
        "QUEUE",
        "ACDQUEUE",
        f"dn {QUEUE}",
    )
    assert (queue["switch_name"], agent["end_ts"], agent["tenant_key"]) == ("switch", FOREVER, 1)


def test_T02_a_new_name_keeps_the_key(mart: Engine) -> None:
    idb = configuration()
    transformed(mart, idb)
    before = resource(mart, AGENTS[0])
    row_of(idb, "gc_agent", AGENTS[0])["username"] = "married"
    work = transformed(mart, idb)
    after = resource(mart, AGENTS[0])
    assert (after["resource_key"], after["resource_name"]) == (before["resource_key"], "married")
    assert recorded(work).rows_of("Dimensions") == 1


def test_T02_what_is_deleted_is_closed(mart: Engine) -> None:
    idb = configuration()
    transformed(mart, idb)
    row_of(idb, "gc_agent", AGENTS[0]).update(status=2, deleted_ts=T0)
    link = next(row for row in idb.rows["gcx_group_agent"] if row["agentid"] == AGENTS[0])
    link.update(status=2, deleted_ts=T0 - 100)
    transformed(mart, idb)
    assert resource(mart, AGENTS[0])["end_ts"] == T0
    key = resource(mart, AGENTS[0])["resource_key"]
    (member,) = [row for row in rows_of(mart, dimensions.resource_group_fact_) if row["resource_key"] == key]
    assert (member["end_ts"], member["active_flag"]) == (T0 - 100, 0)


def test_T02_skills_groups_and_places(mart: Engine) -> None:
    transformed(mart, configuration())
    (level,) = rows_of(mart, dimensions.resource_skill_fact_)
    assert (level["skill_level"], level["active_flag"], level["resource_key"]) == (
        7,
        1,
        resource(mart, AGENTS[0])["resource_key"],
    )
    groups = {row["group_cfg_dbid"]: row for row in rows_of(mart, dimensions.group_)}
    assert (groups[GROUP]["group_name"], groups[GROUP]["group_type_code"]) == ("Sales", "AGENT")
    assert len([row for row in rows_of(mart, dimensions.place) if row["place_key"] > 0]) == len(AGENTS)


def test_T02_the_configuration_of_a_source_that_was_added_again_is_one_configuration(mart: Engine) -> None:
    idb = configuration()
    transformed(mart, idb)
    again = configuration()
    for rows in again.rows.values():
        for row in rows:
            row["data_source_key"] = 2
    row_of(again, "gc_agent", AGENTS[0])["username"] = "newer"
    transformed(mart, again)
    agents = [row for row in rows_of(mart, dimensions.resource_) if row["resource_cfg_dbid"] == AGENTS[0]]
    assert [row["resource_name"] for row in agents] == ["newer"]
