"""A profile keeps all that is written in one folder; resources are found beside or inside the package."""

from pathlib import Path

import pytest

import gim_manager
from gim_manager.domain.errors import NotPermitted
from gim_manager.host import paths


def test_everything_of_a_profile_lies_in_its_folder(tmp_path: Path) -> None:
    own = paths.profile(tmp_path / "new" / "profile")
    assert own.log_file.parent.is_dir()
    assert all(file.is_relative_to(tmp_path / "new" / "profile") for file in (own.settings_file, own.log_file))


def test_without_a_folder_the_systems_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "gim-manager"))
    assert paths.profile().folder == tmp_path / "gim-manager"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotPermitted, match="--profile DIR"):
        paths.profile(tmp_path / "file" / "profile")


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert paths.resources() == Path(gim_manager.__file__).parents[1] / "resources"
    assert paths.resources().is_dir()


def test_resources_lie_in_the_package_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gim_manager" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(gim_manager, "__file__", str(tmp_path / "gim_manager" / "__init__.py"))
    assert paths.resources() == tmp_path / "gim_manager" / "_resources"
