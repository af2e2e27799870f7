"""A connection is tried, then saved: its URL in the profile, its password in the keyring and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring

from gim_manager.domain.access import Role
from gim_manager.domain.errors import BadUrl, BadValue, NotPermitted, StorageFailed, Unreachable
from gim_manager.host.paths import profile
from gim_manager.host.settings import Settings
from gim_manager.store.migrate import create
from gim_manager.usecases import connections
from gim_manager.usecases.connections import Saved
from tests.language.keyrings import Memory, keyring_is

NOWHERE = "postgresql://ann:s3cret@127.0.0.1:1/mart"
KEPT = "postgresql+psycopg2://ann@127.0.0.1:1/mart"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(profile(tmp_path / "profile"))


@pytest.fixture
def ring() -> Iterator[Memory]:
    memory = Memory()
    with keyring_is(memory):
        yield memory


def test_a_connection_that_works_is_saved_with_the_role_it_found(
    settings: Settings, ring: Memory, database_url
) -> None:
    create(database_url).let_go()
    with_password = database_url.replace("postgres@", "postgres:s3cret@")
    reached = connections.add(settings, "work", with_password)
    assert (reached.problem, reached.warning) == (None, None)
    assert reached.access is not None and reached.access.role is Role.ADMINISTRATOR
    assert connections.listed(settings) == (Saved(name="work", shown_url=database_url),)
    assert connections.url_of(settings, "work") == with_password
    assert connections.test(settings, "work") == reached
    assert len(ring.kept) == with_password.count("s3cret")
    connections.remove(settings, "work")
    assert (connections.listed(settings), ring.kept) == ((), {})


def test_a_connection_that_does_not_work_is_saved_only_untested(settings: Settings, ring: Memory) -> None:
    with pytest.raises(Unreachable):
        connections.add(settings, "work", NOWHERE)
    assert (connections.listed(settings), ring.kept) == ((), {})
    connections.add(settings, "work", NOWHERE, untested=True)
    assert connections.listed(settings) == (Saved(name="work", shown_url=KEPT),)
    assert list(ring.kept.values()) == ["s3cret"]
    problem = connections.test(settings, "work").problem
    assert problem is not None and "cannot be reached" in problem and "s3cret" not in problem


def test_a_password_that_is_given_apart_goes_before_that_of_the_url(settings: Settings, ring: Memory) -> None:
    connections.add(settings, "work", NOWHERE, password="p@ss/word", untested=True)
    assert list(ring.kept.values()) == ["p@ss/word"]
    assert connections.url_of(settings, "work") == KEPT.replace("ann@", "ann:p%40ss%2Fword@")


def test_without_a_keyring_nothing_is_saved_and_the_way_without_one_is_told(settings: Settings) -> None:
    with keyring_is(NoKeyring()):
        with pytest.raises(NotPermitted, match="PGPASSFILE"):
            connections.add(settings, "work", NOWHERE, untested=True)
        assert connections.listed(settings) == ()
        connections.add(settings, "work", KEPT, untested=True)
        assert connections.url_of(settings, "work") == KEPT
        connections.remove(settings, "work")


def test_what_cannot_be_saved_leaves_no_password_behind(
    settings: Settings, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Settings, _name: str, _url: str) -> None:
        raise StorageFailed("settings.json", "the disk is full")

    monkeypatch.setattr(Settings, "save_connection", full)
    with pytest.raises(StorageFailed):
        connections.add(settings, "work", NOWHERE, untested=True)
    assert ring.kept == {}


def test_wrong_names_and_urls_are_refused(settings: Settings, ring: Memory) -> None:
    connections.add(settings, "work", KEPT, untested=True)
    for name, told in (("work", "already"), (" ", "needs a name"), ("-x", "needs a name")):
        with pytest.raises(BadValue, match=told):
            connections.add(settings, name, KEPT, untested=True)
    with pytest.raises(BadUrl, match="leave sslpassword out") as refusal:
        connections.add(settings, "key", f"{KEPT}?sslpassword=s3cret", untested=True)
    assert "s3cret" not in str(refusal.value)
    for unknown in (connections.remove, connections.test, connections.url_of):
        with pytest.raises(BadValue, match="no saved connection 'home'"):
            unknown(settings, "home")
