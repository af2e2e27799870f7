"""Global options may stand before the command or after it, and values stay beside their options."""

import pytest

from gim_manager.cli.arguments import global_options_first
from gim_manager.cli.main import app


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("jobs --json --limit 3 --db sqlite:///x", "--json --db sqlite:///x jobs --limit 3"),
        ("jobs --db=sqlite:///x -q", "--db=sqlite:///x -q jobs"),
        ("--profile p jobs -v", "--profile p -v jobs"),
        ("stop 7 --reason --json", "stop 7 --reason --json"),
        ("jobs --job --json", "jobs --job --json"),
        ("run Job_X --parameters=--json --wait", "run Job_X --parameters=--json --wait"),
        ("options set a b -- --json", "options set a b -- --json"),
        ("options set --json -- a b -1", "--json options set -- a b -1"),
        ("run --help", "run --help"),
        ("jobs --version", "--version jobs"),
        ("jobs --db", "--db jobs"),
    ],
)
def test_global_options_come_first(written: str, read: str) -> None:
    assert global_options_first(written.split(), app) == read.split()
