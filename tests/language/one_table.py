"""The smallest database that something can be done to."""

from sqlalchemy import Engine, text

from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url


def one_table(url: str) -> Engine:
    """A database at this URL with the table `t` of one number."""
    engine = make_engine(parse_url(url), must_exist=False)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER PRIMARY KEY)"))
    return engine
