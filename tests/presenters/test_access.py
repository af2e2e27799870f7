"""A role that does not allow an action is named by the one that does."""

from dataclasses import replace

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.presenters.access import role_found, told, why_not
from tests.language.fake_window import the_status

VERA = Access(role=Role.VIEWER, serves=False, login="vera", knows_persons=True)
OLGA = replace(VERA, role=Role.OPERATOR, login="olga")


@pytest.mark.parametrize("action", ["run", "stop", "hold"])
def test_running_stopping_and_holding_take_an_operator(action: str) -> None:
    assert why_not(VERA, action) == "needs the operator role"
    assert why_not(OLGA, action) == ""


def test_the_option_that_suspends_takes_an_administrator_and_a_hold_ends_by_an_operator() -> None:
    held = the_status()
    assert why_not(OLGA, "suspend", replace(held, hold=None)) == "needs the administrator role"
    assert why_not(OLGA, "lead") == "needs the administrator role"
    assert why_not(replace(OLGA, role=Role.ADMINISTRATOR), "suspend") == ""


def test_a_server_takes_a_login_that_may_be_one() -> None:
    assert why_not(OLGA, "serve") == "needs the server role"
    assert why_not(replace(OLGA, serves=True), "serve") == ""


def test_the_role_is_shown_where_there_are_roles() -> None:
    assert (role_found(OLGA), role_found(Access())) == ("operator", "")
    assert (told(OLGA), told(Access())) == ("olga has the operator role here.", "")
