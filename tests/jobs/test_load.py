"""Rows from Python arrive as they were, in batches, on both databases."""

from datetime import datetime

from gim_manager.jobs.load import load
from gim_manager.schema.control import ctl_discard, ctl_extract_history
from gim_manager.schema.engines import writing
from tests.language.mart import bare_mart, plain_row, rows_of


def test_text_null_and_time_arrive_as_they_were(database_url: str) -> None:
    mart = bare_mart(database_url)
    odd = ["", None, "\\N", "tab\there", "two\r\nlines", "back\\slash", "日本 🙂"]
    rows = [plain_row(ctl_discard) | {"discard_key": n, "detail": text} for n, text in enumerate(odd)]
    with writing(mart) as connection:
        assert load(connection, ctl_discard, list(rows[0]), rows) == len(odd)
    assert [row["detail"] for row in rows_of(mart, ctl_discard)] == odd


def test_more_rows_than_a_batch_and_times(database_url: str) -> None:
    mart = bare_mart(database_url)
    when = datetime.fromisoformat("2026-11-23 12:00:00.000250")
    plain = plain_row(ctl_extract_history) | {"max_time": when}
    with writing(mart) as connection:
        rows = (plain | {"create_audit_key": number} for number in range(5_001))
        assert load(connection, ctl_extract_history, list(plain), rows) == 5_001
    written = rows_of(mart, ctl_extract_history, "create_audit_key", "max_time")
    assert (len(written), written[-1]["max_time"]) == (5_001, when)
