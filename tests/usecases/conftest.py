"""A context on an initialized Info Mart, on both databases; no server unless a test hosts one."""

import pytest

from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock
from tests.language.template import initialized


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def context(database_url: str, clock: HandClock) -> Context:
    return Context(database=initialized(database_url), actor=Actor(user="ada", host="desk"), clock=clock)
