"""Default rows: every dimension can say unknown and none, and no code is given twice."""

from sqlalchemy import Table

from gim_manager.jobs.seeds import DIMENSIONS, FIXED, SEEDS
from gim_manager.schema import dimensions


def test_every_dimension_says_what_is_unknown_and_what_is_none() -> None:
    for seed in SEEDS:
        if seed.table in DIMENSIONS:
            key = next(iter(seed.table.primary_key.columns)).name
            assert {row[key] for row in seed.rows} >= {-1, -2}, seed.table.name


def test_no_dimension_is_forgotten() -> None:
    declared = {table for table in vars(dimensions).values() if isinstance(table, Table)}
    facts = {dimensions.resource_group_fact_, dimensions.resource_skill_fact_}
    assert declared - facts == set(DIMENSIONS)


def test_codes_are_what_names_are_found_by() -> None:
    for table in FIXED:
        (seed,) = [seed for seed in SEEDS if seed.table is table]
        codes = [tuple(value for name, value in sorted(row.items()) if name.endswith("_code")) for row in seed.rows]
        assert len(set(codes)) == len(codes), table.name
