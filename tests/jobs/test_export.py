"""Job_ExportGIM: the folders, applied in order, are the tables; no increment is lost or half, whatever goes wrong."""

import csv
import io
import os
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine, Table, insert, update

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.job import Job
from gim_manager.jobs import audit, export
from gim_manager.jobs.export_rows import EXPORTED
from gim_manager.jobs.work import Outcome, Stopped
from gim_manager.schema import dimensions, facts
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import writing
from gim_manager.schema.metadata import INFO_MART
from tests.language.mart import empty_mart, rows_of
from tests.language.mart import plain_row as plain
from tests.language.work import ToldStop, a_work, recorded

ODD = ["", 'a "quoted" word', "two\r\nlines", "\\.", "a,b", "\\N", "日本 🙂", " ", "'", "\t"]


@pytest.fixture
def mart(database_url: str) -> Engine:
    return empty_mart(database_url)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def exported(mart: Engine, out: Path, *, stop: ToldStop | None = None, **options: str) -> Outcome:
    own = {("gim-export", name.replace("_", "-")): value for name, value in options.items()}
    own |= {("gim-export", "output-directory"): str(out), ("gim-export", "retry-delay-seconds"): "0"}
    return export.run(a_work(mart, job=Job.EXPORT, options=own, stop=stop))


def write(mart: Engine, table: Table, *rows: dict[str, Any], max_ts: int | None = None) -> int:
    """A transaction as a job makes it: new rows, and rows of a known key changed."""
    keys = [column.name for column in table.primary_key.columns]
    with writing(mart) as connection:
        key = audit.begin(connection, a_work(mart))
        for row in rows:
            own = [table.c[name] == row.get(name, 0) for name in keys]
            changed = connection.execute(update(table).where(*own).values(row | {"update_audit_key": key}))
            if not changed.rowcount:
                new = plain(table) | row | {"create_audit_key": key, "update_audit_key": key}
                connection.execute(insert(table).values(new))
        audit.finish(connection, key, rows=len(rows), max_ts=max_ts)
    return key


def folders(out: Path) -> list[Path]:
    return sorted(out.iterdir(), key=lambda path: int(path.name.split("_")[1]))


def read(folder: Path, table: str) -> Iterator[list[tuple[str, bool]]]:
    """The lines of a file, each field with whether it was quoted."""
    with ZipFile(folder / f"{folder.name}.zip") as zipped:
        text = zipped.read(f"{table}.csv").decode()
    assert text.endswith("\r\n")
    yield from _fields(text)


def _fields(text: str) -> Iterator[list[tuple[str, bool]]]:
    row: list[tuple[str, bool]] = []
    place = 0
    while place < len(text):
        quoted = text[place] == '"'
        value = ""
        if quoted:
            place += 1
            while text[place] != '"' or text[place : place + 2] == '""':
                step = 2 if text[place] == '"' else 1
                value, place = value + text[place], place + step
            place += 1
        else:
            while text[place] not in ",\r":
                value, place = value + text[place], place + 1
        row.append((value, quoted))
        if text[place] == ",":
            place += 1
        else:
            assert text[place : place + 2] == "\r\n"
            place += 2
            yield row
            row = []


def applied(out: Path, table: Table) -> list[dict[str, Any]]:
    """All folders in order, by primary key."""
    keys = [column.name for column in table.primary_key.columns]
    held: dict[tuple[Any, ...], dict[str, Any]] = {}
    for folder in folders(out):
        lines = read(folder, table.name)
        names = [name for name, _ in next(lines)]
        for line in lines:
            row = {name: _value(table.c[name], *field) for name, field in zip(names, line, strict=True)}
            held[tuple(row[key] for key in keys)] = row
    return [held[key] for key in sorted(held)]


def _value(column: Any, text: str, quoted: bool) -> Any:
    if not text and not quoted:
        return None
    return int(text) if column.type.python_type is int else text


def test_E02_the_folders_applied_in_order_are_the_tables(mart: Engine, out: Path) -> None:
    table = facts.interaction_fact
    texts = [
        {"interaction_id": n, "media_server_root_ixn_guid": f"R{n}", "subject": text} for n, text in enumerate(ODD)
    ]
    write(mart, table, *texts)
    assert exported(mart, out).note == "1 folder"
    write(mart, table, {"interaction_id": 3, "start_date_time_key": 0, "subject": None, "status": 7})
    write(mart, dimensions.skill, {"skill_key": 5, "skill_name": "French"})
    exported(mart, out)
    write(mart, table, {"interaction_id": 3, "start_date_time_key": 0, "status": 8}, {"interaction_id": 99})
    exported(mart, out)
    assert len(folders(out)) == 3
    for each in (table, dimensions.skill, dimensions.tenant, dimensions.resource_):
        assert applied(out, each) == rows_of(mart, each)


def test_E01_a_folder_holds_a_file_of_every_table_and_the_sum_of_its_zip(mart: Engine, out: Path) -> None:
    key = write(mart, dimensions.skill, {"skill_key": 5}, max_ts=1_795_000_000)
    exported(mart, out)
    (folder,) = folders(out)
    assert folder.name == f"export_{key}_2026_11_18_11_06_40"
    with ZipFile(folder / f"{folder.name}.zip") as zipped:
        assert sorted(zipped.namelist()) == sorted(f"{table.name}.csv" for table in EXPORTED)
    told, name = (folder / f"{folder.name}.zip.sha1").read_text().split()
    assert told == sha1((folder / name).read_bytes()).hexdigest()


def test_E01_every_table_of_the_model_is_exported() -> None:
    left_out = {table.name for table in INFO_MART.tables.values()} - {table.name for table in EXPORTED}
    assert agr_pending.name in left_out
    assert {name for name in left_out if not name.startswith(("ctl_", "agr_", "agt_", "gidb_g_", "gidb_gx_"))} == set()


def test_nothing_new_makes_no_folder(mart: Engine, out: Path) -> None:
    exported(mart, out)
    assert exported(mart, out).note == "nothing new"
    assert len(folders(out)) == 1


def test_a_file_reads_as_csv_with_any_reader(mart: Engine, out: Path) -> None:
    write(mart, dimensions.skill, *({"skill_key": n, "skill_name": text} for n, text in enumerate(ODD, 1)))
    exported(mart, out)
    (folder,) = folders(out)
    with ZipFile(folder / f"{folder.name}.zip") as zipped:
        text = zipped.read("skill.csv").decode()
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [line["skill_name"] for line in lines if int(line["skill_key"]) > 0] == ODD


def test_E04_killed_between_folder_and_mark_the_slice_is_exported_again(
    mart: Engine, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(mart, dimensions.skill, {"skill_key": 5})
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr("gim_manager.jobs.marks.move", lambda *_: 1 / 0)
        exported(mart, out)
    (first,) = folders(out)
    assert exported(mart, out).rows > 0
    assert folders(out)[0] == first
    assert applied(out, dimensions.skill) == rows_of(mart, dimensions.skill)


def test_E04_what_a_killed_run_left_is_removed_and_no_half_folder_has_a_name(mart: Engine, out: Path) -> None:
    left = out / ".unfinished_export_7_x"
    left.mkdir(parents=True)
    (left / "half.zip").write_bytes(b"PK")
    with pytest.raises(Stopped):
        exported(mart, out, stop=ToldStop(at_check=9))
    assert list(out.iterdir()) == []
    exported(mart, out)
    assert len(folders(out)) == 1


def test_E04_a_disk_that_refuses_is_tried_again_then_the_run_fails_with_the_cause(mart: Engine, out: Path) -> None:
    out.write_text("in the way")
    own = {("gim-export", "output-directory"): str(out), ("gim-export", "retry-delay-seconds"): "0"}
    work = a_work(mart, job=Job.EXPORT, options=own)
    with pytest.raises(JobFailed, match=r"The export could not be written: .*(exists|directory)"):
        export.run(work)
    assert len(recorded(work).warnings) == 3
    out.unlink()
    assert exported(mart, out).rows > 0


def test_E03_a_slice_spans_the_seconds_that_the_option_says(mart: Engine, out: Path) -> None:
    for hour in range(4):
        write(mart, dimensions.skill, {"skill_key": hour + 1}, max_ts=1_795_000_000 + hour * 3600)
    exported(mart, out, chunk_size_seconds="7200")
    assert [len(list(read(folder, "skill"))) - 1 for folder in folders(out)] == [4, 2]


def test_E03_older_facts_are_left_out_of_the_first_export_only(mart: Engine, out: Path) -> None:
    for number, day in ((1, 1_794_000_000), (2, 1_795_000_000)):
        guid = {"media_server_root_ixn_guid": f"R{number}"}
        write(mart, facts.interaction_fact, {"interaction_id": number, "start_ts": day} | guid)
    exported(mart, out, start_date="2026-11-10")
    assert [row["interaction_id"] for row in applied(out, facts.interaction_fact)] == [2]


def test_E03_old_folders_are_deleted(mart: Engine, out: Path) -> None:
    exported(mart, out)
    (folder,) = folders(out)
    os.utime(folder, (0, 0))
    exported(mart, out)
    assert folders(out) == []


def test_a_character_that_the_encoding_lacks_is_an_error_in_words(mart: Engine, out: Path) -> None:
    write(mart, dimensions.skill, {"skill_key": 5, "skill_name": "日本"})
    with pytest.raises(JobFailed, match="SKILL holds '日', which iso8859-1 cannot write"):
        exported(mart, out, output_files_encoding="latin1")
    with pytest.raises(JobFailed, match="names no character set"):
        exported(mart, out, output_files_encoding="klingon")
