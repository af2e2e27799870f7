"""A sample is written whole or not at all, continued without a seam, and the same on both databases."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, select

from gim_manager.domain.errors import BadValue, Unreachable
from gim_manager.sample.arguments import SampleArguments
from gim_manager.sample.ledger import SAMPLE, sample_centre
from gim_manager.sample.writer import LiveCentre, live_step, write_sample
from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.idb import IDB, g_call, g_party, g_prov_control
from gim_manager.schema.urls import parse_url
from tests.sample.tables import dump, table_rows

THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
SMALL = {"agents": 12, "calls_per_day": 120}


def small(**more: Any) -> SampleArguments:
    """Two small days."""
    return SampleArguments(**{"days": 2, "until": FRIDAY, **SMALL, **more})


def file_url(folder: Path, name: str) -> str:
    """A SQLite URL."""
    return f"sqlite:///{(folder / name).as_posix()}"


def test_the_same_arguments_give_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    for name in ("one.sqlite", "two.sqlite"):
        write_sample(file_url(tmp_path, name), small())
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()


def test_both_databases_hold_the_same_rows(tmp_path: Path, postgresql_url: str) -> None:
    here = file_url(tmp_path, "one.sqlite")
    totals = write_sample(here, small())
    assert write_sample(postgresql_url, small()) == totals
    assert dump(here) == dump(postgresql_url)


def test_a_sample_says_what_its_ledger_says(database_url: str) -> None:
    totals = write_sample(database_url, small())
    assert totals.agents == 12
    assert totals.calls > totals.offered == totals.answered + totals.abandoned > 150
    assert totals.talk_seconds > 10_000


def test_appending_leaves_no_seam(tmp_path: Path, database_url: str) -> None:
    whole = file_url(tmp_path, "whole.sqlite")
    expected = write_sample(whole, small(days=3))
    write_sample(database_url, small(days=1, until=FRIDAY - timedelta(days=2)))
    assert write_sample(database_url, small(append=True, until=None)) == expected
    assert dump(database_url) == dump(whole)


def test_living_on_leaves_no_seam_however_small_the_steps(tmp_path: Path, database_url: str) -> None:
    whole, noon = file_url(tmp_path, "whole.sqlite"), datetime(2026, 11, 20, 12, tzinfo=UTC)
    write_sample(whole, small(until_time=time(12, 30)))
    write_sample(database_url, small(until_time=time(12)))
    centre = LiveCentre(database_url)
    for seconds in (5, 10, 15, 400, 1000):
        centre.step(noon + timedelta(seconds=seconds))
    assert live_step(database_url, noon + timedelta(minutes=30)) > 0
    assert dump(database_url) == dump(whole)


def test_living_on_passes_midnight(tmp_path: Path) -> None:
    whole, live = file_url(tmp_path, "whole.sqlite"), file_url(tmp_path, "live.sqlite")
    write_sample(whole, small())
    write_sample(live, small(days=1, until=THURSDAY, until_time=time(23, 30)))
    live_step(live, datetime(2026, 11, 21, tzinfo=UTC))
    assert dump(live) == dump(whole)


def test_calls_in_progress_stand_unterminated_and_end_with_a_new_number(database_url: str) -> None:
    write_sample(database_url, small(until_time=time(11), calls_per_day=400))
    before = {row["callid"]: row for row in table_rows(database_url, g_call)}
    active = {callid for callid, row in before.items() if row["terminated_ts"] is None}
    assert active
    current = _current(database_url)
    live_step(database_url, datetime(2026, 11, 20, 12, tzinfo=UTC))
    after = {row["callid"]: row for row in table_rows(database_url, g_call)}
    for callid in active:
        assert (before[callid]["state"], after[callid]["state"]) == (1, 2)
        assert after[callid]["gsys_seq"] == before[callid]["gsys_seq"] <= current < after[callid]["gsys_useq"]
    untouched = before.keys() - active
    assert all(before[callid] == after[callid] for callid in untouched)


def _current(url: str) -> int:
    return next(int(row["seqcurrent"]) for row in table_rows(url, g_prov_control) if row["providertag"] == 2)


def test_X02_every_number_lies_at_or_below_the_providers_current_one(tmp_path: Path) -> None:
    url = file_url(tmp_path, "one.sqlite")
    write_sample(url, small(until_time=time(11)))
    parties = table_rows(url, g_party)
    assert all(row["gsys_seq"] <= row["gsys_useq"] <= _current(url) for row in parties)
    assert len({row["gsys_seq"] for row in parties}) == len(parties)


def test_a_step_into_the_past_writes_nothing(tmp_path: Path) -> None:
    url = file_url(tmp_path, "one.sqlite")
    write_sample(url, small())
    assert live_step(url, datetime(2026, 11, 20, tzinfo=UTC)) == 0


def test_two_who_keep_one_centre_alive_do_not_write_twice(tmp_path: Path) -> None:
    url, whole = file_url(tmp_path, "one.sqlite"), file_url(tmp_path, "whole.sqlite")
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    write_sample(url, small(until_time=time(12)))
    write_sample(whole, small(until_time=time(12, 10)))
    one, other = LiveCentre(url), LiveCentre(url)
    for minute in range(1, 11):
        (one if minute % 2 else other).step(noon + timedelta(minutes=minute))
    assert dump(url) == dump(whole)


def test_progress_is_told_day_by_day(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    write_sample(file_url(tmp_path, "one.sqlite"), small(), progress=lambda done, words: told.append((done, words)))
    assert [words for _, words in told[:2]] == ["the calls of 2026-11-19", "the calls of 2026-11-20"]
    assert [done for done, _ in told] == [0.0, 0.5, 1.0]


def test_a_second_sample_in_the_same_database_is_refused(database_url: str) -> None:
    write_sample(database_url, small(days=1))
    before = dump(database_url)
    with pytest.raises(BadValue, match="--append"):
        write_sample(database_url, small(days=1))
    assert dump(database_url) == before


def test_a_database_that_holds_anything_else_is_refused(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER)")
    with pytest.raises(BadValue, match="holds invoices"):
        write_sample(database_url, small())
    with pytest.raises(BadValue, match="not a sample"):
        write_sample(database_url, small(append=True))
    with pytest.raises(BadValue, match="not a sample"):
        LiveCentre(database_url)


def test_an_append_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    url = file_url(tmp_path, "one.sqlite")
    write_sample(url, small())
    with pytest.raises(BadValue, match="reaches 2026-11-21 00:00 UTC already"):
        write_sample(url, small(append=True, until=THURSDAY))


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="no folder"):
        write_sample(file_url(tmp_path, "nowhere/one.sqlite"), small())


def test_a_sample_that_is_broken_off_leaves_nothing(tmp_path: Path, database_url: str) -> None:
    def broken(done: float, _words: str) -> None:
        if done > 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sample(database_url, small(), progress=broken)
    assert list(tmp_path.iterdir()) == []
    write_sample(database_url, small(days=1))


def test_a_step_that_fails_is_made_good_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, whole = file_url(tmp_path, "one.sqlite"), file_url(tmp_path, "whole.sqlite")
    write_sample(whole, small(until_time=time(13)))
    write_sample(url, small(until_time=time(12)))
    centre = LiveCentre(url)
    engine = make_engine(parse_url(url))
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON sample_centre BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
    with pytest.raises(Exception, match="full"):
        centre.step(datetime(2026, 11, 20, 12, 30, tzinfo=UTC))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    centre.step(datetime(2026, 11, 20, 13, tzinfo=UTC))
    assert dump(url) == dump(whole)


def test_the_tables_are_those_that_the_extraction_reads(tmp_path: Path) -> None:
    url = file_url(tmp_path, "one.sqlite")
    write_sample(url, small(days=1))
    found = MetaData()
    found.reflect(make_engine(parse_url(url)))
    assert found.tables.keys() == IDB.tables.keys() | SAMPLE.tables.keys()
    indexes = {index.name for table in found.tables.values() for index in table.indexes}
    assert indexes == {index.name for table in IDB.tables.values() for index in table.indexes}
    with reading(make_engine(parse_url(url))) as connection:
        assert connection.execute(select(sample_centre.c.day)).scalar_one() == "2026-11-21"
