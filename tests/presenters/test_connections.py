"""What a person reads while filling in a connection."""

from dataclasses import replace

import pytest

from gim_manager.domain.address import Tls
from gim_manager.presenters import connections
from gim_manager.presenters.connections import Draft, Row
from gim_manager.usecases.connections import Saved

REMOTE = Draft(host="db.example.com", port="5433", database="mart", user="ann")
URL = "postgresql+psycopg2://ann@db.example.com:5433/mart"


def test_a_saved_connection_is_listed_by_what_it_is() -> None:
    saved = (
        Saved(name="prod", shown_url=f"{URL}?sslmode=require"),
        Saved(name="demo", shown_url="sqlite:////d/m.sqlite"),
    )
    assert connections.rows(saved) == (
        Row(name="prod", place="db.example.com:5433/mart, ann"), Row(name="demo", place="/d/m.sqlite")
    )  # fmt: skip
    assert connections.place("postgresql://db/mart") == "db/mart"
    assert connections.place("postgresql://db:x/mart") == "postgresql://db:x/mart"


def test_another_computer_gets_the_safest_mode_unless_somebody_chose() -> None:
    assert Draft().mode is Tls.PREFER
    assert Draft(host="localhost").mode is Tls.PREFER
    assert REMOTE.mode is Tls.VERIFY_FULL
    assert replace(REMOTE, tls=Tls.DISABLE).mode is Tls.DISABLE
    assert set(connections.MEANINGS) == {*Tls, None}


def test_a_saved_one_without_a_mode_stays_without_until_somebody_chooses() -> None:
    draft = connections.draft_of(Saved(name="prod", shown_url=URL))
    assert (draft.mode, connections.wanted(draft).url) == (None, URL.replace("+psycopg2", ""))
    assert "in clear" in connections.warning(draft)


@pytest.mark.parametrize(
    ("draft", "is_warned"),
    [
        (REMOTE, False), (replace(REMOTE, tls=Tls.REQUIRE), False), (replace(REMOTE, tls=Tls.PREFER), True),
        (replace(REMOTE, tls=Tls.DISABLE), True), (replace(REMOTE, tls=Tls.DISABLE, host="::1"), False),
        (Draft(is_file=True, host="db", tls=Tls.DISABLE), False),
    ],
)  # fmt: skip
def test_a_way_in_clear_is_warned_of(draft: Draft, is_warned: bool) -> None:
    assert bool(connections.warning(draft)) is is_warned


def test_a_pasted_url_fills_the_form_and_keeps_what_it_does_not_say() -> None:
    draft = connections.pasted(Draft(name="prod", password="typed"), f"{URL}?connect_timeout=3 ")
    assert (draft.host, draft.port, draft.database, draft.user) == ("db.example.com", "5433", "mart", "ann")
    assert (draft.name, draft.password, draft.mode) == ("prod", "typed", Tls.VERIFY_FULL)
    assert connections.wanted(draft).url.endswith("?sslmode=verify-full&connect_timeout=3")
    file = connections.pasted(Draft(), "sqlite:////d/m.sqlite")
    assert (file.is_file, file.file, connections.name_of(file)) == (True, "/d/m.sqlite", "m")


def test_a_url_that_cannot_be_read_leaves_no_password_in_the_form() -> None:
    draft = connections.pasted(Draft(), "postgresql://ann:s3c/ret@db/mart")
    assert (draft.host, draft.password) == ("", "")
    assert "%2F" in connections.problem(draft) and "ret" not in connections.problem(draft).replace("password", "")


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (Draft(), "Name the database."), (REMOTE, ""), (replace(REMOTE, port="x"), "The port is a number"),
        (replace(REMOTE, port="65536"), "from 1 to 65535"), (replace(REMOTE, port=""), ""),
        (replace(REMOTE, port="²"), "The port is a number"),
        (replace(REMOTE, database="a/b"), "cannot be named in a URL"),
        (Draft(is_file=True), "Choose the file"), (Draft(is_file=True, file="m.sqlite"), ""),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_before_anything_is_tried(draft: Draft, told: str) -> None:
    problem = connections.problem(draft)
    assert told in problem if told else not problem


def test_the_password_is_in_what_is_wanted_and_in_no_text() -> None:
    draft = replace(REMOTE, password="s3cret", saved_as="prod")
    asked = connections.wanted(draft)
    assert (asked.password, asked.replaces, asked.keeps_password) == ("s3cret", "prod", True)
    assert "s3cret" not in f"{draft!r} {asked!r} {asked.url}"
    assert draft.is_like(replace(draft, password="")) and not draft.is_like(replace(draft, user="bob"))


def test_a_name_is_suggested() -> None:
    assert connections.name_of(REMOTE) == "mart at db.example.com"
    assert connections.name_of(Draft(database="mart")) == "mart"
    assert connections.name_of(replace(REMOTE, name=" prod ")) == "prod"
