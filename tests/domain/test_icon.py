"""ICON's codes are told apart: one number has one name."""

from enum import IntEnum

import pytest

from gim_manager.domain import icon
from gim_manager.domain.icon import Role

CODES = [thing for thing in vars(icon).values() if isinstance(thing, type) and issubclass(thing, IntEnum)]


@pytest.mark.parametrize("codes", [code for code in CODES if code is not IntEnum])
def test_no_number_has_two_names(codes: type[IntEnum]) -> None:
    assert len(codes.__members__) == len(list(codes))


def test_X01_the_roles_are_the_four_of_the_rules() -> None:
    assert {role.value for role in Role} == {"ICON_CFG", "ICON_CORE", "ICON_MM", "ICON_OCS"}
