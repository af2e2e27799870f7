"""Files and functions stay small, all of them: the tail is where a house rots."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import name_of, parsed, python_files

FILE_AIM, FILE_LIMIT = 250, 400
FUNCTION_AIM, FUNCTION_LIMIT = 25, 50
SHARE = 0.95

LONGER_FILES: dict[str, str] = {}
"""A longer file, and why: only what is one clear list (options, rules, tables)."""

LONGER_FUNCTIONS: dict[str, str] = {}
"""A longer function as `file::name`, and why."""

FOLDERS = [("gim_manager",), ("tests", "packaging")]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Lengths = list[tuple[str, int]]


def _declares_tables(path: Path) -> bool:
    """Tables are one clear list, and a migration is written once."""
    return name_of(path).startswith("gim_manager/schema/")


def _file_lengths(folders: tuple[str, ...]) -> Lengths:
    paths = (path for path in python_files(*folders) if not _declares_tables(path))
    return [(name_of(path), len(path.read_text(encoding="utf-8").splitlines())) for path in paths]


def _functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def _length(function: Function) -> int:
    """Lines without the docstring, which may take what it needs."""
    first = function.body[0]
    words = first.end_lineno - first.lineno + 1 if ast.get_docstring(function) and first.end_lineno else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - words


def _function_lengths(folders: tuple[str, ...]) -> Lengths:
    paths = (path for path in python_files(*folders) if "migrations" not in path.parts)
    return [(f"{name_of(path)}::{node.name}", _length(node)) for path in paths for node in _functions(path)]


def _over(lengths: Lengths, limit: int) -> Lengths:
    return [(name, length) for name, length in lengths if length > limit]


def _undeclared(lengths: Lengths, declared: dict[str, str]) -> Lengths:
    return [(name, length) for name, length in lengths if name not in declared]


@pytest.mark.parametrize("folders", FOLDERS)
def test_files_are_short(folders: tuple[str, ...]) -> None:
    lengths = _file_lengths(folders)
    assert not _undeclared(_over(lengths, FILE_LIMIT), LONGER_FILES)
    long = _over(lengths, FILE_AIM)
    assert len(long) <= (1 - SHARE) * len(lengths), f"{len(long)} of {len(lengths)} exceed {FILE_AIM} lines: {long}"


@pytest.mark.parametrize("folders", FOLDERS)
def test_functions_are_short(folders: tuple[str, ...]) -> None:
    lengths = _function_lengths(folders)
    assert not _undeclared(_over(lengths, FUNCTION_LIMIT), LONGER_FUNCTIONS)
    long = _over(lengths, FUNCTION_AIM)
    assert len(long) <= (1 - SHARE) * len(lengths), f"{len(long)} of {len(lengths)} exceed {FUNCTION_AIM} lines: {long}"


def test_a_declared_exception_is_one() -> None:
    everywhere = ("gim_manager", "tests", "packaging")
    assert LONGER_FILES.keys() <= dict(_over(_file_lengths(everywhere), FILE_LIMIT)).keys()
    assert LONGER_FUNCTIONS.keys() <= dict(_over(_function_lengths(everywhere), FUNCTION_LIMIT)).keys()


def test_a_long_docstring_does_not_make_a_function_long() -> None:
    tree = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert _length(function) == 2
