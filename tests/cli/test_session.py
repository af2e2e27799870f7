"""The Info Mart is named by option, saved connection or environment; a password among the arguments is warned of."""

import pytest

from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue
from gim_manager.host import paths
from gim_manager.host.settings import Settings
from tests.cli.conftest import CommandLine


def test_the_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIM_MANAGER_DB", "sqlite:///environment")
    assert Session().url == "sqlite:///environment"
    assert Session(db="sqlite:///option").url == "sqlite:///option"


def test_a_saved_connection_names_the_info_mart(gim: CommandLine) -> None:
    Settings(paths.profile(gim.profile)).save_connection("work", gim.url)
    assert gim.json("jobs", "--connection", "work") == {"runs": []}


def test_one_info_mart_is_named_once() -> None:
    with pytest.raises(BadValue, match="not by both"):
        _ = Session(db="sqlite:///x", connection="work").url


@pytest.mark.parametrize(
    ("url", "warned"),
    [
        ("postgresql://ada:s3cret@127.0.0.1:1/mart", True),
        ("postgresql://127.0.0.1:1/mart?user=ada&password=s3cret", True),
        ("postgresql://ada@127.0.0.1:1/mart", False),
        ("sqlite:////no/such/mart.sqlite", False),
    ],
)
def test_a_password_in_db_is_taken_with_a_warning_and_never_shown(
    anywhere: CommandLine, url: str, warned: bool
) -> None:
    said = anywhere("jobs", "--db", url)
    assert said.code == 4
    assert ("can read the password in --db; use GIM_MANAGER_DB instead" in said.err) is warned
    assert "s3" not in said.out + said.err
    assert "s3" not in repr(Session(db=url))


def test_a_password_that_breaks_the_url_is_not_shown_either(anywhere: CommandLine) -> None:
    said = anywhere("jobs", "--db", "postgresql://ada:s3/c@s3cret@127.0.0.1:1/mart")
    assert said.code == 2
    assert "an @ in its password is written %40" in said.err
    assert "s3" not in said.out + said.err


def test_messages_are_for_people_and_may_be_left_out(gim: CommandLine) -> None:
    add = ("sources", "add", "Berlin", "sqlite:////x.sqlite", "--role", "ICON_CORE")
    assert gim(*add).err == "Added the data source Berlin.\n"
    gone = gim("sources", "remove", "Berlin", "-q")
    assert (gone.out, gone.err) == ("", "")
