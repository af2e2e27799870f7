"""Connections are saved by name and used by it; no password is ever shown or written."""

import io

import pytest

from gim_manager.domain.errors import Exit
from tests.cli.conftest import CommandLine
from tests.language.keyrings import Memory, keyring_is

REMOTE = "postgresql://ann@db.example.com:1/mart"


def test_a_saved_connection_is_listed_tried_used_and_removed(gim: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIM_MANAGER_DB")
    assert "No connection is saved" in gim("connections", "list").out
    added = gim.json("connections", "add", "work", gim.url)
    assert added == {"name": "work", "ok": True, "problem": None, "role": "administrator", "warning": None}
    assert gim.json("connections", "list") == {"connections": [{"name": "work", "url": gim.url}]}
    assert gim("connections", "test").out == "work: works, with the administrator role\n"
    assert gim.json("--connection", "work", "jobs") == {"runs": []}
    assert gim.json("connections", "remove", "work") == {"removed": "work"}
    assert gim("connections", "test", "work").code == Exit.USAGE


def test_a_password_is_asked_for_and_shown_nowhere(anywhere: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Memory()
    monkeypatch.setattr("sys.stdin", io.StringIO("s3cret\n"))
    with keyring_is(ring):
        said = [
            anywhere("connections", "add", "work", REMOTE, "--ask-password", "--untested"),
            anywhere("connections", "list"), anywhere("connections", "list", "--json"),
        ]  # fmt: skip
    assert [one.code for one in said] == [0, 0, 0]
    assert list(ring.kept.values()) == ["s3cret"]
    assert "s3cret" not in "".join(one.out + one.err for one in said)
    assert not [file for file in anywhere.profile.rglob("*") if file.is_file() and "s3cret" in file.read_text()]


def test_one_that_does_not_work_fails_the_test_and_is_not_saved(anywhere: CommandLine) -> None:
    url = "postgresql://ann@127.0.0.1:1/mart"
    with keyring_is(Memory()):
        assert anywhere("connections", "add", "work", url).code == Exit.UNREACHABLE
        assert anywhere.json("connections", "list") == {"connections": []}
        anywhere("connections", "add", "work", url, "--untested")
        (tried,) = anywhere.json("connections", "test", code=Exit.FAILED)["connections"]
    assert (tried["ok"], tried["role"]) == (False, None) and "cannot be reached" in tried["problem"]
