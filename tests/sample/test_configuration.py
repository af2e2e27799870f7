"""The configuration rows hang together: whatever is named is there."""

from typing import Any

from gim_manager.sample.centre import build_centre
from gim_manager.sample.configuration import configuration
from gim_manager.sample.counters import Counters
from gim_manager.sample.profile import Profile
from gim_manager.schema.idb import IDB


def _tables(counters: Counters) -> dict[str, list[dict[str, Any]]]:
    made = configuration(build_centre(Profile(), agents=30, seed=1), 1_000_000, counters)
    return {table: [dict(zip(columns, row, strict=True)) for row in rows] for table, columns, rows in made}


def test_every_link_leads_to_objects_that_exist() -> None:
    tables = _tables(Counters())
    known = {table: {row["id"] for row in rows} for table, rows in tables.items()}
    for table, ends in {
        "gcx_skill_level": {"skillid": "gc_skill", "agentid": "gc_agent"},
        "gcx_group_agent": {"groupid": "gc_group", "agentid": "gc_agent"},
        "gcx_group_endpoint": {"groupid": "gc_group", "endpointid": "gc_endpoint"},
        "gcx_agent_place": {"placeid": "gc_place", "agentid": "gc_agent"},
        "gcx_endpoint_place": {"endpointid": "gc_endpoint", "placeid": "gc_place"},
        "gcx_login_info": {"loginid": "gc_login", "agentid": "gc_agent"},
    }.items():
        assert tables[table]
        for row in tables[table]:
            assert all(row[column] in known[target] for column, target in ends.items())


def test_every_mandatory_column_is_filled() -> None:
    for table, rows in _tables(Counters()).items():
        mandatory = {column.name for column in IDB.tables[table].columns if not column.nullable}
        assert all(row[column] is not None for row in rows for column in mandatory)


def test_every_row_has_a_number_of_its_own_and_the_counter_stands_at_the_last() -> None:
    counters = Counters()
    numbers = [row["gsys_seq"] for rows in _tables(counters).values() for row in rows]
    assert numbers == sorted(set(numbers))
    assert counters.cfg == numbers[-1]


def test_everybody_is_in_two_groups() -> None:
    rows = _tables(Counters())["gcx_group_agent"]
    assert len(rows) == 2 * len({row["agentid"] for row in rows})
