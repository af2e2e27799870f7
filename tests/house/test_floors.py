"""The floor plan in setup.cfg holds, and each of its contracts bites when it is broken on purpose."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT

FLOORS = "The floors: a room stands above all that it imports"
CIRCLES = "No circles anywhere, TYPE_CHECKING counted"
QT = "Qt lives in desktop alone"
PURE = "The domain does no I/O, reads no clock, knows no library"
SQL = "SQLAlchemy lives in schema, store, jobs and sample alone"
DRIVERS = "Database drivers live in schema, store, jobs and sample alone"
DOOR = "Faces go through use cases"
HISTORY = "Migrations import nothing of the house: history does not follow refactorings"

UNDER_TYPE_CHECKING = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import "
INSIDE_A_FUNCTION = "def planted():\n    import "

VIOLATIONS = {
    "upwards": (FLOORS, {"domain/planted.py": "import gim_manager.store"}),
    "sideways": (FLOORS, {"store/planted.py": "import gim_manager.jobs"}),
    "a room that is not on the plan": (FLOORS, {"planted/__init__.py": ""}),
    "inside a function": (FLOORS, {"domain/planted.py": f"{INSIDE_A_FUNCTION}gim_manager.engine"}),
    "circle": (
        CIRCLES,
        {
            "domain/planted.py": "import gim_manager.domain.planted_too",
            "domain/planted_too.py": f"{UNDER_TYPE_CHECKING}gim_manager.domain.planted",
        },
    ),
    "PySide6": (QT, {"host/planted.py": "import PySide6.QtCore"}),
    "qasync": (QT, {"usecases/planted.py": "import qasync"}),
    "a clock in the domain": (PURE, {"domain/planted.py": "import time"}),
    "files in the domain": (PURE, {"domain/planted.py": "import pathlib"}),
    "SQLAlchemy": (SQL, {"engine/planted.py": "import sqlalchemy"}),
    "a driver": (DRIVERS, {"host/planted.py": "import sqlite3"}),
    "a face at the store": (DOOR, {"cli/planted.py": "import gim_manager.store"}),
    "a migration that reads today's tables": (
        HISTORY,
        {"schema/migrations/planted.py": "import gim_manager.schema.columns"},
    ),
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [lint_imports, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(CHECKOUT / "setup.cfg", tmp_path)
    shutil.copytree(CHECKOUT / "gim_manager", tmp_path / "gim_manager", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_house_stands_as_planned() -> None:
    done = _lint(CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_violation_breaks_its_contract(copy: Path, violation: str) -> None:
    contract, planted = VIOLATIONS[violation]
    for name, text in planted.items():
        path = copy / "gim_manager" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    done = _lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in done.stdout
    assert "planted" in done.stdout


def test_every_contract_is_seen_to_bite() -> None:
    plan = (CHECKOUT / "setup.cfg").read_text(encoding="utf-8").splitlines()
    named = {line.removeprefix("name = ") for line in plan if line.startswith("name = ")}
    assert named == {contract for contract, _ in VIOLATIONS.values()}
