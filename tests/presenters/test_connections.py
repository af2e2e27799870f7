"""What a person reads while filling in, testing and saving a connection."""

from dataclasses import replace

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.domain.address import Tls, Wanted
from gim_manager.domain.errors import NoKeyring, NotPermitted, Unreachable
from gim_manager.presenters import connections
from gim_manager.presenters.connections import Draft, Row
from gim_manager.store.link import Link
from gim_manager.store.versions import SchemaState, wanted
from gim_manager.usecases.connections import Reached, Saved

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


READY = replace(wanted(), initialized=True)
REACHED = Reached(name="prod", problem=None, link=Link(version="15.4", tls="TLSv1.3"), schema=READY)


@pytest.mark.parametrize(
    ("access", "told"),
    [
        (Access(login="ann", role=Role.VIEWER, knows_persons=True),
         "ann has the viewer role here. Running and stopping jobs, the schedule and the options are disabled for you."),
        (Access(login="ann", role=Role.OPERATOR, knows_persons=True),
         "ann has the operator role here. Changing options is disabled for you."),
        (Access(login="ann", knows_persons=True), "ann has the administrator role here."),
        (Access(login="ann"), "No roles are set up here: whoever connects may do everything."),
    ],
)  # fmt: skip
def test_a_test_tells_server_tls_schema_and_role(access: Access, told: str) -> None:
    outcome = connections.found(replace(REACHED, access=access), is_file=False)
    assert outcome.text == f"PostgreSQL 15.4 answers, encrypted by TLSv1.3. The Info Mart is ready. {told}"
    assert outcome.icon == "check"


@pytest.mark.parametrize(
    ("schema", "told", "icon"),
    [
        (wanted(), "Job_InitializeGIM comes first", "check"),
        (replace(READY, info_mart="0001"), "Job_MigrateGIM", "warning"),
        (SchemaState(info_mart="9999", manager="9999"), "newer than this program", "warning"),
    ],
)  # fmt: skip
def test_a_test_tells_where_the_schema_stands(schema: SchemaState, told: str, icon: str) -> None:
    outcome = connections.found(replace(REACHED, schema=schema, link=Link(version="3.46")), is_file=True)
    assert outcome.text.startswith("The file can be read (SQLite 3.46).")
    assert told in outcome.text and outcome.icon == icon


def test_a_test_warns_of_a_way_in_clear() -> None:
    outcome = connections.found(replace(REACHED, link=Link(version="15.4"), warning="In clear."), is_file=False)
    assert "without TLS" in outcome.text and outcome.text.endswith("In clear.")
    assert (outcome.icon, outcome.token) == ("warning", "stopping")


@pytest.mark.parametrize(
    ("words", "advice", "is_about_password"),
    [
        ('FATAL:  password authentication failed for user "ann"', "Check the user and the password.", True),
        ("fe_sendauth: no password supplied", "Type the password", True),
        ('root certificate file "/h/.postgresql/root.crt" does not exist', "Name the file with the certificate", False),
        ("SSL error: certificate verify failed", "ask for the right file", False),
        ('server certificate for "a" does not match host name "b"', "as its certificate names it", False),
        ("server does not support SSL, but SSL was required", "The server offers no TLS", False),
        ('no pg_hba.conf entry for host "1.2.3.4", user "ann", database "m", no encryption', "only encrypted", False),
        ('no pg_hba.conf entry for host "1.2.3.4", user "ann", database "m", SSL encryption', "pg_hba.conf.", False),
        ('could not translate host name "bd" to address', "how the host is written", False),
        ("Connection refused", "Check host and port", False), ("timeout expired", "firewalls", False),
        ('FATAL:  role "ann" does not exist', "Check the user.", False),
        ('FATAL:  database "m" does not exist', "Check the name of the database.", False),
    ],
)  # fmt: skip
def test_what_failed_is_told_with_what_to_do(words: str, advice: str, is_about_password: bool) -> None:
    error = Unreachable(URL, words)
    outcome = connections.failed(error)
    assert words in outcome.text and advice in outcome.text and outcome.icon == "failed"
    assert connections.is_about_password(error) is is_about_password


def test_what_has_its_own_way_out_is_told_as_it_is() -> None:
    assert connections.failed(NotPermitted("x: permission denied")).text == "x: permission denied"
    text = connections.failed(NoKeyring("does not keep the password", "No recommended backend")).text
    assert "PGPASSFILE" in text and text.endswith("save it without the password, and type it each time you connect.")


def test_saving_tells_where_the_password_is() -> None:
    asked = Wanted(url=URL, password="s3cret")
    assert connections.saved_as("prod", asked).text == "Saved as prod. Its password is in the keyring of this computer."
    assert "kept nowhere" in connections.saved_as("prod", connections.without_keeping(asked)).text
    assert connections.saved_as("prod", Wanted(url=URL)).text == "Saved as prod."
    assert "forgotten" in connections.asks_to_remove("prod").text


def test_a_name_is_suggested() -> None:
    assert connections.name_of(REMOTE) == "mart at db.example.com"
    assert connections.name_of(Draft(database="mart")) == "mart"
    assert connections.name_of(replace(REMOTE, name=" prod ")) == "prod"
