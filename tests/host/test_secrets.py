"""Passwords go to the keyring, or come from the environment or a file; where there is no keyring a sentence says so."""

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from gim_manager.domain.errors import BadValue, NotPermitted
from gim_manager.host import secrets
from tests.language.keyrings import Memory


class _Locked(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the collection is locked")


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch):
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_password_is_kept_and_forgotten(use) -> None:
    use(Memory())
    secrets.keep_password("work", "open sesame")
    assert secrets.kept_password("work") == "open sesame"
    secrets.forget_password("work")
    secrets.forget_password("work")
    assert secrets.kept_password("work") is None


def test_without_a_keyring_nothing_is_kept_and_that_is_said(use) -> None:
    use(NoKeyring())
    assert secrets.kept_password("work") is None
    with pytest.raises(NotPermitted, match="PGPASSFILE") as refusal:
        secrets.keep_password("work", "open sesame")
    assert "open sesame" not in str(refusal.value)


def test_a_locked_keyring_is_told(use) -> None:
    use(_Locked())
    with pytest.raises(NotPermitted, match="the collection is locked"):
        secrets.kept_password("work")


def test_a_source_has_its_password_from_environment_then_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    file.write_text("from file\nsecond line\n")
    file.chmod(0o600)
    assert secrets.source_password("ICON 1", None) is None
    assert secrets.source_password("ICON 1", str(file)) == "from file"
    monkeypatch.setenv("GIM_MANAGER_SOURCE_ICON_1_PASSWORD", "from environment")
    assert secrets.source_password("ICON 1", str(file)) == "from environment"


def test_a_password_file_is_its_owners_alone_and_read_each_time(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("old")
    for mode in (0o640, 0o604, 0o620):
        file.chmod(mode)
        with pytest.raises(BadValue, match="open to others than its owner: chmod go=") as wrong:
            secrets.source_password("icon", str(file))
        assert "old" not in str(wrong.value)
    file.chmod(0o600)
    assert secrets.source_password("icon", str(file)) == "old"
    file.write_text("new\n")
    assert secrets.source_password("icon", str(file)) == "new"


def test_a_missing_password_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="nowhere of the data source icon cannot be read"):
        secrets.source_password("icon", str(tmp_path / "nowhere"))


def test_a_channel_has_its_secret_from_environment_then_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    file.write_text("one\ntwo\n")
    file.chmod(0o640)
    assert secrets.alarm_secret("event-log", None) == ()
    assert secrets.alarm_secret("event-log", str(file)) == ("one", "two")
    monkeypatch.setenv("GIM_MANAGER_ALARM_EVENT_LOG_SECRET", "from environment")
    assert secrets.alarm_secret("event-log", str(file)) == ("from environment",)


def test_a_secret_that_everybody_may_read_or_nobody_can_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("geheim")
    file.chmod(0o644)
    with pytest.raises(BadValue, match="is open to everybody: chmod o=") as wrong:
        secrets.alarm_secret("mail", str(file))
    assert "geheim" not in str(wrong.value)
    with pytest.raises(BadValue, match="nowhere of the channel mail cannot be read"):
        secrets.alarm_secret("mail", str(tmp_path / "nowhere"))
