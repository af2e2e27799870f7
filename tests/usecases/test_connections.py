"""A connection is tried, then saved: its URL in the profile, its password in the keyring and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring

from gim_manager.domain.access import Role
from gim_manager.domain.address import Wanted
from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import BadUrl, BadValue, NotPermitted, StorageFailed, Unreachable
from gim_manager.host.paths import profile
from gim_manager.host.settings import Settings
from gim_manager.store.migrate import create
from gim_manager.usecases import connections
from gim_manager.usecases.connections import Saved
from tests.language.keyrings import Memory, keyring_is
from tests.language.old_versions import an_old_mart

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
    reached = connections.save(settings, "work", Wanted(url=with_password))
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
        connections.save(settings, "work", Wanted(url=NOWHERE))
    assert (connections.listed(settings), ring.kept) == ((), {})
    connections.save(settings, "work", Wanted(url=NOWHERE), untested=True)
    assert connections.listed(settings) == (Saved(name="work", shown_url=KEPT),)
    assert list(ring.kept.values()) == ["s3cret"]
    problem = connections.test(settings, "work").problem
    assert problem is not None and "cannot be reached" in problem and "s3cret" not in problem


def test_a_password_that_is_given_apart_goes_before_that_of_the_url(settings: Settings, ring: Memory) -> None:
    connections.save(settings, "work", Wanted(url=NOWHERE, password="p@ss/word"), untested=True)
    assert list(ring.kept.values()) == ["p@ss/word"]
    assert connections.url_of(settings, "work") == KEPT.replace("ann@", "ann:p%40ss%2Fword@")


def test_without_a_keyring_nothing_is_saved_and_the_way_without_one_is_told(settings: Settings) -> None:
    with keyring_is(NoKeyring()):
        with pytest.raises(NotPermitted, match="PGPASSFILE"):
            connections.save(settings, "work", Wanted(url=NOWHERE), untested=True)
        assert connections.listed(settings) == ()
        connections.save(settings, "work", Wanted(url=KEPT), untested=True)
        assert connections.url_of(settings, "work") == KEPT
        connections.remove(settings, "work")


def test_what_cannot_be_saved_leaves_no_password_behind(
    settings: Settings, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Settings, _name: str, _url: str, *, replaces: str | None = None) -> None:
        raise StorageFailed("settings.json", "the disk is full")

    connections.save(settings, "home", Wanted(url=NOWHERE), untested=True)
    kept = dict(ring.kept)
    monkeypatch.setattr(Settings, "save_connection", full)
    for name, replaces in (("work", None), ("home", "home"), ("work", "home")):
        with pytest.raises(StorageFailed):
            connections.save(settings, name, Wanted(url=KEPT, password="0ther", replaces=replaces), untested=True)
        assert ring.kept == kept


def test_a_changed_connection_takes_its_password_along(settings: Settings, ring: Memory) -> None:
    connections.save(settings, "work", Wanted(url=NOWHERE), untested=True)
    connections.save(settings, "office", Wanted(url=f"{KEPT}?sslmode=require", replaces="work"), untested=True)
    assert connections.listed(settings) == (Saved(name="office", shown_url=f"{KEPT}?sslmode=require"),)
    assert connections.url_of(settings, "office") == f"{NOWHERE.replace('sql:', 'sql+psycopg2:')}?sslmode=require"
    assert list(ring.kept.values()) == ["s3cret"]


def test_a_kept_password_goes_to_no_other_server_and_to_no_other_user(settings: Settings, ring: Memory) -> None:
    connections.save(settings, "work", Wanted(url=NOWHERE), untested=True)
    for other in (KEPT.replace("127.0.0.1", "10.0.0.1"), KEPT.replace("ann", "bob"), KEPT.replace(":1/", ":2/")):
        assert "s3cret" not in connections.whole_url(settings, Wanted(url=other, replaces="work"))
    assert "s3cret" in connections.whole_url(settings, Wanted(url=KEPT.replace("mart", "other"), replaces="work"))
    connections.save(settings, "work", Wanted(url=KEPT.replace("ann", "bob"), replaces="work"), untested=True)
    assert ring.kept == {}


def test_who_wants_to_be_asked_each_time_has_no_password_kept(settings: Settings, ring: Memory) -> None:
    connections.save(settings, "work", Wanted(url=NOWHERE), untested=True)
    connections.save(settings, "work", Wanted(url=NOWHERE, replaces="work", keeps_password=False), untested=True)
    assert (ring.kept, connections.url_of(settings, "work")) == ({}, KEPT)


def test_what_is_tried_before_it_is_saved_tells_who_answers(settings: Settings, ring: Memory, database_url) -> None:
    create(database_url).let_go()
    reached = connections.tried(settings, Wanted(url=database_url))
    assert reached.link is not None and reached.link.version[0].isdigit()
    assert reached.schema is not None and reached.schema.condition is Condition.UNINITIALIZED
    assert connections.listed(settings) == ()


def test_an_older_info_mart_is_reached_and_told_as_older(settings: Settings, ring: Memory, database_url) -> None:
    an_old_mart(database_url)
    schema = connections.tried(settings, Wanted(url=database_url)).schema
    assert schema is not None and schema.condition is Condition.MIGRATION


def test_the_last_used_stands_first(settings: Settings, ring: Memory) -> None:
    for name in ("a", "b", "c"):
        connections.save(settings, name, Wanted(url=KEPT), untested=True)
    connections.note_use(settings, "a")
    connections.note_use(settings, "c")
    connections.save(settings, "z", Wanted(url=KEPT, replaces="c"), untested=True)
    assert [one.name for one in connections.last_used_first(settings)] == ["z", "a", "b"]


def test_wrong_names_and_urls_are_refused(settings: Settings, ring: Memory) -> None:
    connections.save(settings, "work", Wanted(url=KEPT), untested=True)
    for name, told in (("work", "already"), (" ", "needs a name"), ("-x", "needs a name")):
        with pytest.raises(BadValue, match=told):
            connections.save(settings, name, Wanted(url=KEPT), untested=True)
    with pytest.raises(BadUrl, match="leave sslpassword out") as refusal:
        connections.save(settings, "key", Wanted(url=f"{KEPT}?sslpassword=s3cret"), untested=True)
    assert "s3cret" not in str(refusal.value)
    for unknown in (connections.remove, connections.test, connections.url_of):
        with pytest.raises(BadValue, match="no saved connection 'home'"):
            unknown(settings, "home")
