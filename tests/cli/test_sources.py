"""The data sources by the command line: their passwords are taken, never shown."""

from pathlib import Path

import pytest

from gim_manager.cli.sources import roles_named
from gim_manager.domain.errors import BadValue, Exit
from gim_manager.domain.icon import Role
from gim_manager.schema import idb
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url
from tests.cli.conftest import CommandLine

SECRET = "postgresql://ada:s3cret@127.0.0.1:1/idb"


def test_roles_are_read_in_any_case() -> None:
    assert roles_named("icon_cfg, ICON_CORE,") == {Role.ICON_CFG, Role.ICON_CORE}
    with pytest.raises(BadValue, match="The roles are ICON_CFG, ICON_CORE, ICON_MM, ICON_OCS"):
        roles_named("ICON_CFG,GCC")


def test_a_source_is_added_listed_and_removed(gim: CommandLine) -> None:
    assert "No data source. Add one with" in gim("sources", "list").out
    berlin = {"name": "Berlin", "url": "sqlite:////x.sqlite", "roles": ["ICON_CFG", "ICON_CORE"]}
    assert gim.json("sources", "add", "Berlin", "sqlite:////x.sqlite", "--role", "ICON_CORE,ICON_CFG") == berlin
    assert gim.json("sources", "list") == {"sources": [berlin]}
    assert gim("sources", "list").out.splitlines()[1] == "Berlin  ICON_CFG,ICON_CORE  sqlite:////x.sqlite"
    assert gim.json("sources", "remove", "Berlin") == {"removed": "Berlin"}
    assert gim.json("sources", "list") == {"sources": []}


def test_a_password_is_warned_of_and_never_shown(gim: CommandLine) -> None:
    added = gim("sources", "add", "Berlin", SECRET, "--role", "ICON_CFG")
    assert "can read the password in the URL of the data source; use PGPASSFILE instead" in added.err
    said = [added, gim("sources", "list"), gim("sources", "list", "--json"), gim("sources", "test"), gim("check")]
    assert "s3cret" not in "".join(one.out + one.err for one in said)
    assert not [file for file in gim.profile.rglob("*") if file.is_file() and "s3cret" in file.read_text()]


def test_a_password_may_lie_in_a_file(gim: CommandLine, tmp_path: Path) -> None:
    words = ("sources", "add", "Berlin", "postgresql://ada@127.0.0.1:1/idb", "--role", "ICON_CFG", "--password-file")
    assert "cannot be read" in gim(*words, str(tmp_path / "none")).err
    assert gim.json("sources", "list") == {"sources": []}
    (tmp_path / "secret").write_text("s3cret\n")
    (tmp_path / "secret").chmod(0o600)
    added = gim(*words, str(tmp_path / "secret"))
    assert (added.code, added.err) == (Exit.DONE, "Added the data source Berlin.\n")


def test_a_source_that_cannot_be_read_is_told_and_fails_the_test(gim: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'idb.sqlite'}"
    with writing(make_engine(parse_url(url), must_exist=False)) as connection:
        idb.IDB.create_all(connection)
    gim("sources", "add", "Berlin", url, "--role", "ICON_CFG")
    gim("sources", "add", "Brno", SECRET, "--role", "ICON_CORE")
    said = gim("sources", "test", "--json")
    assert said.code == Exit.FAILED
    berlin, brno = said.document["sources"]
    assert berlin == {"name": "Berlin", "ok": True, "problem": None}
    assert (brno["name"], brno["ok"]) == ("Brno", False)
    assert "cannot be reached" in brno["problem"]
    assert gim("sources", "test", "Berlin").out == "Berlin: can be read\n"
