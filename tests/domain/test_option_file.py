"""An option file is read with all that is wrong in it at once, and written so that it reads the same."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.errors import BadValue
from gim_manager.domain.option_file import LONGEST_NAME, option_file, read_option_file, text_of

ALL_THAT_IS_WRONG = """\
early = 1
[schedule]
etl-frequency = often
; a comment
# another
etl-start-time 06:30
timezone = Mars
timezone = Europe/Berlin
= 3
[ ]
"""


def test_a_file_is_sections_of_names_and_values() -> None:
    file = read_option_file(
        "; mine\n[schedule]\netl-start-time = 6:30\n\n  run-export=yes\n[gim-export]\nstart-date =\n"
    )
    assert file.problems == ()
    assert file.values == {
        ("schedule", "etl-start-time"): "06:30", ("schedule", "run-export"): "true", ("gim-export", "start-date"): "",
    }  # fmt: skip
    assert file.options.text("schedule", "etl-start-time") == "06:30"


def test_every_problem_is_named_with_its_line() -> None:
    problems = read_option_file(ALL_THAT_IS_WRONG).problems
    assert [problem.partition(":")[0] for problem in problems] == [f"Line {n}" for n in (1, 3, 6, 7, 8, 9, 10)]
    for problem, says in zip(
        problems,
        ("stands in no section", "'often' is not valid: it takes a whole number", "neither [section] nor name = value",
         "There is no time zone named 'Mars'", "stands in line 7 already", "has no name", "has no name"),
        strict=True,
    ):  # fmt: skip
        assert says in problem


def test_what_nobody_declared_is_kept_and_named() -> None:
    file = read_option_file("[log4j]\nmax-backup-index = 10\n[date-time-berlin]\ndate-time-tz = Europe/Berlin\n")
    assert file.unknown == (("log4j", "max-backup-index"),)
    assert file.values["date-time-berlin", "date-time-tz"] == "Europe/Berlin"


def test_a_section_may_come_twice_and_an_equals_sign_stand_in_a_value() -> None:
    file = read_option_file("[a]\nx = 1=2 % ; 3\n[b]\nx = 2\n[a]\ny = 3\n")
    assert file.values == {("a", "x"): "1=2 % ; 3", ("b", "x"): "2", ("a", "y"): "3"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"[a]\n{'x' * (LONGEST_NAME + 1)} = 1", "longer than 100 letters"),
        (f"[{'x' * (LONGEST_NAME + 1)}]\na = 1", "longer than 100 letters"),
        ("[a]\nx\0y = 1", "a character that no name has"),
        ("[a]\nx = 1\x1b2", "a character that no value has"),
        ("[a\n", "neither [section] nor"),
    ],
)
def test_what_no_database_can_keep_is_a_problem(text: str, says: str) -> None:
    (problem,) = read_option_file(text).problems
    assert says in problem


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
)
def test_a_file_of_any_editor_is_read(encoded, end: str) -> None:
    text = text_of(encoded(end.join(["[gim-export]", "output-directory = C:\\Überblick", "max-retries = x"])))
    file = read_option_file(text)
    assert file.values == {("gim-export", "output-directory"): "C:\\Überblick"}
    assert file.problems[0].startswith("Line 3: ")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[a]\nx = \xe4\n", b"\xff"])
def test_what_is_no_text_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BadValue, match="written in UTF-8"):
        text_of(data)


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@given(
    st.dictionaries(
        st.tuples(words, words.filter(lambda name: name[0] not in "#;[" and "=" not in name)),
        st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40),
    )
)
def test_what_is_written_reads_the_same(values: dict[tuple[str, str], str]) -> None:
    file = read_option_file(option_file(values.items()))
    assert (file.problems, dict(file.values)) == ((), values)
