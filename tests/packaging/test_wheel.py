"""The wheel carries what the program reads at run time: SQL, migrations, resources and the mark that it is typed."""

import shutil
import subprocess
import sys
from zipfile import ZipFile

import pytest

from tests.house.sources import CHECKOUT, files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names inside a wheel that was built from a copy of the sources."""
    copy, out = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("wheel")
    for path in [
        *files(CHECKOUT / "gim_manager"),
        *files(CHECKOUT / "resources"),
        *CHECKOUT.glob("*.*"),
        CHECKOUT / "LICENSE",
    ]:
        if path.is_file():
            target = copy / path.relative_to(CHECKOUT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(out),
        str(copy),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with ZipFile(next(out.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    assert {path.relative_to(CHECKOUT).as_posix() for path in files(CHECKOUT / "gim_manager")} <= wheel


def test_the_resources_are_inside_the_package(wheel: set[str]) -> None:
    resources = {path.relative_to(CHECKOUT / "resources").as_posix() for path in files(CHECKOUT / "resources")}
    assert {f"gim_manager/_resources/{name}" for name in resources} <= wheel


def test_nothing_but_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    assert {name.split("/")[0].partition("-")[0] for name in wheel} == {"gim_manager"}
