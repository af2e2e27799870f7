"""Settings survive a crash, a damaged file and a second program."""

from pathlib import Path

import pytest

from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.host.paths import Profile
from gim_manager.host.settings import Settings


@pytest.fixture
def own(tmp_path: Path) -> Profile:
    return Profile(folder=tmp_path)


def test_a_value_is_remembered_by_the_next_start(own: Profile) -> None:
    Settings(own).set("window", {"width": 800, "pages": ["jobs", "Zoë"]})
    assert Settings(own).get("window") == {"width": 800, "pages": ["jobs", "Zoë"]}
    Settings(own).set("window", None)
    assert Settings(own).get("window", "none") == "none"


def test_two_programs_do_not_forget_each_others_values(own: Profile) -> None:
    first, second = Settings(own), Settings(own)
    first.set("a", 1)
    second.set("b", 2)
    first.set("a", 3)
    assert (second.get("a"), second.get("b")) == (3, 2)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_damaged_file_counts_as_empty_and_is_replaced(own: Profile, damage: bytes) -> None:
    own.settings_file.write_bytes(damage)
    assert Settings(own).get("a") is None
    Settings(own).set("a", 1)
    assert Settings(own).get("a") == 1


def test_a_failed_write_leaves_the_old_file_and_nothing_else(own: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(own).set("a", 1)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageFailed, match="No space left"):
        Settings(own).set("a", 2)
    monkeypatch.undo()
    assert Settings(own).get("a") == 1
    assert [path.name for path in own.folder.iterdir()] == ["settings.json"]


def test_connections_are_kept_by_name(own: Profile) -> None:
    kept = Settings(own)
    kept.save_connection("work", "postgresql://ada@host/mart")
    kept.save_connection("demo", "sqlite:////tmp/demo.sqlite")
    assert kept.connection("work") == "postgresql://ada@host/mart"
    kept.forget_connection("work")
    assert kept.connections() == {"demo": "sqlite:////tmp/demo.sqlite"}
    for ask in (kept.connection, kept.forget_connection):
        with pytest.raises(BadValue, match="no saved connection 'work'"):
            ask("work")


def test_a_renamed_connection_keeps_its_place_among_the_used(own: Profile) -> None:
    settings = Settings(own)
    for name in ("a", "b"):
        settings.save_connection(name, f"sqlite:///{name}.sqlite")
        settings.note_use(name)
    settings.save_connection("c", "sqlite:///c.sqlite", replaces="b")
    assert (settings.used(), sorted(settings.connections())) == (("c", "a"), ["a", "c"])
    settings.forget_connection("c")
    assert settings.used() == ("a",)
