"""Dimensions can be found again by what they stand for, and keep who wrote them."""

import pytest
from sqlalchemy import Table

from gim_manager.schema.warehouse import DIMENSIONS


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.name)
def test_a_dimension_has_a_key_and_its_audit_keys(dimension: Table) -> None:
    assert not any(column.autoincrement is True for column in dimension.primary_key)
    assert {"create_audit_key", "update_audit_key"} <= set(dimension.columns.keys())
