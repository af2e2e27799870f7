"""What may run follows from the steps that both halves have gone through."""

import hashlib
from importlib.resources import files

import pytest

from gim_manager.domain.conditions import Condition
from gim_manager.store import versions
from gim_manager.store.connect import Database, connect
from gim_manager.store.versions import SchemaState
from tests.language.old_versions import OLD


@pytest.mark.parametrize(
    ("info_mart", "manager", "initialized", "condition"),
    [
        (None, "2", False, Condition.UNINITIALIZED),
        ("2", None, True, Condition.UNINITIALIZED),
        ("2", "2", False, Condition.UNINITIALIZED),
        ("2", "2", True, Condition.READY),
        ("1", "2", True, Condition.MIGRATION),
        ("2", "1", True, Condition.MIGRATION),
        ("1", "3", True, Condition.NEWER),
        ("3", "2", True, Condition.NEWER),
    ],
)
def test_R29_the_condition_follows_from_both_halves(
    monkeypatch: pytest.MonkeyPatch, info_mart, manager, initialized, condition
) -> None:
    monkeypatch.setattr(versions, "INFO_MART_STEPS", ("1", "2"))
    monkeypatch.setattr(versions, "MANAGER_STEPS", ("1", "2"))
    assert SchemaState(info_mart=info_mart, manager=manager, initialized=initialized).condition is condition


def test_a_fresh_info_mart_stands_at_the_last_steps(database: Database) -> None:
    state = versions.state(database)
    assert (state.info_mart, state.manager) == (versions.INFO_MART_STEPS[-1], versions.MANAGER_STEPS[-1])


def test_an_empty_database_stands_nowhere(postgresql_url: str) -> None:
    assert versions.state(connect(postgresql_url)) == SchemaState(info_mart=None, manager=None)


def test_M05_a_step_that_others_build_on_is_never_changed_again() -> None:
    """An old Info Mart of the tests is a witness only as long as its steps are those of its time; a step is listed in
    digests.txt once a version with it is released."""
    listed = (OLD / "digests.txt").read_text(encoding="utf-8").split("\n")
    for digest, name in (line.split(" ") for line in listed if line):
        written = files("gim_manager.schema.migrations").joinpath(name).read_text(encoding="utf-8")
        assert hashlib.sha256(written.encode()).hexdigest() == digest, f"{name} was changed: write a step of its own"
