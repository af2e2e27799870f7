"""Names say what a thing is, every module says what it knows, and nothing of one machine or one day is in the tree."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, files, name_of, parsed, python_files

EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "core",
    "services",
    "handlers",
    "manager",
}
# Put together from halves, so that this file does not find itself.
NOT_IN_THE_TREE = {
    "a package registry": re.compile(
        "py" + r"pi\b|python" + r"hosted|npm" + r"js|extra-index" + r"-url|find-" + "links", re.I
    ),
    "a path of one machine": re.compile(r"(?<![\w.~])/(?:wo" + r"rk|ro" + r"ot|home/\w+)/"),
    "work left undone": re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b"),
    "a credential": re.compile(r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY"),
}
NOT_TEXT = {".png", ".ico", ".icns", ".ttf", ".otf", ".woff2", ".jpg", ".zip", ".gz", ".sqlite", ".qm", ".svgz"}


def _text_files() -> list[Path]:
    return [path for path in files() if path.suffix not in NOT_TEXT]


def test_no_file_has_a_name_that_says_nothing() -> None:
    parts = {name_of(path): path.relative_to(CHECKOUT).with_suffix("").parts for path in files()}
    assert not [name for name, words in parts.items() if EMPTY_NAMES & set(words)]


def _opening(path: Path) -> str:
    """The first paragraph of the module's docstring."""
    return (ast.get_docstring(parsed(path)) or "").partition("\n\n")[0]


def test_every_module_opens_with_a_sentence() -> None:
    modules = [path for path in python_files("gim_manager", "packaging", "tests") if path.stat().st_size]
    assert not [name_of(path) for path in modules if not _opening(path).rstrip('`"”)').endswith((".", "?"))]


@pytest.mark.parametrize("what", NOT_IN_THE_TREE)
def test_the_tree_is_free_of(what: str) -> None:
    pattern = NOT_IN_THE_TREE[what]
    found = []
    for path in _text_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [f"{name_of(path)}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    assert not found


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a package registry", "see https://" + "py" + "pi.org/project/x"),
        ("a path of one machine", "open('/wo" + "rk/x')"),
        ("work left undone", "# TO" + "DO later"),
    ],
)
def test_the_patterns_can_fail(what: str, line: str) -> None:
    assert NOT_IN_THE_TREE[what].search(line)
