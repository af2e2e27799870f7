"""Facts have the columns that are documented, and keys that partitions can be made of."""

import pytest
from sqlalchemy import Table, UniqueConstraint

from gim_manager.schema.facts import FACTS, MEASURES, interaction_resource_fact


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_M02_every_unique_key_holds_the_partition_column(fact: Table) -> None:
    unique = [tuple(rule.columns.keys()) for rule in fact.constraints if isinstance(rule, UniqueConstraint)]
    assert unique
    keys = [tuple(fact.primary_key.columns.keys()), *unique]
    assert all("start_date_time_key" in key for key in keys)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_changed_row_is_found_by_its_audit_key(fact: Table) -> None:
    assert ("update_audit_key",) in {tuple(index.columns.keys()) for index in fact.indexes}
    assert not fact.c.update_audit_key.nullable


def test_a_measure_has_a_count_and_a_duration() -> None:
    for name in MEASURES:
        assert {f"{name}_count", f"{name}_duration"} <= set(interaction_resource_fact.columns.keys())
