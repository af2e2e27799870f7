"""Slices of an export: cut by the data's time, never through an audit key, and none of them forgotten."""

from gim_manager.jobs.export_rows import slices
from gim_manager.schema.control import ctl_audit_log, ctl_mark
from gim_manager.schema.engines import writing
from tests.language.mart import add, bare_mart


def cut(url: str, *moments: int | None, mark: int = 0, seconds: int = 100) -> list[tuple[int, int]]:
    """The slices of transactions 1, 2, … that tell of these moments."""
    mart = bare_mart(url)
    for key, moment in enumerate(moments, 1):
        add(mart, ctl_audit_log, {"audit_key": key, "transaction_id": key, "max_chunk_ts": moment})
    if mark:
        add(mart, ctl_mark, {"name": "export", "value": mark})
    with writing(mart) as connection:
        return [(part.low, part.high) for part in slices(connection, seconds, 0)]


def test_E03_a_slice_ends_where_it_spans_enough(sqlite_url: str) -> None:
    assert cut(sqlite_url, 1000, 1050, 1099, 1100, 1150, 1250) == [(0, 4), (4, 6), (6, 7)]


def test_what_tells_no_moment_goes_with_its_neighbours(sqlite_url: str) -> None:
    assert cut(sqlite_url, None, 1000, None, 2000) == [(0, 4), (4, 5)]


def test_slices_begin_at_the_mark(sqlite_url: str) -> None:
    assert cut(sqlite_url, 1000, 2000, 3000, mark=3) == [(3, 4)]
