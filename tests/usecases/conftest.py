"""A context on an initialized Info Mart, on both databases; no server unless a test hosts one."""

import pytest

from gim_manager.store.migrate import create
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock
from tests.language.server import has_completed


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def context(database_url: str, clock: HandClock) -> Context:
    database = create(database_url)
    has_completed(database, 0)
    return Context(database=database, actor=Actor(user="ada", host="desk"), clock=clock)
