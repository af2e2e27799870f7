"""What a role allows, and what is said where it does not."""

import pytest

from gim_manager.domain.access import Access, NeedsRole, Role
from gim_manager.domain.errors import Exit


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.VIEWER, {Role.VIEWER}),
        (Role.OPERATOR, {Role.VIEWER, Role.OPERATOR}),
        (Role.ADMINISTRATOR, set(Role)),
    ],
)
def test_each_role_may_what_the_one_before_it_may(role: Role, allowed: set[Role]) -> None:
    access = Access(role=role)
    assert {needed for needed in Role if access.allows(needed)} == allowed


def test_a_refusal_names_the_act_the_role_found_and_the_role_needed() -> None:
    with pytest.raises(NeedsRole) as refusal:
        Access(role=Role.VIEWER, login="ann").ensure(Role.OPERATOR, "Stopping a run")
    assert str(refusal.value).startswith("Stopping a run needs the operator role, and ann has the viewer role.")
    assert refusal.value.exit_code is Exit.NOT_PERMITTED
    with pytest.raises(NeedsRole, match="needs the server role"):
        Access(role=Role.OPERATOR, serves=False, login="ann").ensure_serves("Running a server")


def test_where_there_are_no_roles_everybody_is_administrator() -> None:
    for needed in Role:
        Access().ensure(needed, "Whatever it is")
    Access().ensure_serves("Running a server")
