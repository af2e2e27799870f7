"""What travels together is still carried out apart, and what a session keeps is still what was asked."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, Integer, String, bindparam, literal, select, text
from sqlalchemy.exc import DBAPIError

from gim_manager.schema.engines import at_once, glancing, make_engine
from gim_manager.schema.messages import KEPT, after
from gim_manager.schema.urls import parse_url

PARTS, OF = bindparam("parts", type_=Integer), bindparam("of", type_=String)
SHARE = select(literal(12) // PARTS, OF + ": 100 %").where(PARTS < 100).execution_options(**KEPT)


def test_two_statements_in_one_message_are_two_statements_still(postgresql_url: str) -> None:
    engine = make_engine(parse_url(postgresql_url))
    first = after("CREATE TABLE told AS SELECT 1 AS number")
    with at_once(engine) as connection:
        assert connection.scalar(text("SELECT number FROM told"), execution_options=first) == 1
    with glancing(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM told")) == 1


def test_a_statement_at_once_that_fails_leaves_nothing_of_what_went_before_it(postgresql_url: str) -> None:
    engine = make_engine(parse_url(postgresql_url))
    with pytest.raises(DBAPIError), at_once(engine) as connection:
        connection.execute(text("SELECT 1 / 0"), execution_options=after("CREATE TABLE told (number integer)"))
    with glancing(engine) as connection:
        assert connection.scalar(text("SELECT to_regclass('told')")) is None


@pytest.fixture
def kept(postgresql_url: str) -> Iterator[Engine]:
    engine = make_engine(parse_url(postgresql_url), keeps=True)
    yield engine
    engine.dispose()


def test_what_is_kept_is_read_once_a_session_and_answers_each_time_by_what_it_is_given(kept: Engine) -> None:
    for parts, of, expected in ((3, "a'%s", 4), (4, "b", 3), (12, "c", 1)):
        with at_once(kept) as connection:
            row = connection.execute(SHARE, {"parts": parts, "of": of}).one()
            assert tuple(row) == (expected, f"{of}: 100 %")
            assert connection.scalar(text("SELECT count(*) FROM pg_prepared_statements")) == 1


def test_what_is_kept_goes_behind_another_statement_too(kept: Engine) -> None:
    for _again in range(2):
        with at_once(kept) as connection:
            options = after("CREATE TABLE IF NOT EXISTS told (n integer)")
            assert connection.execute(SHARE, {"parts": 3, "of": "x"}, execution_options=options).one()[0] == 4
    with glancing(kept) as connection:
        assert connection.scalar(text("SELECT count(*) FROM told")) == 0


def test_what_fails_the_first_time_is_asked_again_as_if_for_the_first_time(kept: Engine) -> None:
    for _again in range(2):
        with pytest.raises(DBAPIError), at_once(kept) as connection:
            connection.execute(SHARE, {"parts": 0, "of": "x"})
    with at_once(kept) as connection:
        assert connection.execute(SHARE, {"parts": 6, "of": "x"}).one()[0] == 2
