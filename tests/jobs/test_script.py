"""Scripts: the form of a .sql file, twins for the two databases, and that every file of ours has the form."""

from importlib.resources import files

import pytest
from sqlalchemy.exc import StatementError

from gim_manager.jobs.script import BadScript, parse, script
from gim_manager.schema.control import ctl_mark
from gim_manager.schema.engines import reading, writing
from tests.language.mart import bare_mart, rows_of

HEADER = "-- what: Tries.\n-- grain: one row a name.\n-- reads: ctl_mark\n-- writes: ctl_mark\n"
FOLDER = files("gim_manager.jobs").joinpath("sql")
ALL = [f"{job.name}/{file.name[:-4]}" for job in FOLDER.iterdir() if job.is_dir() for file in job.iterdir()]


@pytest.mark.parametrize("name", ALL)
def test_every_script_has_the_form(name: str) -> None:
    made = script(name)
    assert made.what.endswith(".") and made.steps


def test_a_script_runs_its_steps_and_counts_what_it_writes(database_url: str) -> None:
    made = parse("t", HEADER + """
-- step: aside
CREATE TEMP TABLE aside AS SELECT CAST(:name AS TEXT) AS name;
-- step: aside again
INSERT INTO aside SELECT 'b';
-- step: write
-- A comment may hold a colon :and a word.
INSERT INTO ctl_mark (name, value, update_audit_key) SELECT name, :value, 1 FROM aside;
-- step: change
UPDATE CTL_MARK SET value2 = '%H:%M' WHERE name = 'a';
""")  # fmt: skip
    mart = bare_mart(database_url)
    with writing(mart) as connection:
        assert made.counts(connection, name="a", value=4, unused=1) == {
            "aside": 0, "aside again": 0, "write": 2, "change": 1,
        }  # fmt: skip
    assert [(row["name"], row["value"], row["value2"]) for row in rows_of(mart, ctl_mark)] == [
        ("a", 4, "%H:%M"),
        ("b", 4, None),
    ]


def test_twins_run_each_on_its_own_database(database_url: str) -> None:
    made = parse("t", HEADER + """
-- step: write [postgresql]
INSERT INTO ctl_mark (name, value, update_audit_key) VALUES ('postgresql', 1, 1);
-- step: write [sqlite]
-- Differs from PostgreSQL because this is a test.
INSERT INTO ctl_mark (name, value, update_audit_key) VALUES ('sqlite', 1, 1);
""")  # fmt: skip
    mart = bare_mart(database_url)
    with writing(mart) as connection:
        assert made.run(connection) == 1
    assert [row["name"] for row in rows_of(mart, ctl_mark)] == [mart.dialect.name]


def test_a_missing_parameter_is_an_error(sqlite_url: str) -> None:
    made = parse("t", HEADER + "-- step: read\nSELECT :value;")
    with pytest.raises(StatementError, match="value"), reading(bare_mart(sqlite_url)) as connection:
        made.run(connection)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("-- what: x\n-- step: a\nSELECT 1;", "lacks grain, reads, writes"),
        (HEADER, "a name of its own"),
        (HEADER + "-- step: a\n", "is empty"),
        (HEADER + "-- step: a [oracle]\nSELECT 1;", "no database of ours"),
        (HEADER + "-- step: a [sqlite]\nSELECT 1;", "why SQLite differs"),
        (HEADER + "-- step: a\nSELECT 1;\n-- step: a\nSELECT 2;", "a name of its own"),
    ],
)
def test_a_file_that_breaks_the_form_is_refused(content: str, why: str) -> None:
    with pytest.raises(BadScript, match=why):
        parse("t", content)
