"""The guard's DDL is made from the transition table."""

import pytest

from gim_manager.domain.run import TRANSITIONS
from gim_manager.schema.dialect import GUARD, guard_statements


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_guard_names_each_state_that_may_be_left(dialect: str) -> None:
    ddl = " ".join(guard_statements(dialect))
    assert GUARD in ddl
    for status, following in TRANSITIONS.items():
        assert (f"OLD.status = '{status.value}'" in ddl) == bool(following)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_no_statement_holds_a_sign_that_a_driver_reads_as_a_parameter(dialect: str) -> None:
    assert not any(sign in statement for statement in guard_statements(dialect) for sign in "%?")
